"""The page of one review: all that is needed to answer it, and nothing beyond consent."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import Consent, Sighting
from planner.models import Assignment, MentorRating, ReviewDecision, ReviewRequest, SkillClaim
from tests.factories import EvidenceFactory, MentorFactory, ReviewRequestFactory
from tests.htmx import element
from tests.planner.test_dashboard import title

pytestmark = pytest.mark.django_db
# session, user, second factor, review, scopes, versions, evidence, ratings, claim, notes, snippets,
# cohorts, steps, version of the catalogue, sighting, the number in the header
QUERIES = 16


def address(review, *more):
    return "/".join(["/reviews", str(review.pk), *more, ""])


def earlier(review, kind, mentor, words="", version=1, **more):
    """The answer to a version before this one."""
    review.version += 1
    review.save()
    before = ReviewRequestFactory(
        profile=review.profile, skill_id=review.skill_id, version=version, words="First try.",
        closed_at=timezone.now(), closed_as="answered",
    )  # fmt: skip
    return ReviewDecision.objects.create(
        request=before, mentor=mentor, kind=kind, words=words, **more
    )


# --- What is on it --------------------------------------------------------------------------------


def test_the_claim_is_the_heading(as_mira, review):
    assert title(as_mira.get(address(review))) == "Alice claims Working in Docker"


def test_everything_to_answer_it_is_on_one_page(as_mira, review, alices):
    alices.target_id = "mid"
    alices.save()
    page = as_mira.get(address(review)).text
    for said in (
        "See the Dockerfile.",
        "Finishes ordinary tasks with it alone",
        "Alice aims at",
        "Mid-level asks",
        "Nobody has reviewed or rated it before.",
        "Your private notes on Alice",
        "It promises neither promotion nor pay.",
    ):
        assert said in page, said


def test_it_says_what_the_mentee_is_at_it_for(as_mira, review, alices, mira, cohort):
    Assignment.objects.create(profile=alices, mentor=mira, skill_id="docker", proficiency=3)
    page = as_mira.get(address(review)).text
    assert f"Autumn, until {cohort.ends_on.day} {cohort.ends_on:%B %Y}; it leads to" in page
    assert "Set by Mira" in page


def test_what_is_set_needs_consent_for_the_plan(as_mira, review, alices, mira):
    Assignment.objects.create(profile=alices, mentor=mira, skill_id="docker", proficiency=3)
    Consent.objects.filter(scope="plan").update(ends_at=timezone.now())
    assert "Set by Mira" not in as_mira.get(address(review)).text


def test_evidence_is_shown_with_safe_links(as_mira, review, alices):
    item = EvidenceFactory(profile=alices, text="See main.py", skills=["docker"])
    review.evidence.add(item)
    page = as_mira.get(address(review)).text
    assert "See main.py" in page
    assert f'href="{item.url}" rel="noopener noreferrer nofollow"' in page


def test_testimony_is_marked_as_such(as_mira, review, alices):
    review.evidence.add(EvidenceFactory(profile=alices, kind="testimony", skills=["docker"]))
    assert "Said by somebody else" in as_mira.get(address(review)).text


def test_evidence_needs_its_own_consent(as_mira, review, alices):
    review.evidence.add(EvidenceFactory(profile=alices, title="Hidden", skills=["docker"]))
    Consent.objects.filter(scope="evidence").update(ends_at=timezone.now())
    page = as_mira.get(address(review)).text
    assert "Alice does not share evidence with you." in page
    assert "Hidden" not in page
    assert "git.example.com" not in page


def test_earlier_versions_and_their_answers_are_shown_whoever_gave_them(as_mira, review, nick):
    earlier(review, "more", nick, words="Show tests, please.")
    page = as_mira.get(address(review)).text
    for said in ("Version 2", "Asked for more by Nick", "Show tests, please.", "First try."):
        assert said in page, said


def test_ratings_of_others_are_shown(as_mira, review, alices, nick):
    MentorRating.objects.create(
        profile=alices, skill_id="docker", mentor=nick, proficiency=1, saw_claim=False
    )
    assert "Nick: Learning" in as_mira.get(address(review)).text


def test_a_claim_that_changed_since_is_said(as_mira, review):
    SkillClaim.objects.filter(skill="docker").update(proficiency=3)
    page = as_mira.get(address(review))
    assert "Alice changed the claim: it is Proficient now" in page.text
    assert title(page) == "Alice claims Working in Docker"


def test_pay_and_place_are_nowhere(as_mira, review, alices):
    type(alices).objects.update(current_pay=91_234, place="0012420")
    page = as_mira.get(address(review)).text
    assert "91,234" not in page
    assert "$" not in page
    assert "Austin" not in page


def test_a_closed_review_can_be_read_but_not_answered(as_mira, review, mira):
    ReviewRequest.objects.update(closed_at=timezone.now(), closed_as="withdrawn")
    page = as_mira.get(address(review)).text
    assert "Withdrawn" in page
    assert "Send the answer" not in page


# --- Who may open it ------------------------------------------------------------------------------


@pytest.mark.parametrize("scopes", [["plan", "evidence"], []])
def test_without_consent_for_skills_it_does_not_exist(as_mira, review, scopes):
    Consent.objects.exclude(scope__in=scopes).update(ends_at=timezone.now())
    missing, refused = as_mira.get("/reviews/999999/"), as_mira.get(address(review))
    assert refused.status_code == 404
    assert element(refused, "main") == element(missing, "main")


def test_every_action_needs_consent_too(as_mira, review):
    Consent.objects.update(ends_at=timezone.now())
    for what in ("claim", "release", "rate", "decide"):
        sent = {"kind": "confirm", "proficiency": "2"}
        assert as_mira.post(address(review, what), sent).status_code == 404, what
    assert ReviewDecision.objects.count() + MentorRating.objects.count() == 0


def test_each_reading_is_noted_once(as_mira, review, alice, mira):
    as_mira.get(address(review))
    (sighting,) = Sighting.objects.all()
    assert (sighting.mentee, sighting.viewer, sighting.what) == (alice, mira, "review")


# --- Rating before seeing the claim ---------------------------------------------------------------


def test_the_claim_is_hidden_until_it_is_rated(as_mira, review, nick):
    earlier(review, "decline", nick, words="Not Working yet.")
    page = as_mira.get(address(review) + "?blind=on").text
    for hidden in ("claims", "Not Working yet.", "Claimed", "Declined", "See the Dockerfile."):
        assert hidden not in page, hidden
    assert "they may name the level" in page


def test_a_blind_rating_is_kept_as_such_and_leads_to_the_claim(as_mira, review, mira):
    assert as_mira.post(address(review, "rate"), {"proficiency": "1"}).url == address(review)
    rating = MentorRating.objects.get()
    assert (rating.mentor, rating.proficiency, rating.saw_claim) == (mira, 1, False)
    page = as_mira.get(address(review) + "?blind=on")
    assert title(page) == "Alice claims Working in Docker"
    assert "Before you saw the claim, you rated Learning." in page.text


def test_no_choice_is_no_rating(as_mira, review):
    response = as_mira.post(address(review, "rate"))
    assert response.status_code == 422
    assert "Choose a level" in response.text
    assert "claims Working" not in response.text


def test_what_was_rated_blind_and_confirmed_at_the_same_level_stays_blind(as_mira, review):
    as_mira.post(address(review, "rate"), {"proficiency": "2"})
    as_mira.post(address(review, "decide"), {"kind": "confirm"})
    rating = MentorRating.objects.get()
    assert not rating.saw_claim
    assert rating.decision == ReviewDecision.objects.get()


def test_what_was_confirmed_at_another_level_is_a_rating_of_its_own(as_mira, review):
    as_mira.post(address(review, "rate"), {"proficiency": "1"})
    as_mira.post(address(review, "decide"), {"kind": "confirm"})
    found = MentorRating.objects.order_by("pk").values_list("proficiency", "saw_claim")
    assert list(found) == [(1, False), (2, True)]


def test_an_old_blind_rating_does_not_count_for_a_new_version(as_mira, review, alices, mira):
    MentorRating.objects.create(
        profile=alices, skill_id="docker", mentor=mira, proficiency=2, saw_claim=False,
        rated_at=review.asked_at - timedelta(days=1),
    )  # fmt: skip
    assert "What is claimed" not in as_mira.get(address(review) + "?blind=on").text
    as_mira.post(address(review, "decide"), {"kind": "confirm"})
    assert MentorRating.objects.filter(saw_claim=True).exists()


# --- Queries --------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [1, 20])
def test_the_number_of_queries_is_fixed(as_mira, review, alices, number, django_assert_num_queries):
    for version in range(1, number + 1):
        mentor = MentorFactory(name=f"Mentor {version}")
        before = earlier(review, "confirm", mentor, version=version, proficiency=2).request
        for asked in (review, before):
            asked.evidence.add(EvidenceFactory(profile=alices, skills=["docker"]))
        MentorRating.objects.create(
            profile=alices, skill_id="docker", mentor=mentor, proficiency=1, saw_claim=True
        )
    with django_assert_num_queries(QUERIES):
        as_mira.get(address(review))


def test_an_address_is_shown_to_nobody(as_mira, as_alice, review, alice, mira):
    """Who gave no name is shown without one."""
    type(alice).objects.update(name="")
    review.claimed_by, review.claimed_until = mira, timezone.now() + timedelta(minutes=9)
    review.save()
    for page in ("/reviews/", address(review), f"/reviews/confirm/?review={review.pk}"):
        shown = as_mira.get(page).text
        assert f"Person {alice.pk}" in shown, page
        assert "alice@example.com" not in shown, page
    page = as_alice.get("/my-reviews/").text
    assert f"Person {mira.pk} is reading it now." in page
    assert "mira@example.com" not in page
