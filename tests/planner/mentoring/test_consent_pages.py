"""For mentees: who sees what of them, changing it, leaving at once, and who looked."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from accounts import actions
from accounts.access import scopes_shown
from accounts.models import CohortMentor, Consent, Membership, Scope, Sighting
from tests.factories import CohortFactory, MentorFactory, UserFactory, member_of, mentor_of
from tests.htmx import HTMX
from tests.planner.test_dashboard import title

pytestmark = pytest.mark.django_db
PAGE = "/mentors/"
QUERIES = 7  # session, user, memberships, consents, mentors, sightings (count, rows)


@pytest.fixture
def address(cohort, mira):
    return f"/mentors/{cohort.pk}/{mira.pk}/"


def now_shown(mentor, mentee):
    return scopes_shown(mentor, mentee.pk, timezone.now())


def seen(mentee, viewer, number=1, what="gaps"):
    start = timezone.now() - timedelta(hours=1)
    for n in range(number):
        actions.note_sightings(
            viewer=viewer, mentees=[mentee.pk], what=what, now=start + timedelta(seconds=n)
        )


# --- Who sees what --------------------------------------------------------------------------------


def test_somebody_without_a_cohort_reads_how_one_is_joined(as_alice):
    page = as_alice.get(PAGE)
    assert title(page) == "No mentor sees anything of you"
    assert "You are in no cohort" in page.text


def test_each_mentor_stands_with_what_they_see_and_since_when(as_alice, alices, cohort, nick):
    mentor_of(cohort, nick)
    page = as_alice.get(PAGE)
    assert title(page) == "1 mentor sees something of you"
    today = timezone.now()
    since = f"since {today.day} {today:%B %Y}"
    assert f"Sees skills and gaps, plan and progress, evidence {since}" in page.text
    assert "Nick joined after you, and sees nothing until you decide." in page.text
    assert "Sees your name and nothing else" in page.text


def test_scopes_that_began_on_other_days_are_told_apart(as_alice, alices):
    Consent.objects.filter(scope="plan").update(starts_at="2026-03-01T12:00:00Z")
    text = as_alice.get(PAGE).text
    assert re.search(r"Sees plan and progress since 1 March 2026; skills and gaps, evidence", text)


def test_the_day_that_a_scope_began_is_that_of_the_mentee(as_alice, alice, alices):
    alice.time_zone = "Pacific/Kiritimati"  # fourteen hours ahead of UTC
    alice.save()
    Consent.objects.update(starts_at="2026-03-01T12:00:00Z")
    assert "evidence since 2 March 2026" in as_alice.get(PAGE).text


def test_a_closed_cohort_is_no_longer_there(as_alice, alices, cohort):
    actions.close_cohort(cohort=cohort, now=timezone.now())
    page = as_alice.get(PAGE)
    assert page.context["view"].cohorts == ()
    assert len(page.context["view"].past) == 3


def test_a_mentor_who_left_and_came_back_starts_anew(as_alice, alices, cohort, nick):
    mentor_of(cohort, nick)
    actions.set_scopes(
        cohort=cohort, mentee=alices.user, mentor=nick.pk, scopes=Scope, now=timezone.now()
    )
    actions.leave_as_mentor(cohort=cohort, mentor=nick, now=timezone.now())
    mentor_of(cohort, nick)
    assert as_alice.get(PAGE).context["view"].new == ["Nick"]


@pytest.mark.parametrize("number", [1, 20])
def test_the_number_of_queries_is_fixed(as_alice, alices, mira, django_assert_num_queries, number):
    for n in range(number):
        cohort = CohortFactory(lead=mira)
        member_of(cohort, alices.user, mira)
        mentor_of(cohort, MentorFactory(name=f"Mentor {n}"))
        seen(alices.user, mira)
    with django_assert_num_queries(QUERIES):
        as_alice.get(PAGE)


# --- Changing it ----------------------------------------------------------------------------------


def test_a_mentor_sees_what_is_ticked_and_nothing_else(as_alice, alices, mira, address):
    response = as_alice.post(address, {"scopes": ["plan"]}, follow=True)
    assert "Mira sees your plan and progress, and nothing else." in response.text
    assert now_shown(mira, alices.user) == {Scope.PLAN}
    as_alice.post(address, {"scopes": ["plan", "evidence"]})
    assert now_shown(mira, alices.user) == {Scope.PLAN, Scope.EVIDENCE}


def test_nothing_ticked_is_nothing_shown(as_alice, alices, mira, address):
    response = as_alice.post(address, follow=True)
    assert "Mira sees nothing of you but your name." in response.text
    assert now_shown(mira, alices.user) == frozenset()


@pytest.mark.parametrize("scope", ["pay", "everything", "", "SKILLS", "a\0b"])
def test_what_is_no_scope_changes_nothing(as_alice, alices, mira, address, scope):
    response = as_alice.post(address, {"scopes": [scope]})
    assert (response.status_code, "Nothing is changed" in response.text) == (422, True)
    assert now_shown(mira, alices.user) == frozenset(Scope)


def test_a_new_co_mentor_is_shown_something_once_one_says_so(as_alice, alices, cohort, nick):
    mentor_of(cohort, nick)
    as_alice.post(f"/mentors/{cohort.pk}/{nick.pk}/", {"scopes": ["skills"]})
    assert now_shown(nick, alices.user) == {Scope.SKILLS}
    assert as_alice.get(PAGE).context["view"].new == []


def test_a_mentor_who_has_left_meanwhile_is_shown_nothing(as_alice, alices, cohort, nick):
    mentor_of(cohort, nick)
    CohortMentor.objects.filter(mentor=nick).update(left_at=timezone.now())
    response = as_alice.post(
        f"/mentors/{cohort.pk}/{nick.pk}/", {"scopes": ["skills"]}, follow=True
    )
    assert "Nick mentors Autumn no longer and sees nothing of you." in response.text
    assert now_shown(nick, alices.user) == frozenset()


def test_only_mentors_of_ones_own_cohort_can_be_shown_anything(as_alice, alices, cohort, bob):
    other = CohortFactory()
    for address in (
        f"/mentors/{cohort.pk}/{bob.pk}/",
        f"/mentors/{cohort.pk}/{other.lead_id}/",
        f"/mentors/{other.pk}/{other.lead_id}/",
        f"/mentors/{other.pk}/leave/",
    ):
        assert as_alice.post(address, {"scopes": ["skills"]}).status_code == 404
    assert Consent.objects.count() == 3


# --- Leaving --------------------------------------------------------------------------------------


def test_leaving_is_one_click_and_acts_at_once(as_alice, alices, cohort, mira):
    assert f'action="/mentors/{cohort.pk}/leave/"' in as_alice.get(PAGE).text
    response = as_alice.post(f"/mentors/{cohort.pk}/leave/", follow=True)
    assert "You have left Autumn. Its mentors see nothing of you any more." in response.text
    assert now_shown(mira, alices.user) == frozenset()
    assert not Membership.objects.active().exists()
    assert 'href="/mentors/">Mentors' not in response.text.partition("</nav>")[0]


def test_leaving_again_is_leaving_nothing(as_alice, alices, cohort):
    as_alice.post(f"/mentors/{cohort.pk}/leave/")
    assert as_alice.post(f"/mentors/{cohort.pk}/leave/").status_code == 404


@pytest.mark.parametrize("way", ["leave", "untick", "remove", "close"])
def test_a_page_that_was_open_leads_nowhere_once_consent_ended(as_mira, alices, cohort, mira, way):
    """The next click, plain or by htmx, is told no more than of somebody who never was there."""
    address, now = f"/mentees/{alices.pk}/", timezone.now()
    assert as_mira.get(address).status_code == 200
    {
        "leave": lambda: actions.leave_cohort(cohort=cohort, mentee=alices.user, now=now),
        "untick": lambda: actions.set_scopes(
            cohort=cohort, mentee=alices.user, mentor=mira.pk, scopes=(), now=now
        ),
        "remove": lambda: actions.remove_mentee(cohort=cohort, mentee=alices.user_id, now=now),
        "close": lambda: actions.close_cohort(cohort=cohort, now=now),
    }[way]()
    seen_before = Sighting.objects.count()
    for headers in ({}, HTMX):
        found = as_mira.get(address, headers=headers)
        missing = as_mira.get("/mentees/999999/", headers=headers)
        assert (found.status_code, missing.status_code) == (404, 404)
        assert "Alice" not in found.text
    assert Sighting.objects.count() == seen_before


# --- What was, and who looked ---------------------------------------------------------------------


def test_what_ended_stays_with_its_times(as_alice, alices, address):
    as_alice.post(address, {"scopes": ["skills"]})
    past = as_alice.get(PAGE).context["view"].past
    assert {(one.mentor, one.cohort, one.scope) for one in past} == {
        ("Mira", "Autumn", "Plan and progress"),
        ("Mira", "Autumn", "Evidence"),
    }
    assert all(one.starts_at <= one.ends_at for one in past)


def test_each_look_of_a_mentor_is_listed(client, as_mira, alice, alices):
    as_mira.get(f"/mentees/{alices.pk}/")
    client.force_login(alice)
    page = client.get(PAGE)
    [(sighting, viewer)] = page.context["view"].seen
    assert (viewer, sighting.get_what_display()) == ("Mira", "Your skills and gaps")
    assert "Your skills and gaps" in page.text


def test_the_list_goes_on_over_pages_the_latest_first(as_alice, alices, mira):
    seen(alices.user, mira, 51)
    first, second = (as_alice.get(PAGE, {"page": n}) for n in (1, 2))
    times = [s.at for page in (first, second) for s, _ in page.context["view"].seen]
    assert (len(times), times) == (51, sorted(times, reverse=True))
    assert "1 to 50 of 51" in first.text
    assert as_alice.get(PAGE, {"page": "zzz"}).status_code == 200


def test_nobody_reads_who_looked_at_others(as_alice, alices, mira):
    seen(UserFactory(), mira)
    assert as_alice.get(PAGE).context["view"].seen == ()


def test_a_look_stays_when_its_viewer_and_cohort_are_gone(as_alice, alice, db):
    gone = MentorFactory(name="Gone")
    seen(alice, gone)
    gone.delete()
    assert "A former mentor" in as_alice.get(PAGE).text
