"""Certificates in hand: which count, until when, and how they are added, changed and removed."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from planner.models import CertificationClaim
from planner.queries.catalogue import current_catalogue
from tests.factories import CertificationClaimFactory, ProfileFactory
from tests.htmx import element

pytestmark = pytest.mark.django_db
LIST = "/certifications/"
ADD = "/certifications/add/"


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel("2026-11-24T12:00:00Z", tick=False):
        yield


def url_of(action, certification="ckad"):
    return reverse(f"planner:certification_{action}", args=[certification])


def held(user):
    return {
        claim.certification_id: (claim.earned_on, claim.expires_on)
        for claim in CertificationClaim.objects.visible_to(user)
    }


def states(response):
    return {row.certification.id: (row.state, row.days_left) for row in response.context["rows"]}


def choices(response):
    groups = dict(response.context["form"].fields["certification"].choices[1:])
    return {label: [id_ for id_, _ in options] for label, options in groups.items()}


# --- The list -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("expires_on", "state"),
    [
        (None, ("active", None)),
        (date(2027, 2, 23), ("active", 91)),
        (date(2027, 2, 22), ("soon", 90)),
        (date(2026, 11, 24), ("soon", 0)),
        (date(2026, 11, 23), ("expired", -1)),
    ],
)
def test_a_certificate_shows_its_state(as_alice, alice, expires_on, state):
    CertificationClaimFactory(profile__user=alice, expires_on=expires_on)
    assert states(as_alice.get(LIST)) == {"ckad": state}


def test_an_expired_one_says_since_when_it_counts_nothing(as_alice, alice):
    CertificationClaimFactory(profile__user=alice, expires_on=date(2026, 3, 1))
    page = as_alice.get(LIST).text
    assert "Counts nothing since 1 March 2026." in page
    assert "No certificates count, 1 expired" in page


def test_those_that_count_come_first(as_alice, alice):
    profile = ProfileFactory(user=alice, certifications=["cka"])
    CertificationClaimFactory(
        profile=profile, certification_id="aws-dva", expires_on=date(2026, 3, 1)
    )
    assert list(states(as_alice.get(LIST))) == ["cka", "aws-dva"]


def test_a_retired_one_can_be_held_and_is_labelled(as_alice, alice):
    ProfileFactory(user=alice, certifications=["az-204"])
    assert "It can no longer be earned or renewed." in as_alice.get(LIST).text


def test_what_is_retired_or_held_is_not_offered(as_alice, alice):
    ProfileFactory(user=alice, certifications=["ckad"])
    context = as_alice.get(LIST).context
    offered = [certification.id for certification in context["offered"] + context["others"]]
    assert "ckad" not in offered
    assert "az-204" not in offered
    assert "cka" in offered


def test_what_is_offered_can_be_taken_into_the_form(as_alice):
    page = as_alice.get(LIST, {"add": "cka"})
    assert page.context["form"]["certification"].value() == "cka"


@pytest.mark.parametrize("count", [1, 20])
def test_the_page_takes_as_many_queries_for_many(as_alice, alice, django_assert_num_queries, count):
    ProfileFactory(user=alice, certifications=list(current_catalogue().certifications)[:count])
    with django_assert_num_queries(5):  # session, user, profile, skills, certificates
        as_alice.get(LIST)


# --- Adding ---------------------------------------------------------------------------------------


def test_a_certificate_is_added(as_alice, alice):
    data = {"certification": "ckad", "earned_on": "2026-02-28", "expires_on": "2027-01-31"}
    assert as_alice.post(ADD, data).url == LIST
    assert held(alice) == {"ckad": (date(2026, 2, 28), date(2027, 1, 31))}


@pytest.mark.parametrize(
    ("certification", "expires_on"),
    [("ckad", date(2027, 2, 28)), ("aws-dva", date(2028, 2, 28)), ("docker-dca", None)],
)
def test_left_empty_the_end_follows_from_the_validity(as_alice, alice, certification, expires_on):
    as_alice.post(ADD, {"certification": certification, "earned_on": "2025-02-28"})
    assert held(alice) == {certification: (date(2025, 2, 28), expires_on)}


def test_one_that_does_not_expire_stays_so(as_alice, alice):
    data = {"certification": "ckad", "earned_on": "2020-02-28", "never_expires": "on"}
    as_alice.post(ADD, data)
    assert held(alice) == {"ckad": (date(2020, 2, 28), None)}
    form = as_alice.get(url_of("edit")).context["form"]
    assert form.initial["never_expires"] is True
    assert "No end of validity." in as_alice.get(LIST).text


def test_a_last_day_and_no_end_are_not_both(as_alice, alice):
    data = {"certification": "ckad", "earned_on": "2026-01-15", "expires_on": "2028-01-15"}
    response = as_alice.post(ADD, data | {"never_expires": "on"})
    assert response.status_code == 422
    assert "not both" in response.context["form"].errors["never_expires"][0]
    assert held(alice) == {}


def test_a_retired_one_may_be_added(as_alice, alice):
    assert "az-204" in choices(as_alice.get(LIST))["Retired: held only"]
    as_alice.post(ADD, {"certification": "az-204", "earned_on": "2026-01-31"})
    assert "az-204" in held(alice)


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("earned_on", "2026-11-25", "This day is still to come."),
        ("earned_on", "1949-12-31", "Give a day between 1950 and 2100."),
        ("earned_on", "yesterday", "Enter a valid date."),
        ("earned_on", "", "This field is required."),
        ("expires_on", "2026-01-14", "This is before the day it was earned."),
        ("expires_on", "2101-01-01", "Give a day between 1950 and 2100."),
        ("certification", "no-such", "Select a valid choice."),
        ("certification", "", "This field is required."),
        ("verification_url", "javascript:alert(1)", "Give a link that begins with http"),
        ("verification_url", "ftp://example.com/1", "Give a link that begins with http"),
        ("verification_url", "no link", "Give a link that begins with http"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_entered_is_kept(as_alice, alice, field, value, message):
    data = {"certification": "ckad", "earned_on": "2026-01-15"} | {field: value}
    response = as_alice.post(ADD, data)
    assert response.status_code == 422
    assert response.context["form"].errors[field][0].startswith(message)
    assert ("value", "2026-01-15") in element(response, "id_earned_on").attributes or (
        field == "earned_on"
    )
    assert held(alice) == {}


def test_one_already_held_is_not_added_again(as_alice, alice):
    ProfileFactory(user=alice, certifications=["ckad"])
    response = as_alice.post(ADD, {"certification": "ckad", "earned_on": "2026-05-05"})
    assert response.status_code == 422
    assert "You have this one already" in response.text
    assert held(alice) == {"ckad": (date(2026, 1, 15), None)}


# --- Changing and removing ------------------------------------------------------------------------


def test_the_dates_are_changed(as_alice, alice):
    ProfileFactory(user=alice, certifications=["ckad"])
    data = {"earned_on": "2025-06-01", "expires_on": "2027-06-01"}
    assert as_alice.post(url_of("edit"), data).url == LIST
    assert held(alice) == {"ckad": (date(2025, 6, 1), date(2027, 6, 1))}


def test_where_it_can_be_verified_is_shown_without_telling_where_one_comes_from(as_alice, alice):
    ProfileFactory(user=alice, certifications=["ckad"])
    data = {"earned_on": "2026-01-15", "verification_url": "https://certs.example.com/4711"}
    as_alice.post(url_of("edit"), data)
    link = '<a class="breakable" href="https://certs.example.com/4711" rel="noopener noreferrer'
    for page in (LIST, "/certifications/ckad/"):
        assert link in as_alice.get(page).text
    assert 'value="https://certs.example.com/4711"' in as_alice.get(url_of("edit")).text


def test_a_verification_link_is_part_of_the_history(as_alice, alice):
    ProfileFactory(user=alice, certifications=["ckad"])
    data = {"earned_on": "2026-01-15", "never_expires": "on"}
    for link in ("https://certs.example.com/1", ""):
        as_alice.post(url_of("edit"), data | {"verification_url": link})
    links = [event.now.get("verification_url") for event in alice.profile.events.in_order()]
    assert links == ["https://certs.example.com/1", None]
    text = as_alice.get("/history/").text
    assert "another verification link" in text
    assert "no verification link" in text


def test_wrong_dates_change_nothing(as_alice, alice):
    ProfileFactory(user=alice, certifications=["ckad"])
    response = as_alice.post(url_of("edit"), {"earned_on": "2026-12-24"})
    assert response.status_code == 422
    assert held(alice) == {"ckad": (date(2026, 1, 15), None)}


def test_a_certificate_is_removed(as_alice, alice):
    ProfileFactory(user=alice, certifications=["ckad", "cka"])
    response = as_alice.post(url_of("remove"), follow=True)
    assert "Certified Kubernetes Application Developer removed." in response.text
    assert list(held(alice)) == ["cka"]


def test_a_link_removes_nothing(as_alice, alice):
    ProfileFactory(user=alice, certifications=["ckad"])
    assert as_alice.get(url_of("remove")).status_code == 405
    assert "ckad" in held(alice)


@pytest.mark.parametrize("action", ["edit", "remove"])
def test_nobody_elses_certificate_can_be_touched(as_alice, bob, action):
    ProfileFactory(user=bob, certifications=["ckad"])
    response = as_alice.post(url_of(action), {"earned_on": "2026-01-01"})
    assert response.status_code == 404
    assert held(bob) == {"ckad": (date(2026, 1, 15), None)}
