"""What tests of people who write at the same moment share."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

# SQLite takes the whole database for each write, so there is no race to lose: on it such a test
# would prove nothing. PostgreSQL, which locks rows, is tested in every run of CI.
needs_row_locks = pytest.mark.skipif(
    connection.vendor != "postgresql", reason="SQLite writes one after the other"
)


def at_once(*jobs):
    """The results of the jobs, which all begin at the same moment."""
    barrier = Barrier(len(jobs))

    def run(job):
        try:
            barrier.wait()
            return job()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(jobs)) as pool:
        return list(pool.map(run, jobs))
