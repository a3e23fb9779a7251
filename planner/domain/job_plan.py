"""What to learn for one job, with dates, and which skills several ads ask for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from planner.domain.catalogue import Catalogue
from planner.domain.developer import Developer, Proficiency
from planner.domain.learning import (
    Step,
    left_to_study,
    months_to_finish,
    presumed,
    steps_to_skill,
    total_hours,
)
from planner.domain.moves import target_level
from planner.domain.next_skills import Suggestion, suggestion_of
from planner.domain.ranges import Range
from planner.domain.reading.jobs import JobGap, steps_to_job
from planner.domain.roadmap.calendar import step_dates
from planner.domain.standing import Standing


@dataclass(frozen=True, slots=True)
class JobStep:
    """One step for a job. `ends_between`: its end at the low and the high hours.

    `is_required`: whether what the ad requires needs it.
    """

    step: Step
    starts_on: date
    ends_on: date
    ends_between: tuple[date, date]
    is_required: bool


@dataclass(frozen=True, slots=True)
class JobPlan:
    """`months`: as soon as it can be, at the developer's hours and pace."""

    steps: tuple[JobStep, ...]
    hours: Range
    months: float

    @property
    def required(self) -> tuple[JobStep, ...]:
        return tuple(step for step in self.steps if step.is_required)

    @property
    def ends_on(self) -> date | None:
        return max((step.ends_on for step in self.steps), default=None)

    @property
    def required_on(self) -> date | None:
        """The day by which all that is required is there; None if it takes no step."""
        return max((step.ends_on for step in self.required), default=None)


def plan_job(
    catalogue: Catalogue, developer: Developer, gaps: Iterable[JobGap], today: date
) -> JobPlan:
    """What closes these gaps, required first, in the order in which it can be learnt."""
    gaps = tuple(sorted(gaps, key=lambda gap: gap.wish.status != "required"))
    start = presumed(catalogue, developer.skills)
    required = [gap for gap in gaps if gap.wish.status == "required"]
    first = len(steps_to_job(catalogue, start, required))
    steps = left_to_study(catalogue, developer, steps_to_job(catalogue, start, gaps))
    weekly = developer.estimated_hours_per_week
    planned = tuple(
        JobStep(step, *days, is_required=number < first)
        for number, (step, days) in enumerate(
            zip(steps, step_dates(steps, today, weekly), strict=True)
        )
    )
    return JobPlan(planned, total_hours(steps), months_to_finish(steps, weekly))


def rank_for_jobs(
    catalogue: Catalogue,
    developer: Developer,
    standing: Standing,
    ranked: Iterable[Suggestion],
    asked: Mapping[str, int],
) -> tuple[Suggestion, ...]:
    """What most ads ask for first (`asked`: their number by skill), then in the order given.

    Skills that the target does not need come as well, up to *working*; what no ad asks for, not.
    """
    found = {s.step.id: s for s in ranked if asked.get(s.step.id)}
    target = target_level(catalogue, developer, standing)
    start = presumed(catalogue, standing.skills)
    for skill in sorted(asked.keys() - found.keys() & catalogue.skills.keys()):
        if standing.skills.get(skill, 0) < Proficiency.WORKING and skill not in developer.excluded:
            steps = steps_to_skill(catalogue, start, skill, Proficiency.WORKING)
            steps = left_to_study(catalogue, developer, steps)
            found[skill] = suggestion_of(catalogue, developer, standing, target, steps)
    return tuple(sorted(found.values(), key=lambda s: -asked[s.step.id]))
