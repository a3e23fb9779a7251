"""What mentors set, suggested and agreed, and what explains a quiet time, as a page shows it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from django.db.models import Prefetch

from planner.domain.mentoring.assignments import (
    LEFT,
    Assigned,
    AssignmentState,
    by_urgency,
    state_of,
)
from planner.models import (
    AgreedAction,
    AgreedLevel,
    Assignment,
    Blocker,
    CheckIn,
    GoalSuggestion,
    Pause,
    Profile,
)
from planner.queries.mentees import shown_name

type GoalState = Literal["open", "accepted", "declined"]


@dataclass(frozen=True, slots=True)
class Task:
    """A step that a mentor set. `mentor_id`: None once the account is gone."""

    assigned: Assigned
    state: AssignmentState
    mentor: str
    mentor_id: int | None
    words: str
    answer: str
    assigned_at: datetime

    @property
    def is_left(self) -> bool:
        return self.state in LEFT


@dataclass(frozen=True, slots=True)
class Goal:
    """A level that a mentor suggested to aim at."""

    key: int
    level: str
    mentor: str
    mentor_id: int | None
    words: str
    answer: str
    suggested_at: datetime
    state: GoalState


@dataclass(frozen=True, slots=True)
class Explanations:
    """What a mentee declared: pauses, the latest first, and blockers, the open ones first."""

    today: date
    pauses: tuple[Pause, ...]
    blockers: tuple[Blocker, ...]

    @property
    def now(self) -> Pause | None:
        """The pause in which today is."""
        running = (p for p in self.pauses if p.starts_on <= self.today <= p.ends_on)
        return max(running, key=lambda pause: pause.ends_on, default=None)


def load_tasks(
    profile: Profile, skills: Mapping[str, int], certifications: Collection[str], today: date
) -> tuple[Task, ...]:
    """Every step that was set and not withdrawn, the most urgent first; one query."""
    rows = {
        row.pk: row
        for row in Assignment.objects.filter(profile=profile, withdrawn_at=None)
        .select_related("mentor")
        .order_by("pk")
    }
    values = [assigned_value(row) for row in rows.values()]
    found = by_urgency((v, state_of(v, skills, certifications, today)) for v in values)
    return tuple(_task(rows[value.key], value, state) for value, state in found)


def assigned_value(row: Assignment) -> Assigned:
    return Assigned(
        key=row.pk,
        id=row.skill_id or row.certification_id or "",
        proficiency=row.proficiency,
        due_on=row.due_on,
        is_declined=row.declined_at is not None,
        is_withdrawn=row.withdrawn_at is not None,
    )


def load_goals(profile: Profile) -> tuple[Goal, ...]:
    """Every goal that was suggested, the latest first; one query."""
    rows = GoalSuggestion.objects.filter(profile=profile).select_related("mentor")
    return tuple(_goal(row) for row in rows.order_by("-suggested_at", "-pk"))


def load_check_ins(profile: Profile) -> tuple[CheckIn, ...]:
    """Every check-in with its actions, the latest first; two queries."""
    actions = Prefetch("agreed_actions", AgreedAction.objects.order_by("due_on", "pk"))
    rows = CheckIn.objects.filter(profile=profile).select_related("mentor")
    return tuple(rows.prefetch_related(actions).order_by("-held_on", "-pk"))


def load_agreed(check_in: CheckIn) -> tuple[list[AgreedLevel], list[AgreedAction]]:
    """The levels and the actions of a check-in; two queries."""
    levels = AgreedLevel.objects.filter(check_in=check_in).order_by("pk")
    return list(levels), list(AgreedAction.objects.filter(check_in=check_in).order_by("pk"))


def load_explanations(profile: Profile, today: date) -> Explanations:
    """Two queries."""
    pauses = Pause.objects.filter(profile=profile).order_by("-starts_on", "-pk")
    blockers = Blocker.objects.filter(profile=profile).order_by("resolved_at", "-since", "-pk")
    rows = sorted(blockers, key=lambda blocker: blocker.resolved_at is not None)
    return Explanations(today, tuple(pauses), tuple(rows))


def _task(row: Assignment, value: Assigned, state: AssignmentState) -> Task:
    return Task(
        assigned=value,
        state=state,
        mentor=shown_name(row.mentor),
        mentor_id=row.mentor_id,
        words=row.words,
        answer=row.answer,
        assigned_at=row.assigned_at,
    )


def _goal(row: GoalSuggestion) -> Goal:
    state: GoalState = "accepted" if row.accepted_at else "declined" if row.declined_at else "open"
    return Goal(
        key=row.pk,
        level=row.level_id,
        mentor=shown_name(row.mentor),
        mentor_id=row.mentor_id,
        words=row.words,
        answer=row.answer,
        suggested_at=row.suggested_at,
        state=state,
    )
