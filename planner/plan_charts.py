"""Geometry of the roadmap: days and dollars in, places from 0 to 100 percent out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from planner.charts import EDGE, Scale, Tick, scale_over, ticks
from planner.domain.roadmap import PlannedStep, Reach
from planner.domain.roadmap.difference import OutlineStep
from planner.domain.roadmap.paycurve import PayMoment

MONTHS_APART = (1, 2, 3, 6, 12, 24, 60, 120, 240)
MOST_TICKS = 7
NAMES_APART = 18.0  # percent between "Today" and the name of the level
ROOM = 0.1  # of the whole, after the last bar


@dataclass(frozen=True, slots=True)
class StepBar:
    """One step: its study, the practice that goes on after it, and the days it may end between.

    `high` is None where the latest day lies beyond the chart.
    """

    start: float
    width: float
    practice: float
    practice_width: float
    low: float
    high: float | None


@dataclass(frozen=True, slots=True)
class DoneBar:
    start: float
    width: float


@dataclass(frozen=True, slots=True)
class Timeline:
    """`today` and `level` (None if it is not reached) are places, the bars go with the steps.

    `has_room`: whether both can be named without touching.
    """

    ticks: tuple[Tick, ...]
    today: float
    level: float | None
    has_room: bool
    bars: tuple[StepBar, ...]
    done: tuple[DoneBar, ...]


@dataclass(frozen=True, slots=True)
class PayChart:
    """`line`, `range`, `band`: points of a polyline and of two polygons in a square of 100.

    `level`: where the target is reached, None if it is not.
    """

    months: tuple[Tick, ...]
    dollars: tuple[Tick, ...]
    line: str
    idle: str
    range: str
    band: str
    level: float | None


def timeline(
    steps: Sequence[PlannedStep], done: Sequence[OutlineStep], reach: Reach | None, today: date
) -> Timeline:
    """The bars of a plan, from today or the first step done, to the last day expected."""
    begin = min([today, *(step.starts_on for step in done)])
    ends = [planned.ends_on for planned in steps] + ([reach.on] if reach else [])
    scale = _days(begin, max(ends, default=today))
    now = scale.place(today.toordinal())
    level = scale.place(reach.on.toordinal()) if reach and reach.on > today else None
    return Timeline(
        ticks=day_ticks(scale),
        today=now,
        level=level,
        has_room=level is not None and level - now >= NAMES_APART,
        bars=tuple(
            _bar(scale, planned, studied)
            for planned, studied in zip(steps, _ends(steps), strict=True)
        ),
        done=tuple(
            DoneBar(*scale.span(step.starts_on.toordinal(), step.ends_on.toordinal()))
            for step in done
        ),
    )


def _days(begin: date, end: date) -> Scale:
    length = max(28, (end - begin).days)
    return Scale(begin.toordinal(), begin.toordinal() + length * (1 + ROOM))


def _ends(steps: Sequence[PlannedStep]) -> list[date]:
    """The day on which the study of each step ends: there the next one begins."""
    starts = [planned.starts_on for planned in steps[1:]]
    return [*starts, *(planned.ends_on for planned in steps[-1:])]


def _bar(scale: Scale, planned: PlannedStep, studied_on: date) -> StepBar:
    studied_on = min(studied_on, planned.ends_on)
    low, high = planned.ends_between
    start, width = scale.span(planned.starts_on.toordinal(), studied_on.toordinal())
    practice, practice_width = scale.span(studied_on.toordinal(), planned.ends_on.toordinal())
    return StepBar(
        start=start,
        width=width,
        practice=practice,
        practice_width=practice_width,
        low=scale.place(low.toordinal()),
        high=scale.place(high.toordinal()) if high.toordinal() < scale.high else None,
    )


def day_ticks(scale: Scale) -> tuple[Tick, ...]:
    """A few first days of months, none so near an end that its text would be cut.

    January stands for its year, so that the texts are short.
    """
    for apart in MONTHS_APART:
        days = _first_days(scale, apart)
        kept = [day for day in days if EDGE <= scale.place(day.toordinal()) <= 100 - EDGE]
        if len(kept) <= MOST_TICKS:
            return tuple(
                Tick(scale.place(day.toordinal()), f"{day:%Y}" if day.month == 1 else f"{day:%b}")
                for day in kept
            )
    return ()


def _first_days(scale: Scale, apart: int) -> list[date]:
    """The first days of every so many months, counted from the beginning of a year."""
    begin, end = (date.fromordinal(int(bound)) for bound in (scale.low, scale.high))
    months = range(begin.year * 12, end.year * 12 + 12, apart)
    days = [date(month // 12, month % 12 + 1, 1) for month in months]
    return [day for day in days if begin <= day <= end]


def pay_chart(moments: Sequence[PayMoment], reach: Reach | None) -> PayChart:
    """Pay over the time of a plan with its range, and the band of the level of each moment."""
    days = Scale(moments[0].on.toordinal(), max(m.on.toordinal() for m in moments) + 1)
    pay = scale_over([bound for m in moments for bound in (m.pay.low, m.pay.high, *m.band)])
    at = [days.place(moment.on.toordinal()) for moment in moments]
    return PayChart(
        months=day_ticks(days),
        dollars=tuple(Tick(100 - tick.at, tick.text) for tick in ticks(pay)),
        line=_points(pay, at, [m.pay.central for m in moments]),
        idle=_points(pay, at, [m.idle for m in moments]),
        range=_area(pay, at, [(m.pay.low, m.pay.high) for m in moments]),
        band=_area(pay, at, [m.band for m in moments]),
        level=_inside(days, reach),
    )


def _inside(days: Scale, reach: Reach | None) -> float | None:
    if reach is None or not days.low < reach.on.toordinal() < days.high:
        return None
    return days.place(reach.on.toordinal())


def _points(pay: Scale, at: Sequence[float], dollars: Sequence[float]) -> str:
    """`0,50 10,40`: x from left, y from the top."""
    return " ".join(f"{x:.2f},{100 - pay.place(y):.2f}" for x, y in zip(at, dollars, strict=True))


def _area(pay: Scale, at: Sequence[float], bounds: Sequence[tuple[float, float]]) -> str:
    upper = _points(pay, at, [high for _, high in bounds])
    lower = _points(pay, at[::-1], [low for low, _ in bounds[::-1]])
    return f"{upper} {lower}"
