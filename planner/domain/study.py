"""The learning log: hours by week and by step, the quiet streak, and how far each step is.

A day is the person's own; weeks are those of ISO 8601, from Monday on. Hours are of study, each
session above 0 and up to 24.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import groupby
from math import fsum
from types import MappingProxyType
from typing import Literal

What = Literal["start", "pause", "finish"]
RoundState = Literal["started", "paused", "finished"]

WEEK = timedelta(weeks=1)
LITTLE = 1e-9  # hours: sums of decimals are not exact
NEVER: Mapping[str, date] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Session:
    """Hours of study of a skill or certification on a day."""

    item: str
    on: date
    hours: float


@dataclass(frozen=True, slots=True)
class Mark:
    """That a step was begun (or taken up again), paused or finished. `at`: in the person's zone."""

    item: str
    what: What
    at: datetime


@dataclass(frozen=True, slots=True)
class Pause:
    """A declared pause, both days included. `last` is None while no end is known."""

    first: date
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Week:
    """The study of one week against its goal in hours. `is_paused`: a pause touches it."""

    monday: date
    hours: float
    goal: float
    is_paused: bool

    @property
    def is_met(self) -> bool:
        return self.hours >= self.goal - LITTLE


@dataclass(frozen=True, slots=True)
class Streak:
    """Weeks with study in a row, since the Monday of the first one. None of them is ever lost.

    `has_this_week`: whether the current week, which never ends a streak, is one of them already.
    """

    weeks: int
    since: date | None
    has_this_week: bool


@dataclass(frozen=True, slots=True)
class Round:
    """One go at a step, from its first start or study to its finish, with the hours of study.

    `paused_on`: the latest pause, if it was not taken up again.
    """

    item: str
    started_on: date
    paused_on: date | None = None
    finished_on: date | None = None
    hours: float = 0.0

    @property
    def state(self) -> RoundState:
        if self.finished_on:
            return "finished"
        return "paused" if self.paused_on else "started"


# --- Weeks ----------------------------------------------------------------------------------------


def monday_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def hours_by_week(sessions: Iterable[Session]) -> dict[date, float]:
    """Hours by the Monday of their week, the earliest first; weeks without study are absent."""
    return _sums((monday_of(session.on), session.hours) for session in sessions)


def hours_by_item(sessions: Iterable[Session]) -> dict[str, float]:
    """Hours by skill or certification, by its id."""
    return _sums((session.item, session.hours) for session in sessions)


def recent_weeks(
    sessions: Iterable[Session],
    today: date,
    *,
    goal: float,
    pauses: Iterable[Pause] = (),
    count: int = 12,
) -> tuple[Week, ...]:
    """The last `count` weeks (at least 1), this one last. `goal`: hours a week, above 0."""
    hours, declared, this = hours_by_week(sessions), tuple(pauses), monday_of(today)
    mondays = [this - n * WEEK for n in reversed(range(count))]
    return tuple(Week(m, hours.get(m, 0.0), goal, _is_paused(declared, m)) for m in mondays)


def streak(sessions: Iterable[Session], today: date, pauses: Iterable[Pause] = ()) -> Streak:
    """The weeks with any study in a row up to this week or the last.

    A week without study that a declared pause touches is passed over: it neither counts nor ends
    the row. What lies after `today` does not count.
    """
    studied = {monday_of(session.on) for session in sessions if session.on <= today}
    declared, this = tuple(pauses), monday_of(today)
    row = []
    for monday in _back(this, min(studied, default=this)):
        if monday in studied:
            row.append(monday)
        elif monday != this and not _is_paused(declared, monday):
            break
    return Streak(len(row), row[-1] if row else None, this in row)


def _back(monday: date, first: date) -> Iterator[date]:
    return (monday - n * WEEK for n in range((monday - first).days // 7 + 1))


def _is_paused(pauses: Iterable[Pause], monday: date) -> bool:
    return any(p.first < monday + WEEK and (p.last is None or p.last >= monday) for p in pauses)


def _sums[Key: (str, date)](parts: Iterable[tuple[Key, float]]) -> dict[Key, float]:
    ordered = sorted(parts)
    return {
        key: fsum(hours for _, hours in found)
        for key, found in groupby(ordered, key=lambda part: part[0])
    }


# --- Steps ----------------------------------------------------------------------------------------


def rounds_by_item(
    sessions: Iterable[Session], marks: Iterable[Mark]
) -> dict[str, tuple[Round, ...]]:
    """Every go at each skill or certification, the earliest first; the last says how it stands.

    Marks and sessions may come in any order, and not all need be there:

    - The first start counts. A start or study after a pause takes the step up again.
    - Of several pauses the last counts. A pause of what is not begun, or is finished, says nothing.
    - A finish without a start ends what was studied since the finish before, if it is a later day.
    - Study up to and with the day of a finish belongs to it; study after it begins a new go.
    """
    studied, marked = _by_item(sessions), _by_item(marks)
    return {
        item: tuple(
            _with_study(item, _marked_rounds(item, marked.get(item, ())), studied.get(item, ()))
        )
        for item in sorted({*studied, *marked})
        if item in studied or any(mark.what != "pause" for mark in marked[item])
    }


def studied_at_hand(
    sessions: Iterable[Session], marks: Iterable[Mark], raised_on: Mapping[str, date] = NEVER
) -> tuple[tuple[str, float], ...]:
    """Hours by item that went into the step at hand: what `Developer.studied` takes.

    They are those since the last finish, and since the day on which the skill was last raised
    (`raised_on`, by item), that day included: what was studied before is behind the person.
    """
    fresh = [s for s in sessions if s.on >= raised_on.get(s.item, date.min)]
    latest = (rounds[-1] for rounds in rounds_by_item(fresh, marks).values())
    return tuple(
        (go.item, go.hours) for go in latest if go.state != "finished" and go.hours > LITTLE
    )


def _by_item[Entry: (Session, Mark)](entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.item, []).append(entry)
    return found


def _marked_rounds(item: str, marks: Iterable[Mark]) -> list[Round]:
    """The rounds that marks alone make, without their hours."""
    rounds: list[Round] = []
    for mark in sorted(marks, key=lambda mark: mark.at):
        is_open = bool(rounds) and rounds[-1].state != "finished"
        day = mark.at.date()
        if is_open:
            rounds[-1] = _marked(rounds[-1], mark.what, day)
        elif mark.what == "start":
            rounds.append(Round(item, day))
        elif mark.what == "finish" and not (rounds and rounds[-1].finished_on == day):
            rounds.append(Round(item, day, finished_on=day))
    return rounds


def _marked(go: Round, what: What, day: date) -> Round:
    """An open round after one more mark."""
    if what == "finish":
        return replace(go, paused_on=None, finished_on=day)
    return replace(go, paused_on=day if what == "pause" else None)


def _with_study(item: str, rounds: list[Round], sessions: Iterable[Session]) -> list[Round]:
    """The rounds with their hours; study that belongs to none of them begins another."""
    for session in sorted(sessions, key=lambda session: (session.on, session.hours)):
        fitting = (n for n, go in enumerate(rounds) if session.on <= (go.finished_on or date.max))
        n = next(fitting, None)
        if n is None:
            rounds.append(Round(item, session.on, hours=session.hours))
        else:
            rounds[n] = _studied(rounds[n], session)
    return rounds


def _studied(go: Round, session: Session) -> Round:
    is_resumed = go.paused_on is not None and session.on > go.paused_on
    return replace(
        go,
        started_on=min(go.started_on, session.on),
        paused_on=None if is_resumed else go.paused_on,
        hours=go.hours + session.hours,
    )
