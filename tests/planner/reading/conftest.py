import pytest
import time_machine
from django.utils import timezone

from tests.factories import ProfileFactory


@pytest.fixture
def today():
    with time_machine.travel("2026-11-24T12:00:00Z", tick=False):
        yield


@pytest.fixture
def alices(today, alice):
    """Alice's profile: somebody who knows some of what the ads ask for."""
    return ProfileFactory(
        user=alice,
        onboarded_at=timezone.now(),
        skills={"python": 4, "postgresql": 2, "kafka": 1, "networking": 2, "linux": 2},
    )
