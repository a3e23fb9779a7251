"""Geometry of the charts: dollars in, places from 0 to 100 percent out. No markup, no colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from planner.domain.ranges import Range

EDGE = 8.0  # percent that a tick's text needs between itself and the end of the axis
MAX_TICKS = 4
TICK_STEPS = tuple(unit * 10**n for n in (3, 4, 5, 6) for unit in (5, 10, 20, 25))


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight axis from `low` to `high`, which differ."""

    low: float
    high: float

    def place(self, value: float) -> float:
        """Where a value stands, 0 to 100; what lies outside stands at the end."""
        return min(100.0, max(0.0, 100.0 * (value - self.low) / (self.high - self.low)))

    def span(self, low: float, high: float) -> tuple[float, float]:
        """Where a stretch begins and how wide it is; begin and width together stay within 100."""
        start = self.place(low)
        return start, max(0.0, self.place(high) - start)


@dataclass(frozen=True, slots=True)
class Tick:
    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Band:
    """One level's band in dollars a year, with what its row says."""

    code: str
    label: str
    value: str
    pay: Range


@dataclass(frozen=True, slots=True)
class Mark:
    """A place on a band's row: `at` is its point, `pay` the range around it."""

    code: str
    at: float
    pay: Range


@dataclass(frozen=True, slots=True)
class BandRow:
    label: str
    value: str
    here: bool
    low: float
    width: float
    median: float
    you: float | None = None
    you_low: float | None = None
    you_width: float = 0.0
    plan: float | None = None
    plan_low: float | None = None
    plan_width: float = 0.0


@dataclass(frozen=True, slots=True)
class BandChart:
    ticks: tuple[Tick, ...]
    rows: tuple[BandRow, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a waterfall from zero: where it begins and how wide it is."""

    kind: str  # total, rise or fall
    low: float
    width: float


def scale_over(values: Sequence[float]) -> Scale:
    """A scale with a little room on both sides of all values. Raises ValueError for none."""
    lowest, highest = min(values), max(values)
    room = (highest - lowest) * 0.06 or 1.0
    return Scale(lowest - room, highest + room)


def ticks(scale: Scale) -> tuple[Tick, ...]:
    """At most four round figures, none so near an end that its text would be cut."""
    for step in TICK_STEPS:
        first = int(scale.low // step) + 1
        marks = [n * step for n in range(first, int(scale.high // step) + 1)]
        kept = [mark for mark in marks if EDGE <= scale.place(mark) <= 100 - EDGE]
        if len(kept) <= MAX_TICKS:
            return tuple(Tick(scale.place(mark), f"${mark // 1000:,}k") for mark in kept)
    return ()


def band_chart(bands: Sequence[Band], you: Mark | None, plan: Mark | None) -> BandChart:
    """One row a band; the rows of the marks carry them with their ranges."""
    marks = [mark for mark in (you, plan) if mark]
    scale = scale_over(
        [end for band in bands for end in (band.pay.low, band.pay.high)]
        + [end for mark in marks for end in (mark.at, mark.pay.low, mark.pay.high)]
    )
    return BandChart(ticks(scale), tuple(_row(scale, band, you, plan) for band in bands))


def _row(scale: Scale, band: Band, you: Mark | None, plan: Mark | None) -> BandRow:
    low, width = scale.span(band.pay.low, band.pay.high)
    you_at, you_low, you_width = _mark(scale, band, you)
    plan_at, plan_low, plan_width = _mark(scale, band, plan)
    return BandRow(
        label=band.label,
        value=band.value,
        here=you_at is not None,
        low=low,
        width=width,
        median=scale.place(band.pay.central),
        you=you_at,
        you_low=you_low,
        you_width=you_width,
        plan=plan_at,
        plan_low=plan_low,
        plan_width=plan_width,
    )


def _mark(
    scale: Scale, band: Band, mark: Mark | None
) -> tuple[float, float, float] | tuple[None, None, float]:
    if mark is None or mark.code != band.code:
        return None, None, 0.0
    return scale.place(mark.at), *scale.span(mark.pay.low, mark.pay.high)


def waterfall(amounts: Sequence[float]) -> tuple[Bar, ...]:
    """Bars from zero: the first amount, each further one from where the last ended, the total.

    `amounts`: dollars, the first above 0; no running total below 0.
    """
    totals = [sum(amounts[: n + 1]) for n in range(len(amounts))]
    scale = Scale(0.0, max(totals))
    bars = [Bar("total", *scale.span(0.0, totals[0]))]
    for before, after in pairwise(totals):
        kind = "rise" if after >= before else "fall"
        bars.append(Bar(kind, *scale.span(min(before, after), max(before, after))))
    return (*bars, Bar("total", *scale.span(0.0, totals[-1])))
