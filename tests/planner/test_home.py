"""The first page for visitors."""

import pytest
from django.utils import timezone

from tests.factories import CohortFactory, ProfileFactory

pytestmark = pytest.mark.django_db


def test_a_visitor_reads_what_this_is(client):
    page = client.get("/").text
    assert page.count("<h1>") == 1
    assert "/accounts/signup/" in page


def test_who_has_signed_in_goes_on_to_the_dashboard(as_alice):
    assert as_alice.get("/").url == "/dashboard/"


def test_a_mentor_without_a_profile_goes_on_to_the_cohorts(client):
    client.force_login(CohortFactory().lead)
    assert client.get("/").url == "/cohorts/"


def test_a_mentor_who_is_a_developer_too_goes_on_to_the_dashboard(client):
    profile = ProfileFactory(user=CohortFactory().lead, onboarded_at=timezone.now())
    client.force_login(profile.user)
    assert client.get("/").url == "/dashboard/"
