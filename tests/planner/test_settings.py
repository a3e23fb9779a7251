"""The settings, and the days that follow somebody's clock."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from accounts.models import User
from planner.models import CertificationClaim, ShareLink
from tests.factories import (
    CertificationClaimFactory,
    CohortFactory,
    MentorFactory,
    ProfileFactory,
    member_of,
)

pytestmark = pytest.mark.django_db
PAGE = "/settings/"
AUCKLAND, HONOLULU = "Pacific/Auckland", "Pacific/Honolulu"
# At half past eleven the 25th is half an hour old in Auckland.
EDGES = [(AUCKLAND, "00:30"), ("UTC", "11:30"), (HONOLULU, "01:30")]


def live(user, zone):
    User.objects.filter(pk=user.pk).update(time_zone=zone)


def settings_of(user):
    return User.objects.values_list("name", "time_zone").get(pk=user.pk)


# --- The page -------------------------------------------------------------------------------------


def test_name_and_time_zone_are_saved(as_alice, alice):
    response = as_alice.post(PAGE, {"name": " Alice Moreau ", "time_zone": AUCKLAND}, follow=True)
    assert settings_of(alice) == ("Alice Moreau", AUCKLAND)
    assert "Settings saved." in response.text
    assert '<option value="Pacific/Auckland" selected>Auckland</option>' in response.text


@pytest.mark.parametrize("changes", [
    {"time_zone": "Mars/Olympus"}, {"time_zone": ""}, {"name": "a\u202eb"}, {"name": "a" * 151},
    {"name": "Buy at https://shop.example"},
])  # fmt: skip
def test_what_cannot_be_is_said_and_changes_nothing(as_alice, alice, changes):
    response = as_alice.post(PAGE, {"name": "Alicia", "time_zone": "UTC"} | changes)
    assert response.status_code == 422
    assert "error-summary" in response.text
    assert settings_of(alice) == ("Alice", "UTC")


def test_a_name_may_be_taken_back(as_alice, alice):
    as_alice.post(PAGE, {"name": "", "time_zone": "UTC"})
    assert settings_of(alice) == ("", "UTC")


def test_who_is_in_a_cohort_keeps_a_name(as_alice, alice):
    member_of(CohortFactory(), alice)
    assert as_alice.post(PAGE, {"name": " ", "time_zone": "UTC"}).status_code == 422
    assert settings_of(alice) == ("Alice", "UTC")
    assert "The others in your cohorts see it." in as_alice.get(PAGE).text


def test_a_zone_that_is_offered_no_more_stays_until_another_is_chosen(as_alice, alice):
    live(alice, "US/Pacific")
    text = as_alice.get(PAGE).text
    assert '<option value="US/Pacific" selected>US/Pacific</option>' in text
    assert as_alice.post(PAGE, {"name": "A", "time_zone": "US/Pacific"}).status_code == 302


def test_it_leads_to_everything_that_can_be_set(as_alice):
    text = as_alice.get(PAGE).text
    for page in ("/profile/#id_hours_per_week", "/mail/", "/mentors/", "/share/", "/calendar/",
                 "/accounts/email/", "/accounts/password/change/", "/accounts/2fa/",
                 "/accounts/sessions/", "/my-data/"):  # fmt: skip
        assert f'<p class="row__title"><a href="{page}">' in text, page
    assert re.search(r'<form action="/theme/".*?value="dark"', text, re.S)


def test_it_says_how_things_are(as_alice, alice):
    profile = ProfileFactory(user=alice, hours_per_week=9)
    cohort = CohortFactory()
    member_of(cohort, alice, cohort.lead, MentorFactory())
    ShareLink.objects.create(
        profile=profile, label="Acme", digest="1", expires_at=timezone.now() + timedelta(days=1)
    )
    text = as_alice.get(PAGE).text
    for said in ("9 hours:", "2 mentors see something of you.", "1 link works.", "Off:",
                 "None yet: sign in", "You sign in as alice@example.com."):  # fmt: skip
        assert said in text, said


def test_it_asks_few_queries(as_alice, alice, django_assert_num_queries):
    ProfileFactory(user=alice)
    with django_assert_num_queries(4):
        as_alice.get(PAGE)


# --- Whose day it is ------------------------------------------------------------------------------


@pytest.fixture
def half_past_eleven():
    with time_machine.travel("2026-11-24T11:30:00Z", tick=False):
        yield


@pytest.mark.parametrize(("zone", "clock"), EDGES)
def test_the_clock_is_theirs(half_past_eleven, as_alice, alice, zone, clock):
    live(alice, zone)
    assert f"It is {clock} for you now." in as_alice.get(PAGE).text


@pytest.mark.parametrize(
    ("zone", "is_expired"), [(AUCKLAND, True), ("UTC", False), (HONOLULU, False)]
)
def test_a_certificate_is_valid_to_the_end_of_their_last_day(
    half_past_eleven, as_alice, alice, zone, is_expired
):
    CertificationClaimFactory(
        profile=ProfileFactory(user=alice), expires_on=timezone.localdate(), certification_id="ckad"
    )
    live(alice, zone)
    assert (">Expired" in as_alice.get("/certifications/").text) == is_expired


@pytest.mark.parametrize(
    ("zone", "day", "is_past"),
    [(AUCKLAND, "2026-11-25", True), ("UTC", "2026-11-25", False), (HONOLULU, "2026-11-24", True)],
)
def test_what_is_still_to_come_depends_on_their_day(
    half_past_eleven, as_alice, alice, zone, day, is_past
):
    live(alice, zone)
    sent = {"certification": "cka", "earned_on": day}
    status = as_alice.post("/certifications/add/", sent).status_code
    assert (status, CertificationClaim.objects.exists()) == (302 if is_past else 422, is_past)


def test_the_evening_before_it_is_still_yesterday_in_honolulu(as_alice, alice):
    live(alice, HONOLULU)
    with time_machine.travel("2026-11-24T09:30:00Z", tick=False):
        sent = {"certification": "cka", "earned_on": "2026-11-24"}
        assert as_alice.post("/certifications/add/", sent).status_code == 422


def test_the_next_request_does_not_inherit_it(as_alice, alice):
    live(alice, AUCKLAND)
    as_alice.get(PAGE)
    assert timezone.get_current_timezone_name() == "UTC"


def test_a_zone_that_nobody_knows_is_utc(half_past_eleven, as_alice, alice):
    live(alice, "Nowhere/At_All")
    assert "It is 11:30 for you now." in as_alice.get(PAGE).text


def test_strangers_cost_no_query(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert Client().get("/healthz").text == "ok"
