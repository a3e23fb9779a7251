from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.developer import Developer
from planner.domain.learning import presumed
from planner.domain.next_skills import OBJECTIVES
from planner.domain.projection import project
from planner.domain.roadmap import plan_roadmap
from planner.domain.standing import assess_developer
from tests.domain.people import ENTRY, MID, SENIOR
from tests.domain.strategies import developers, plan_cases

TODAY = date(2026, 11, 24)
ANY_OBJECTIVE = st.sampled_from(OBJECTIVES)
HORIZONS = st.floats(1, 120)


def plan_of(catalogue, developer, objective="next_level", horizon=36.0, **more):
    standing = assess_developer(catalogue, developer)
    return plan_roadmap(
        catalogue, developer, standing, TODAY, objective=objective, horizon_months=horizon, **more
    )


def test_a_plan_starts_today_at_the_developers_pace(catalogue):
    plan = plan_of(catalogue, Developer(4, MID | {"kubernetes": 1}, hours_per_week=7), "earnings")
    first, second = plan.steps[:2]
    assert first.starts_on == TODAY
    assert second.starts_on == TODAY + timedelta(days=round(first.step.hours.central))


def test_practice_runs_beside_study(catalogue):
    plan = plan_of(catalogue, Developer(1, ENTRY))
    practice = next(p for p in plan.steps if p.step.practice_months and p.step.is_practice_only)
    following = plan.steps[plan.steps.index(practice) + 1]
    assert following.starts_on == practice.starts_on
    assert practice.ends_on > TODAY + timedelta(days=30 * practice.step.practice_months)


def test_years_bind_where_skills_come_sooner(catalogue):
    reaches = plan_of(catalogue, Developer(1, ENTRY)).reaches
    assert (reaches.level, reaches.binds) == ("mid", "years")
    assert abs((reaches.on - date(2028, 11, 24)).days) <= 1
    assert reaches.slack_days > 0


def test_skills_bind_where_years_are_there(catalogue):
    plan = plan_of(catalogue, Developer(5, ENTRY))
    assert (plan.reaches.level, plan.reaches.binds) == ("mid", "skills")
    assert plan.reaches.on in [planned.ends_on for planned in plan.steps]


def test_the_level_is_reached_before_the_rest_of_a_longer_plan(catalogue):
    alice = Developer(5, ENTRY, hours_per_week=20)
    longer = plan_of(catalogue, alice, "earnings", 60)
    last = max(step.ends_on for step in longer.steps)
    assert longer.reaches is not None
    assert longer.reaches.on < last


def test_a_level_beyond_the_horizon_is_not_reached(catalogue):
    assert plan_of(catalogue, Developer(1, ENTRY, hours_per_week=1), horizon=6).reaches is None


def test_a_level_that_is_there_is_reached_today(catalogue):
    assert plan_of(catalogue, Developer(7, SENIOR)).reaches.on == TODAY


def test_a_plan_for_next_level_goes_on_with_what_pays_at_the_top(catalogue):
    plan = plan_of(catalogue, Developer(7, SENIOR))
    assert plan.steps
    assert plan.total_gain.central > 0


@plan_cases
@given(developers(), ANY_OBJECTIVE)
def test_steps_come_after_what_they_need(catalogue, alice, objective):
    known = dict(presumed(catalogue, alice.skills))
    for planned in plan_of(catalogue, alice, objective, 120).steps:
        step = planned.step
        if step.kind == "certification":
            assert known.get(catalogue.certifications[step.id].primary_skill, 0) >= 2
        else:
            assert all(known.get(id_, 0) >= 1 for id_ in catalogue.skills[step.id].prerequisites)
            assert step.start == known.get(step.id, 0) <= step.end
            known[step.id] = step.end


@plan_cases
@given(developers(), ANY_OBJECTIVE, HORIZONS)
def test_dates_are_in_order_and_within_the_horizon(catalogue, alice, objective, horizon):
    steps = plan_of(catalogue, alice, objective, horizon).steps
    starts = [planned.starts_on for planned in steps]
    assert starts == sorted(starts)
    assert all(TODAY <= planned.starts_on <= planned.ends_on for planned in steps)
    last_day = TODAY + timedelta(days=horizon * 365.25 / 12 + 1)
    assert all(planned.ends_on <= last_day for planned in steps)


@plan_cases
@given(developers(), ANY_OBJECTIVE, HORIZONS)
def test_gains_add_up_to_the_projection(catalogue, alice, objective, horizon):
    plan = plan_of(catalogue, alice, objective, horizon)
    standing = assess_developer(catalogue, alice)
    whole = project(catalogue, alice, standing, plan.after, horizon).gain_skill
    for bound in ("low", "central", "high"):
        total = sum(getattr(planned.gain, bound) for planned in plan.steps)
        assert total == pytest.approx(getattr(whole, bound), abs=1e-6, rel=1e-9)
        assert total == pytest.approx(getattr(plan.total_gain, bound), abs=1e-6)


@plan_cases
@given(developers(), ANY_OBJECTIVE, HORIZONS)
def test_each_gain_is_a_range_from_zero_up(catalogue, alice, objective, horizon):
    for planned in plan_of(catalogue, alice, objective, horizon).steps:
        assert planned.gain.low >= -1e-6
        assert planned.gain.low <= planned.gain.central + 1e-6
        assert planned.gain.central <= planned.gain.high + 1e-6


@plan_cases
@given(developers(), st.floats(0.1, 40))
def test_more_hours_a_week_never_reach_the_level_later(catalogue, alice, more):
    slow = plan_of(catalogue, alice, horizon=120)
    faster = replace(alice, hours_per_week=alice.hours_per_week + more)
    fast = plan_of(catalogue, faster, horizon=120)
    if slow.reaches:
        assert fast.reaches is not None
        assert fast.reaches.on <= slow.reaches.on


@plan_cases
@given(developers(), st.floats(0.1, 40))
def test_more_hours_a_week_never_earn_less(catalogue, alice, more):
    slow = plan_of(catalogue, alice, "earnings")
    faster = replace(alice, hours_per_week=alice.hours_per_week + more)
    fast = plan_of(catalogue, faster, "earnings", warm_start=slow.order)
    assert fast.earned >= slow.earned - 1


@plan_cases
@given(developers(), ANY_OBJECTIVE)
def test_the_same_profile_gives_the_same_plan(catalogue, alice, objective):
    shuffled = replace(alice, skills=dict(reversed(alice.skills.items())))
    first = plan_of(catalogue, alice, objective)
    assert first.steps == plan_of(catalogue, shuffled, objective).steps


@plan_cases
@given(developers(), ANY_OBJECTIVE)
def test_hours_are_the_sum_of_the_steps(catalogue, alice, objective):
    plan = plan_of(catalogue, alice, objective)
    assert plan.hours.central == pytest.approx(sum(p.step.hours.central for p in plan.steps))
