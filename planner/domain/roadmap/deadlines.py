"""Due months: how soon a set of jobs can be done, and whether what is due still fits.

Both are 1|prec|Lmax, which going back from the end solves exactly (Lawler 1973): here by due months
that are brought forward along the precedences, then earliest due first.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from math import inf

from planner.domain.roadmap.jobs import SOON, Problem

DAY = 12 / 365.25  # in months


def soonest(problem: Problem, jobs: Collection[int]) -> float:
    """The earliest month by which all of these jobs (closed under precedence) can be done.

    Whatever has a rank before one of theirs is studied before it, among these jobs or not.
    """
    tails = {n: problem.jobs[n].lag for n in jobs}
    for n in sorted(jobs, reverse=True):
        for m in problem.jobs[n].after:
            if problem.jobs[m].rank == problem.jobs[n].rank:
                tails[m] = max(tails[m], tails[n] + problem.jobs[n].months)
    studied = latest = 0.0
    for n in sorted({*jobs, *_before(problem, jobs)}, key=lambda n: _turn(problem, tails, n)):
        studied += problem.jobs[n].months
        if n in tails:
            latest = max(latest, studied + problem.jobs[n].lag)
    return latest


def soonest_in_time(problem: Problem, jobs: Collection[int]) -> float:
    """The same, with everything else that is due still in time: to within a day."""
    low = soonest(problem, jobs)
    if not problem.is_due or _all_fit(problem, jobs, low):
        return low
    high = low + sum(job.months for job in problem.jobs if job.due < inf)
    while high - low > DAY:
        middle = (low + high) / 2
        low, high = (low, middle) if _all_fit(problem, jobs, middle) else (middle, high)
    return high


def _all_fit(problem: Problem, jobs: Collection[int], month: float) -> bool:
    aimed = with_due(problem, jobs, month)
    return fits(aimed, study_due(aimed), range(len(problem.jobs)), 0.0)


def _before(problem: Problem, jobs: Collection[int]) -> set[int]:
    """What has a rank before the last one of these jobs."""
    last = max((problem.jobs[n].rank for n in jobs), default=0)
    return {n for n, job in enumerate(problem.jobs) if job.rank < last}


def _turn(problem: Problem, tails: Mapping[int, float], n: int) -> tuple[int, float, int]:
    """Rank by rank, and within one what has most to follow; last what nothing waits for."""
    return problem.jobs[n].rank, -tails.get(n, -1.0), n


def with_due(problem: Problem, jobs: Collection[int], month: float) -> Problem:
    """The problem with these jobs due by a month (or earlier, where they were)."""
    return replace(
        problem,
        jobs=tuple(
            replace(job, due=min(job.due, month)) if n in jobs else job
            for n, job in enumerate(problem.jobs)
        ),
    )


def study_due(problem: Problem) -> Mapping[int, float]:
    """For each job that is due or that something due waits for: the month its study must end."""
    due = {n: job.due - job.lag for n, job in enumerate(problem.jobs)}
    for n in reversed(range(len(problem.jobs))):
        for m in problem.jobs[n].after:
            due[m] = min(due[m], due[n] - problem.jobs[n].months)
    return {n: month for n, month in due.items() if month < inf}


def fits(problem: Problem, due: Mapping[int, float], left: Collection[int], now: float) -> bool:
    """Whether the due jobs that are left can still all be in time, started at `now`."""
    for n in sorted((n for n in left if n in due), key=lambda n: (due[n], n)):
        now += problem.jobs[n].months
        if now > due[n] + SOON:
            return False
    return True
