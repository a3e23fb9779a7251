from dataclasses import replace
from itertools import permutations
from math import inf
from random import Random

import pytest

from planner.domain.roadmap.deadlines import fits, soonest, study_due, with_due
from tests.domain.roadmap.instances import some_problem
from tests.domain.roadmap.oracles import possible_orders

seeds = pytest.mark.parametrize("seed", range(20))


def few_jobs(catalogue, seed, size=6):
    """A few jobs, none of them due."""
    problem = some_problem(catalogue, seed, size, 3)
    return replace(problem, jobs=tuple(replace(job, due=inf) for job in problem.jobs))


def some_due(problem, random):
    """The problem with some jobs due about when they can be."""
    months = [random.choice((inf, random.uniform(0, 8))) for _ in problem.jobs]
    jobs = zip(problem.jobs, months, strict=True)
    return replace(problem, jobs=tuple(replace(job, due=month) for job, month in jobs))


@seeds
def test_soonest_is_the_least_that_any_order_takes(catalogue, seed):
    problem = few_jobs(catalogue, seed)
    ends = [max(problem.completions(order).values()) for order in possible_orders(problem)]
    assert soonest(problem, range(len(problem.jobs))) == pytest.approx(min(ends))


@seeds
def test_soonest_waits_for_what_is_asked_alone(catalogue, seed):
    problem = few_jobs(catalogue, seed)
    jobs = {*problem.jobs[-1].after, len(problem.jobs) - 1}
    done = [problem.completions(order) for order in possible_orders(problem)]
    least = min(max(months[n] for n in jobs) for months in done)
    assert soonest(problem, jobs) == pytest.approx(least)


@seeds
def test_due_jobs_fit_exactly_if_some_order_is_in_time(catalogue, seed):
    problem = some_due(few_jobs(catalogue, seed), Random(seed))
    jobs = range(len(problem.jobs))
    assert fits(problem, study_due(problem), jobs, 0.0) == any(possible_orders(problem))


@seeds
def test_what_is_left_fits_exactly_if_some_order_of_it_is_in_time(catalogue, seed):
    problem, random = few_jobs(catalogue, seed), Random(seed)
    begun, now = 0, problem.jobs[0].months
    problem = some_due(problem, random)
    left = [n for n in range(len(problem.jobs)) if n != begun]
    orders = ((begun, *rest) for rest in permutations(left))
    due_begun = replace(problem.jobs[begun], due=inf)  # its own month is no longer asked for
    rest_due = replace(problem, jobs=(due_begun, *problem.jobs[1:]))
    assert fits(problem, study_due(problem), left, now) == any(map(rest_due.is_possible, orders))


@seeds
def test_the_soonest_month_is_just_in_time(catalogue, seed):
    problem = few_jobs(catalogue, seed)
    jobs = range(len(problem.jobs))
    month = soonest(problem, jobs)
    assert any(possible_orders(with_due(problem, jobs, month)))
    assert not any(possible_orders(with_due(problem, jobs, month - 1e-3)))


def test_an_earlier_due_month_stays(catalogue):
    problem = few_jobs(catalogue, 1)
    due = with_due(with_due(problem, [0], 2.0), [0, 1], 5.0)
    assert [job.due for job in due.jobs[:3]] == [2.0, 5.0, inf]
