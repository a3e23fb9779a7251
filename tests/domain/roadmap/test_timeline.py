from random import Random

import pytest

from planner.domain.roadmap.search import first_choices, is_allowed, shifted
from planner.domain.roadmap.timeline import Timeline
from tests.domain.roadmap.instances import any_order, some_problem

seeds = pytest.mark.parametrize("seed", range(12))


@seeds
def test_a_timeline_is_worth_what_its_order_is(catalogue, seed):
    problem = some_problem(catalogue, seed)
    order = any_order(problem, Random(seed))
    assert Timeline(problem, order).value == pytest.approx(problem.value(order), abs=1e-6)


@seeds
def test_a_change_is_worth_what_the_changed_order_is(catalogue, seed):
    problem, random = some_problem(catalogue, seed), Random(seed)
    line = Timeline(problem, any_order(problem, random))
    for _ in range(30):
        k, m = random.sample(range(len(line.order)), 2)
        at, window = shifted(problem, line.order, k, m)
        changed = line.replaced(window, at)
        assert line.value_with(window, at) == pytest.approx(problem.value(changed.order), abs=1e-6)


@seeds
def test_a_shift_keeps_precedences(catalogue, seed):
    problem, random = some_problem(catalogue, seed), Random(seed)
    line = Timeline(problem, any_order(problem, random))
    for _ in range(30):
        line = line.replaced(*reversed(shifted(problem, line.order, *random.sample(line.order, 2))))
        place = {n: k for k, n in enumerate(line.order)}
        assert sorted(place) == list(range(len(problem.jobs)))
        assert all(place[m] < place[n] for n in place for m in problem.jobs[n].after)


@seeds
def test_only_a_change_that_keeps_ranks_and_due_months_is_allowed(catalogue, seed):
    problem, random = some_problem(catalogue, seed), Random(seed)
    order = any_order(problem, random)
    line, was_possible = Timeline(problem, order), problem.is_possible(order)
    for _ in range(30):
        at, window = shifted(problem, order, *random.sample(order, 2))
        is_possible = problem.is_possible(line.replaced(window, at).order)
        assert is_possible <= is_allowed(problem, line, at, window)
        if was_possible:
            assert is_possible == is_allowed(problem, line, at, window)


def test_other_first_steps_are_worth_what_their_orders_are(catalogue):
    problem = some_problem(catalogue, 3)
    order = any_order(problem, Random(3))
    choices = dict(first_choices(problem, order))
    assert choices
    for n, worth in choices.items():
        at, window = shifted(problem, order, order.index(n), 0)
        changed = [*order[:at], *window, *order[at + len(window) :]]
        assert changed[0] == n
        assert worth == pytest.approx(problem.value(changed), abs=1e-6)
