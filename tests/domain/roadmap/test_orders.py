from random import Random

import pytest

from planner.domain.roadmap.exact import best_order
from planner.domain.roadmap.search import good_order, practice_first
from planner.domain.roadmap.wishes import Wishes, with_wishes
from tests.domain.roadmap.instances import any_order, only, some_problem
from tests.domain.roadmap.oracles import best_of_all, possible_orders

many_seeds = pytest.mark.parametrize("seed", range(30))
seeds = pytest.mark.parametrize("seed", range(15))


def with_some_wishes(problem, seed):
    """The problem with one step wanted first and one wanted later."""
    ids = sorted({job.step.id for job in problem.jobs if not job.after})
    first, later = Random(seed).sample(ids, 2)
    return with_wishes(problem, Wishes(frozenset({first}), frozenset({later})))


@many_seeds
def test_the_proved_order_is_the_best_of_all(catalogue, seed):
    problem = some_problem(catalogue, seed, 6, 3)
    order = best_order(problem, 10**5)
    assert problem.is_possible(order)
    assert problem.value(order) == pytest.approx(best_of_all(problem), abs=1e-3)


@seeds
def test_the_proved_order_is_the_best_with_wishes_too(catalogue, seed):
    problem = with_some_wishes(some_problem(catalogue, seed, 6, 3), seed)
    order = best_order(problem, 10**5)
    if order is None:
        assert not any(possible_orders(problem))
    else:
        assert problem.is_possible(order)
        assert problem.value(order) == pytest.approx(best_of_all(problem), abs=1e-3)


def test_practice_that_runs_on_is_part_of_the_proof(catalogue):
    found = (some_problem(catalogue, seed, 5, 3) for seed in range(200))
    lagging = [p for p in found if sum(job.lag > 0 for job in p.jobs) >= 2][:10]
    assert len(lagging) == 10
    for problem in lagging:
        assert problem.value(best_order(problem)) == pytest.approx(best_of_all(problem), abs=1e-3)


def test_a_proof_is_given_up_where_it_takes_too_long(catalogue):
    assert best_order(some_problem(catalogue, 1, 12, 12), labels=50) is None


@seeds
def test_a_good_order_is_possible(catalogue, seed):
    problem = some_problem(catalogue, seed)
    assert problem.is_possible(good_order(problem))


@seeds
def test_a_good_order_keeps_ranks(catalogue, seed):
    problem = with_some_wishes(some_problem(catalogue, seed), seed)
    order = good_order(problem)
    ranks = [problem.jobs[n].rank for n in order]
    assert sorted(order) == list(range(len(problem.jobs)))
    assert ranks == sorted(ranks)
    assert len(set(ranks)) > 1


@seeds
def test_a_good_order_is_never_worth_less_than_its_start(catalogue, seed):
    problem = some_problem(catalogue, seed)
    for start in (any_order(problem, Random(seed)), good_order(problem)):
        if problem.is_possible(start):
            assert problem.value(good_order(problem, start)) >= problem.value(start)


@seeds
def test_the_same_problem_has_the_same_order(catalogue, seed):
    once, again = (good_order(some_problem(catalogue, seed)) for _ in range(2))
    assert once == again


@seeds
def test_a_tighter_bound_on_tries_never_gives_a_better_order(catalogue, seed):
    problem = some_problem(catalogue, seed)
    worths = [problem.value(good_order(problem, tries=tries)) for tries in (0, 50, 600)]
    assert worths == sorted(worths)


@seeds
def test_practice_comes_as_soon_as_it_can(catalogue, seed):
    problem = some_problem(catalogue, seed)
    order = good_order(problem)
    begun = practice_first(problem, order)
    assert problem.is_possible(begun)
    assert problem.value(begun) >= problem.value(order) - 0.01
    assert [n for n in begun if problem.jobs[n].months] == [
        n for n in order if problem.jobs[n].months
    ]


def test_one_job_and_no_job_have_one_order(catalogue):
    problem = only(some_problem(catalogue, 1), {0})
    assert good_order(problem) == best_order(problem) == [0]
    assert good_order(only(problem, set())) == best_order(only(problem, set())) == []
