"""The sentences about reviews: who waits for what, what was answered, what comes next.

Pure functions, no markup. Nothing here promises a promotion or pay.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Literal

from planner.domain.mentoring.reviews import PROMISE, AgeBand
from planner.figures import count
from planner.names import person_name, proficiency
from planner.time_wording import day

if TYPE_CHECKING:
    from accounts.models import User

PROMISE_DAYS = PROMISE.days
BANDS: dict[AgeBand, str] = {"fresh": "New", "due": "Due", "late": "Late"}
BANDS_LONG: dict[AgeBand, str] = {
    "fresh": "New: under 2 days",
    "due": f"Due: 2 to {PROMISE_DAYS} days",
    "late": f"Late: over {PROMISE_DAYS} days",
}
MEANINGS = (
    (0, "Has not used it."),
    (1, "Says what it is for, and builds something small with a guide beside them."),
    (2, "Finishes ordinary tasks with it alone, looks up the rest, and knows its common traps."),
    (
        3,
        "Chooses between ways to do it and says why, finds faults that puzzle others, reviews"
        " their work, and has looked after it in production.",
    ),
    (
        4,
        "Others come to them. Knows its limits and what goes on inside, sets the rules for using"
        " it, and can teach it.",
    ),
)
NO_PROMISE = "A confirmed level says what somebody can do. It promises neither promotion nor pay."

Kind = Literal["confirm", "adjust", "more", "decline"]
Outcome = Literal["waiting", "confirm", "adjust", "more", "decline", "withdrawn", "timed_out"]


def by_mentor(mentor: User | None) -> str:
    """Who answered, in the middle of a sentence."""
    return "a former mentor" if mentor is None else person_name(mentor.name, mentor.pk)


def age_said(since: datetime, now: datetime) -> str:
    """How long something waits: `under an hour`, `5 hours`, `3 days`."""
    age = now - since
    hours = int(age / timedelta(hours=1))
    if hours < 1:
        return "under an hour"
    return count(hours, "hour") if hours < 48 else count(age.days, "day")


def queue_title(waiting: int, late: int) -> str:
    """The answer of the queue in one sentence."""
    if not waiting:
        return "Nothing waits for your review"
    said = f"{count(waiting, 'review')} {'waits' if waiting == 1 else 'wait'} for an answer"
    if not late:
        return f"{said}, none longer than {PROMISE_DAYS} days"
    which = "it" if waiting == 1 else "all" if late == waiting else f"{late} of them"
    if which == "it":
        return f"{said}, longer than {PROMISE_DAYS} days already"
    return f"{said}, {which} longer than {PROMISE_DAYS} days"


def claim_title(name: str, skill: str, claimed: int) -> str:
    """`Jonas Weber claims Working in Docker`."""
    return f"{name} claims {proficiency(claimed)} in {skill}"


def held_said(holder: str, until: datetime) -> str:
    return f"{holder} is at this review until {until:%H:%M} UTC"


def decision_said(kind: str, claimed: int, confirmed: int | None) -> str:
    """What a mentor answered, in a few words."""
    match kind:
        case "confirm":
            return f"Confirmed: {proficiency(confirmed)}"
        case "adjust":
            return f"Confirmed at {proficiency(confirmed)} instead of {proficiency(claimed)}"
        case "more":
            return "Asked for more"
        case _:
            return "Declined"


def rating_said(by: str, rated: int, on: date, *, is_confirmed: bool) -> str:
    """`Confirmed: Working by Mira on 3 November 2026`."""
    how = "Confirmed" if is_confirmed else "Rated"
    return f"{how}: {proficiency(rated)} by {by} on {day(on)}"


def mine_title(waiting: int, unread: int) -> str:
    """The verdict of one's own reviews."""
    if unread:
        return f"{count(unread, 'answer')} to read"
    if waiting:
        return f"{count(waiting, 'review')} {'waits' if waiting == 1 else 'wait'} for a mentor"
    return "No review is waiting"


def waiting_said(asked_at: datetime, now: datetime, holder: str) -> str:
    """How long a request waits, and when an answer can be expected."""
    due = asked_at + PROMISE
    said = f"Waiting for {age_said(asked_at, now)}."
    if holder:
        return f"{said} {holder} is reading it now."
    if now <= due:
        return f"{said} Mentors aim to answer within {PROMISE_DAYS} days, by {day(due)}."
    return f"{said} An answer was due by {day(due)}; your mentors see it as late."


NEXT: dict[Outcome, str] = {
    "waiting": "",
    "confirm": "Nothing to do. Ask again once you can do more.",
    "adjust": "Your own rating stays as it is until you change it.",
    "more": "Add what is asked for, then ask again.",
    "decline": "Read why, and ask again when something has changed.",
    "withdrawn": "You took it back. You can ask again at any time.",
    "timed_out": "Nobody answered for 28 days. Ask again, or write to a mentor.",
}
LAPSED = "Nothing came for 28 days, so it was closed. You can ask again at any time."


def next_said(outcome: Outcome, *, is_lapsed: bool = False) -> str:
    """What the mentee can do after this outcome."""
    return LAPSED if is_lapsed else NEXT[outcome]


def confirmed_together(skills: list[str], left: list[str]) -> str:
    """What became of several reviews confirmed in one go, by name."""
    said = f"Confirmed: {'; '.join(skills)}." if skills else "Nothing was confirmed."
    if left:
        said += f" Not possible any more: {'; '.join(left)}."
    return said
