"""Slow ways to a best order, which the planner is held to."""

from collections.abc import Iterator
from itertools import permutations
from math import exp
from random import Random

from planner.domain.roadmap.jobs import Problem
from planner.domain.roadmap.search import improved, is_allowed, shifted
from planner.domain.roadmap.timeline import Timeline


def possible_orders(problem: Problem) -> Iterator[tuple[int, ...]]:
    """Every order that keeps precedences, ranks and due months."""
    return filter(problem.is_possible, permutations(range(len(problem.jobs))))


def best_of_all(problem: Problem) -> float:
    """The worth of the best order, by trying all."""
    return max(problem.value(order) for order in possible_orders(problem))


def annealed(problem: Problem, order: list[int], random: Random, moves: int, heat: float) -> float:
    """The best worth that simulated annealing finds from an order, polished without limit.

    `heat`: the share of the worth that a move may cost at first.
    """
    line = best = Timeline(problem, order)
    size, start = len(order), heat * max(1.0, abs(line.value))
    for move in range(moves):
        k, m = random.randrange(size), random.randrange(size)
        if random.random() < 0.7:
            m = min(size - 1, max(0, k + random.randint(-6, 6)))
        at, window = shifted(problem, line.order, k, m)
        if m == k or not is_allowed(problem, line, at, window):
            continue
        more = line.value_with(window, at) - line.value
        if more >= 0 or random.random() < exp(more / (start * (1 - move / moves) ** 2 + 1e-9)):
            line = line.replaced(window, at)
            best = max(best, line, key=lambda found: found.value)
    return problem.value(improved(problem, best.order, tries=10**6))
