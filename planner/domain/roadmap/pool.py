"""Which steps a plan may hold: those that lead to the target, and those that go with more pay."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from planner.domain.catalogue import Catalogue
from planner.domain.developer import Developer
from planner.domain.learning import (
    Step,
    is_allowed,
    left_to_study,
    presumed,
    renewal_step,
    steps_to_skill,
)
from planner.domain.levels import is_ready
from planner.domain.moves import apply, open_gaps
from planner.domain.next_skills import steps_for_pay
from planner.domain.path import chain, find_path, is_reached
from planner.domain.roadmap.deadlines import soonest
from planner.domain.roadmap.jobs import Problem, build_problem, step_key
from planner.domain.roadmap.ledger import State
from planner.domain.standing import Standing

DOLLAR = 1.0


def find_jobs(
    catalogue: Catalogue,
    developer: Developer,
    standing: Standing,
    target: str,
    horizon: float,
    due: Mapping[str, float],
) -> tuple[Problem, frozenset[int]]:
    """The jobs that are of use over the horizon (in months), and which of them the target needs.

    `due`: the certificates that have to be renewed, each by a month.
    """
    steps = open_steps(catalogue, developer, standing, target)
    problem = build_problem(catalogue, developer, standing, steps, horizon)
    needed = jobs_to_level(catalogue, developer, standing, problem, target)
    keys = {step_key(problem.jobs[n].step) for n in needed}
    renewals = left_to_study(
        catalogue, developer, tuple(renewal_step(catalogue, id_) for id_ in due)
    )
    steps = (*useful_steps(problem, needed), *renewals)
    problem = build_problem(catalogue, developer, standing, steps, horizon, due=due)
    return problem, frozenset(n for n, job in enumerate(problem.jobs) if step_key(job.step) in keys)


def open_steps(
    catalogue: Catalogue, developer: Developer, standing: Standing, target: str
) -> tuple[Step, ...]:
    """Every step worth weighing, in a possible order: what the target asks first, then the rest.

    The rest is what the levels above ask, since what they release counts in pay before the level
    does, and what moves a pay group.
    """
    goals = [*asked_steps(catalogue, developer, standing, target)]
    top = catalogue.levels[-1].code
    ahead = apply(catalogue, standing, chain(catalogue, standing, goals))
    goals += asked_steps(catalogue, developer, ahead, top)
    needed = frozenset(goal.id for goal in goals)
    goals += [steps[-1] for steps in steps_for_pay(catalogue, developer, ahead, top, needed)]
    return left_to_study(catalogue, developer, chain(catalogue, standing, goals))


def asked_steps(
    catalogue: Catalogue, developer: Developer, standing: Standing, target: str
) -> Iterator[Step]:
    """One step per skill and proficiency that the open expectations up to a level need."""
    start = presumed(catalogue, standing.skills)
    for gap in open_gaps(catalogue, standing, target, developer.excluded):
        for member in gap.needed:
            if is_allowed(catalogue, developer.excluded, member.skill):
                yield steps_to_skill(catalogue, start, member.skill, member.target)[-1]


def jobs_to_level(
    catalogue: Catalogue, developer: Developer, standing: Standing, problem: Problem, target: str
) -> frozenset[int]:
    """The jobs after which the target's skills are there soonest; none if they are, or cannot be.

    Of several ways the soonest: the path (most progress an hour), and what is asked less whatever
    brings the day forward most by being left out, once for each length of practice that is allowed.
    """
    if is_reached(catalogue, standing, target):
        return frozenset()
    path = {step_key(s) for s in find_path(catalogue, developer, standing, target).steps}
    asked = {step_key(s) for s in asked_steps(catalogue, developer, standing, target)}
    ways = [_jobs_of(problem, path)]
    for practice in sorted({job.months + job.lag for job in problem.jobs if job.lag > 0} | {0.0}):
        short = {
            n
            for n, job in enumerate(problem.jobs)
            if job.lag == 0 or job.months + job.lag <= practice
        }
        ways.append(_fewest(catalogue, problem, _jobs_of(problem, asked, short), target))
    ways = [way for way in ways if _reaches(catalogue, problem, way, target)]
    return min(ways, key=lambda way: _cost(problem, way), default=frozenset())


def _jobs_of(
    problem: Problem, keys: Collection[str], allowed: Collection[int] | None = None
) -> frozenset[int]:
    """The jobs with these keys and all that they need, as far as every one of them is allowed."""
    wanted = [
        n
        for n, job in enumerate(problem.jobs)
        if step_key(job.step) in keys and (allowed is None or {n, *job.after} <= set(allowed))
    ]
    return frozenset(wanted).union(*(problem.jobs[n].after for n in wanted))


def _fewest(
    catalogue: Catalogue, problem: Problem, jobs: frozenset[int], target: str
) -> frozenset[int]:
    """Leave out, one by one, what brings the day forward most while the level is reached."""
    while True:
        last = (n for n in sorted(jobs) if not any(n in problem.jobs[m].after for m in jobs))
        fewer = [_closed(problem, jobs, n) for n in last]
        fewer = [way for way in fewer if _reaches(catalogue, problem, way, target)]
        best = min(fewer, key=lambda way: _cost(problem, way), default=None)
        if best is None:
            return jobs
        jobs = best


def _closed(problem: Problem, jobs: frozenset[int], without: int) -> frozenset[int]:
    """The jobs less one that nothing waits for, and less what only that one needed."""
    rest = jobs - {without}
    needless = [
        n
        for n in problem.jobs[without].after
        if not problem.jobs[n].effect and not any(n in problem.jobs[m].after for m in rest)
    ]
    return rest.difference(needless)


def _cost(problem: Problem, jobs: Collection[int]) -> tuple[float, float, list[int]]:
    studied = sum(problem.jobs[n].months for n in jobs)
    return round(soonest(problem, jobs), 9), round(studied, 9), sorted(jobs)


def _reaches(catalogue: Catalogue, problem: Problem, jobs: Collection[int], target: str) -> bool:
    readiness = _state_after(problem, jobs).sums[: catalogue.level(target).order]
    return all(is_ready(catalogue, ready) for ready in readiness)


def useful_steps(problem: Problem, needed: Collection[int]) -> list[Step]:
    """The steps that are needed or without which pay at the horizon would be lower."""
    kept = set(range(len(problem.jobs)))
    for n in sorted(kept, key=lambda n: (-problem.jobs[n].months, n)):
        without = kept - with_dependants(problem, n)
        is_free = n in kept and (kept - without).isdisjoint(needed)
        if is_free and _pay(problem, kept) - _pay(problem, without) < DOLLAR:
            kept = without
    return [problem.jobs[n].step for n in sorted(kept)]


def _pay(problem: Problem, jobs: Collection[int]) -> float:
    """Pay at the horizon with these jobs done."""
    return problem.clock.rate(_state_after(problem, jobs), problem.horizon)


def _state_after(problem: Problem, jobs: Collection[int]) -> State:
    state = problem.start.copy()
    for n in sorted(jobs):
        problem.ledger.apply(state, problem.jobs[n].effect)
    return state


def with_dependants(problem: Problem, n: int) -> frozenset[int]:
    """A job with everything that must come after it."""
    return frozenset({n, *(m for m, job in enumerate(problem.jobs) if n in job.after)})
