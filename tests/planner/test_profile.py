"""The profile page: experience, place, plans and pay."""

from datetime import date
from decimal import Decimal

import pytest
import time_machine

from planner.models import Profile
from tests.factories import ProfileFactory

pytestmark = pytest.mark.django_db
PAGE = "/profile/"
DENVER = "0019740"
PAY = "Give whole dollars a year, from 1 to 10,000,000."
FORM = {"years": "4", "hours_per_week": "6"}
FIELDS = ("experience_started_on", "years_stated", "years_stated_on")


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel("2026-11-24T12:00:00Z", tick=False):
        yield


def profile_of(user, *fields):
    return Profile.objects.values_list(*fields).get(user=user)


def save(client, **changes):
    return client.post(PAGE, FORM | changes)


def test_the_whole_profile_is_saved(as_alice, alice):
    response = save(
        as_alice, years="2.55", place=DENVER, is_remote="on", industry="513200",
        hours_per_week="10", target="senior", current_pay="$98,000",
    )  # fmt: skip
    assert response.url == PAGE
    saved = profile_of(
        alice, "years_stated", "place", "is_remote", "industry", "hours_per_week", "target"
    )
    assert saved == (Decimal("2.55"), DENVER, True, "513200", 10, "senior")
    assert profile_of(alice, "current_pay") == (98_000,)


def test_a_number_of_years_counts_from_the_day_it_was_stated(as_alice, alice):
    save(as_alice, years="4")
    assert profile_of(alice, *FIELDS) == (None, Decimal(4), date(2026, 11, 24))


def test_unchanged_years_keep_their_day(as_alice, alice):
    ProfileFactory(user=alice, years_stated=4, years_stated_on=date(2025, 1, 1))
    assert "As of 1 January 2025; grown since by itself." in as_alice.get(PAGE).text
    save(as_alice, years="4.0", target="senior")
    assert profile_of(alice, *FIELDS) == (None, Decimal(4), date(2025, 1, 1))


def test_a_day_replaces_the_number(as_alice, alice):
    ProfileFactory(user=alice, years_stated=4, years_stated_on=date(2025, 1, 1))
    save(as_alice, years="", started_on="2021-05-03")
    assert profile_of(alice, *FIELDS) == (date(2021, 5, 3), None, None)


def test_experience_can_be_left_open(as_alice, alice):
    ProfileFactory(user=alice, years_stated=4, years_stated_on=date(2025, 1, 1))
    save(as_alice, years="")
    assert profile_of(alice, *FIELDS) == (None, None, None)


def test_pay_can_be_cleared(as_alice, alice):
    ProfileFactory(user=alice, current_pay=98_000)
    save(as_alice, current_pay="")
    assert profile_of(alice, "current_pay") == (None,)


def test_pay_says_that_it_is_private(as_alice):
    assert "Private: only you ever see it." in as_alice.get(PAGE).text


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("years", "-1", "Give a number of years from 0 to 60."),
        ("years", "300", "Give a number of years from 0 to 60."),
        ("years", "1e999", "Give a number of years from 0 to 60."),
        ("years", "NaN", "Give a number of years from 0 to 60."),
        ("years", "Infinity", "Give a number of years from 0 to 60."),
        ("years", "2.555", "Ensure that there are no more than 2 decimal places"),
        ("years", "four", "Give a number of years from 0 to 60."),
        ("started_on", "2026-11-25", "This day is still to come."),
        ("started_on", "2020-01-01", "Give a number of years or a day, not both."),
        ("hours_per_week", "0", "Give whole hours from 1 to 80."),
        ("hours_per_week", "81", "Give whole hours from 1 to 80."),
        ("hours_per_week", "", "This field is required."),
        ("current_pay", "-5", PAY),
        ("current_pay", "1e999", PAY),
        ("current_pay", "99999999999999999999", PAY),
        ("current_pay", "9" * 5000, PAY),
        ("place", "atlantis", "Select a valid choice."),
        ("industry", "magic", "Select a valid choice."),
        ("target", "emperor", "Select a valid choice."),
    ],
    ids=lambda value: str(value)[:24],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(as_alice, alice, field, value, message):
    ProfileFactory(user=alice, current_pay=98_000)
    response = save(as_alice, **{field: value})
    assert response.status_code == 422
    assert response.context["form"].errors[field][0].startswith(message)
    assert response.context["form"][field].value() == value
    assert profile_of(alice, "current_pay", "years_stated") == (98_000, None)


def test_a_place_without_a_figure_says_so(as_alice):
    assert "Alaska (no figure)" in as_alice.get(PAGE).text


@pytest.mark.parametrize(("years", "is_said"), [("2.5", True), ("5.5", True), ("4", False)])
def test_years_between_two_bands_are_explained(as_alice, years, is_said):
    response = as_alice.post(PAGE, FORM | {"years": years}, follow=True)
    assert ("The article says nothing of" in response.text) is is_said


@pytest.mark.parametrize("count", [1, 20])
def test_the_page_takes_as_many_queries_for_many_skills(
    as_alice, alice, django_assert_num_queries, count
):
    skills = ("python", *(f"{name}" for name in ("go", "rust", "java", "redis")))[:count]
    ProfileFactory(user=alice, skills=dict.fromkeys(skills, 2))
    with django_assert_num_queries(5):  # session, user, profile, skills, certificates
        as_alice.get(PAGE)


def test_the_sample_is_cleared_by_one_click(as_alice, alice):
    ProfileFactory(user=alice, is_sample=True, skills={"python": 3}, certifications=["ckad"])
    assert as_alice.post("/profile/clear-sample/").url == "/start/"
    profile = Profile.objects.get(user=alice)
    assert profile.needs_start
    assert not profile.is_sample
    assert not profile.skill_claims.exists()
    assert not profile.certification_claims.exists()


def test_clearing_a_sample_spares_a_profile_of_ones_own(as_alice, alice):
    profile = ProfileFactory(user=alice, skills={"python": 3})
    as_alice.post("/profile/clear-sample/")
    assert profile.skill_claims.exists()
