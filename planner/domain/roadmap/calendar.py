"""A plan in the calendar: when each step ends, and when a level is reached."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from planner.domain.catalogue import Catalogue
from planner.domain.developer import DAYS_PER_YEAR, Developer
from planner.domain.learning import Step
from planner.domain.moves import apply
from planner.domain.path import is_reached
from planner.domain.ranges import ZERO, Range
from planner.domain.roadmap.jobs import step_key
from planner.domain.standing import Standing

DAYS_PER_MONTH = DAYS_PER_YEAR / 12
FURTHEST_DAYS = 80 * DAYS_PER_YEAR  # no date of a plan lies beyond


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """A step with its dates and what it could be worth in dollars a year after those before it.

    `ends_between`: the day it ends if everything takes the low or the high hours.
    `is_for_target`: whether the target level needs it.
    """

    step: Step
    starts_on: date
    ends_on: date
    ends_between: tuple[date, date]
    gain: Range
    is_for_target: bool

    @property
    def key(self) -> str:
        return step_key(self.step)


@dataclass(frozen=True, slots=True)
class Reach:
    """When a level is reached and which of its two gates is the later one.

    `between`: the day if everything takes the low or the high hours. `slack_days`: between the
    earlier gate and the later one.
    """

    level: str
    on: date
    between: tuple[date, date]
    skills_on: date
    years_on: date
    binds: Literal["years", "skills"]
    slack_days: int


def step_dates(
    steps: Sequence[Step], today: date, hours_per_week: float
) -> list[tuple[date, date, tuple[date, date]]]:
    """For each step: its start, its end, and its ends at low and high hours."""

    def span(begin: float, end: float, practice_months: float) -> tuple[date, date]:
        starts_on = _after(today, begin * 7 / hours_per_week)
        practised_on = _after(starts_on, practice_months * DAYS_PER_MONTH)
        return starts_on, max(_after(today, end * 7 / hours_per_week), practised_on)

    dates, studied = [], ZERO
    for step in steps:
        after, practice = studied + step.hours, step.practice_months
        starts_on, ends_on = span(studied.central, after.central, practice)
        low, high = span(studied.low, after.low, practice), span(studied.high, after.high, practice)
        dates.append((starts_on, ends_on, (low[1], high[1])))
        studied = after
    return dates


def find_reach(
    catalogue: Catalogue,
    developer: Developer,
    standing: Standing,
    target: str,
    today: date,
    planned: tuple[PlannedStep, ...],
) -> Reach | None:
    """The day of the target, the later of its skills and its years, if the plan gets there."""
    ends = [(e.ends_on, e.ends_between, e.step) for e in planned]
    skills_on = _ready_on(catalogue, standing, target, today, [(on, s) for on, _, s in ends])
    if skills_on is None:
        return None
    low = _ready_on(catalogue, standing, target, today, [(b[0], s) for _, b, s in ends])
    high = _ready_on(catalogue, standing, target, today, [(b[1], s) for _, b, s in ends])
    missing = max(0.0, catalogue.level(target).years_from - developer.years)
    years_on = _after(today, missing * DAYS_PER_YEAR)
    return Reach(
        level=target,
        on=max(skills_on, years_on),
        between=(max(low or skills_on, years_on), max(high or skills_on, years_on)),
        skills_on=skills_on,
        years_on=years_on,
        binds="years" if years_on > skills_on else "skills",
        slack_days=abs((years_on - skills_on).days),
    )


def _ready_on(
    catalogue: Catalogue,
    standing: Standing,
    target: str,
    today: date,
    ends: Sequence[tuple[date, Step]],
) -> date | None:
    """The day after whose steps the target's skills are there, given when each step ends."""
    if is_reached(catalogue, standing, target):
        return today
    for day, step in sorted(ends, key=lambda end: end[0]):
        standing = apply(catalogue, standing, [step])
        if is_reached(catalogue, standing, target):
            return day
    return None


def renewals_due(
    catalogue: Catalogue, developer: Developer, today: date, horizon_months: float
) -> dict[str, float]:
    """The month by which each certificate must be renewed that ends within the horizon."""
    ends = {id_: (day - today).days / DAYS_PER_MONTH for id_, day in developer.expires}
    return {
        id_: month
        for id_, month in ends.items()
        if month <= horizon_months
        and id_ not in developer.excluded
        and not catalogue.certifications[id_].is_retired
    }


def _after(day: date, days: float) -> date:
    return day + timedelta(days=round(min(FURTHEST_DAYS, days)))
