"""Cohorts, invitations, who sees what; the matrix, the list, files out and in."""

from tests.permissions.rows import MENTORS, SIGNED_IN, Row

ROWS: dict[str, Row] = {
    "planner:second_factor": Row(
        read=SIGNED_IN, named=dict.fromkeys(MENTORS, "/cohorts/"), arguments={}
    ),
}
