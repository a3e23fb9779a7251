"""An order laid out in time, so that a small change is weighed by the part that it touches."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from planner.domain.roadmap.jobs import Problem


class Timeline:
    """One order with its events (jobs done within the horizon) and the state and money before each.

    `begins`: the month in which each place of the order begins. `value`: as `Problem.value`.
    """

    def __init__(self, problem: Problem, order: Sequence[int]) -> None:
        self.problem, self.order = problem, list(order)
        self.done = problem.completions(order)
        self.begins = [0.0]
        for n in order:
            self.begins.append(self.begins[-1] + problem.jobs[n].months)
        self.events = sorted(
            (month, n) for n, month in self.done.items() if month < problem.horizon
        )
        self.months = [month for month, _ in self.events]
        self.states, self.earned = [problem.start], list[float]()
        now = total = 0.0
        for month, n in self.events:
            total += problem.clock.earned(self.states[-1], now, month)
            now = month
            self.earned.append(total)
            self.states.append(problem.ledger.after(self.states[-1], problem.jobs[n].effect))
        self.earned.append(total + problem.clock.earned(self.states[-1], now, problem.horizon))
        self.value = self.earned[-1] - problem.idle

    def replaced(self, window: Sequence[int], at: int) -> Timeline:
        """The timeline with `window` in place of its jobs from place `at` on."""
        order = [*self.order[:at], *window, *self.order[at + len(window) :]]
        return Timeline(self.problem, order)

    def value_with(self, window: Sequence[int], at: int) -> float:
        """The value of `replaced(window, at)`, worked out from the changed stretch alone."""
        moved = self._moved(window, at)
        if not moved:
            return self.value
        first = min(min(month, self.done[n]) for month, n in moved)
        last = max(max(month, self.done[n]) for month, n in moved)
        low, high = bisect_left(self.months, first), bisect_right(self.months, last)
        changed = {n for _, n in moved}
        events = [event for event in self.events[low:high] if event[1] not in changed]
        events += [event for event in moved if event[0] < self.problem.horizon]
        return self._earned_with(sorted(events), low, high) - self.problem.idle

    def _moved(self, window: Sequence[int], at: int) -> list[tuple[float, int]]:
        """The jobs of the window that would be done in another month than now."""
        studied, moved = self.begins[at], []
        for n in window:
            studied += self.problem.jobs[n].months
            month = studied + self.problem.jobs[n].lag
            if month != self.done[n]:
                moved.append((month, n))
        return moved

    def _earned_with(self, events: Sequence[tuple[float, int]], low: int, high: int) -> float:
        """Money over the horizon with other events between the events `low` and `high`."""
        problem, state = self.problem, self.states[low].copy()
        now, total = (self.months[low - 1], self.earned[low - 1]) if low else (0.0, 0.0)
        for month, n in events:
            total += problem.clock.earned(state, now, month)
            now = month
            problem.ledger.apply(state, problem.jobs[n].effect)
        if high == len(self.months):
            return total + problem.clock.earned(state, now, problem.horizon)
        total += problem.clock.earned(state, now, self.months[high])
        return total + self.earned[-1] - self.earned[high]
