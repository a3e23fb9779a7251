"""The plan: what to learn in which order, when each step ends, and what each could be worth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Literal

from planner.domain.catalogue import Catalogue
from planner.domain.developer import Developer
from planner.domain.learning import Step, total_hours
from planner.domain.moves import apply, target_level
from planner.domain.next_skills import Objective
from planner.domain.ranges import ZERO, Range
from planner.domain.roadmap.calendar import (
    PlannedStep,
    Reach,
    find_reach,
    renewals_due,
    step_dates,
)
from planner.domain.roadmap.deadlines import soonest_in_time, with_due
from planner.domain.roadmap.exact import best_order
from planner.domain.roadmap.gains import marginal_gains
from planner.domain.roadmap.jobs import Problem, step_key
from planner.domain.roadmap.pool import find_jobs
from planner.domain.roadmap.search import first_choices, good_order, practice_first
from planner.domain.roadmap.wishes import Wishes, order_by_hand, with_wishes
from planner.domain.standing import Standing

FEW_JOBS = 12  # up to here a proof is tried
AS_GOOD = 0.005  # share of the plan's worth that another first step may cost

Proof = Literal["optimal", "soonest", "best_known", "by_hand"]


@dataclass(frozen=True, slots=True)
class Plan:
    """Steps that end within the horizon; `later` holds what does not.

    `earned`: dollars over the horizon beyond learning nothing. `total_gain`: sum of the steps'
    gains, dollars a year at the horizon. `proof`: *optimal* where the order is proved to earn most,
    *soonest* where only the level's day is proved, else *best_known*; *by_hand* for an own order.
    `as_good`: other first steps that would cost next to nothing. `order`: the keys of all steps,
    a warm start for the next plan.
    """

    objective: Objective
    target: str
    horizon_months: float
    steps: tuple[PlannedStep, ...]
    later: tuple[Step, ...]
    hours: Range
    reaches: Reach | None
    earned: float
    total_gain: Range
    after: Standing
    proof: Proof
    as_good: tuple[Step, ...]
    order: tuple[str, ...]

    @property
    def is_optimal(self) -> bool:
        return self.proof == "optimal"


def plan_roadmap(
    catalogue: Catalogue,
    developer: Developer,
    standing: Standing,
    today: date,
    *,
    objective: Objective = "next_level",
    horizon_months: float = 36,
    wishes: Wishes | None = None,
    warm_start: Sequence[str] = (),
) -> Plan:
    """The order of steps that earns most over the horizon; for *next level*, of those orders that
    reach the target on the earliest day.

    Study goes one step at a time at `developer.hours_per_week` (> 0), the estimates scaled to the
    developer's pace and less what was studied already; practice runs beside it.
    Certificates that end within the horizon are renewed in time where they can be.
    `warm_start`: step keys of the plan on screen, which the new one is never worse than.
    """
    wishes = wishes or Wishes()
    target = target_level(catalogue, developer, standing)
    due = renewals_due(catalogue, developer, today, horizon_months)
    problem, needed = find_jobs(catalogue, developer, standing, target, horizon_months, due)
    years = max(0.0, catalogue.level(target).years_from - developer.years) * 12
    problem = with_wishes(problem, wishes)
    order, proof = find_order(
        problem,
        needed if objective == "next_level" else frozenset(),
        years=years,
        wishes=wishes,
        warm_start=warm_start,
    )
    return _plan(
        catalogue, developer, standing, today, objective, target, problem, needed, order, proof
    )


def find_order(
    problem: Problem,
    needed: frozenset[int],
    *,
    years: float = 0.0,
    wishes: Wishes | None = None,
    warm_start: Sequence[str] = (),
) -> tuple[list[int], Proof]:
    """The order that earns most of those that have the needed jobs done on the earliest day.

    `years`: months before which it is of no use to have them done. No job is needed: the order that
    earns most.
    """
    wishes = wishes or Wishes()
    day, aimed = 0.0, problem
    if needed:
        day = soonest_in_time(problem, needed)
        aimed = with_due(problem, needed, max(day, years / _stretch(problem, needed)))
    begun = order_by_hand(problem, warm_start, range(len(problem.jobs))) if warm_start else ()
    exact = best_order(aimed) if len(problem.jobs) <= FEW_JOBS else None
    order = good_order(aimed, begun) if exact is None else exact
    is_in_time = aimed.is_possible(order)
    if not is_in_time:  # what is wanted first or later leaves no way to be in time
        order = good_order(problem, begun)
    if wishes.order:
        return order_by_hand(problem, wishes.order, order), "by_hand"
    order = practice_first(problem, order)
    if exact is not None:
        return order, "optimal"
    return order, "soonest" if needed and day <= years and is_in_time else "best_known"


def _stretch(problem: Problem, jobs: frozenset[int]) -> float:
    """How much longer than expected the jobs may take: there is room for it before the years."""
    hours = total_hours([problem.jobs[n].step for n in jobs])
    return hours.high / hours.central if hours.central > 0 else 1.0


def _plan(
    catalogue: Catalogue,
    developer: Developer,
    standing: Standing,
    today: date,
    objective: Objective,
    target: str,
    problem: Problem,
    needed: frozenset[int],
    order: list[int],
    proof: Proof,
) -> Plan:
    done = problem.completions(order)
    inside = [n for n in order if done[n] <= problem.horizon]
    planned = planned_steps(catalogue, developer, standing, today, problem, needed, inside)
    steps = [one.step for one in planned]
    return Plan(
        objective=objective,
        target=target,
        horizon_months=problem.horizon,
        steps=planned,
        later=tuple(problem.jobs[n].step for n in order if n not in inside),
        hours=total_hours(steps),
        reaches=find_reach(catalogue, developer, standing, target, today, planned),
        earned=problem.value(order),
        total_gain=sum((one.gain for one in planned), start=ZERO),
        after=apply(catalogue, standing, steps),
        proof=proof,
        as_good=_as_good(problem, order, done),
        order=tuple(step_key(problem.jobs[n].step) for n in order),
    )


def planned_steps(
    catalogue: Catalogue,
    developer: Developer,
    standing: Standing,
    today: date,
    problem: Problem,
    needed: frozenset[int],
    order: Sequence[int],
) -> tuple[PlannedStep, ...]:
    """The jobs of an order as steps with their dates and what each could be worth."""
    runs = _runs(problem, order)
    steps = [_merged([problem.jobs[n].step for n in run]) for run in runs]
    gains = marginal_gains(catalogue, developer, standing, steps, problem.horizon)
    dates = step_dates(steps, today, developer.estimated_hours_per_week)
    return tuple(
        PlannedStep(step, *when, gain, not needed.isdisjoint(run))
        for run, step, when, gain in zip(runs, steps, dates, gains, strict=True)
    )


def _runs(problem: Problem, order: Sequence[int]) -> list[list[int]]:
    """The order in runs of the same skill: what follows itself is one step to the learner."""
    return [
        list(run)
        for _, run in groupby(
            order, key=lambda n: (problem.jobs[n].step.kind, problem.jobs[n].step.id)
        )
    ]


def _merged(steps: Sequence[Step]) -> Step:
    return replace(
        steps[0],
        end=steps[-1].end,
        hours=total_hours(steps),
        practice_months=max(step.practice_months for step in steps),
    )


def _as_good(problem: Problem, order: list[int], done: Mapping[int, float]) -> tuple[Step, ...]:
    value = problem.value(order)
    if value <= 0:
        return ()
    close = [
        (worth, n)
        for n, worth in first_choices(problem, order)
        if worth >= value * (1 - AS_GOOD) and done[n] <= problem.horizon
    ]
    return tuple(problem.jobs[n].step for _, n in sorted(close, key=lambda c: (-c[0], c[1]))[:3])
