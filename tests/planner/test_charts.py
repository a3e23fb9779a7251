"""The geometry of the charts: places stay between 0 and 100 and keep the order of the figures."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner import charts
from planner.charts import Band, Mark, Scale
from planner.domain.ranges import Range

DOLLARS = st.floats(0, 10_000_000)
BANDS = [
    Band("entry", "Entry-level", "$74k–$90k", Range(74_000, 82_000, 90_000)),
    Band("mid", "Mid-level", "$95k–$120k", Range(95_000, 107_500, 120_000)),
    Band("senior", "Senior", "$120k–$160k", Range(120_000, 140_000, 160_000)),
]


def marks(code):
    values = st.lists(DOLLARS, min_size=3, max_size=3).map(sorted)
    return values.map(lambda found: Mark(code, found[1], Range(*found)))


def ends(row):
    """Every place of a row, and the end of every stretch."""
    stretches = [
        (row.low, row.width),
        (row.you_low, row.you_width),
        (row.plan_low, row.plan_width),
    ]
    places = [row.median, row.you, row.plan]
    return [place for place in places if place is not None] + [
        end for low, width in stretches if low is not None for end in (low, low + width)
    ]


@given(DOLLARS, DOLLARS, st.floats(1, 1e6), DOLLARS)
def test_a_scale_keeps_order_within_its_ends(one, other, width, low):
    scale = Scale(low, low + width)
    first, second = scale.place(min(one, other)), scale.place(max(one, other))
    assert 0 <= first <= second <= 100


def test_a_scale_has_its_middle_in_the_middle():
    assert Scale(50, 150).place(100) == 50
    assert Scale(50, 150).span(75, 100) == (25, 25)


@given(st.lists(DOLLARS, min_size=1))
def test_a_scale_has_room_for_all_its_values(values):
    scale = charts.scale_over(values)
    assert all(0 < scale.place(value) < 100 for value in values)


@given(marks("mid") | st.none(), marks("senior") | st.none())
def test_a_band_chart_stays_on_its_axis(you, plan):
    chart = charts.band_chart(BANDS, you, plan)
    assert all(-1e-9 <= place <= 100 + 1e-9 for row in chart.rows for place in ends(row))
    lows = [row.low for row in chart.rows]
    assert lows == sorted(lows)


@given(marks("mid"), marks("senior"))
def test_there_are_few_ticks_none_near_an_end(you, plan):
    ticks = charts.band_chart(BANDS, you, plan).ticks
    assert len(ticks) <= charts.MAX_TICKS
    assert all(charts.EDGE <= tick.at <= 100 - charts.EDGE for tick in ticks)
    places = [tick.at for tick in ticks]
    assert all(later - earlier > 10 for earlier, later in pairwise(places))


def test_ticks_are_round_figures():
    ticks = charts.band_chart(BANDS, None, None).ticks
    assert [tick.text for tick in ticks] == ["$80k", "$100k", "$120k", "$140k"]


def test_the_marks_stand_on_their_rows():
    you = Mark("mid", 105_000, Range(100_000, 105_000, 110_000))
    plan = Mark("senior", 125_000, Range(121_000, 125_000, 137_000))
    entry, mid, senior = charts.band_chart(BANDS, you, plan).rows
    assert (entry.here, mid.here, senior.here) == (False, True, False)
    assert mid.low < mid.you_low < mid.you < mid.you_low + mid.you_width < mid.low + mid.width
    assert (entry.you, entry.plan, mid.plan, senior.you) == (None, None, None, None)
    assert senior.plan_low < senior.plan


def test_without_marks_no_row_is_here():
    assert not any(row.here for row in charts.band_chart(BANDS, None, None).rows)


def test_a_waterfall_goes_up_and_down_to_its_total():
    floor, rise, fall, whole = charts.waterfall([80, 20, -50])
    assert (floor.kind, rise.kind, fall.kind, whole.kind) == ("total", "rise", "fall", "total")
    assert (floor.low, floor.width) == (0, 80)
    assert (rise.low, rise.width) == (80, 20)
    assert (fall.low, fall.width) == (50, 50)
    assert (whole.low, whole.width) == (0, 50)


@given(st.floats(1_000, 200_000), st.lists(st.floats(0, 50_000), max_size=6))
def test_a_waterfall_stays_on_its_axis(floor, rises):
    bars = charts.waterfall([floor, *rises])
    assert len(bars) == len(rises) + 2
    assert all(0 <= bar.low <= bar.low + bar.width <= 100 + 1e-9 for bar in bars)


@pytest.mark.parametrize("factor", [0.7, 1.6])
def test_a_waterfall_ends_where_a_factor_leads(factor):
    *_, last, whole = charts.waterfall([100.0, 100.0 * (factor - 1)])
    end = last.low if factor < 1 else last.low + last.width
    assert end == pytest.approx(whole.width)
