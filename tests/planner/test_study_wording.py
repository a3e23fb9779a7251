"""What the learning log says: it counts, and blames nobody."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from planner import study_wording
from planner.domain.pace import Pace
from planner.domain.ranges import Range
from planner.domain.study import Streak, Week
from planner.study_charts import week_chart

MONDAY = date(2026, 11, 23)


def week(hours, goal=6.0, is_paused=False, ago=0):
    return Week(MONDAY - timedelta(weeks=ago), hours, goal, is_paused)


def row(weeks, *, has_this_week=True):
    return Streak(weeks, MONDAY if weeks else None, has_this_week)


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (0, "0 hours"), (1, "1 hour"), (0.25, "0.25 hours"), (4.5, "4.5 hours"),
        (Decimal("3.00"), "3 hours"), (12.34, "12.3 hours"), (1234.5, "1,234.5 hours"),
        (0.1 + 0.2, "0.3 hours"),
    ],
)  # fmt: skip
def test_hours(hours, said):
    assert study_wording.hours_said(hours) == said


@pytest.mark.parametrize(
    ("this_week", "said"),
    [
        (week(0), "This week is still open"),
        (week(0, is_paused=True), "Your log waits for you in a pause"),
        (week(4.5), "4.5 of 6 hours this week"),
        (week(6), "6 hours this week: your goal of 6 is met"),
    ],
)
def test_the_week(this_week, said):
    assert study_wording.week_verdict(this_week) == said


@pytest.mark.parametrize(
    ("streak", "said"),
    [
        (row(0, has_this_week=False), "The first hours you log begin a row of weeks."),
        (row(1), "You studied this week."),
        (row(1, has_this_week=False), "You studied last week; this week can be the next."),
        (row(3), "You studied in 3 weeks in a row, since 23 November 2026."),
    ],
)
def test_the_row_of_weeks(streak, said):
    assert study_wording.streak_said(streak) == said


@pytest.mark.parametrize("hours", [0, 1, 6, 9])
@pytest.mark.parametrize("is_paused", [True, False])
@pytest.mark.parametrize("weeks", [0, 1, 9])
def test_nothing_is_ever_called_lost_or_missed(hours, is_paused, weeks):
    this_week = week(hours, is_paused=is_paused)
    said = " ".join(
        [
            study_wording.week_verdict(this_week),
            study_wording.week_state(this_week),
            study_wording.streak_said(row(weeks, has_this_week=bool(hours))),
            study_wording.weeks_finding([this_week]),
        ]
    ).lower()
    blaming = ("lost", "miss", "fail", "broke", "behind", "only", "!")
    assert [word for word in blaming if word in said] == []


@pytest.mark.parametrize(
    ("factor", "said"),
    [
        (1.41, "Steps take you about 41% more time than estimated"),
        (0.8, "Steps take you about 20% less time than estimated"),
        (1.03, "Steps take you about as long as estimated"),
    ],
)
def test_the_own_pace(factor, said):
    pace = Pace(Range(factor / 1.3, factor, factor * 1.3), "fair", 4, 55.0, 0, 0.0)
    assert study_wording.pace_title(pace) == said
    assert study_wording.pace_said(pace).endswith(
        "from 4 finished steps with 55 hours: fairly well supported."
    )


def test_no_pace_says_what_is_missing():
    one_step = Pace(None, None, 2, 20.0, 1, 0.0)
    assert study_wording.pace_said(one_step) == "It needs 1 more finished step with logged hours."


@pytest.mark.parametrize(
    ("hours", "estimate", "said"),
    [(20, 10, "2.0 times the estimate"), (10.5, 10, "as estimated"), (5, None, ""), (0, 9, "")],
)
def test_what_a_step_took(hours, estimate, said):
    assert study_wording.took(hours, estimate) == said


def test_bars_stand_within_the_chart_and_the_goal_is_a_line():
    chart = week_chart([week(30, ago=2), week(0, ago=1), week(3)])
    assert [round(bar.top + bar.height) for bar in chart.bars] == [100, 100, 100]
    assert all(bar.left >= 0 and bar.left + bar.width <= 100 for bar in chart.bars)
    assert 0 < chart.bars[0].top < chart.goal < chart.bars[2].top < 100
    assert [bar.is_labelled for bar in chart.bars] == [False, False, True]
