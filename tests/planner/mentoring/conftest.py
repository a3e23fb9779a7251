"""Mira leads a cohort that Alice learns in; Alice shows her everything."""

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import Invitation
from accounts.tokens import digest_of
from planner.queries.catalogue import current_catalogue
from tests.factories import (
    CohortFactory,
    MentorFactory,
    ProfileFactory,
    ReviewRequestFactory,
    member_of,
    mentor_of,
)
from tests.planner.mentoring.invited import LINK, TOKEN


@pytest.fixture
def mira(db):
    return MentorFactory(email="mira@example.com", name="Mira")


@pytest.fixture
def nick(db):
    return MentorFactory(email="nick@example.com", name="Nick")


@pytest.fixture
def cohort(mira):
    return CohortFactory(lead=mira, name="Autumn")


@pytest.fixture
def alices(alice, cohort, mira):
    """Alice's profile. She claims Working in Docker and shows Mira all there is."""
    profile = ProfileFactory(user=alice, skills={"docker": 2, "python": 3})
    member_of(cohort, alice, mira)
    return profile


@pytest.fixture
def review(alices):
    return ReviewRequestFactory(profile=alices, skill_id="docker", words="See the Dockerfile.")


@pytest.fixture
def as_mira(mira):
    current_catalogue()
    browser = Client()
    browser.force_login(mira)
    return browser


@pytest.fixture
def as_nick(nick, cohort, alice, alices):
    """The browser of a co-mentor, to whom Alice shows everything as well."""
    mentor_of(cohort, nick)
    shown = alice.consents_given.first()
    for scope in ("skills", "plan", "evidence"):
        alice.consents_given.create(mentor=nick, cohort=cohort, scope=scope, wording=shown.wording)
    browser = Client()
    browser.force_login(nick)
    return browser


@pytest.fixture
def invitation(cohort):
    return Invitation.objects.create(cohort=cohort, created_by=cohort.lead, digest=digest_of(TOKEN))


@pytest.fixture
def opened(client, invitation):
    """The browser of somebody who has opened the link."""
    client.get(LINK)
    return client


@pytest.fixture
def alice_opened(opened, alice):
    """The same of Alice, who is a developer with some skills and a salary."""
    current_catalogue()
    ProfileFactory(
        user=alice, skills={"docker": 2, "python": 3}, current_pay=91_234, place_id="0012420",
        onboarded_at=timezone.now(),
    )  # fmt: skip
    opened.force_login(alice)
    return opened
