"""Problems of realistic people, the same for the same seed: for the tests and the benchmark."""

from dataclasses import replace
from random import Random

from planner.domain.catalogue import Catalogue
from planner.domain.developer import Developer
from planner.domain.moves import target_level
from planner.domain.roadmap.clock import PayClock
from planner.domain.roadmap.deadlines import soonest, with_due
from planner.domain.roadmap.jobs import Job, Problem
from planner.domain.roadmap.ledger import Ledger, State
from planner.domain.roadmap.pool import find_jobs
from planner.domain.standing import assess_developer

HORIZONS = (12, 24, 36, 36, 48, 60)
KNOWN = ((0.9, 0.3, 0.05), (0.9, 0.6, 0.1), (0.95, 0.8, 0.3), (1.0, 0.9, 0.6))  # share per level


def person(catalogue: Catalogue, random: Random) -> Developer:
    """Somebody between their first year and their ninth, who knows about what such people know."""
    skills = {}
    for level, share in zip(catalogue.levels, random.choice(KNOWN), strict=True):
        for expectation in catalogue.expectations:
            if expectation.level != level.code or random.random() > share:
                continue
            any_of = expectation.rule == "any_of"
            members = [random.choice(expectation.members)] if any_of else expectation.members
            skills |= {member.skill: random.choice((1, 2, 2, 3)) for member in members}
    for skill in random.sample(list(catalogue.skills), random.randint(0, 15)):
        skills.setdefault(skill, random.randint(0, 3))
    return Developer(
        years=round(random.uniform(0, 9), 2),
        skills=skills,
        certifications=frozenset(
            random.sample(list(catalogue.certifications), random.choice((0, 0, 0, 1, 2)))
        ),
        location_ratio=random.choice((0.9, 1.0, 1.0, 1.2)),
        current_pay=random.choice((None, None, random.randint(60, 180) * 1000)),
        hours_per_week=random.choice((3, 6, 6, 10, 15)),
    )


def problem_of(
    catalogue: Catalogue, developer: Developer, horizon: float, objective: str
) -> Problem:
    """The problem that a plan for this person solves, years aside."""
    standing = assess_developer(catalogue, developer)
    target = target_level(catalogue, developer, standing)
    problem, needed = find_jobs(catalogue, developer, standing, target, horizon, {})
    if objective == "next_level" and needed:
        problem = with_due(problem, needed, soonest(problem, needed))
    return problem


def some_problem(catalogue: Catalogue, seed: int, most: int = 1000, least: int = 2) -> Problem:
    """A problem of `least` to `most` jobs of a person of this seed, of either objective."""
    random = Random(seed)
    while True:
        developer = person(catalogue, random)
        objective = random.choice(("next_level", "earnings"))
        problem = problem_of(catalogue, developer, random.choice(HORIZONS), objective)
        problem = part_of(problem, random, most)
        if len(problem.jobs) >= least:
            return problem


def part_of(problem: Problem, random: Random, most: int) -> Problem:
    """At most so many of the jobs, with all that they need."""
    kept: set[int] = set()
    for n in random.sample(range(len(problem.jobs)), len(problem.jobs)):
        wanted = kept | {n} | problem.jobs[n].after
        if len(wanted) <= most:
            kept = wanted
    return only(problem, kept)


def only(problem: Problem, kept: set[int]) -> Problem:
    """The problem with these jobs alone, which need no others."""
    number = {n: k for k, n in enumerate(sorted(kept))}
    jobs = (
        replace(problem.jobs[n], after=frozenset(number[m] for m in problem.jobs[n].after))
        for n in number
    )
    return replace(problem, jobs=tuple(jobs))


def any_order(problem: Problem, random: Random) -> list[int]:
    """A random order that keeps precedences and ranks."""
    order: list[int] = []
    while len(order) < len(problem.jobs):
        left = [n for n in range(len(problem.jobs)) if n not in order]
        rank = min(problem.jobs[n].rank for n in left)
        free = [n for n in left if problem.jobs[n].rank == rank]
        order.append(random.choice([n for n in free if problem.jobs[n].after.issubset(order)]))
    return order


class FlatClock:
    """Pay that does not depend on time: the sum of what the jobs done go with."""

    def rate(self, state: State, month: float) -> float:
        return state.sums[0]

    def earned(self, state: State, start: float, end: float) -> float:
        return state.sums[0] * max(0.0, end - start) / 12


def additive(problem: Problem) -> Problem:
    """The relaxation that solvers can take: each job goes with its marginal pay of today.

    Months are rounded to hundredths and pay to dollars a month, so that integers hold it exactly.
    """
    size = len(problem.jobs)
    pay = [12 * round(_marginal(problem, job) / 12) for job in problem.jobs]
    ledger = Ledger(tuple(((0, dollars),) for dollars in pay), {}, {}, 0)
    jobs = tuple(
        replace(
            job,
            months=round(job.months, 2),
            lag=round(job.lag, 2),
            effect=((n, 1.0),),
            due=float("inf"),
        )
        for n, job in enumerate(problem.jobs)
    )
    start = State([0.0] * size, [0.0])
    return replace(problem, jobs=jobs, ledger=ledger, start=start, clock=FlatClock())


def _marginal(problem: Problem, job: Job) -> float:
    half_way, after = problem.horizon / 2, problem.ledger.after(problem.start, job.effect)
    clock: PayClock = problem.clock
    return clock.rate(after, half_way) - clock.rate(problem.start, half_way)
