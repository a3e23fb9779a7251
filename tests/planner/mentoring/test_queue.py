"""What waits for a mentor: all cohorts at once, the oldest first, filters that combine."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import Consent, Sighting
from planner.domain.mentoring.reviews import queue_order
from planner.models import ReviewDecision, ReviewRequest, SkillEntry
from planner.queries.reviews import load_queue
from tests.factories import (
    CohortFactory,
    ProfileFactory,
    ReviewRequestFactory,
    UserFactory,
    member_of,
)
from tests.htmx import HTMX, element
from tests.planner.test_dashboard import title

pytestmark = pytest.mark.django_db
PAGE, CONFIRM = "/reviews/", "/reviews/confirm/"
# session, user, second factor, consents, requests, sightings, the number in the header
QUERIES = 7


def waits(profile, days=0, skill="docker", **more):
    asked_at = timezone.now() - timedelta(days=days, minutes=1)
    return ReviewRequestFactory(profile=profile, skill_id=skill, asked_at=asked_at, **more)


def mentee(cohort, *mentors, name="Bob", **more):
    profile = ProfileFactory(user=UserFactory(name=name), skills={"docker": 2})
    member_of(cohort, profile.user, *mentors, **more)
    return profile


def shown(response):
    return [row.one.pk for row in response.context["rows"]]


# --- The order ------------------------------------------------------------------------------------


def test_the_oldest_of_all_cohorts_comes_first(as_mira, mira, alices):
    other = mentee(CohortFactory(lead=mira), mira)
    pks = [waits(alices, 1).pk, waits(other, 3).pk, waits(alices, 5, "python").pk]
    page = as_mira.get(PAGE)
    assert shown(page) == pks[::-1]
    assert title(page) == "3 reviews wait for an answer, 1 of them longer than 4 days"


def test_whose_cohort_ends_within_a_week_comes_before(as_mira, mira, alices):
    soon = CohortFactory(lead=mira, ends_on=timezone.now().date() + timedelta(days=7))
    first, second = waits(alices, 6), waits(mentee(soon, mira))
    page = as_mira.get(PAGE)
    assert shown(page) == [second.pk, first.pk]
    assert f"Ends {soon.ends_on.day} {soon.ends_on:%B}" in page.text


def test_the_order_is_that_of_the_rules(mira, alices):
    for days, skill in enumerate(["docker", "python", "go", "git"]):
        waits(alices, days * 3 % 4, skill)
    queue = load_queue(mira, timezone.now())
    values = [one.to_value() for one in queue.waiting]
    assert values == list(queue_order(reversed(values), queue.now))


@pytest.mark.parametrize(("days", "word"), [(0, "New"), (3, "Due"), (6, "Late")])
def test_the_age_is_said_against_the_promise(as_mira, alices, days, word):
    waits(alices, days)
    (row,) = as_mira.get(PAGE).context["rows"]
    assert row.band_word == word


def test_who_is_at_it_is_named(as_mira, alices, nick):
    waits(alices, claimed_by=nick, claimed_until=timezone.now() + timedelta(minutes=10))
    assert "Nick is at it until" in as_mira.get(PAGE).text


def test_a_claim_that_ran_out_is_no_claim(as_mira, alices, nick):
    waits(alices, claimed_by=nick, claimed_until=timezone.now())
    assert "Nick" not in as_mira.get(PAGE).text


def test_nothing_waiting_is_good_news(as_mira, cohort):
    page = as_mira.get(PAGE)
    assert title(page) == "Nothing waits for your review"
    assert "All answered" in page.text


# --- Who is in it ---------------------------------------------------------------------------------


def test_only_those_who_show_their_skills_are_in_it(as_mira, cohort, mira):
    waits(mentee(cohort, name="Hidden Bob"))
    waits(mentee(cohort, mira, name="Planning Carl", scopes=["plan", "evidence"]))
    page = as_mira.get(PAGE)
    assert shown(page) == []
    assert "Bob" not in page.text
    assert "Carl" not in page.text


def test_a_consent_that_ended_takes_the_request_away(as_mira, alices):
    waits(alices)
    Consent.objects.update(ends_at=timezone.now())
    assert shown(as_mira.get(PAGE)) == []


def test_what_is_answered_is_gone(as_mira, alices):
    waits(alices, closed_at=timezone.now(), closed_as="answered")
    assert shown(as_mira.get(PAGE)) == []


def test_a_second_factor_is_needed(client, alice, alices):
    client.force_login(alice)
    assert client.get(PAGE).url == "/cohorts/second-factor/"


def test_each_person_on_the_page_is_noted_once(as_mira, mira, alices, alice):
    waits(alices), waits(alices, skill="python")
    as_mira.get(PAGE)
    (sighting,) = Sighting.objects.all()
    assert (sighting.mentee, sighting.viewer, sighting.what) == (alice, mira, "queue")


# --- Filters --------------------------------------------------------------------------------------


@pytest.fixture
def three(alices, mira):
    """Alice waits for two, one of them late; Bob of another cohort for one that Mira took."""
    bobs = mentee(CohortFactory(lead=mira, name="Winter"), mira)
    until = timezone.now() + timedelta(minutes=5)
    return (
        waits(alices, 6),
        waits(alices, 1, "python"),
        waits(bobs, 1, claimed_by=mira, claimed_until=until),
    )


def test_filters_combine(as_mira, three):
    late, python, bobs = three
    winter = bobs.profile.user.memberships.get().cohort_id
    for query, expected in [
        ({"skill": "docker"}, [late.pk, bobs.pk]),
        ({"skill": "docker", "band": "late"}, [late.pk]),
        ({"person": late.profile.user_id}, [late.pk, python.pk]),
        ({"cohort": winter}, [bobs.pk]),
        ({"mine": "on"}, [bobs.pk]),
        ({"mine": "on", "skill": "python"}, []),
    ]:
        assert shown(as_mira.get(PAGE, query)) == expected, query


def test_a_filter_without_a_match_says_so(as_mira, three):
    page = as_mira.get(PAGE, {"skill": "python", "band": "late"})
    assert "Nothing that waits matches" in page.text
    assert title(page).startswith("3 reviews wait")


@pytest.mark.parametrize("query", ["cohort=1", "person=x", "skill=nothing", "band=old"])
def test_what_is_not_offered_cannot_be_asked_for(as_mira, three, query):
    ReviewRequest.objects.exclude(pk=three[0].pk).delete()
    Consent.objects.exclude(mentee=three[0].profile.user).delete()
    page = as_mira.get(f"{PAGE}?{query.replace('cohort=1', 'cohort=999999')}")
    assert page.status_code == 422


def test_the_partial_is_the_element_of_the_page(as_mira, three):
    page, part = as_mira.get(PAGE), as_mira.get(PAGE, headers=HTMX)
    assert element(part, "review-queue") == element(page, "review-queue")
    assert len(part.content) < len(page.content)


def test_while_rating_blind_no_level_is_shown(as_mira, three):
    page = as_mira.get(PAGE, {"blind": "on"}).text
    queue = page[page.index('id="queue-title"') :]
    assert "Working" not in queue
    assert f"/reviews/{three[0].pk}/?blind=on" in queue
    assert 'type="checkbox" id="review-' not in queue


# --- Much of it -----------------------------------------------------------------------------------


def five_hundred(cohort, mira, number=500):
    skills = list(SkillEntry.objects.values_list("pk", flat=True)[:25])
    for _ in range(max(1, number // 25)):
        profile = mentee(cohort, mira, name="Someone")
        ReviewRequest.objects.bulk_create(
            ReviewRequest(profile=profile, skill_id=skill, proficiency=2)
            for skill in skills[: min(25, number)]
        )


@pytest.mark.parametrize("number", [1, 500])
def test_the_number_of_queries_is_fixed(as_mira, mira, cohort, number, django_assert_num_queries):
    five_hundred(cohort, mira, number)
    with django_assert_num_queries(QUERIES):
        page = as_mira.get(PAGE)
    assert len(page.context["queue"].waiting) == number


def test_a_page_holds_fifty_and_keeps_the_filters(as_mira, mira, cohort):
    five_hundred(cohort, mira, 75)
    page = as_mira.get(PAGE, {"band": "fresh"})
    assert len(shown(page)) == 50
    assert 'href="?band=fresh&amp;page=2"' in page.text
    assert len(shown(as_mira.get(PAGE, {"band": "fresh", "page": 2}))) == 25


# --- The number in the header ---------------------------------------------------------------------


def badge(response):
    found = re.search(r'id="reviews-waiting">(\d+)', response.text)
    return found and int(found[1])


def test_the_header_says_how_many_wait(as_mira, three):
    assert badge(as_mira.get(PAGE)) == 3


def test_without_a_second_factor_the_header_says_nothing(as_mira, mira, three):
    mira.authenticator_set.all().delete()
    assert badge(as_mira.get("/method/")) is None


def test_the_number_costs_mentors_one_query_and_others_none(
    client, mira, alice, three, django_assert_num_queries
):
    for person, queries in ((alice, 2), (mira, 3)):
        client.force_login(person)
        client.get("/method/")
        with django_assert_num_queries(queries + 1):  # session, user, version of the catalogue
            client.get("/method/")


# --- Confirming several ---------------------------------------------------------------------------


def test_those_chosen_are_shown_once_more(as_mira, three):
    late, python, _ = three
    page = as_mira.get(CONFIRM, {"review": [late.pk, python.pk]})
    assert title(page) == "Confirm 2 claims as claimed?"
    assert "Docker" in page.text
    assert not ReviewDecision.objects.exists()


def test_all_of_them_are_confirmed_in_one_go(as_mira, mira, three, run_tasks, mailoutbox):
    page = as_mira.post(CONFIRM, {"review": [one.pk for one in three]}, follow=True)
    assert "Confirmed: Alice, Docker; Alice, Python; Bob, Docker." in page.text
    assert not ReviewRequest.objects.open().exists()
    assert {d.kind for d in ReviewDecision.objects.all()} == {"confirm"}
    ratings = mira.ratings_given.values_list("profile", "skill", "proficiency")
    assert sorted(ratings) == sorted((r.profile_id, r.skill_id, r.proficiency) for r in three)


def test_what_another_mentor_holds_or_answered_is_left_out_by_name(as_mira, nick, three):
    late, python, bobs = three
    until = timezone.now() + timedelta(minutes=5)
    ReviewRequest.objects.filter(pk=late.pk).update(claimed_by=nick, claimed_until=until)
    ReviewRequest.objects.filter(pk=python.pk).update(
        closed_at=timezone.now(), closed_as="withdrawn"
    )
    page = as_mira.post(CONFIRM, {"review": [one.pk for one in three]}, follow=True)
    assert "Confirmed: Bob, Docker." in page.text
    assert "Not possible any more: Alice, Docker; Alice, Python." in page.text
    assert ReviewDecision.objects.get().request == bobs


def test_who_is_named_without_being_confirmed_can_read_that_they_were(as_mira, review):
    """The answer names what was closed before, also to who never looked at the list."""
    ReviewRequest.objects.update(closed_at=timezone.now(), closed_as="withdrawn")
    answer = as_mira.post(CONFIRM, {"review": [review.pk]}, follow=True)
    assert "Alice, " in answer.text
    noted = Sighting.objects.values_list("mentee", "what")
    assert list(noted) == [(review.profile.user_id, "queue")]


def test_what_is_not_shown_cannot_be_confirmed(as_mira, three, bob):
    theirs = waits(ProfileFactory(user=bob))
    page = as_mira.post(CONFIRM, {"review": [theirs.pk, "x", "9" * 30]}, follow=True)
    assert "Choose the reviews to confirm first." in page.text
    assert not ReviewDecision.objects.exists()


def test_confirming_fifty_costs_a_fixed_number_of_reads(as_mira, mira, cohort):
    five_hundred(cohort, mira, 50)
    pks = list(ReviewRequest.objects.values_list("pk", flat=True))
    as_mira.post(CONFIRM, {"review": pks})
    assert ReviewDecision.objects.count() == 50
