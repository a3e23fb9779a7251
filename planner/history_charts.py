"""Geometry of the charts over time: days and values in, places from 0 to 100 percent out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from planner import past_wording
from planner.charts import Scale, Tick, scale_over, ticks
from planner.domain.past import Snapshot
from planner.figures import decimal, money_range, percent
from planner.plan_charts import day_ticks
from planner.time_wording import short_day

AFTER_FIRST, BEFORE_TODAY = 28.0, 16.0  # percent that the names of the ends take on a phone
HALF = 0.5
GAP = 0.2  # of a bar's width
ROOM = 1.14  # above the highest mark, for its text


@dataclass(frozen=True, slots=True)
class Line:
    """A polyline in a square of 100. `style`: 0 for the one that matters, then 1, 2, 3."""

    style: int
    label: str
    points: str


@dataclass(frozen=True, slots=True)
class Column:
    """A bar that stands on the ground: places and sizes in percent."""

    start: float
    width: float
    height: float

    @property
    def top(self) -> float:
        return 100.0 - self.height


@dataclass(frozen=True, slots=True)
class Plot:
    """One chart with its finding and the table that says the same.

    `marks`: places from the top. `area`: a polygon, empty if there is none.
    """

    id: str
    title: str
    about: str
    begins: date
    days: tuple[Tick, ...]
    marks: tuple[Tick, ...]
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[Line, ...] = ()
    area: str = ""
    columns: tuple[Column, ...] = ()

    @property
    def label(self) -> str:
        return f"{self.about}. {self.title}."


def plots(points: Sequence[Snapshot], weeks: Sequence[tuple[date, float]]) -> list[Plot]:
    """The charts that have something to show: two days at least, a week at least."""
    found = []
    if len(points) > 1:
        found += [_readiness(points), _expectations(points)]
        claimed = [point for point in points if point.estimate.is_claimed]
        if len(claimed) > 1:
            found.append(_estimate(claimed))
    if weeks:
        found.append(_hours(weeks))
    return found


def _readiness(points: Sequence[Snapshot]) -> Plot:
    now, days = points[-1], _days(points)
    ready = now.catalogue.parameters.ready_threshold
    levels = sorted(now.catalogue.levels, key=lambda level: level.code != now.target)
    height = Scale(0.0, ROOM)
    return Plot(
        id="readiness",
        title=past_wording.readiness_found(points),
        about="How much of what each level asks for is met",
        begins=points[0].day,
        days=_ticks(days),
        marks=(_mark(height, HALF, "50%"), _mark(height, ready, f"{percent(ready)}: ready")),
        lines=tuple(
            Line(n, level.name, _path(days, height, points, _ready_for(level.code)))
            for n, level in enumerate(levels)
        ),
        head=("Day", *(level.name for level in now.catalogue.levels)),
        rows=tuple(
            (_day(p), *(percent(_ready_for(level.code)(p)) for level in now.catalogue.levels))
            for p in reversed(points)
        ),
    )


def _ready_for(code: str) -> Callable[[Snapshot], float]:
    return lambda point: point.readiness.get(code, 0.0)


def _expectations(points: Sequence[Snapshot]) -> Plot:
    days, most = _days(points), max(len(point.catalogue.expectations) for point in points)
    height = Scale(0.0, most * ROOM)
    line = _path(days, height, points, lambda point: point.met)
    return Plot(
        id="expectations",
        title=past_wording.expectations_found(points),
        about="Expectations of all levels that are met",
        begins=points[0].day,
        days=_ticks(days),
        marks=(_mark(height, most // 2, str(most // 2)), _mark(height, most, str(most))),
        lines=(Line(0, "Met", line),),
        area=f"0,100 {line} {days.place(points[-1].day.toordinal()):.2f},100",
        head=("Day", "Met", "Of"),
        rows=tuple(
            (_day(p), str(p.met), str(len(p.catalogue.expectations))) for p in reversed(points)
        ),
    )


def _estimate(points: Sequence[Snapshot]) -> Plot:
    days = _days(points)
    height = scale_over([end for p in points for end in (p.estimate.pay.low, p.estimate.pay.high)])
    upper = _path(days, height, points, lambda point: point.estimate.pay.high)
    lower = _path(days, height, points[::-1], lambda point: point.estimate.pay.low)
    return Plot(
        id="estimate",
        title=past_wording.estimate_found(points),
        about="Where your pay lies in the article's bands, in US dollars a year",
        begins=points[0].day,
        days=_ticks(days),
        marks=tuple(Tick(100 - tick.at, tick.text) for tick in ticks(height)),
        lines=(Line(0, "Middle", _path(days, height, points, lambda p: p.estimate.pay.central)),),
        area=f"{upper} {lower}",
        head=("Day", "Estimate"),
        rows=tuple((_day(p), money_range(p.estimate.pay)) for p in reversed(points)),
    )


def _hours(weeks: Sequence[tuple[date, float]]) -> Plot:
    most = max(1.0, *(hours for _, hours in weeks))
    height = Scale(0.0, most * ROOM)
    width = 100.0 / len(weeks)
    return Plot(
        id="hours",
        title=past_wording.hours_found(weeks),
        about="Hours of study that you logged in each week",
        begins=weeks[0][0],
        days=(),
        marks=(_mark(height, most, f"{decimal(most)} h"),),
        columns=tuple(
            Column(width * (n + GAP / 2), width * (1 - GAP), height.place(hours))
            for n, (_, hours) in enumerate(weeks)
        ),
        head=("Week from", "Hours"),
        rows=tuple((short_day(monday), decimal(hours)) for monday, hours in reversed(weeks)),
    )


def _days(points: Sequence[Snapshot]) -> Scale:
    return Scale(points[0].day.toordinal(), points[-1].day.toordinal())


def _ticks(days: Scale) -> tuple[Tick, ...]:
    """Months between the ends, which are named themselves."""
    return tuple(t for t in day_ticks(days) if AFTER_FIRST <= t.at <= 100 - BEFORE_TODAY)


def _mark(height: Scale, value: float, text: str) -> Tick:
    return Tick(100 - height.place(value), text)


def _path(
    days: Scale, height: Scale, points: Sequence[Snapshot], value: Callable[[Snapshot], float]
) -> str:
    """`0,50 10,40`: x from left, y from the top."""
    return " ".join(
        f"{days.place(point.day.toordinal()):.2f},{100 - height.place(value(point)):.2f}"
        for point in points
    )


def _day(point: Snapshot) -> str:
    return short_day(point.day)
