"""Taking a review and answering it: once, by one mentor, and what they typed is never lost."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from accounts.models import Consent
from planner import actions
from planner.models import MentorRating, ReviewDecision, ReviewRequest, SkillClaim, Snippet
from tests.planner.mentoring.test_review_page import address

pytestmark = pytest.mark.django_db
WORDS = "Please add a health check."


def decide(client, review, kind="confirm", **more):
    return client.post(address(review, "decide"), {"kind": kind, "words": WORDS, **more})


def again(review):
    return ReviewRequest.objects.select_related("claimed_by").get(pk=review.pk)


# --- Taking it ------------------------------------------------------------------------------------


def test_who_takes_a_review_has_it_for_half_an_hour(as_mira, review, mira):
    as_mira.post(address(review, "claim"))
    found = again(review)
    assert found.claimed_by == mira
    left = found.claimed_until - timezone.now()
    assert timedelta(minutes=29) < left <= timedelta(minutes=30)


def test_taking_it_again_extends_it(as_mira, review):
    as_mira.post(address(review, "claim"))
    with time_machine.travel(timezone.now() + timedelta(minutes=20), tick=False):
        as_mira.post(address(review, "claim"))
        assert again(review).claimed_until == timezone.now() + timedelta(minutes=30)


def test_the_second_is_told_who_holds_it(as_mira, as_nick, review, mira):
    as_mira.post(address(review, "claim"))
    response = as_nick.post(address(review, "claim"))
    assert response.status_code == 409
    assert "Mira is at this review until" in response.text
    assert again(review).claimed_by == mira


def test_a_claim_runs_out(as_mira, as_nick, review, nick):
    as_mira.post(address(review, "claim"))
    ReviewRequest.objects.update(claimed_until=timezone.now())
    as_nick.post(address(review, "claim"))
    assert again(review).claimed_by == nick


def test_it_can_be_left_to_others(as_mira, as_nick, review):
    as_mira.post(address(review, "claim"))
    as_nick.post(address(review, "release"))
    assert again(review).claimed_by is not None
    as_mira.post(address(review, "release"))
    assert again(review).claimed_by is None


def test_what_is_closed_cannot_be_taken(as_mira, review):
    ReviewRequest.objects.update(closed_at=timezone.now(), closed_as="withdrawn")
    response = as_mira.post(address(review, "claim"))
    assert response.status_code == 409
    assert again(review).claimed_by is None


# --- The four answers -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "level", "confirmed"),
    [("confirm", "", 2), ("adjust", "1", 1), ("more", "", None), ("decline", "", None)],
)
def test_an_answer_closes_the_request(as_mira, review, mira, kind, level, confirmed):
    assert decide(as_mira, review, kind, proficiency=level).url == "/reviews/"
    decision = ReviewDecision.objects.get()
    assert (decision.mentor, decision.kind, decision.proficiency) == (mira, kind, confirmed)
    assert decision.words == WORDS
    assert again(review).closed_as == "answered"
    levels = MentorRating.objects.values_list("proficiency", "saw_claim", "decision")
    assert list(levels) == ([] if confirmed is None else [(confirmed, True, decision.pk)])


def test_the_claim_of_the_mentee_stays(as_mira, review):
    decide(as_mira, review, "adjust", proficiency="1")
    assert SkillClaim.objects.get(skill="docker").proficiency == 2


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"kind": "more", "words": ""}, "Write what to do next"),
        ({"kind": "decline", "words": " … "}, "Write what to do next"),
        ({"kind": "adjust", "words": "", "proficiency": "1"}, "Write what to do next"),
        ({"kind": "adjust", "words": WORDS}, "Choose the level that you confirm."),
        ({"kind": "adjust", "words": WORDS, "proficiency": "2"}, "That is the level claimed"),
        ({"kind": "confirm", "proficiency": "3"}, "choose “Confirm at another level”"),
        ({"kind": "maybe", "words": WORDS}, "is not one of the available choices"),
        ({"words": WORDS}, "This field is required"),
        ({"kind": "more", "words": WORDS + "x" * 2000}, "2000 characters"),
    ],
)
def test_what_is_wrong_is_said_and_the_words_stay(as_mira, review, sent, said):
    response = as_mira.post(address(review, "decide"), sent)
    assert response.status_code == 422
    assert said in response.text
    assert (WORDS in response.text) == (WORDS in sent.get("words", ""))
    assert again(review).closed_at is None
    assert not ReviewDecision.objects.exists()


def test_words_are_shown_as_text(as_mira, as_alice, review):
    decide(as_mira, review, "more", words="<img src=x onerror=alert(1)>")
    page = as_alice.get("/my-reviews/").text
    assert "&lt;img src=x" in page
    assert "<img src=x" not in page


# --- Two mentors, one review ----------------------------------------------------------------------


def test_the_second_is_told_what_was_decided_and_keeps_the_words(as_mira, as_nick, review):
    decide(as_mira, review, words="")
    response = decide(as_nick, review, "more")
    assert response.status_code == 409
    for said in ("Confirmed: Working", "By Mira", WORDS, "nothing of yours was saved"):
        assert said in response.text, said
    assert ReviewDecision.objects.get().kind == "confirm"


def test_what_another_holds_cannot_be_answered(as_mira, as_nick, review):
    as_mira.post(address(review, "claim"))
    response = decide(as_nick, review)
    assert response.status_code == 409
    assert "Mira is at this review until" in response.text
    assert WORDS in response.text
    assert again(review).closed_at is None


def test_without_taking_it_anybody_may_answer(as_nick, review, nick):
    decide(as_nick, review)
    assert ReviewDecision.objects.get().mentor == nick


def test_two_decisions_cannot_be_kept(review, mira):
    answer = actions.Answer("confirm")
    stale = ReviewRequest.objects.get(pk=review.pk)
    actions.decide_review(review=review, mentor=mira, answer=answer, now=timezone.now())
    with pytest.raises(actions.ReviewClosedError):
        actions.decide_review(review=stale, mentor=mira, answer=answer, now=timezone.now())
    assert MentorRating.objects.count() == 1


def test_a_consent_withdrawn_with_the_page_open_ends_it(as_mira, review):
    as_mira.get(address(review))
    Consent.objects.filter(scope="skills").update(ends_at=timezone.now())
    assert decide(as_mira, review).status_code == 404
    assert again(review).closed_at is None


def test_a_consent_withdrawn_at_the_last_moment_ends_it(review, mira):
    """Between the check of the view and the write."""
    Consent.objects.update(ends_at=timezone.now())
    with pytest.raises(actions.ReviewClosedError):
        actions.decide_review(
            review=review, mentor=mira, answer=actions.Answer("confirm"), now=timezone.now()
        )


# --- Mail -----------------------------------------------------------------------------------------


def test_the_mentee_is_told_by_mail_and_only_an_id_waits(as_mira, review, run_tasks, mailoutbox):
    decide(as_mira, review, "more")
    decision = ReviewDecision.objects.get()
    assert DBTaskResult.objects.get().args_kwargs == {"args": [decision.pk], "kwargs": {}}
    run_tasks()
    (mail,) = mailoutbox
    assert mail.to == ["alice@example.com"]
    assert "/my-reviews/" in mail.body


def test_what_was_not_decided_sends_nothing(as_mira, review):
    as_mira.post(address(review, "decide"), {"kind": "more"})
    assert not DBTaskResult.objects.exists()


# --- Snippets -------------------------------------------------------------------------------------


@pytest.fixture
def snippet(mira):
    return Snippet.objects.create(
        mentor=mira, skill_id="docker", title="Health", text="See HEALTHCHECK."
    )


def test_a_snippet_is_put_behind_what_was_written(as_mira, review, snippet):
    sent = {"kind": "more", "words": WORDS, "insert": "1", "snippet": snippet.pk}
    response = as_mira.post(address(review, "decide"), sent)
    assert response.status_code == 200
    assert response.context["form"]["words"].value() == f"{WORDS}\n\nSee HEALTHCHECK."
    assert response.context["form"]["kind"].value() == "more"
    assert not ReviewDecision.objects.exists()


def test_only_ones_own_snippets_can_be_inserted(as_nick, review, snippet):
    sent = {"words": WORDS, "insert": "1", "snippet": snippet.pk}
    page = as_nick.post(address(review, "decide"), sent)
    assert page.context["form"]["words"].value() == WORDS
    assert "HEALTHCHECK" not in page.text


def test_snippets_of_other_skills_are_not_offered(as_mira, review, mira, snippet):
    Snippet.objects.create(mentor=mira, skill_id="go", title="Of Go", text="x")
    Snippet.objects.create(mentor=mira, title="Of anything", text="x")
    page = as_mira.get(address(review)).text
    assert "Of anything" in page
    assert "Of Go" not in page


def test_only_what_is_still_open_counts_as_late(as_mira, review):
    ReviewRequest.objects.update(asked_at=timezone.now() - timedelta(days=9))
    decide(as_mira, review)
    assert "Nothing waits for your review" in as_mira.get("/reviews/").text


def test_an_answer_becomes_history_of_who_asked(as_mira, review, mira):
    decide(as_mira, review, "adjust", proficiency=1)
    (event,) = review.profile.events.filter(kind="review")
    assert (event.by, event.key, event.was) == (mira, review.skill_id, review.proficiency)
    assert event.now == {"kind": "adjust", "proficiency": 1, "version": review.version}


def test_answers_given_together_are_an_event_each(as_mira, review):
    as_mira.post("/reviews/confirm/", {"review": [review.pk]})
    (event,) = review.profile.events.filter(kind="review")
    assert event.now["kind"] == "confirm"
