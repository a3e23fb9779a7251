"""Asking for review, taking a review, deciding it: each state is reached once, by one person.

Each write takes the row of the mentee's profile first, then the request: see `profiles`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Max

from planner.actions.evidence import create_evidence
from planner.actions.history import write_answers
from planner.actions.locks import lock_profile
from planner.domain.mentoring import reviews as rules
from planner.models import (
    Evidence,
    MentorRating,
    Profile,
    ReviewDecision,
    ReviewRequest,
    SkillClaim,
)
from planner.tasks import send_review_answer

if TYPE_CHECKING:
    from accounts.models import User

Kind = ReviewDecision.Kind
DECISIONS: dict[Kind, rules.Decision] = {
    Kind.CONFIRM: "confirm",
    Kind.ADJUST: "confirm_at",
    Kind.MORE: "more",
    Kind.DECLINE: "decline",
}


class NothingClaimedError(Exception):
    """The skill is not assessed, so that there is nothing to review."""


class ClaimChangedError(Exception):
    """Another tab was faster: what is claimed is not what the page showed."""


class AlreadyAskedError(Exception):
    """A request for this skill is waiting already."""


class ReviewClosedError(Exception):
    """Somebody answered, it was withdrawn or timed out, or it is no longer shown."""


class ReviewHeldError(Exception):
    """Somebody else is at it until a moment."""

    def __init__(self, holder: User | None, until: datetime | None) -> None:
        super().__init__(f"Held until {until}")
        self.holder, self.until = holder, until


@dataclass(frozen=True, slots=True)
class Answer:
    """What a mentor decides. `proficiency`: what they confirm instead, for *adjust* only."""

    kind: Kind
    proficiency: int | None = None
    words: str = ""


@transaction.atomic
def ask_review(
    *,
    profile: Profile,
    skill: str,
    claimed: int,
    words: str,
    evidence: Collection[int],
    now: datetime,
    new: Mapping[str, Any] | None = None,
) -> ReviewRequest:
    """Ask to have a claim reviewed, with evidence of one's own; asking again is the next version.

    `new`: the columns of evidence to add along with it. Raises NothingClaimedError,
    ClaimChangedError, AlreadyAskedError and TooMuchEvidenceError.
    """
    lock_profile(profile.pk)
    claim = SkillClaim.objects.filter(profile=profile, skill=skill).first()
    if claim is None:
        raise NothingClaimedError
    if claim.proficiency != claimed:
        raise ClaimChangedError
    earlier = ReviewRequest.objects.filter(profile=profile, skill=skill)
    if earlier.open().exists():
        raise AlreadyAskedError
    version = (earlier.aggregate(last=Max("version"))["last"] or 0) + 1
    review = ReviewRequest.objects.create(
        profile=profile, skill_id=skill, version=version, proficiency=claimed, words=words,
        asked_at=now,
    )  # fmt: skip
    added = [create_evidence(profile=profile, fields=new, now=now).pk] if new else []
    review.evidence.set(Evidence.objects.filter(profile=profile, pk__in=[*evidence, *added]))
    return review


@transaction.atomic
def withdraw_review(*, review: ReviewRequest, now: datetime) -> None:
    """Take a request back. Raises ReviewClosedError if it is no longer waiting."""
    lock_profile(review.profile_id)
    _close([review.pk], ReviewRequest.ClosedAs.WITHDRAWN, now)


@transaction.atomic
def claim_review(*, review: ReviewRequest, mentor: User, now: datetime) -> None:
    """Take a review, or take it for longer. Raises ReviewClosedError and ReviewHeldError."""
    locked = _lock(review, mentor, now)
    taken = rules.take(locked.claim, mentor.pk, now)
    if taken is None:
        raise ReviewHeldError(locked.claimed_by, locked.claimed_until)
    locked.claimed_by, locked.claimed_until = mentor, taken.until
    locked.save(update_fields=["claimed_by", "claimed_until"])


@transaction.atomic
def release_review(*, review: ReviewRequest, mentor: User, now: datetime) -> None:
    """Leave a review to others. One that somebody else holds stays theirs."""
    ReviewRequest.objects.shown_to(mentor, now).filter(pk=review.pk, claimed_by=mentor).update(
        claimed_by=None, claimed_until=None
    )


@transaction.atomic
def rate_blind(*, review: ReviewRequest, mentor: User, proficiency: int, now: datetime) -> None:
    """Note how good a mentor thinks somebody is who does not know yet what they claim.

    Raises ReviewClosedError.
    """
    locked = _lock(review, mentor, now)
    MentorRating.objects.create(
        profile_id=locked.profile_id, skill_id=locked.skill_id, mentor=mentor,
        proficiency=proficiency, saw_claim=False, rated_at=now,
    )  # fmt: skip


@transaction.atomic
def decide_review(
    *, review: ReviewRequest, mentor: User, answer: Answer, now: datetime
) -> ReviewDecision:
    """Answer a review; of two mentors at once the first does. The form has checked the answer.

    Raises ReviewClosedError and ReviewHeldError.
    """
    locked = _lock(review, mentor, now)
    if not rules.may_answer(_value(locked), mentor.pk, now):
        raise ReviewHeldError(locked.claimed_by, locked.claimed_until)
    (decision,) = _decide([locked], mentor, answer, now)
    return decision


@transaction.atomic
def confirm_reviews(
    *, reviews: Collection[int], mentor: User, now: datetime
) -> tuple[ReviewRequest, ...]:
    """Confirm several as claimed: those of them that the mentor may still answer, in one go."""
    chosen = ReviewRequest.objects.shown_to(mentor, now).open().filter(pk__in=reviews)
    profiles = chosen.values("profile")
    list(Profile.objects.select_for_update().only("pk").filter(pk__in=profiles).order_by("pk"))
    locked = {
        review.pk: review
        for review in chosen.select_for_update(of=("self",)).order_by("asked_at", "pk")
    }
    values = [_value(review) for review in locked.values()]
    left = [locked[value.key] for value in rules.confirmable_together(values, mentor.pk, now)]
    _decide(left, mentor, Answer(Kind.CONFIRM), now)
    return tuple(left)


def mark_seen(*, review: ReviewRequest, now: datetime) -> None:
    """Note that the mentee read the answer; the first time counts."""
    ReviewDecision.objects.filter(request=review, seen_at__isnull=True).update(seen_at=now)


def _lock(review: ReviewRequest, mentor: User, now: datetime) -> ReviewRequest:
    """The request as it is now, if it is still open and still shown to the mentor."""
    lock_profile(review.profile_id)
    waiting = ReviewRequest.objects.shown_to(mentor, now).open().select_related("claimed_by")
    locked = waiting.select_for_update(of=("self",)).filter(pk=review.pk).first()
    if locked is None:
        raise ReviewClosedError
    return locked


def _decide(
    locked: Sequence[ReviewRequest], mentor: User, answer: Answer, now: datetime
) -> list[ReviewDecision]:
    """Answer requests whose rows are held: the decisions, the ratings in them, and the mails."""
    _close([review.pk for review in locked], ReviewRequest.ClosedAs.ANSWERED, now)
    decisions = ReviewDecision.objects.bulk_create(
        ReviewDecision(
            request=review, mentor=mentor, kind=answer.kind, words=answer.words, decided_at=now,
            proficiency=_confirmed(review, answer),
        )
        for review in locked
    )  # fmt: skip
    _keep_ratings(decisions, mentor)
    write_answers(decisions)
    for decision in decisions:
        send_review_answer.enqueue(decision.pk)
    return decisions


def _keep_ratings(decisions: Sequence[ReviewDecision], mentor: User) -> None:
    """What the decisions confirm. Where it is what the mentor said blind, that rating stands."""
    confirmed = [(d, d.proficiency) for d in decisions if d.proficiency is not None]
    blind = {
        (rating.profile_id, rating.skill_id, rating.proficiency): rating
        for rating in MentorRating.objects.filter(
            mentor=mentor, saw_claim=False, decision__isnull=True,
            profile__in={d.request.profile_id for d, _ in confirmed},
        )
    }  # fmt: skip
    made = []
    for decision, proficiency in confirmed:
        request = decision.request
        rating = blind.get((request.profile_id, request.skill_id, proficiency))
        if rating and rating.rated_at >= request.asked_at:
            MentorRating.objects.filter(pk=rating.pk).update(decision=decision)
            continue
        made.append(
            MentorRating(
                profile_id=request.profile_id, skill_id=request.skill_id, mentor=mentor,
                proficiency=proficiency, saw_claim=True, decision=decision,
                rated_at=decision.decided_at,
            )
        )  # fmt: skip
    MentorRating.objects.bulk_create(made)


def _confirmed(review: ReviewRequest, answer: Answer) -> int | None:
    """The proficiency that an answer confirms, if it confirms any."""
    return review.proficiency if answer.kind == Kind.CONFIRM else answer.proficiency


def _close(reviews: Collection[int], how: ReviewRequest.ClosedAs, now: datetime) -> None:
    """Close requests that are open. Raises ReviewClosedError if one of them is not."""
    closed = (
        ReviewRequest.objects.open()
        .filter(pk__in=reviews)
        .update(closed_at=now, closed_as=how, claimed_by=None, claimed_until=None)
    )
    if closed != len(reviews):
        raise ReviewClosedError


def _value(review: ReviewRequest) -> rules.Request:
    """What the rules need to know of an open request."""
    return rules.Request(
        key=review.pk,
        person=0,  # nobody mentors themselves: consent is between two people
        asked_at=review.asked_at,
        claim=review.claim,
    )
