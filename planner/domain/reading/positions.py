"""The times of the positions in a CV, and how long a skill was used in them."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from planner.domain.developer import DAYS_PER_YEAR
from planner.domain.reading.dates import Dated, find_dates
from planner.domain.reading.outline import Part

type Interval = tuple[date, date]

_FEW_WORDS = 2  # beside the dates of a line that does not say what the position was
_TITLE = 12  # words; a longer line above the dates is no title
_REACH = 80  # characters on either side of the dates
_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Positions:
    """Times of work, each with the part of the text that is about it (start, end).

    `career`: the times that count for the years of experience in all.
    """

    parts: tuple[tuple[int, int], ...]
    intervals: tuple[Interval, ...]
    career: tuple[Interval, ...]

    def at(self, place: int) -> tuple[Interval, ...]:
        """The time of the position that the place belongs to, or nothing."""
        number = bisect_right(self.parts, (place, sys.maxsize)) - 1
        is_inside = number >= 0 and place < self.parts[number][1]
        return (self.intervals[number],) if is_inside else ()


def find_positions(text: str, today: date, parts: Iterable[Part]) -> Positions:
    """The positions in these parts of the text. What begins after today is left out.

    A position reaches from the line above its dates (the title) to that above the next dates.
    Only where a CV tells of no work at all, its projects count as experience.
    """
    places: list[tuple[int, int]] = []
    intervals: list[Interval] = []
    careers: dict[str, list[Interval]] = {"experience": [], "": [], "projects": []}
    for part in parts:
        dated = find_dates(text, today, part.start, part.end)
        places += pairwise([*_starts(text, part.start, dated), part.end])
        times = [(one.since, one.until) for one in dated]
        intervals += times
        careers[part.kind if part.kind in careers else ""] += times
    career = next((times for times in careers.values() if times), [])
    return Positions(tuple(places), tuple(intervals), tuple(career))


def _starts(text: str, start: int, dated: Sequence[Dated]) -> list[int]:
    """Where each position begins; none reaches back over the dates of the one before it."""
    starts: list[int] = []
    reached = start
    for one in dated:
        starts.append(max(_title(text, one, start), reached))
        line_end = text.find("\n", one.end)
        reached = one.end if line_end < 0 else line_end + 1
    return [min(begin, one.start) for begin, one in zip(starts, dated, strict=True)]


def _title(text: str, one: Dated, start: int) -> int:
    """The start of the line before that of the dates: there the title stands, or the company.

    An empty line may be between them, if the dates stand there by themselves.
    """
    line = text.rfind("\n", start, one.start) + 1
    if line <= start:
        return start
    above = max(start, text.rfind("\n", start, line - 1) + 1)
    if _is_title(text[above : line - 1]):
        return above
    end = text.find("\n", one.end)
    after = min(one.end + _REACH, end if end >= 0 else len(text))
    beside = text[max(line, one.start - _REACH) : one.start] + text[one.end : after]
    if text[above : line - 1] or above <= start or len(_WORD.findall(beside)) > _FEW_WORDS:
        return line
    top = max(start, text.rfind("\n", start, above - 1) + 1)
    return top if _is_title(text[top : above - 1]) else line


def _is_title(line: str) -> bool:
    return bool(line) and not line.startswith("•") and len(line.split()) <= _TITLE


def years_in(intervals: Iterable[Interval]) -> float:
    """Years of these times together, overlaps counted once."""
    days, reached = 0, date.min
    for since, until in sorted(intervals):
        days += max(0, (until - max(since, reached)).days)
        reached = max(reached, until)
    return days / DAYS_PER_YEAR
