"""What differs between two plans, and which step is the reason."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given

from planner.domain.developer import Developer
from planner.domain.ranges import Range
from planner.domain.roadmap import Wishes, plan_roadmap
from planner.domain.roadmap.difference import Outline, OutlineStep, compare, outline_of
from planner.domain.standing import assess_developer
from tests.domain.people import ENTRY, MID
from tests.domain.strategies import developers, plan_cases

TODAY = date(2026, 11, 24)
GAIN = Range(100.0, 200.0, 300.0)


def plan_of(catalogue, developer, **more):
    return plan_roadmap(catalogue, developer, assess_developer(catalogue, developer), TODAY, **more)


def outline(*steps, target="mid", reaches=None, weeks=4):
    """Steps of 24 hours, one after the other, four weeks each."""
    found = []
    for n, key in enumerate(steps):
        id_, _, end = key.partition("@")
        begin = TODAY + timedelta(weeks=weeks * n)
        kind = "certification" if id_ in {"ckad"} else "skill"
        found.append(
            OutlineStep(kind, id_, 0, int(end), begin, begin + timedelta(weeks=weeks), 24.0)
        )
    return Outline(tuple(found), target, reaches, GAIN)


def moves(difference):
    return {move.after.id: (move.cause, move.because) for move in difference.moved}


@plan_cases
@given(developers())
def test_a_plan_does_not_differ_from_itself(catalogue, alice):
    one = outline_of(plan_of(catalogue, alice))
    difference = compare(catalogue, one, one)
    assert difference.is_none
    assert (difference.moved, difference.added, difference.removed) == ((), (), ())


def test_a_new_step_that_is_needed_is_the_reason(catalogue):
    before, after = outline("kubernetes@2"), outline("docker@1", "go@2", "kubernetes@2")
    assert "docker" in catalogue.ancestors["kubernetes"]
    assert moves(compare(catalogue, before, after)) == {"kubernetes": ("needs", ("docker",))}


def test_another_step_before_it_is_the_reason(catalogue):
    before, after = outline("go@2", "rust@2"), outline("rust@2", "go@2")
    assert moves(compare(catalogue, before, after)) == {
        "rust": ("no_longer_before", ("go",)),
        "go": ("before", ("rust",)),
    }


def test_the_longest_of_several_is_named(catalogue):
    long = replace(outline("redis@2").steps[0], hours=90.0)
    after = outline("kafka@2", "redis@2", "go@2")
    after = replace(
        after, steps=(after.steps[0], replace(after.steps[1], hours=90.0), after.steps[2])
    )
    assert long.hours == after.steps[1].hours
    found = moves(compare(catalogue, outline("go@2"), after))
    assert found["go"] == ("before", ("redis",))


def test_the_pace_is_the_reason_where_the_order_is_the_same(catalogue):
    difference = compare(catalogue, outline("go@2", "rust@2"), outline("go@2", "rust@2", weeks=8))
    assert moves(difference) == {"go": ("pace", ()), "rust": ("pace", ())}
    assert [move.days for move in difference.moved] == [28, 56]


def test_a_week_is_no_move(catalogue):
    one = outline("go@2")
    other = replace(one.steps[0], ends_on=one.steps[0].ends_on + timedelta(days=7))
    assert compare(catalogue, one, replace(one, steps=(other,))).is_none


def test_steps_that_only_one_plan_has(catalogue):
    difference = compare(catalogue, outline("go@2", "rust@2"), outline("rust@2", "redis@2"))
    assert [step.id for step in difference.added] == ["redis"]
    assert [step.id for step in difference.removed] == ["go"]


@pytest.mark.parametrize(
    ("before", "after", "days"),
    [
        (date(2028, 3, 1), date(2028, 1, 1), -60),
        (date(2028, 3, 1), date(2028, 3, 1), 0),
        (date(2028, 3, 1), None, None),
        (None, date(2028, 3, 1), None),
    ],
)
def test_the_level_moves_by_days(catalogue, before, after, days):
    difference = compare(catalogue, outline(reaches=before), outline(reaches=after))
    assert difference.level_days == days
    assert difference.level_moved == (before != after)


def test_another_target_is_no_move_of_the_level(catalogue):
    one, other = outline(reaches=TODAY), outline(target="senior", reaches=date(2030, 1, 1))
    assert compare(catalogue, one, other).level_days is None


def test_more_hours_a_week_end_every_common_step_sooner(catalogue):
    alice = Developer(4, MID)
    order = plan_of(catalogue, alice, horizon_months=60).order
    hand = Wishes(order=order)
    slow = plan_of(catalogue, alice, horizon_months=60, wishes=hand)
    fast = plan_of(catalogue, replace(alice, hours_per_week=9), horizon_months=60, wishes=hand)
    difference = compare(catalogue, outline_of(slow), outline_of(fast))
    assert {move.cause for move in difference.moved} == {"pace"}
    assert all(move.days < 0 for move in difference.moved)


def test_an_old_plan_may_name_what_is_gone(catalogue):
    before, after = outline("gone@2", "go@2"), outline("go@2", "redis@2", "gone@2")
    assert moves(compare(catalogue, before, after))["gone"] == ("before", ("go",))


def test_an_exclusion_removes_what_builds_on_it(catalogue):
    alice = Developer(1, ENTRY)
    without = replace(alice, excluded=frozenset({"docker"}))
    difference = compare(
        catalogue, outline_of(plan_of(catalogue, alice)), outline_of(plan_of(catalogue, without))
    )
    assert {"docker", "kubernetes"} <= {step.id for step in difference.removed}
