from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.learning import is_allowed
from planner.domain.moves import apply, target_level
from planner.domain.path import is_reached
from planner.domain.projection import project
from planner.domain.roadmap.jobs import build_problem
from planner.domain.roadmap.pool import find_jobs, open_steps, useful_steps, with_dependants
from planner.domain.standing import assess_developer
from tests.domain.roadmap.instances import any_order, some_problem
from tests.domain.strategies import developers, plan_cases

seeds = pytest.mark.parametrize("seed", range(12))


def weighed(catalogue, alice, horizon=36.0):
    """All open steps of somebody as a problem, with their standing and target."""
    standing = assess_developer(catalogue, alice)
    target = target_level(catalogue, alice, standing)
    steps = open_steps(catalogue, alice, standing, target)
    return build_problem(catalogue, alice, standing, steps, horizon), standing, target


@plan_cases
@given(developers())
def test_what_is_left_out_would_not_raise_pay_at_the_horizon(catalogue, alice):
    problem, standing, _ = weighed(catalogue, alice)
    every, useful = [job.step for job in problem.jobs], useful_steps(problem, ())
    pay = [
        project(catalogue, alice, standing, apply(catalogue, standing, steps), 36).pay_after
        for steps in (every, useful)
    ]
    assert pay[1] == pytest.approx(pay[0], abs=len(every))  # a dollar a step


@plan_cases
@given(developers())
def test_jobs_are_listed_after_what_they_need(catalogue, alice):
    problem, _, _ = weighed(catalogue, alice)
    for n, job in enumerate(problem.jobs):
        assert all(m < n for m in job.after)
        assert all(problem.jobs[m].after <= job.after for m in job.after)


@plan_cases
@given(developers())
def test_the_jobs_that_the_target_needs_lead_to_it(catalogue, alice):
    _, standing, target = weighed(catalogue, alice)
    problem, needed = find_jobs(catalogue, alice, standing, target, 36, {})
    after = apply(catalogue, standing, [problem.jobs[n].step for n in sorted(needed)])
    assert is_reached(catalogue, after, target)
    assert all(problem.jobs[n].after <= needed for n in needed)
    assert bool(needed) != is_reached(catalogue, standing, target)


@plan_cases
@given(developers(excluded=st.just(frozenset({"docker", "aws"}))))
def test_what_is_excluded_and_what_needs_it_is_never_weighed(catalogue, alice):
    problem, _, _ = weighed(catalogue, alice)
    for step in (job.step for job in problem.jobs):
        skill = catalogue.certifications[step.id].primary_skill if step.kind != "skill" else step.id
        assert is_allowed(catalogue, alice.excluded, skill)


@seeds
def test_a_useless_step_changes_nothing(catalogue, seed):
    problem = some_problem(catalogue, seed)
    order = any_order(problem, Random(seed))
    useless = replace(problem.jobs[0], after=frozenset(), effect=(), months=1.0)
    more = replace(problem, jobs=(*problem.jobs, useless))
    assert more.value([*order, len(order)]) == pytest.approx(problem.value(order), abs=1e-6)
    assert useful_steps(more, ()) == useful_steps(problem, ())


@seeds
def test_what_must_come_after_a_job_goes_with_it(catalogue, seed):
    problem = some_problem(catalogue, seed)
    for n in range(len(problem.jobs)):
        kept = set(range(len(problem.jobs))) - with_dependants(problem, n)
        assert all(problem.jobs[m].after <= kept for m in kept)
