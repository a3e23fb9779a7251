"""What the learning log shows of each step: how far it is, and what can be done with it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from planner import actions, study_wording
from planner.domain.at_hand import step_at_hand
from planner.domain.learning import Step, left_to_study
from planner.domain.outlook import Outlook
from planner.domain.ranges import Range
from planner.domain.study import RoundState, What, recent_weeks, streak
from planner.forms import SessionForm
from planner.forms.fields import Data
from planner.models import Profile
from planner.names import name_of
from planner.queries.profiles import ProfileView
from planner.queries.study import DoneStep
from planner.views.skill_rows import value_of

SHOWN = 3  # steps in progress on the dashboard
AHEAD = 5  # suggestions that the form offers first
WEEKS = 12
OFFER_DAYS = 7  # how long a finished step asks whether it is to be stated


@dataclass(frozen=True, slots=True)
class StudyRow:
    """A step that can be begun, or is. `hours` of it are logged; the estimate is at the own pace.

    `state`: None if it is not begun. `since`: of that state.
    """

    item: str
    name: str
    key: str
    state: RoundState | None
    since: date | None
    hours: float
    step: Step | None
    estimate: Range | None
    left: Range | None

    @property
    def is_open(self) -> bool:
        return self.state in ("started", "paused")

    @property
    def state_word(self) -> str:
        return study_wording.STATES[self.state] if self.state else ""

    @property
    def share(self) -> float:
        """Of the central estimate, up to the whole."""
        return min(1.0, self.hours / self.estimate.central) if self.estimate else 0.0

    @property
    def said(self) -> str:
        if not self.estimate:
            return study_wording.hours_said(self.hours)
        return study_wording.of_estimate(self.hours, self.estimate)


@dataclass(frozen=True, slots=True)
class Offer:
    """A finished step that can be stated with one click: a skill at what was aimed at, or a
    certificate. `stated`: what the skill is now.
    """

    step: DoneStep
    name: str
    stated: str


def study_row(view: ProfileView, item: str, goal: int | None = None) -> StudyRow:
    """`goal`: the proficiency that a button asks for; else what the step was begun for."""
    catalogue, developer, log = view.catalogue, view.developer, view.log
    go = log.round_of(item)
    is_open = go is not None and go.state != "finished"
    step = step_at_hand(catalogue, developer, item, log.goal_of(item) if is_open else goal)
    has_hours = step is not None and step.hours.central > 0
    return StudyRow(
        item=item,
        name=name_of(catalogue, item),
        key=f"{item}@{step.end if step else 4}",
        state=go.state if go else None,
        since=(go.finished_on or go.paused_on or go.started_on) if go else None,
        hours=dict(developer.studied).get(item, 0.0),
        step=step,
        estimate=step.hours * developer.pace if step and has_hours else None,
        left=_left(view, step) if step and has_hours else None,
    )


def _left(view: ProfileView, step: Step) -> Range:
    (left,) = left_to_study(view.catalogue, view.developer, (step,))
    return left.hours * view.developer.pace


def open_rows(view: ProfileView) -> list[StudyRow]:
    """What is in progress, then what is paused."""
    return [study_row(view, go.item) for go in view.log.open_rounds]


def offers(view: ProfileView) -> list[Offer]:
    """Steps finished of late that are not stated yet."""
    skills = view.developer.skills
    return [
        Offer(step, name_of(view.catalogue, step.item), value_of(skills.get(step.item)))
        for step in view.log.done_since(view.today - timedelta(days=OFFER_DAYS))
        if _is_to_state(view, step)
    ]


def _is_to_state(view: ProfileView, step: DoneStep) -> bool:
    if step.item in view.catalogue.certifications:
        return step.item not in view.developer.certifications
    is_known = step.item in view.catalogue.skills
    return is_known and view.developer.skills.get(step.item, 0) < (step.goal or 0)


def mark(profile: Profile, view: ProfileView, key: str, what: What, now: datetime) -> bool:
    """Begin, pause or finish the step of that key; whether that was something new."""
    item, _, end = key.partition("@")
    goal = int(end) if item in view.catalogue.skills else None
    step = step_at_hand(view.catalogue, view.developer, item, goal)
    is_it = step is not None and (goal is None or step.end == goal)
    estimate = Decimal(str(round(step.hours.central, 2))) if step and is_it else None
    return actions.mark_step(
        profile=profile, item=item, what=what, goal=goal, estimate=estimate, now=now
    )


def ahead(view: ProfileView, outlook: Outlook) -> list[tuple[str, list[str]]]:
    """What the form offers first: what is open, then what comes next."""
    is_open = [go.item for go in view.log.open_rounds]
    following = [s.step.id for s in outlook.suggestions if not s.step.is_practice_only]
    others = [id_ for id_ in following if id_ not in is_open][:AHEAD]
    groups = [("In progress", is_open), ("Next", others)]
    return [(title, ids) for title, ids in groups if ids]


def session_form(
    view: ProfileView, first: Sequence[tuple[str, Collection[str]]], data: Data = None
) -> SessionForm:
    return SessionForm(data, catalogue=view.catalogue, today=view.today, ahead=first)


def card_context(view: ProfileView, form: SessionForm) -> dict[str, Any]:
    """The card of the log on the dashboard; nothing is asked of the database for it."""
    log, goal = view.log, view.developer.hours_per_week
    (week,) = recent_weeks(log.sessions, view.today, goal=goal, pauses=log.pauses, count=1)
    rows = open_rows(view)
    return {
        "catalogue": view.catalogue,
        "study_form": form,
        "study_rows": rows[:SHOWN],
        "more_study": max(0, len(rows) - SHOWN),
        "offers": offers(view),
        "week": week,
        "week_said": study_wording.week_verdict(week),
        "streak_said": study_wording.streak_said(streak(log.sessions, view.today, log.pauses)),
    }
