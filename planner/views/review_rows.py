"""What the lists of reviews show, a row a skill or a request."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import get_args

from django.utils import timezone

from planner import review_wording
from planner.domain.catalogue import Catalogue, Expectation
from planner.domain.mentoring import reviews as rules
from planner.domain.mentoring.reviews import AgeBand
from planner.models import ReviewRequest
from planner.names import proficiency
from planner.queries.reviews import Queue, SkillReviews, Waiting
from planner.review_wording import Outcome

OUTCOMES = get_args(Outcome)


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One skill on the mentee's page. `adopt`: the level a mentor confirmed, if it is another."""

    latest: ReviewRequest
    past: list[tuple[ReviewRequest, str]]
    outcome: Outcome
    said: str
    next: str
    claimed_now: int | None
    adopt: int | None

    @property
    def is_unread(self) -> bool:
        decision = getattr(self.latest, "decision", None)
        return decision is not None and decision.seen_at is None

    @property
    def may_ask_again(self) -> bool:
        return self.outcome != "waiting" and self.claimed_now is not None


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One review in the queue. `held`: who is at it, in words."""

    one: Waiting
    band: AgeBand
    age: str
    is_raised: bool
    is_mine: bool
    held: str

    @property
    def band_word(self) -> str:
        return review_wording.BANDS[self.band]

    @property
    def level(self) -> str:
        return proficiency(self.one.proficiency)

    @property
    def cohorts(self) -> str:
        return ", ".join(self.one.cohorts.values())


def outcome_of(review: ReviewRequest) -> Outcome:
    decision = getattr(review, "decision", None)
    said = decision.kind if decision else review.closed_as
    return next((outcome for outcome in OUTCOMES if outcome == said), "waiting")


def answer_rows(
    reviews: Iterable[SkillReviews], skills: Mapping[str, int], now: datetime
) -> list[AnswerRow]:
    """Unread answers first, then what waits, then the rest; each the latest first."""
    rows = [_answer_row(one, skills.get(one.latest.skill_id), now) for one in reviews]
    return sorted(rows, key=lambda row: (not row.is_unread, row.outcome != "waiting"))


def _answer_row(one: SkillReviews, claimed_now: int | None, now: datetime) -> AnswerRow:
    review, outcome = one.latest, outcome_of(one.latest)
    decision = getattr(review, "decision", None)
    confirmed = decision.proficiency if decision else None
    return AnswerRow(
        latest=review,
        past=[(before, said_of(before, now)) for before in one.earlier],
        outcome=outcome,
        said=said_of(review, now),
        next=review_wording.next_said(
            outcome, is_lapsed=decision is not None and decision.lapsed_at is not None
        ),
        claimed_now=claimed_now,
        adopt=confirmed if confirmed not in {None, claimed_now} else None,
    )


def said_of(review: ReviewRequest, now: datetime) -> str:
    """What became of a request, or how long it waits, for who asked."""
    if review.closed_at is not None:
        return became(review)
    is_held = rules.holder_of(review.claim, now) is not None
    holder = review_wording.by_mentor(review.claimed_by) if is_held else ""
    return review_wording.waiting_said(timezone.localtime(review.asked_at), now, holder)


def became(review: ReviewRequest) -> str:
    """What became of a request."""
    decision = getattr(review, "decision", None)
    if decision is not None:
        return review_wording.decision_said(decision.kind, review.proficiency, decision.proficiency)
    return review.get_closed_as_display() if review.closed_at else "Waiting"


def expected_of(catalogue: Catalogue, skill: str) -> list[tuple[Expectation, int]]:
    """What asks for a skill, each with the proficiency it asks."""
    return [
        (expectation, member.target)
        for expectation in catalogue.expectations
        for member in expectation.members
        if member.skill == skill
    ]


def queue_rows(queue: Queue, shown: Iterable[Waiting]) -> list[QueueRow]:
    return [_queue_row(queue, one) for one in shown]


def _queue_row(queue: Queue, one: Waiting) -> QueueRow:
    holder = rules.holder_of(one.claim, queue.now)
    is_mine = holder == queue.viewer
    return QueueRow(
        one=one,
        band=queue.band(one),
        age=review_wording.age_said(one.asked_at, queue.now),
        is_raised=queue.is_raised(one),
        is_mine=is_mine,
        held=""
        if one.claim is None or holder is None
        else (
            f"You took it, until {one.claim.until:%H:%M} UTC"
            if is_mine
            else f"{one.holder} is at it until {one.claim.until:%H:%M} UTC"
        ),
    )
