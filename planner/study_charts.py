"""Geometry of the hours a week: hours in, places from 0 to 100 percent out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from planner.charts import Scale
from planner.domain.study import Week

ROOM = 1.2  # above the highest bar, for its figure
GAP = 0.25  # of a week's place, between the bars
LABELLED = 3  # every third week, the last one among them


@dataclass(frozen=True, slots=True)
class WeekBar:
    """A week's place from the left and its bar from the top; `at`: its middle."""

    week: Week
    left: float
    width: float
    at: float
    top: float
    height: float
    is_labelled: bool


@dataclass(frozen=True, slots=True)
class WeekChart:
    """`goal`: the height of the line, from the top."""

    bars: tuple[WeekBar, ...]
    goal: float


def week_chart(weeks: Sequence[Week]) -> WeekChart:
    """One bar a week, the earliest first. `weeks`: at least one, with goals above 0."""
    scale = Scale(0.0, ROOM * max(max(week.hours, week.goal) for week in weeks))
    place = 100.0 / len(weeks)
    bars = tuple(
        WeekBar(
            week=week,
            left=place * (n + GAP / 2),
            width=place * (1 - GAP),
            at=place * (n + 0.5),
            top=100.0 - scale.place(week.hours),
            height=scale.place(week.hours),
            is_labelled=(len(weeks) - 1 - n) % LABELLED == 0,
        )
        for n, week in enumerate(weeks)
    )
    return WeekChart(bars, 100.0 - scale.place(weeks[-1].goal))
