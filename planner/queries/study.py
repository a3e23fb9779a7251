"""The learning log as plain values: what was studied, begun and finished, and the own pace."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from math import fsum
from types import MappingProxyType
from typing import Any

from django.core.paginator import Page, Paginator
from django.db import models
from django.db.models import F, Max, Q, Value
from django.db.models.functions import Cast
from django.utils import timezone

from planner.domain.pace import FinishedStep, Pace, own_pace
from planner.domain.study import Mark, Round, Session, rounds_by_item, studied_at_hand
from planner.domain.study import Pause as Quiet
from planner.domain.study_rules import StudyRules
from planner.models import Event, Pause, Profile, StepMark, StudySession

PAGE = 50
COLUMNS: dict[str, models.Field[Any, Any]] = {
    "item": models.CharField(max_length=64),
    "day": models.DateField(),
    "last": models.DateField(),
    "amount": models.FloatField(),
    "at": models.DateTimeField(),
    "what": models.CharField(max_length=6),
    "goal": models.PositiveSmallIntegerField(),
}


@dataclass(frozen=True, slots=True)
class AimedMark(Mark):
    """A mark with the proficiency aimed at and the hours that were estimated then, if known."""

    goal: int | None = None
    estimate: float | None = None


@dataclass(frozen=True, slots=True)
class DoneStep:
    """A step that was finished, with the proficiency it aimed at. `estimate`: hours, or None."""

    item: str
    finished_on: date
    hours: float
    goal: int | None
    estimate: float | None


@dataclass(frozen=True)
class StudyLog:
    """All that was logged, in the person's own days. `raised_on`: when a skill was last raised."""

    sessions: tuple[Session, ...] = ()
    marks: tuple[AimedMark, ...] = ()
    pauses: tuple[Quiet, ...] = ()
    raised_on: Mapping[str, date] = field(default_factory=lambda: MappingProxyType({}))

    @cached_property
    def rounds(self) -> dict[str, tuple[Round, ...]]:
        return rounds_by_item(self.sessions, self.marks)

    @cached_property
    def open_rounds(self) -> tuple[Round, ...]:
        """What is begun and not finished: what goes on first, of those the latest first."""
        latest = [rounds[-1] for rounds in self.rounds.values()]
        still_open = [go for go in latest if go.state != "finished"]
        by_day = sorted(still_open, key=lambda go: self.last_on(go.item), reverse=True)
        return tuple(sorted(by_day, key=lambda go: go.state == "paused"))

    @cached_property
    def at_hand(self) -> tuple[tuple[str, float], ...]:
        """The hours that went into the steps at hand: what `Developer.studied` takes."""
        return studied_at_hand(self.sessions, self.marks, self.raised_on)

    @cached_property
    def done(self) -> tuple[DoneStep, ...]:
        """The finished steps, the latest first."""
        found = [
            self._done(go)
            for rounds in self.rounds.values()
            for go in rounds
            if go.state == "finished"
        ]
        return tuple(sorted(found, key=lambda step: (step.finished_on, step.item), reverse=True))

    def pace(self, rules: StudyRules) -> Pace:
        return own_pace(
            (FinishedStep(step.estimate, step.hours) for step in self.done if step.estimate), rules
        )

    def round_of(self, item: str) -> Round | None:
        """The go at a skill or certification that is open, or was the last."""
        rounds = self.rounds.get(item)
        return rounds[-1] if rounds else None

    def goal_of(self, item: str) -> int | None:
        """The proficiency that the step at hand was begun for."""
        goals = [mark.goal for mark in self.marks if mark.item == item and mark.what == "start"]
        return goals[-1] if goals else None

    def last_on(self, item: str) -> date:
        """The last day on which something was logged of it."""
        days = [session.on for session in self.sessions if session.item == item]
        return max([*days, *(mark.at.date() for mark in self.marks if mark.item == item)])

    def hours_since(self, first: date) -> float:
        return fsum(session.hours for session in self.sessions if session.on >= first)

    @property
    def latest_on(self) -> date | None:
        """The last day with hours of study."""
        return max((session.on for session in self.sessions), default=None)

    def done_since(self, first: date) -> tuple[DoneStep, ...]:
        """The last finish of each skill or certification, from that day on."""
        latest = {step.item: step for step in reversed(self.done) if step.finished_on >= first}
        return tuple(latest.values())

    def _done(self, go: Round) -> DoneStep:
        """A round with what it aimed at: a start for the same says the estimate of the whole."""
        day = go.finished_on or go.started_on
        within = [
            mark
            for mark in self.marks
            if mark.item == go.item and go.started_on <= mark.at.date() <= day
        ]
        finish = [mark for mark in within if mark.what == "finish"][-1]
        starts = [m for m in within if m.what == "start" and m.goal == finish.goal and m.estimate]
        return DoneStep(go.item, day, go.hours, finish.goal, (*starts, finish)[0].estimate)


EMPTY_LOG = StudyLog()


def load_log(profile: Profile) -> StudyLog:
    """One query, however much was logged."""
    sessions, marks, pauses, raised_on = [], [], [], {}
    for source, item, day, last, amount, at, what, goal in _rows(profile):
        if source == "session":
            sessions.append(Session(item, day, amount))
        elif source == "mark":
            marks.append(AimedMark(item, what, timezone.localtime(at), goal, amount))
        elif source == "pause":
            pauses.append(Quiet(day, last))
        else:
            raised_on[item] = timezone.localdate(at)
    marks.sort(key=lambda mark: mark.at)
    return StudyLog(tuple(sessions), tuple(marks), tuple(pauses), raised_on)


def _rows(profile: Profile) -> Any:
    """Sessions, marks, pauses and when each skill was last raised, in the columns of `load_log`."""
    mine = Q(profile=profile.pk)
    raised = Event.objects.filter(mine, kind=Event.Kind.SKILL, now__isnull=False)
    raised = raised.filter(Q(was__isnull=True) | Q(now__gt=F("was")))
    return _columns(
        StudySession.objects.filter(mine), "session", item="item", day="on", amount="hours"
    ).union(
        _columns(
            StepMark.objects.filter(mine), "mark",
            item="item", amount="estimate", at="at", what="what", goal="proficiency",
        ),
        _columns(Pause.objects.filter(mine), "pause", day="starts_on", last="ends_on"),
        _columns(
            raised.order_by().values("key").annotate(latest=Max("at")), "raise",
            item="key", at="latest",
        ),
        all=True,
    )  # fmt: skip


def _columns(rows: Any, source: str, **found: str) -> Any:
    """The rows with COLUMNS; what they lack is empty, in the column's own type."""
    columns = [
        Cast(F(found[name]) if name in found else Value(None), kind)
        for name, kind in COLUMNS.items()
    ]
    return rows.order_by().values_list(Value(source), *columns)


def load_sessions(profile: Profile, number: str) -> Page[StudySession]:
    """The sessions, the latest first, by pages; two queries."""
    rows = StudySession.objects.filter(profile=profile.pk).order_by("-on", "-pk")
    return Paginator(rows, PAGE).get_page(number)
