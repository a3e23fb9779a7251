"""A good order of jobs: built by worth per month of study, then improved by moving jobs.

The objective is the true one (`Problem.value`): money earned over the horizon. The number of
tries is bounded, not the time, so that the same problem has the same answer on every machine.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from math import inf

from planner.domain.roadmap.deadlines import fits, study_due
from planner.domain.roadmap.jobs import SOON, Problem
from planner.domain.roadmap.ledger import State
from planner.domain.roadmap.timeline import Timeline

JUMPS = (-1, -2, -4, -8, -16, -32, 1, 2, 4, 8)
FEW = 12  # up to here every place is tried
TRIES = 750
LOOKS = (0.0, 0.5)  # how far on the way to the horizon pay is looked at, once for each first order
SHORTEST = 0.02  # months that a job counts at least when its worth is taken per month
CENT = 0.01


def good_order(problem: Problem, warm_start: Sequence[int] = (), tries: int = TRIES) -> list[int]:
    """An order that keeps precedences, ranks and due months; never worth less than `warm_start`."""
    begun = [by_density(problem, look) for look in LOOKS]
    if warm_start and problem.is_possible(warm_start):
        begun.append(list(warm_start))
    return improved(problem, max(begun, key=problem.value), tries)


def by_density(problem: Problem, look: float) -> list[int]:
    """Always the job (with what it still needs) worth most until the horizon per month of study.

    A job is left out of the choice while taking it would make something due too late. Where that
    leaves none, what is due soonest goes first, within the rank.
    """
    left, order = set(range(len(problem.jobs))), list[int]()
    due, state, now = study_due(problem), problem.start.copy(), 0.0
    while left:
        rank = min(problem.jobs[n].rank for n in left)
        ranked = [n for n in sorted(left) if problem.jobs[n].rank == rank]
        packs = [_pack(problem, left, n) for n in ranked]
        packs = [p for p in packs if _keeps_due(problem, due, left, p, now)] or [
            _pack(problem, left, min(ranked, key=lambda n: (due.get(n, problem.horizon), n)))
        ]
        for n in max(packs, key=lambda pack: _density(problem, state, now, pack, look)):
            left.discard(n)
            order.append(n)
            problem.ledger.apply(state, problem.jobs[n].effect)
            now += problem.jobs[n].months
    return order


def _pack(problem: Problem, left: set[int], n: int) -> list[int]:
    return [*sorted(problem.jobs[n].after & left), n]


def _keeps_due(
    problem: Problem, due: Mapping[int, float], left: set[int], pack: Sequence[int], now: float
) -> bool:
    if not due:
        return True
    for n in pack:
        now += problem.jobs[n].months
        if now > due.get(n, now) + SOON:
            return False
    return fits(problem, due, left.difference(pack), now)


def _density(problem: Problem, state: State, now: float, pack: Sequence[int], look: float) -> float:
    """Dollars until the horizon per month of study, by the pay at a moment on the way to it."""
    jobs = problem.jobs
    months = sum([jobs[n].months for n in pack])
    left = problem.horizon - now - months - max([jobs[n].lag for n in pack])
    if left <= 0:
        return left  # too late to pay: the sooner done, the better
    after = state.copy()
    for n in pack:
        problem.ledger.apply(after, jobs[n].effect)
    moment = problem.horizon - left * (1 - look)
    more = problem.clock.rate(after, moment) - problem.clock.rate(state, moment)
    return left * more / max(months, SHORTEST)


def improved(problem: Problem, order: Sequence[int], tries: int = TRIES) -> list[int]:
    """Insertion search: each job, with what must go along, tried elsewhere until nothing pays."""
    line, before = Timeline(problem, order), -inf
    while tries > 0 and line.value > before:
        before = line.value
        for places in (near, within):
            line, tries = _settled(line, places, tries)
    return line.order


def near(line: Timeline, n: int) -> list[int]:
    """Places around a job's own, the farther the sparser; every place where there are few jobs."""
    k, size = line.order.index(n), len(line.order)
    return [k + jump for jump in JUMPS if 0 <= k + jump < size] if size > FEW else list(range(size))


def within(line: Timeline, n: int) -> range:
    """For a job that ends beyond the horizon: every place within it, from the last to the first."""
    if line.done[n] < line.problem.horizon:
        return range(0)
    return range(bisect_left(line.begins, line.problem.horizon) - 1, -1, -1)


def _settled(
    line: Timeline, places: Callable[[Timeline, int], Sequence[int]], tries: int
) -> tuple[Timeline, int]:
    """The timeline once no job has a better one of these places, and the tries that are left."""
    before = -inf
    while tries > 0 and line.value > before:
        before = line.value
        for n in list(line.order):
            for m in places(line, n)[:tries]:
                tries -= 1
                line = _moved(line, n, m)
    return line, tries


def _moved(line: Timeline, n: int, m: int) -> Timeline:
    """The timeline with a job at another place, if that is allowed and pays."""
    problem, k = line.problem, line.order.index(n)
    at, window = shifted(problem, line.order, k, m)
    is_better = is_allowed(problem, line, at, window) and (
        line.value_with(window, at) > line.value + CENT
    )
    return line.replaced(window, at) if is_better else line


def practice_first(problem: Problem, order: Sequence[int]) -> list[int]:
    """Begin what takes no study as soon as it can be: it holds nothing up."""
    begun: list[int] = []
    left = list(order)
    while left:
        free = [
            n
            for n in left
            if problem.jobs[n].months == 0
            and problem.jobs[n].rank == problem.jobs[left[0]].rank
            and problem.jobs[n].after.issubset(begun)
        ]
        begun += free or [left[0]]
        left = [n for n in left if n not in begun]
    return begun


def shifted(problem: Problem, order: Sequence[int], k: int, m: int) -> tuple[int, list[int]]:
    """Move the job at `k` to `m`, with what must stay on its side: the place and the jobs there."""
    jobs, n = problem.jobs, order[k]
    if m < k:
        between = order[m:k]
        along = [b for b in between if b in jobs[n].after]
        return m, [*along, n, *(b for b in between if b not in jobs[n].after)]
    between = order[k + 1 : m + 1]
    along = [b for b in between if n in jobs[b].after]
    return k, [*(b for b in between if n not in jobs[b].after), n, *along]


def is_allowed(problem: Problem, line: Timeline, at: int, window: Sequence[int]) -> bool:
    """Whether a changed window keeps ranks and due months."""
    if len({problem.jobs[n].rank for n in window}) > 1:
        return False
    if not problem.is_due:
        return True
    studied = line.begins[at]
    for n in window:
        studied += problem.jobs[n].months
        if studied + problem.jobs[n].lag > problem.jobs[n].due + SOON:
            return False
    return True


def first_choices(problem: Problem, order: Sequence[int]) -> Iterator[tuple[int, float]]:
    """Each other job that could come first, with what the order is then worth."""
    line = Timeline(problem, order)
    for k in range(1, len(order)):
        if not problem.jobs[order[k]].after:
            at, window = shifted(problem, order, k, 0)
            if is_allowed(problem, line, at, window):
                yield order[k], line.value_with(window, at)
