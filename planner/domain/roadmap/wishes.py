"""What a person wants of a plan beyond its objective: first, later, or an order of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from planner.domain.roadmap.jobs import FIRST, LAST, NORMAL, Problem, step_key
from planner.domain.roadmap.pool import with_dependants


@dataclass(frozen=True, slots=True)
class Wishes:
    """`first`, `later`: ids of skills or certifications. `order`: step keys, an order by hand.

    Unknown ids and keys are passed over: a wish may outlive the step it was for.
    """

    first: frozenset[str] = frozenset()
    later: frozenset[str] = frozenset()
    order: tuple[str, ...] = ()


def with_wishes(problem: Problem, wishes: Wishes) -> Problem:
    """The problem with ranks: what is wanted first goes with what it needs, what is put off with
    what needs it. First wins over later."""
    first = {n for n, job in enumerate(problem.jobs) if job.step.id in wishes.first}
    first = first.union(*(problem.jobs[n].after for n in first))
    later = {n for n, job in enumerate(problem.jobs) if job.step.id in wishes.later}
    later = later.union(*(with_dependants(problem, n) for n in later)) - first
    ranks = dict.fromkeys(first, FIRST) | dict.fromkeys(later, LAST)
    jobs = enumerate(problem.jobs)
    return replace(problem, jobs=tuple(replace(job, rank=ranks.get(n, NORMAL)) for n, job in jobs))


def order_by_hand(problem: Problem, keys: Sequence[str], rest: Sequence[int]) -> list[int]:
    """The keys' jobs in that order, each after what it needs; then the others as in `rest`."""
    by_key = {step_key(job.step): n for n, job in enumerate(problem.jobs)}
    order: list[int] = []
    for n in (*(by_key[key] for key in keys if key in by_key), *rest):
        for m in (*sorted(problem.jobs[n].after), n):
            if m not in order:
                order.append(m)
    return order
