"""The plan: the steps to take in prerequisite order, with dates and what each could be worth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from planner.domain.catalogue import Catalogue
from planner.domain.developer import DAYS_PER_YEAR, Developer
from planner.domain.learning import Step, total_hours
from planner.domain.moves import apply, target_level
from planner.domain.next_skills import Objective, rank_next_skills
from planner.domain.path import chain, find_path, is_reached
from planner.domain.projection import project
from planner.domain.ranges import ZERO, Range
from planner.domain.standing import Standing

DAYS_PER_MONTH = DAYS_PER_YEAR / 12
FURTHEST_DAYS = 80 * DAYS_PER_YEAR  # no date of a plan lies beyond


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """A step with its dates, and the dollars a year it could be worth on top of those before it."""

    step: Step
    starts_on: date
    ends_on: date
    gain: Range


@dataclass(frozen=True, slots=True)
class Reach:
    """When a level is reached and which of its two gates is the later one."""

    level: str
    on: date
    binds: Literal["years", "skills"]
    slack_days: int  # between the earlier gate and the later one


@dataclass(frozen=True, slots=True)
class Plan:
    """Steps that fit the horizon, with the sum of their gains. `is_optimal` only where proved."""

    objective: Objective
    steps: tuple[PlannedStep, ...]
    hours: Range
    reaches: Reach | None
    total_gain: Range
    after: Standing
    is_optimal: bool = False


def plan_roadmap(
    catalogue: Catalogue,
    developer: Developer,
    standing: Standing,
    today: date,
    *,
    objective: Objective = "next_level",
    horizon_months: float = 36,
) -> Plan:
    """The steps to take: for *next level* the way to the target, for *earnings* all that pays.

    Study goes one step at a time at `developer.hours_per_week` (> 0); practice runs beside it.
    """
    target = target_level(catalogue, developer, standing)
    steps = _steps(catalogue, developer, standing, target, objective)
    dated = _within_horizon(
        _with_dates(steps, today, developer.hours_per_week), today, horizon_months
    )
    gains = _marginal_gains(
        catalogue, developer, standing, [step for step, _, _ in dated], horizon_months
    )
    planned = tuple(PlannedStep(*entry, gain) for entry, gain in zip(dated, gains, strict=True))
    after = apply(catalogue, standing, [entry.step for entry in planned])
    return Plan(
        objective=objective,
        steps=planned,
        hours=total_hours([entry.step for entry in planned]),
        reaches=_reach(catalogue, developer, standing, target, today, planned),
        total_gain=sum(gains, start=ZERO),
        after=after,
    )


def _steps(
    catalogue: Catalogue,
    developer: Developer,
    standing: Standing,
    target: str,
    objective: Objective,
) -> tuple[Step, ...]:
    if objective == "next_level" and not is_reached(catalogue, standing, target):
        return find_path(catalogue, developer, standing, target).steps
    ranked = rank_next_skills(catalogue, developer, standing, "earnings")
    return chain(
        catalogue, standing, [suggestion.step for suggestion in ranked if suggestion.gain.high > 0]
    )


def _with_dates(
    steps: Sequence[Step], today: date, hours_per_week: float
) -> list[tuple[Step, date, date]]:
    dated, studied = [], 0.0
    for step in steps:
        starts_on = _after(today, studied * 7 / hours_per_week)
        studied += step.hours.central
        studied_by = _after(today, studied * 7 / hours_per_week)
        dated.append(
            (
                step,
                starts_on,
                max(studied_by, _after(starts_on, step.practice_months * DAYS_PER_MONTH)),
            )
        )
    return dated


def _within_horizon(
    dated: list[tuple[Step, date, date]], today: date, horizon_months: float
) -> list[tuple[Step, date, date]]:
    """The longest beginning that ends in time: a later step may need any earlier one."""
    last_day = _after(today, horizon_months * DAYS_PER_MONTH)
    for n, (_, _, ends_on) in enumerate(dated):
        if ends_on > last_day:
            return dated[:n]
    return dated


def _after(day: date, days: float) -> date:
    return day + timedelta(days=round(min(FURTHEST_DAYS, days)))


def _marginal_gains(
    catalogue: Catalogue,
    developer: Developer,
    standing: Standing,
    steps: Sequence[Step],
    months: float,
) -> list[Range]:
    """What each step adds at the horizon, in order.

    Low, central and high each add up to the projection of the whole plan.
    """
    later = replace(developer, years=developer.years + months / 12)
    gains, before, total = [], standing, ZERO
    for step in steps:
        after = apply(catalogue, before, [step])
        so_far = project(catalogue, developer, standing, after, months).gain_skill
        own = project(catalogue, later, before, after).gain_skill
        gains.append(_scaled(own, max(0.0, so_far.central - total.central)))
        before, total = after, so_far
    return _shared_out(gains, total)


def _scaled(own: Range, central: float) -> Range:
    """The step's own range around the part of its gain that the cap leaves."""
    if own.central <= 0:
        return Range(0.0, central, max(central, own.high))
    share = central / own.central
    return Range(own.low * share, central, own.high * share)


def _shared_out(gains: list[Range], total: Range) -> list[Range]:
    """Narrow or widen the steps' ranges in proportion, so that they add up to the whole range."""
    sums = sum(gains, start=ZERO)
    widening = (
        (total.high - total.central) / (sums.high - sums.central)
        if sums.high > sums.central
        else 0.0
    )
    return [
        Range(
            _low(gain, sums, total),
            gain.central,
            gain.central + (gain.high - gain.central) * widening,
        )
        for gain in gains
    ]


def _low(gain: Range, sums: Range, total: Range) -> float:
    if sums.low >= total.low:
        return gain.low * total.low / sums.low if sums.low > 0 else 0.0
    return gain.central - (gain.central - gain.low) * (total.central - total.low) / (
        sums.central - sums.low
    )


def _reach(
    catalogue: Catalogue,
    developer: Developer,
    standing: Standing,
    target: str,
    today: date,
    planned: tuple[PlannedStep, ...],
) -> Reach | None:
    """The day of the target level, the later of skills and years, if the plan gets there."""
    skills_on = _skills_on(catalogue, standing, target, today, planned)
    if skills_on is None:
        return None
    missing = max(0.0, catalogue.level(target).years_from - developer.years)
    years_on = _after(today, missing * DAYS_PER_YEAR)
    binds: Literal["years", "skills"] = "years" if years_on > skills_on else "skills"
    return Reach(target, max(skills_on, years_on), binds, abs((years_on - skills_on).days))


def _skills_on(
    catalogue: Catalogue,
    standing: Standing,
    target: str,
    today: date,
    planned: tuple[PlannedStep, ...],
) -> date | None:
    """The first day on which what is done by then makes the level ready."""
    day = today
    for entry in sorted(planned, key=lambda entry: entry.ends_on):
        if is_reached(catalogue, standing, target):
            break
        standing, day = apply(catalogue, standing, [entry.step]), entry.ends_on
    return day if is_reached(catalogue, standing, target) else None
