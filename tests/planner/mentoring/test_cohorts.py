"""The cohorts that somebody mentors: the list, making and changing one, its mentors, its end."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import Cohort, CohortMentor, Invitation, Membership, User
from planner.models import Programme
from tests.factories import (
    CohortFactory,
    MentorFactory,
    ProfileFactory,
    ReviewRequestFactory,
    UserFactory,
    member_of,
    mentor_of,
)
from tests.htmx import HTMX
from tests.planner.test_dashboard import title

pytestmark = pytest.mark.django_db
PAGE, NEW = "/cohorts/", "/cohorts/new/"
QUERIES = 8  # session, user, second factor, cohorts, people, invited, waiting, header
WINTER = {"name": "Winter", "starts_on": "2026-12-01", "ends_on": "2027-03-01", "level": "mid"}


def at(cohort, page):
    return f"/cohorts/{cohort.pk}/{page}/"


def member(cohort, *mentors, name="Bob"):
    user = ProfileFactory(user=UserFactory(name=name)).user
    member_of(cohort, user, *mentors)
    return Membership.objects.get(cohort=cohort, mentee=user)


# --- The list -------------------------------------------------------------------------------------


def test_a_first_time_mentor_reads_what_a_cohort_is(as_mira):
    page = as_mira.get(PAGE)
    assert title(page) == "Lead a group of developers to their next level"
    assert f'href="{NEW}"' in page.text


def test_without_a_second_factor_the_way_leads_to_one_and_back(client, alice):
    client.force_login(alice)
    assert client.get(PAGE).url == "/cohorts/second-factor/"
    assert client.get(PAGE, headers=HTMX).headers["HX-Redirect"] == "/cohorts/second-factor/"
    assert "/accounts/2fa/" in client.get("/cohorts/second-factor/").text
    assert f'href="{PAGE}"' in client.get("/accounts/2fa/").text.partition("go back")[0][-200:]


def test_the_list_counts_people_invitations_and_what_waits(as_mira, mira, cohort, review, bob):
    member_of(cohort, bob)  # shows nothing, so a review of his counts for nobody
    ReviewRequestFactory(profile=ProfileFactory(user=bob))
    Invitation.objects.create(cohort=cohort, digest="a")
    Invitation.objects.create(cohort=cohort, digest="b", expires_at=timezone.now())
    page = as_mira.get(PAGE)
    [row] = page.context["open"]
    assert (row.people, row.invited, row.waiting, row.is_lead) == (2, 1, 1, True)
    assert title(page) == "1 review waits for you"


def test_only_ones_own_cohorts_are_listed(as_mira, cohort):
    CohortFactory(name="Strangers")
    assert "Strangers" not in as_mira.get(PAGE).text


def test_a_closed_cohort_stays_as_a_name(as_mira, cohort):
    as_mira.post(at(cohort, "close"))
    page = as_mira.get(PAGE)
    assert ([row.cohort for row in page.context["closed"]], page.context["open"]) == ([cohort], [])
    assert as_mira.get(at(cohort, "mentors")).status_code == 200
    for address in ("edit", "invitations", "close"):
        assert as_mira.get(at(cohort, address)).status_code == 404


@pytest.mark.parametrize("number", [1, 20])
def test_the_number_of_queries_is_fixed(as_mira, mira, django_assert_num_queries, number):
    for _ in range(number):
        member(CohortFactory(lead=mira), mira)
    with django_assert_num_queries(QUERIES):
        as_mira.get(PAGE)


# --- Making and changing --------------------------------------------------------------------------


def test_making_a_cohort_leads_to_inviting(as_mira, mira):
    response = as_mira.post(
        NEW, WINTER | {"expectations": ["entry/version-control", "mid/framework"]}
    )
    cohort = Cohort.objects.get()
    assert response.url == at(cohort, "invitations")
    assert (cohort.name, cohort.lead, str(cohort.ends_on)) == ("Winter", mira, "2027-03-01")
    assert (cohort.programme.level_id, cohort.programme.expectations) == (
        "mid",
        ["entry/version-control", "mid/framework"],
    )
    assert User.objects.get(pk=mira.pk).is_mentor


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "x" * 81}, "name"),
        ({"name": "a\u202eb"}, "name"),
        ({"name": "a\0b"}, "name"),
        ({"name": "Win at https://casino.example"}, "name"),
        ({"name": "WWW.casino.example"}, "name"),
        ({"starts_on": "yesterday"}, "starts_on"),
        ({"starts_on": "1949-12-31"}, "starts_on"),
        ({"ends_on": "2026-11-30"}, "ends_on"),
        ({"ends_on": "2101-01-01"}, "ends_on"),
        ({"level": "principal"}, "level"),
        ({"expectations": ["entry/magic"]}, "expectations"),
        ({"expectations": ["senior/technical-leadership"]}, "expectations"),
    ],
)
def test_what_is_no_cohort_is_refused_and_kept_in_the_form(as_mira, change, field):
    response = as_mira.post(NEW, WINTER | change)
    assert response.status_code == 422
    assert field in response.context["form"].errors
    assert not Cohort.objects.exists()
    assert f'value="{change.get("ends_on", "2027-03-01")}"' in response.text


def test_who_has_no_name_is_asked_for_one(client):
    nameless = MentorFactory(name="")
    client.force_login(nameless)
    assert client.post(NEW, WINTER).status_code == 422
    client.post(NEW, WINTER | {"your_name": "Nova"})
    assert str(User.objects.get(pk=nameless.pk)) == "Nova"


def test_changing_a_cohort_leaves_its_people_as_they_are(as_mira, cohort, alices):
    shown = list(alices.user.consents_given.values())
    assert as_mira.get(at(cohort, "edit")).context["form"].initial["name"] == "Autumn"
    assert as_mira.post(at(cohort, "edit"), WINTER).url == PAGE
    cohort.refresh_from_db()
    assert (cohort.name, cohort.programme.level_id) == ("Winter", "mid")
    assert list(alices.user.consents_given.values()) == shown


def test_an_expectation_that_is_gone_is_not_offered_as_chosen(as_mira, cohort):
    Programme.objects.filter(cohort=cohort).update(
        expectations=["entry/version-control", "entry/gone"]
    )
    form = as_mira.get(at(cohort, "edit")).context["form"]
    assert form.initial["expectations"] == ["entry/version-control"]


def test_a_co_mentor_changes_it_but_does_not_close_it(client, cohort, nick):
    mentor_of(cohort, nick)
    client.force_login(nick)
    assert client.post(at(cohort, "edit"), WINTER).status_code == 302
    assert "Close the cohort" not in client.get(at(cohort, "edit")).text
    assert client.post(at(cohort, "close")).status_code == 404


# --- Closing, leaving, removing -------------------------------------------------------------------


def test_closing_says_what_ends_and_then_ends_it(as_mira, cohort, alices):
    page = as_mira.get(at(cohort, "close"))
    assert "1 person would show its mentors nothing more" in page.text
    assert not Cohort.objects.get().is_closed
    assert as_mira.get(f"/mentees/{alices.pk}/").status_code == 200
    assert as_mira.post(at(cohort, "close")).url == PAGE
    assert as_mira.get(f"/mentees/{alices.pk}/").status_code == 404


def test_the_lead_is_told_to_hand_over_before_leaving(as_mira, cohort):
    assert "hand it over first" in as_mira.get(at(cohort, "leave")).text
    response = as_mira.post(at(cohort, "leave"))
    assert (response.status_code, "hand it over first" in response.text) == (409, True)
    assert CohortMentor.objects.active().count() == 1


def test_handing_over_and_leaving(as_mira, cohort, nick, alices):
    mentor_of(cohort, nick)
    as_mira.post(f"/cohorts/{cohort.pk}/mentors/{nick.pk}/hand-over/")
    assert Cohort.objects.get().lead == nick
    assert as_mira.post(at(cohort, "leave")).url == PAGE
    assert as_mira.get(at(cohort, "mentors")).status_code == 404
    assert as_mira.get(f"/mentees/{alices.pk}/").status_code == 404


def test_nothing_is_handed_over_to_somebody_who_has_left(as_mira, mira, cohort, nick):
    """Mira sent the form from a page that was open before Nick left."""
    mentor_of(cohort, nick)
    CohortMentor.objects.filter(mentor=nick).update(left_at=timezone.now())
    response = as_mira.post(f"/cohorts/{cohort.pk}/mentors/{nick.pk}/hand-over/")
    assert response.status_code == 404
    assert Cohort.objects.get().lead == mira


def test_the_lead_removes_a_co_mentor(as_mira, as_nick, cohort, nick, alices):
    address = f"/cohorts/{cohort.pk}/mentors/{nick.pk}/remove/"
    assert "Nick sees nothing more of its people" in as_mira.get(address).text
    assert as_nick.get(f"/mentees/{alices.pk}/").status_code == 200
    as_mira.post(address)
    assert as_nick.get(f"/mentees/{alices.pk}/").status_code == 404
    assert as_nick.post(address).status_code == 404


def test_the_lead_cannot_remove_or_follow_themselves(as_mira, mira, cohort):
    for way in ("remove", "hand-over"):
        address = f"/cohorts/{cohort.pk}/mentors/{mira.pk}/{way}/"
        assert as_mira.post(address).status_code == 404


def test_where_the_leads_account_is_gone_any_mentor_leads(as_nick, cohort, mira, nick):
    assert as_nick.post(at(cohort, "close")).status_code == 404
    mira.delete()
    assert "Close the cohort" in as_nick.get(at(cohort, "edit")).text
    third = MentorFactory(name="Third")
    mentor_of(cohort, third)
    as_nick.post(f"/cohorts/{cohort.pk}/mentors/{third.pk}/hand-over/")
    assert Cohort.objects.get().lead == third


def test_removing_a_mentee_says_what_ends_and_then_ends_it(as_mira, cohort, alices):
    place = Membership.objects.get()
    address = f"/cohorts/{cohort.pk}/people/{place.pk}/remove/"
    assert "Alice shows you nothing more" in as_mira.get(address).text
    assert as_mira.post(address).url == at(cohort, "invitations")
    assert as_mira.get(f"/mentees/{alices.pk}/").status_code == 404
    assert as_mira.post(address).status_code == 404


def test_nobody_is_removed_from_somebody_elses_cohort(as_mira, cohort):
    other = member(CohortFactory())
    for number in (cohort.pk, other.cohort_id):
        address = f"/cohorts/{number}/people/{other.pk}/remove/"
        assert as_mira.post(address).status_code == 404
    assert Membership.objects.active().count() == 1


def test_mentors_are_listed_with_how_many_show_them_something(as_mira, cohort, nick, alices):
    mentor_of(cohort, nick)
    rows = as_mira.get(at(cohort, "mentors")).context["rows"]
    assert [(row.name, row.is_lead, row.shown_by) for row in rows] == [
        ("Mira", True, 1),
        ("Nick", False, 0),
    ]


def test_names_stand_for_people_and_never_their_addresses(as_mira, cohort):
    nameless = UserFactory(name="", email="secret@example.com")
    member_of(cohort, nameless)
    mentor_of(cohort, MentorFactory(name="", email="hidden@example.com"))
    for page in ("mentors", "invitations"):
        text = as_mira.get(at(cohort, page)).text
        assert not re.search(r"(secret|hidden)@", text)


@pytest.mark.parametrize("where", ["edit", "close", "leave", "mentors", "invitations"])
def test_what_others_mentor_does_not_exist(as_mira, where):
    other = CohortFactory(name="Strangers", ends_on=timezone.localdate() + timedelta(days=9))
    response = as_mira.get(at(other, where))
    assert (response.status_code, "Strangers" in response.text) == (404, False)
