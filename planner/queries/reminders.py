"""Reminders that are planned, held, reworded or due: matters with what was sent of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from django.db.models import Max

from accounts.access import has_second_factor
from accounts.models import Consent, MailKind, Scope, SentMail, User
from planner.attention_wording import reminder_to_mentee, reminder_to_mentor
from planner.domain.mentoring.nudges import Matter, Stage
from planner.models import Nudge, ReviewRequest
from planner.names import listed
from planner.queries.matters import Kind, Open, load_open
from planner.queries.mentees import shown_name

PAGES: dict[Kind, str] = {
    "review": "planner:review",
    "more": "planner:my_reviews",
    "assignment": "planner:guidance",
    "plan": "planner:roadmap",
}
type Key = tuple[str, int, int]  # matter, person, stage


@dataclass(frozen=True, slots=True)
class Turn:
    """An open matter with one person whose turn it is."""

    open: Open
    person: int

    @property
    def key(self) -> str:
        """Unique among people: a review may wait for several mentors."""
        return f"{self.open.key}@{self.person}"

    @property
    def sentence(self) -> str:
        found = self.open
        if found.kind == "review":
            return reminder_to_mentor(found.name, found.what)
        return reminder_to_mentee(found.kind, found.what, found.figure)


def turns_of(found: Iterable[Open]) -> tuple[Turn, ...]:
    return tuple(Turn(one, person) for one in found for person in sorted(one.people))


def load_nudges(turns: Collection[Turn]) -> dict[Key, Nudge]:
    """What is noted of their reminders; one query."""
    rows = Nudge.objects.filter(
        matter__in={turn.open.key for turn in turns},
        addressee__in={turn.person for turn in turns},
    )
    return {(row.matter, row.addressee_id, row.stage): row for row in rows}


def load_last_mails(people: Collection[int]) -> dict[int, datetime]:
    """When each of these was last reminded; one query."""
    mails = SentMail.objects.filter(kind=MailKind.NUDGE, user__in=people)
    return dict(mails.values_list("user").annotate(Max("sent_at")))


def to_matters(turns: Sequence[Turn], nudges: Mapping[Key, Nudge]) -> list[Matter]:
    """What the domain plans with; what is held is skipped."""
    sent: defaultdict[tuple[str, int], set[Stage]] = defaultdict(set)
    held: defaultdict[tuple[str, int], set[Stage]] = defaultdict(set)
    for (matter, person, stage), row in nudges.items():
        if row.sent_at:
            sent[matter, person].add(cast(Stage, stage))
        elif row.held_at:
            held[matter, person].add(cast(Stage, stage))
    return [
        Matter(
            turn.key,
            turn.person,
            turn.open.since,
            frozenset(sent[turn.open.key, turn.person]),
            frozenset(held[turn.open.key, turn.person]),
            turn.open.pauses,
        )
        for turn in turns
    ]


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of a reminder, with the page that it leads to."""

    text: str
    view: str
    mentee: int
    pk: int = 0


def load_lines(reader: User, nudges: Collection[int], now: datetime) -> tuple[Line, ...]:
    """What to say of these reminders: of those matters that still wait for this reader."""
    rows = Nudge.objects.filter(pk__in=nudges, addressee=reader).select_related("profile")
    words = {row.matter: row.words for row in rows}
    owners = {row.profile.user_id for row in rows}
    mine = [turn for turn in turns_of(load_open(now, owners)) if turn.person == reader.pk]
    is_safe = all(turn.open.kind != "review" for turn in mine) or has_second_factor(reader)
    return tuple(
        Line(
            words[turn.open.key] or turn.sentence, PAGES[turn.open.kind], turn.open.mentee,
            turn.open.pk if turn.open.kind == "review" else 0,
        )
        for turn in mine
        if turn.open.key in words and (is_safe or turn.open.kind != "review")
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Closed:
    """What was closed unanswered. `mentors`: whom it waited for; empty if for the mentee."""

    mentee: User
    what: str
    mentors: str = ""


def load_closed(matter: str, now: datetime) -> Closed | None:
    """By the key of the matter; None if it is open after all."""
    kind, _, pk = matter.partition(":")
    requests = ReviewRequest.objects.select_related("profile__user", "skill")
    if kind == "review":
        requests = requests.filter(pk=pk, closed_as=ReviewRequest.ClosedAs.TIMED_OUT)
    else:
        requests = requests.filter(decision=int(pk), decision__lapsed_at__isnull=False)
    request = requests.first()
    if request is None:
        return None
    mentee = request.profile.user
    mentors = _mentors(mentee, now) if kind == "review" else ""
    return Closed(mentee, str(request.skill), mentors)


def _mentors(mentee: User, now: datetime) -> str:
    given = Consent.objects.in_force(now).given_by(mentee).filter(scope=Scope.SKILLS)
    mentors = User.objects.filter(pk__in=given.values("mentor")).order_by("pk")
    return listed(shown_name(mentor) for mentor in mentors)
