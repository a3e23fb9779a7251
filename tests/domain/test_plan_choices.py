"""An order by hand, what goes with what is left out, and pay over the time of a plan."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.developer import Developer
from planner.domain.pay import estimate
from planner.domain.projection import project
from planner.domain.ranges import Range
from planner.domain.roadmap import Wishes, plan_roadmap
from planner.domain.roadmap.choices import left_out_with, order_with
from planner.domain.roadmap.paycurve import pay_curve
from planner.domain.standing import assess_developer
from tests.domain.people import ENTRY, MID
from tests.domain.strategies import developers, plan_cases

TODAY = date(2026, 11, 24)


def plan_of(catalogue, developer, **more):
    standing = assess_developer(catalogue, developer)
    return plan_roadmap(catalogue, developer, standing, TODAY, **more)


def keys(plan):
    return [planned.key for planned in plan.steps]


# --- Order ----------------------------------------------------------------------------------------


@plan_cases
@given(developers(), st.sampled_from(["up", "down", "first", "later"]), st.integers(0, 40))
def test_an_order_by_hand_keeps_every_step(catalogue, alice, place, n):
    plan = plan_of(catalogue, alice)
    if plan.steps:
        order = order_with(plan, plan.steps[n % len(plan.steps)].key, place)
        assert sorted(order) == sorted(plan.order)
        moved = plan_of(catalogue, alice, wishes=Wishes(order=order))
        assert sorted(moved.order) == sorted(plan.order)


def test_a_step_moves_with_all_that_it_is_made_of(catalogue):
    plan = plan_of(catalogue, Developer(1, ENTRY))
    merged = next(p for p in plan.steps if p.step.end - p.step.start > 1 and p.step.id == "go")
    order = order_with(plan, merged.key, "first")
    count = sum(key.startswith("go@") for key in order)
    assert all(key.startswith("go@") for key in order[:count])


def test_a_step_that_the_plan_does_not_have(catalogue):
    with pytest.raises(LookupError):
        order_with(plan_of(catalogue, Developer(1, ENTRY)), "cobol@2", "up")


def test_what_is_wanted_first_does_not_lose_the_level(catalogue):
    alice = Developer(4, MID, target="senior")
    plan = plan_of(catalogue, alice)
    wished = plan_of(catalogue, alice, wishes=Wishes(first=frozenset({"kubernetes"})))
    assert wished.reaches.on == plan.reaches.on
    assert wished.reaches.binds == "years"


def test_a_step_of_the_level_can_be_put_off_without_losing_it(catalogue):
    alice = Developer(4, MID, target="senior", hours_per_week=20)
    wished = plan_of(catalogue, alice, wishes=Wishes(later=frozenset({"negotiation"})))
    assert wished.reaches is not None


# --- What is left out -----------------------------------------------------------------------------


def test_what_builds_on_it_is_left_out_with_it(catalogue):
    lost = left_out_with(catalogue, {}, "docker")
    assert {"kubernetes", "ckad"} <= set(lost)
    assert "docker" not in lost


def test_what_is_held_is_not_lost(catalogue):
    assert "kubernetes" not in left_out_with(catalogue, {"kubernetes": 2}, "docker")


def test_a_certificate_alone_takes_nothing_along(catalogue):
    assert left_out_with(catalogue, {}, "ckad") == ()


@plan_cases
@given(developers(), st.sampled_from(["docker", "python", "linux", "sql", "networking"]))
def test_nothing_that_is_lost_is_planned(catalogue, alice, id_):
    alice = replace(alice, excluded=frozenset({id_}))
    planned = {p.step.id for p in plan_of(catalogue, alice, horizon_months=120).steps}
    assert not planned & {id_, *left_out_with(catalogue, alice.skills, id_)}


# --- Pay over time --------------------------------------------------------------------------------


def curve_of(catalogue, alice, plan, horizon=36.0):
    standing = assess_developer(catalogue, alice)
    paid = alice.current_pay
    now = Range(paid, paid, paid) if paid else estimate(catalogue, alice, standing).pay
    return pay_curve(catalogue, alice, standing, now, plan.steps, TODAY, horizon), standing


@plan_cases
@given(developers(current_pay=st.none()))
def test_the_curve_starts_at_the_estimate_and_ends_with_the_plan(catalogue, alice):
    plan = plan_of(catalogue, alice)
    moments, standing = curve_of(catalogue, alice, plan)
    end = project(catalogue, alice, standing, plan.after, 36.0)
    assert moments[0].idle == pytest.approx(end.pay_now)
    assert moments[-1].pay.central == pytest.approx(end.pay_after)
    assert sum(len(moment.done) for moment in moments) == len(plan.steps)


@plan_cases
@given(developers())
def test_the_curve_is_a_range_in_order_that_never_falls_behind_time_alone(catalogue, alice):
    moments, _ = curve_of(catalogue, alice, plan_of(catalogue, alice))
    assert [m.months for m in moments] == sorted({m.months for m in moments})
    for moment in moments:
        assert moment.pay.low <= moment.pay.central + 1e-6
        assert moment.pay.central <= moment.pay.high + 1e-6
        assert moment.pay.central >= moment.idle - 1e-6
        assert moment.band[0] < moment.band[1]
