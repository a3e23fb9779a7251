import pytest
from django.core.management import call_command

from planner.queries.catalogue import current_catalogue
from tests.factories import UserFactory
from tests.permissions.world import World


@pytest.fixture
def alice(db):
    return UserFactory(email="alice@example.com", name="Alice")


@pytest.fixture
def bob(db):
    return UserFactory(email="bob@example.com", name="Bob")


@pytest.fixture
def charlie(db):
    """Charlie should have no access."""
    return UserFactory(email="charlie@example.com", name="Charlie")


@pytest.fixture
def world(db):
    """Everybody of the table of permissions, with something of everything."""
    return World()


@pytest.fixture
def real_transactions(transactional_db):
    """For writers at the same time. Each such test finds the database as the last one left it."""
    call_command("load_catalogue", verbosity=0)


@pytest.fixture
def as_alice(client, alice):
    """Alice's browser. The catalogue is in memory already, as in a process that has run a while."""
    current_catalogue()
    client.force_login(alice)
    return client
