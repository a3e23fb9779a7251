"""The times of the positions in a CV, and how long a skill was used in them."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from planner.domain.developer import DAYS_PER_YEAR

FIRST_YEAR = 1960
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar janv janvier enero ene",
            "feb february februar fev fevr fevrier febrero",
            "mar march mär märz maerz mars marzo", "apr april avr avril abril abr",
            "may mai mayo", "jun june juni juin junio", "jul july juli juil juillet julio",
            "aug august aout août agosto ago", "sep sept september septembre septiembre",
            "oct october okt oktober octobre octubre", "nov november novembre noviembre",
            "dec december dez dezember déc décembre diciembre dic",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_NOW = "present|now|current|currently|today|ongoing|to date|till date|date|heute|aujourd'hui|actual"
_DAY = (
    r"(?:(?P<{0}name>[^\W\d_]{{3,9}})\.?,? ?'?|(?P<{0}number>\d{{1,2}})[/.])?"
    r"(?P<{0}year>(?:19|20)\d\d)(?:[-/.](?P<{0}iso>\d\d)(?!\d)(?:-\d\d)?)?"
)
_RANGE = re.compile(
    r"(?<![\w$€£])"
    + _DAY.format("a")
    + r"\s{0,3}(?:-|to|until|till|bis|through|/)\s{0,3}(?:(?P<now>"
    + _NOW
    + r")\b|"
    + _DAY.format("b")
    + r"(?!\d))",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(?:since|seit|from)\s"
    + _DAY.format("a")
    + r"(?!\d|\s{0,3}(?:-|to\b|until\b|till\b|bis\b))",
    re.IGNORECASE,
)


type Interval = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Positions:
    """Times of work, each with the part of the text that is about it (start, end)."""

    parts: tuple[tuple[int, int], ...]
    intervals: tuple[Interval, ...]

    def at(self, place: int) -> tuple[Interval, ...]:
        """The time of the position that the place belongs to, or nothing."""
        number = bisect_right(self.parts, (place, sys.maxsize)) - 1
        is_inside = number >= 0 and place < self.parts[number][1]
        return (self.intervals[number],) if is_inside else ()


def find_positions(text: str, today: date, parts: Iterable[tuple[int, int]]) -> Positions:
    """The positions in these parts of the text. What begins after today is left out.

    A position reaches from the line above its dates (the title) to that above the next dates.
    """
    places: list[tuple[int, int]] = []
    intervals: list[Interval] = []
    for start, end in parts:
        dated = _dated(text, today, start, end)
        starts = [_line_above(text, place, start) for place, _ in dated]
        places += pairwise([*starts, end])
        intervals += [interval for _, interval in dated]
    return Positions(tuple(places), tuple(intervals))


def _dated(text: str, today: date, start: int, end: int) -> list[tuple[int, Interval]]:
    """The places of all times that begin by today, in the order of the text."""
    found = [
        (match.start(), _day(match, "a", is_end=False), _end(match, today))
        for match in _RANGE.finditer(text, start, end)
    ]
    found += [
        (match.start(), _day(match, "a", is_end=False), today)
        for match in _SINCE.finditer(text, start, end)
    ]
    return sorted(
        (place, (since, min(until, today)))
        for place, since, until in found
        if since and until and date(FIRST_YEAR, 1, 1) <= since <= min(until, today)
    )


def _end(match: re.Match[str], today: date) -> date | None:
    return today if match.group("now") else _day(match, "b", is_end=True)


def _day(match: re.Match[str], part: str, *, is_end: bool) -> date | None:
    """The first of the month that is named; without one, January or July (the end of a range)."""
    year = int(match.group(f"{part}year"))
    name = (match.group(f"{part}name") or "").lower()
    number = match.group(f"{part}number") or match.group(f"{part}iso")
    if number:
        month = int(number)
        return date(year, month, 1) if 1 <= month <= 12 else None
    if name in _MONTHS:
        return date(year, _MONTHS[name], 1)
    return date(year, 7, 1) if is_end else date(year, 1, 1)


def _line_above(text: str, place: int, start: int) -> int:
    """The start of the line before that of the place: there the title stands, or the company."""
    line = text.rfind("\n", start, place) + 1
    if line <= start:
        return start
    above = max(start, text.rfind("\n", start, line - 1) + 1)
    content = text[above : line - 1]
    return line if not content or content.startswith("•") else above


def years_in(intervals: Iterable[Interval]) -> float:
    """Years of these times together, overlaps counted once."""
    days, reached = 0, date.min
    for since, until in sorted(intervals):
        days += max(0, (until - max(since, reached)).days)
        reached = max(reached, until)
    return days / DAYS_PER_YEAR
