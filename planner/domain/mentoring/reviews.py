"""Requests for review: what state they are in, which comes first, and who may answer how.

The promise of four days and its bands follow a coding school's queue (warnings from the fourth day
on), the claim of 30 minutes that of a mentoring site: their maintainers tuned both over years.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

ReviewState = Literal["waiting", "claimed", "answered", "withdrawn", "timed_out"]
AgeBand = Literal["fresh", "due", "late"]
Decision = Literal["confirm", "confirm_at", "more", "decline"]
Problem = Literal[
    "unknown_decision", "level_differs", "level_missing", "level_out_of_range", "level_same",
    "words_missing",
]  # fmt: skip

PROMISE = timedelta(days=4)
DUE_FROM = timedelta(days=2)
CLAIM_LASTS = timedelta(minutes=30)
RAISED_WITHIN = timedelta(days=7)
DECISIONS: tuple[Decision, ...] = ("confirm", "confirm_at", "more", "decline")
NEEDS_WORDS: frozenset[str] = frozenset({"confirm_at", "more", "decline"})
LEVELS = range(5)


@dataclass(frozen=True, slots=True)
class Claim:
    """Who is at it, until when: from `until` on it is free again."""

    holder: int
    until: datetime


@dataclass(frozen=True, slots=True)
class Request:
    """One version of a request for review. `person`, and holders and mentors: keys of users.

    `due_on`: the day on which the person's course or target ends, if there is one.
    """

    key: int
    person: int
    asked_at: datetime
    due_on: date | None = None
    claim: Claim | None = None
    decision: Decision | None = None
    is_withdrawn: bool = False
    is_timed_out: bool = False


def state_of(request: Request, now: datetime) -> ReviewState:
    """What became of a request; a claim that ran out leaves it waiting."""
    if request.is_withdrawn:
        return "withdrawn"
    if request.is_timed_out:
        return "timed_out"
    if request.decision:
        return "answered"
    return "claimed" if holder_of(request.claim, now) is not None else "waiting"


def who_acts(request: Request, now: datetime) -> Literal["mentor", "mentee"] | None:
    """Whose turn it is: the mentor's until it is answered, the mentee's once more is asked for."""
    state = state_of(request, now)
    if state == "answered":
        return "mentee" if request.decision == "more" else None
    return "mentor" if state in {"waiting", "claimed"} else None


def age_band(asked_at: datetime, now: datetime) -> AgeBand:
    """Under two days *fresh*, then *due* to the end of the promise (four days), then *late*."""
    age = now - asked_at
    return "fresh" if age < DUE_FROM else "due" if age <= PROMISE else "late"


def is_raised(request: Request, today: date) -> bool:
    """Whether the person's course or target ends within seven days, today included."""
    if request.due_on is None:
        return False
    return timedelta(0) <= request.due_on - today <= RAISED_WITHIN


def queue_order(requests: Iterable[Request], now: datetime) -> tuple[Request, ...]:
    """What waits for a mentor, the claimed ones too: raised first, then the oldest."""
    waiting = (request for request in requests if who_acts(request, now) == "mentor")
    return tuple(sorted(waiting, key=lambda r: (not is_raised(r, now.date()), r.asked_at, r.key)))


def holder_of(claim: Claim | None, now: datetime) -> int | None:
    """Who holds a claim that has not run out."""
    return claim.holder if claim and now < claim.until else None


def take(claim: Claim | None, mentor: int, now: datetime) -> Claim | None:
    """The claim that `mentor` then has, for 30 minutes from now; None if somebody else holds it.

    Taking one's own again extends it.
    """
    if holder_of(claim, now) not in {None, mentor}:
        return None
    return Claim(mentor, now + CLAIM_LASTS)


def may_answer(request: Request, mentor: int, now: datetime) -> bool:
    """Whether `mentor` may decide: it is open, not their own, and held by nobody else."""
    is_free = holder_of(request.claim, now) in {None, mentor}
    return who_acts(request, now) == "mentor" and request.person != mentor and is_free


def check_decision(
    decision: str, claimed: int, confirmed: int | None, words: str
) -> tuple[Problem, ...]:
    """What is wrong with a decision; nothing if it may be kept.

    `claimed`, `confirmed`: proficiency 0–4; `confirmed` is None if no level was chosen, and only
    looked at if something is confirmed. Words need a letter or a digit.
    """
    if decision not in DECISIONS:
        return ("unknown_decision",)
    problems: list[Problem] = []
    if decision == "confirm" and confirmed not in {None, claimed}:
        problems.append("level_differs")
    if decision == "confirm_at":
        problems += _level_problems(claimed, confirmed)
    if decision in NEEDS_WORDS and not any(map(str.isalnum, words)):
        problems.append("words_missing")
    return tuple(problems)


def _level_problems(claimed: int, confirmed: int | None) -> tuple[Problem, ...]:
    if confirmed is None:
        return ("level_missing",)
    if confirmed not in LEVELS:
        return ("level_out_of_range",)
    return ("level_same",) if confirmed == claimed else ()


def confirmable_together(
    requests: Iterable[Request], mentor: int, now: datetime
) -> tuple[Request, ...]:
    """Those that `mentor` may confirm in one go, in the order given: each at the claimed level.

    Every other decision needs words of its own, so it is taken alone.
    """
    return tuple(request for request in requests if may_answer(request, mentor, now))
