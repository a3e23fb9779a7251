"""The best order of few jobs, proved: labels over the sets of jobs studied so far.

A set fixes the time its study took, so its ways differ only in what they earned and in the practice
that still runs. A way is dropped only if another on the same set earned no less and has every
practice end no later: pay never falls with skills, so it can never overtake.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from planner.domain.roadmap.jobs import SOON, Problem
from planner.domain.roadmap.ledger import State

LABELS = 1500


@dataclass(slots=True)
class Label:
    """A way to have studied a set: what it earned, the state, the practice running, the order."""

    earned: float
    state: State
    running: dict[int, float]  # month in which each is done, by job
    order: tuple[int, ...]


def best_order(problem: Problem, labels: int = LABELS) -> list[int] | None:
    """The order worth most, or None if proving it would take more than so many labels."""
    layer = {frozenset[int](): [Label(0.0, problem.start, {}, ())]}
    for _ in problem.jobs:
        ahead: dict[frozenset[int], list[Label]] = {}
        for studied, ways in layer.items():
            now = sum(problem.jobs[n].months for n in studied)
            for n in _next_jobs(problem, studied, now):
                kept = ahead.setdefault(studied | {n}, [])
                for way in ways:
                    labels -= 1
                    _keep(kept, _extended(problem, way, n, now))
                if labels < 0:
                    return None
        layer = ahead
    ways = [way for kept in layer.values() for way in kept]
    return list(max(ways, key=lambda way: _final(problem, way)).order) if ways else None


def _next_jobs(problem: Problem, studied: frozenset[int], now: float) -> Iterator[int]:
    left = [n for n in range(len(problem.jobs)) if n not in studied]
    rank = min(problem.jobs[n].rank for n in left)
    for n in left:
        job = problem.jobs[n]
        is_late = now + job.months + job.lag > job.due + SOON
        if job.rank == rank and job.after <= studied and not is_late:
            yield n


def _extended(problem: Problem, way: Label, n: int, now: float) -> Label:
    job, state = problem.jobs[n], way.state.copy()
    end = now + job.months
    earned, running = _pass_time(problem, state, way.running, now, end)
    if job.lag > 0:
        running[n] = end + job.lag
    else:
        problem.ledger.apply(state, job.effect)
    return Label(way.earned + earned, state, running, (*way.order, n))


def _final(problem: Problem, way: Label) -> float:
    now = sum(problem.jobs[n].months for n in way.order)
    return way.earned + _pass_time(problem, way.state.copy(), way.running, now, problem.horizon)[0]


def _pass_time(
    problem: Problem, state: State, running: dict[int, float], start: float, end: float
) -> tuple[float, dict[int, float]]:
    """Dollars from `start` to `end` (within the horizon), and the practice still running then."""
    earned, now = 0.0, start
    for n, month in sorted(running.items(), key=lambda item: item[1]):
        if month > end:
            break
        stop = min(month, problem.horizon)
        earned += problem.clock.earned(state, now, stop)
        now = max(now, stop)
        problem.ledger.apply(state, problem.jobs[n].effect)
    left = {n: month for n, month in running.items() if month > end}
    return earned + problem.clock.earned(state, now, min(end, problem.horizon)), left


def _keep(kept: list[Label], way: Label) -> None:
    if not any(_beats(other, way) for other in kept):
        kept[:] = [other for other in kept if not _beats(way, other)]
        kept.append(way)


def _beats(one: Label, other: Label) -> bool:
    return one.earned >= other.earned - SOON and all(
        month <= other.running.get(n, -SOON) + SOON for n, month in one.running.items()
    )
