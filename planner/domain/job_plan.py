"""What to learn for one job, with dates and worth, and which skills several ads ask for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from planner.domain.catalogue import Catalogue
from planner.domain.developer import Developer
from planner.domain.learning import (
    Step,
    is_allowed,
    left_to_study,
    months_of_study,
    presumed,
    steps_to_skill,
    total_hours,
)
from planner.domain.moves import apply, target_level
from planner.domain.next_skills import Suggestion, suggestion_of
from planner.domain.pay import Estimate, estimate
from planner.domain.ranges import ZERO, Range
from planner.domain.reading.jobs import JobGap, Need, steps_to_job
from planner.domain.roadmap.calendar import PlannedStep
from planner.domain.roadmap.jobs import LAST, Problem, build_problem
from planner.domain.roadmap.plan import Proof, find_order, planned_steps
from planner.domain.standing import Standing

HORIZON = 36.0  # months over which an order is weighed, at least


@dataclass(frozen=True, slots=True)
class JobPlan:
    """What is required first, done as soon as it can be; within that, what earns most first.

    `steps`: `is_for_target` says whether what the ad requires needs it. `gain`: dollars a year that
    all steps could be worth after `months`. `after`: pay as of today with all of it learnt.
    """

    steps: tuple[PlannedStep, ...]
    hours: Range
    gain: Range
    months: float
    after: Estimate
    proof: Proof

    @property
    def required(self) -> tuple[PlannedStep, ...]:
        return tuple(one for one in self.steps if one.is_for_target)

    @property
    def required_hours(self) -> Range:
        return total_hours([one.step for one in self.required])


def done_between(steps: Iterable[PlannedStep]) -> tuple[date, date]:
    """The day by which all these steps are done, at low and high hours."""
    ends = [one.ends_between for one in steps]
    return max(low for low, _ in ends), max(high for _, high in ends)


def plan_job(
    catalogue: Catalogue,
    developer: Developer,
    standing: Standing,
    gaps: Iterable[JobGap],
    today: date,
) -> JobPlan:
    """The way to close these gaps: the roadmap's planner with the ad as its target.

    `developer.hours_per_week` > 0. Of alternatives the one that fits best is learnt. The hours are
    at the developer's pace, less what was studied already.
    """
    gaps = tuple(gaps)
    start = presumed(catalogue, developer.skills)
    required = [gap for gap in gaps if gap.wish.status == "required"]
    others = [gap for gap in gaps if gap.wish.status != "required"]
    first = len(steps_to_job(catalogue, start, required))
    steps = left_to_study(
        catalogue, developer, steps_to_job(catalogue, start, [*required, *others])
    )
    needed = frozenset(range(first))
    problem = _problem(catalogue, developer, standing, steps, needed)
    order, proof = find_order(problem, needed)
    planned = planned_steps(catalogue, developer, standing, today, problem, needed, order)
    after = apply(catalogue, standing, steps)
    return JobPlan(
        steps=planned,
        hours=total_hours(steps),
        gain=sum((one.gain for one in planned), start=ZERO),
        months=problem.horizon,
        after=estimate(catalogue, developer, after),
        proof=proof,
    )


def _problem(
    catalogue: Catalogue,
    developer: Developer,
    standing: Standing,
    steps: Sequence[Step],
    needed: Collection[int],
) -> Problem:
    """What is not required comes after all that is. The horizon has room for every step."""
    study = months_of_study(total_hours(steps).central, developer.estimated_hours_per_week)
    practice = max((step.practice_months for step in steps), default=0)
    horizon = max(HORIZON, study + practice)
    problem = build_problem(catalogue, developer, standing, steps, horizon)
    jobs = (job if n in needed else replace(job, rank=LAST) for n, job in enumerate(problem.jobs))
    return replace(problem, jobs=tuple(jobs))


def rank_for_jobs(
    catalogue: Catalogue,
    developer: Developer,
    standing: Standing,
    ranked: Iterable[Suggestion],
    needs: Mapping[str, Need],
) -> tuple[Suggestion, ...]:
    """What closes something in most ads first, then in the order given; nothing else.

    Skills that the target does not need come as well, up to the level that the ads ask for.
    """
    found = {one.step.id: one for one in ranked if one.step.id in needs}
    target = target_level(catalogue, developer, standing)
    start = presumed(catalogue, standing.skills)
    for skill in sorted(needs.keys() - found.keys() & catalogue.skills.keys()):
        if is_allowed(catalogue, developer.excluded, skill):
            steps = steps_to_skill(catalogue, start, skill, needs[skill].target)
            steps = left_to_study(catalogue, developer, steps)
            found[skill] = suggestion_of(catalogue, developer, standing, target, steps)
    return tuple(sorted(found.values(), key=lambda one: -needs[one.step.id].ads))
