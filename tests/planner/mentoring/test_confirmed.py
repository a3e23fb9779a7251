"""What mentors said of a skill, where its owner looks at it; and the way to ask them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import Consent
from planner.models import Event, MentorRating, ReviewDecision, ReviewRequest
from tests.factories import MentorFactory, ProfileFactory, ReviewRequestFactory
from tests.htmx import HTMX, element

pytestmark = pytest.mark.django_db
SKILL, SKILLS = "/skills/docker/", "/skills/?area=assessed"


def rated(profile, mentor, proficiency=2, skill="docker", days=0, confirmed=True):
    decision = None
    if confirmed:
        version = ReviewRequest.objects.filter(profile=profile, skill=skill).count() + 1
        review = ReviewRequestFactory(
            profile=profile, skill_id=skill, version=version, closed_at=timezone.now(),
            closed_as="answered",
        )  # fmt: skip
        decision = ReviewDecision.objects.create(
            request=review, mentor=mentor, kind="confirm", proficiency=proficiency
        )
    return MentorRating.objects.create(
        profile=profile, skill_id=skill, mentor=mentor, proficiency=proficiency, saw_claim=True,
        decision=decision, rated_at=timezone.now() - timedelta(days=days),
    )  # fmt: skip


@pytest.mark.parametrize("address", [SKILL, SKILLS])
def test_who_confirmed_is_said_with_the_level_and_the_day(as_alice, alices, mira, address):
    rating = rated(alices, mira)
    day = f"{rating.rated_at.day} {rating.rated_at:%B %Y}"
    assert f"Confirmed: Working by Mira on {day}" in as_alice.get(address).text


def test_the_day_of_a_rating_is_that_of_whoever_reads_it(as_alice, alice, alices, mira):
    alice.time_zone = "Pacific/Kiritimati"  # fourteen hours ahead of UTC
    alice.save()
    rating = rated(alices, mira)
    MentorRating.objects.filter(pk=rating.pk).update(rated_at="2026-03-01T12:00:00Z")
    assert "by Mira on 2 March 2026" in as_alice.get(SKILL).text


def test_the_latest_of_each_mentor_counts(as_alice, alices, mira, nick):
    rated(alices, mira, 1, days=9)
    rated(alices, mira, 2)
    rated(alices, nick, 3, days=5, confirmed=False)
    review = as_alice.get(SKILL).context["review"]
    assert [(r.by, r.proficiency) for r in review.ratings] == [("Mira", 2), ("Nick", 3)]


def test_the_list_names_the_last_word(as_alice, alices, mira, nick):
    rated(alices, mira, 2, days=5)
    rated(alices, nick, 3)
    page = as_alice.get(SKILLS).text
    assert "Confirmed: Proficient by Nick" in page
    assert "by Mira" not in page


def test_another_level_can_be_adopted(as_alice, alices, mira):
    rated(alices, mira, 1)
    assert "Make Learning your own rating" in as_alice.get(SKILL).text
    rated(alices, mira, 2)
    assert "your own rating<" not in as_alice.get(SKILL).text


@pytest.mark.parametrize(("level", "origin"), [("1", "review"), ("3", "self")])
def test_history_tells_what_was_taken_over_from_what_was_stated(
    as_alice, alices, mira, level, origin
):
    """Whatever the form says: a mentor must have said so."""
    rated(alices, mira, 1)
    sent = {"was": "2", "proficiency": level, "adopt": "1", "next": SKILL}
    as_alice.post(f"{SKILL}proficiency/", sent)
    assert Event.objects.latest_first().first().origin == origin


def test_a_saved_row_is_that_of_the_page(as_alice, alices, mira):
    rated(alices, mira)
    sent = {"was": "2", "proficiency": "2", "next": SKILLS}
    saved = as_alice.post(f"{SKILL}proficiency/", sent, headers=HTMX)
    assert element(saved, "skill-docker") == element(as_alice.get(SKILLS), "skill-docker")


@pytest.mark.parametrize("address", [SKILL, SKILLS])
def test_who_has_a_mentor_can_ask(as_alice, alices, address):
    assert 'href="/skills/docker/review/"' in as_alice.get(address).text


def test_who_shows_nobody_their_skills_is_told_why_not(as_alice, alices):
    Consent.objects.filter(scope="skills").update(ends_at=timezone.now())
    page = as_alice.get(SKILL).text
    assert "A review needs a mentor who may see your skills" in page
    assert 'href="/skills/docker/review/"' not in page


@pytest.mark.parametrize("address", [SKILL, SKILLS])
def test_who_has_no_mentor_is_not_sent_to_one(as_alice, alice, address):
    ProfileFactory(user=alice, skills={"docker": 2})
    assert "/skills/docker/review/" not in as_alice.get(address).text


def test_what_waits_is_said(as_alice, review):
    assert "Waiting for a mentor since" in as_alice.get(SKILL).text


def test_what_was_confirmed_stays_after_the_mentor_is_gone(as_alice, alices, mira):
    rated(alices, mira)
    mira.delete()
    assert "Confirmed: Working by a former mentor" in as_alice.get(SKILL).text


@pytest.mark.parametrize(("address", "queries"), [(SKILL, 8), (SKILLS, 7)])
@pytest.mark.parametrize("number", [1, 20])
def test_the_number_of_queries_is_fixed(
    as_alice, alices, address, queries, number, django_assert_num_queries
):
    for n in range(number):
        rated(alices, MentorFactory(name=f"Mentor {n}"))
    with django_assert_num_queries(queries):
        as_alice.get(address)
