"""Due months: how soon a set of jobs can be done, and whether what is due still fits.

Both are 1|prec|Lmax, which going back from the end solves exactly (Lawler 1973): here by due months
that are brought forward along the precedences, then earliest due first.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from math import inf

from planner.domain.roadmap.jobs import SOON, Problem


def soonest(problem: Problem, jobs: Collection[int]) -> float:
    """The earliest month by which all of these jobs (closed under precedence) can be done."""
    tails = {n: problem.jobs[n].lag for n in jobs}
    for n in sorted(jobs, reverse=True):
        for m in problem.jobs[n].after:
            tails[m] = max(tails[m], tails[n] + problem.jobs[n].months)
    studied = latest = 0.0
    for n in sorted(jobs, key=lambda n: (-tails[n], n)):
        studied += problem.jobs[n].months
        latest = max(latest, studied + problem.jobs[n].lag)
    return latest


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
