"""How money, counts and times are said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner import figures
from planner.domain.ranges import Range


@pytest.mark.parametrize(
    ("number", "said"), [(0, "no skills"), (1, "1 skill"), (2, "2 skills"), (13, "13 skills")]
)
def test_count(number, said):
    assert figures.count(number, "skill") == said


def test_count_with_an_irregular_plural():
    assert figures.count(2, "entry", "entries") == "2 entries"


@pytest.mark.parametrize(
    ("number", "said"),
    [(0, "0"), (1, "1"), (2.5, "2.5"), (2.99, "2.9"), (3.0, "3"), (0.3, "0.3"), (11.2, "11.2")],
)
def test_a_decimal_is_cut_so_that_nobody_gains_a_year(number, said):
    assert figures.decimal(number) == said


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 years"), (1, "1 year"), (1.04, "1 year"), (1.5, "1.5 years")]
)
def test_years(number, said):
    assert figures.years(number) == said


@pytest.mark.parametrize(
    ("months", "said"),
    [
        (0, "under a month"),
        (0.4, "under a month"),
        (1, "1 month"),
        (14, "14 months"),
        (23.4, "23 months"),
        (24, "2 years"),
        (30, "2.5 years"),
        (60, "5 years"),
    ],
)
def test_duration(months, said):
    assert figures.duration(months) == said


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (3, 16, "3–16 months"),
        (5, 5, "about 5 months"),
        (0.1, 0.3, "under a month"),
        (0.1, 4, "up to 4 months"),
        (1, 2, "1–2 months"),
        (8, 42, "8 months to 3.5 years"),
        (24, 48, "2 years to 4 years"),
    ],
)
def test_duration_range(low, high, said):
    assert figures.duration_range(low, high) == said


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (0.2, "about 1 hour"),
        (1, "about 1 hour"),
        (7.4, "about 7 hours"),
        (42, "about 40 hours"),
        (48, "about 50 hours"),
        (142, "about 140 hours"),
        (1234, "about 1,230 hours"),
    ],
)
def test_about_hours(hours, said):
    assert figures.about_hours(hours) == said


@pytest.mark.parametrize(
    ("gain", "said"),
    [
        (Range(0, 0, 0), ""),
        (Range(0, 100, 249), "under $250 a year"),
        (Range(0, 200, 250), "$0–$200 a year"),
        (Range(61, 400, 1587), "$0–$1,600 a year"),
        (Range(820, 4816, 12862), "$800–$12,900 a year"),
        (Range(1020, 1030, 1040), "about $1,000 a year"),
    ],
)
def test_a_gain_is_a_range_or_too_small_to_tell(gain, said):
    assert figures.gain(gain, 250) == said


@given(st.floats(0, 1e6), st.floats(0, 1e6))
def test_the_low_end_of_a_dollar_range_is_never_said_too_high(low, more):
    said = figures.dollar_range(low, low + more).split("–")[0]
    if not said.startswith("about"):
        assert int(said.strip("$").replace(",", "")) <= low


@pytest.mark.parametrize(
    ("dollars", "said"), [(4375, "+$4,375"), (0, "+$0"), (-0.2, "+$0"), (-1248.4, "−$1,248")]
)
def test_change(dollars, said):
    assert figures.change(dollars) == said


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (Range(100_197, 105_257, 110_317), None, "$100k–$110k"),
        (74_000, 90_000, "$74k–$90k"),
        (74_000, 74_300, "about $74k"),
        (500, 900, "$500–$900"),
    ],
)
def test_money_range(low, high, said):
    assert figures.money_range(low, high) == said


@pytest.mark.parametrize(("dollars", "said"), [(105_257.35, "$105,257"), (-3, "−$3")])
def test_money(dollars, said):
    assert figures.money(dollars) == said
