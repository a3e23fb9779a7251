"""Geometry of the roadmap: everything lies within the drawing, in the order of time."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.charts import Scale
from planner.domain.developer import Developer
from planner.domain.learning import Step
from planner.domain.ranges import ZERO, Range
from planner.domain.roadmap import PlannedStep, Reach
from planner.domain.roadmap.difference import OutlineStep
from planner.domain.roadmap.paycurve import PayMoment
from planner.plan_charts import day_ticks, pay_chart, timeline
from tests.domain.people import ENTRY
from tests.domain.strategies import CATALOGUE
from tests.domain.test_plan_choices import curve_of, plan_of

TODAY = date(2026, 11, 24)
DAYS = st.integers(0, 25_000)


def planned(start, end, low, high, practice=0):
    days = [TODAY + timedelta(days=number) for number in (start, end, low, high)]
    step = Step("skill", "go", 0, 2, Range(1, 2, 3), practice)
    return PlannedStep(step, days[0], days[1], (days[2], days[3]), ZERO, is_for_target=False)


@st.composite
def plans(draw):
    """Steps one after the other; each may end earlier or later than expected."""
    steps, now = [], 0
    for length in draw(st.lists(st.integers(0, 900), max_size=12)):
        early, late = draw(st.integers(0, length or 1)), draw(st.integers(0, 900))
        steps.append(
            planned(now, now + length, max(now, now + length - early), now + length + late)
        )
        now += length
    return steps


def reach(days):
    day = TODAY + timedelta(days=days)
    return Reach("mid", day, (day, day), day, day, "years", 0)


@given(plans(), st.none() | st.integers(0, 20_000))
def test_every_bar_lies_within_the_drawing(steps, level):
    chart = timeline(steps, [], None if level is None else reach(level), TODAY)
    assert len(chart.bars) == len(steps)
    for bar in chart.bars:
        assert 0 <= bar.start <= bar.practice <= bar.practice + bar.practice_width <= 100.001
        assert 0 <= bar.low <= 100
        assert bar.high is None or bar.low <= bar.high <= 100


@given(plans())
def test_bars_begin_in_the_order_of_the_steps(steps):
    starts = [bar.start for bar in timeline(steps, [], None, TODAY).bars]
    assert starts == sorted(starts)


def test_what_is_done_lies_before_today():
    begun = TODAY - timedelta(days=100)
    done = OutlineStep("skill", "sql", 0, 2, begun, TODAY - timedelta(days=40), 24.0)
    chart = timeline([planned(0, 100, 90, 120)], [done], None, TODAY)
    assert chart.done[0].start == 0
    assert chart.done[0].start + chart.done[0].width < chart.today == chart.bars[0].start


def test_practice_follows_the_study_to_the_end():
    first = planned(0, 300, 290, 310, practice=9)
    chart = timeline([first, planned(30, 330, 300, 400)], [], None, TODAY)
    assert chart.bars[0].practice == pytest.approx(chart.bars[1].start)
    assert chart.bars[0].practice_width > chart.bars[0].width


def test_a_latest_day_beyond_the_drawing_has_no_end():
    assert timeline([planned(0, 100, 50, 9000)], [], None, TODAY).bars[0].high is None


def test_the_day_of_the_level_is_marked_unless_it_is_there():
    steps = [planned(0, 100, 90, 110)]
    assert timeline(steps, [], reach(50), TODAY).level == pytest.approx(45, abs=1)
    assert timeline(steps, [], reach(0), TODAY).level is None
    assert timeline(steps, [], None, TODAY).level is None


def test_today_and_the_level_are_named_where_there_is_room():
    steps = [planned(0, 100, 90, 110)]
    assert timeline(steps, [], reach(50), TODAY).has_room
    assert not timeline(steps, [], reach(5), TODAY).has_room
    assert not timeline(steps, [], None, TODAY).has_room


def test_nothing_to_draw_is_no_fault():
    chart = timeline([], [], None, TODAY)
    assert (chart.bars, chart.done, chart.today) == ((), (), 0.0)


@given(DAYS, st.integers(28, 25_000))
def test_ticks_are_few_first_days_of_months(start, length):
    begin = TODAY.toordinal() + start
    found = day_ticks(Scale(begin, begin + length))
    assert len(found) <= 7
    places = [tick.at for tick in found]
    assert places == sorted(places)
    assert all(8 <= place <= 92 for place in places)
    assert all(len(tick.text) <= 4 for tick in found)


def test_january_stands_for_its_year():
    begin = date(2026, 9, 1).toordinal()
    texts = [tick.text for tick in day_ticks(Scale(begin, begin + 900))]
    assert texts == ["2027", "Jul", "2028", "Jul"]


def test_the_pay_curve_lies_within_the_drawing():
    alice = Developer(1, ENTRY)
    plan = plan_of(CATALOGUE, alice)
    moments, _ = curve_of(CATALOGUE, alice, plan)
    chart = pay_chart(moments, plan.reaches)
    for shape in (chart.line, chart.idle, chart.range, chart.band):
        numbers = [float(n) for pair in shape.split() for n in pair.split(",")]
        assert all(0 <= number <= 100 for number in numbers)
    assert len(chart.range.split()) == 2 * len(chart.line.split())
    assert 0 < chart.level < 100


def test_more_pay_stands_higher():
    pays = [Range(1e5, 1e5, 1e5), Range(1e5, 1.2e5, 1.3e5)]
    days = [TODAY, TODAY + timedelta(days=365)]
    moments = [
        PayMoment(12 * n, day, pay, 1e5, "mid", (9e4, 1.4e5))
        for n, (day, pay) in enumerate(zip(days, pays, strict=True))
    ]
    first, last = (float(pair.split(",")[1]) for pair in pay_chart(moments, None).line.split())
    assert last < first
