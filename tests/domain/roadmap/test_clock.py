import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.developer import Developer
from planner.domain.projection import project
from planner.domain.roadmap.clock import PayClock, mean_under
from planner.domain.roadmap.ledger import start_state
from planner.domain.standing import assess_developer, raised
from tests.domain.people import ENTRY
from tests.domain.strategies import developers, fewer_cases, raises

MONTHS = st.floats(0, 120) | st.sampled_from([0.0, 12.0, 24.0, 36.0, 600.0])
PAY = st.floats(0, 300_000)


def clock_and_state(catalogue, developer, more):
    """The clock of somebody, their standing and the one with more skills, and its state."""
    before = assess_developer(catalogue, developer)
    after = raised(catalogue, before, *more)
    clock = PayClock(catalogue, developer, start_state(catalogue, before))
    return clock, before, after, start_state(catalogue, after)


def by_small_steps(clock, state, start, end, steps=4000):
    width = (end - start) / steps
    middles = (start + width * (n + 0.5) for n in range(steps))
    return sum(clock.rate(state, month) for month in middles) * width / 12


@fewer_cases
@given(developers(), raises(), MONTHS)
def test_the_rate_is_the_projections_pay(catalogue, alice, more, month):
    clock, before, after, state = clock_and_state(catalogue, alice, more)
    expected = project(catalogue, alice, before, after, month).pay_after
    assert clock.rate(state, month) == pytest.approx(expected, rel=1e-9)


@fewer_cases
@given(developers(), raises(), MONTHS, MONTHS)
def test_what_is_earned_is_the_integral_of_the_rate(catalogue, alice, more, start, end):
    clock, _, _, state = clock_and_state(catalogue, alice, more)
    start, end = sorted((start, end))
    expected = by_small_steps(clock, state, start, end)
    assert clock.earned(state, start, end) == pytest.approx(expected, rel=1e-4, abs=0.01)


@fewer_cases
@given(developers(), raises(), st.tuples(MONTHS, MONTHS, MONTHS))
def test_two_stretches_earn_what_the_whole_does(catalogue, alice, more, months):
    clock, _, _, state = clock_and_state(catalogue, alice, more)
    start, middle, end = sorted(months)
    parts = clock.earned(state, start, middle) + clock.earned(state, middle, end)
    assert clock.earned(state, start, end) == pytest.approx(parts, rel=1e-9)


@pytest.mark.parametrize("current_pay", [None, 60_000, 100_000, 150_000])
def test_a_bend_inside_a_stretch_is_met_exactly(catalogue, current_pay):
    alice = Developer(1, ENTRY, current_pay=current_pay)
    clock, _, _, state = clock_and_state(catalogue, alice, ({}, ()))
    expected = by_small_steps(clock, state, 0, 120, 40_000)
    assert clock.earned(state, 0, 120) == pytest.approx(expected, rel=1e-7)


@fewer_cases
@given(st.tuples(PAY, PAY), st.tuples(PAY, PAY), PAY)
def test_the_mean_under_a_cap_is_that_of_many_points(pay, top, floor):
    points = [(n + 0.5) / 5000 for n in range(5000)]
    line = [pay[0] + (pay[1] - pay[0]) * x for x in points]
    caps = [max(floor, top[0] + (top[1] - top[0]) * x) for x in points]
    expected = sum(map(min, line, caps)) / len(points)
    assert mean_under(pay, top, floor) == pytest.approx(expected, rel=1e-3, abs=1)


def test_no_time_earns_nothing(catalogue):
    clock, _, _, state = clock_and_state(catalogue, Developer(1, ENTRY), ({}, ()))
    assert clock.earned(state, 5, 5) == clock.earned(state, 6, 5) == 0
