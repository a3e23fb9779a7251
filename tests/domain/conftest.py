import pytest

from fixtures import build
from planner.domain.catalogue import Catalogue


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The shipped catalogue as a value, read from fixtures/data: no database."""
    return build.catalogue()
