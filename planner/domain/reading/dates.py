"""Times as CVs write them: "Mar 2020 - Present", "03/2020-05/2021", "seit 2019"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

FIRST_YEAR = 1960
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar janv janvier enero ene gennaio gen janeiro januari",
            "feb february februar fev fevr févr fevrier février febrero febbraio fevereiro",
            "mar march mär märz maerz mars marzo março maart mrt",
            "apr april avr avril abril abr aprile",
            "may mai mayo maggio mag maio mei",
            "jun june juni juin junio giugno giu junho",
            "jul july juli juil juillet julio luglio lug julho",
            "aug august aout août agosto ago augustus",
            "sep sept september septembre septiembre settembre set setembro",
            "oct october okt oktober octobre octubre ottobre ott out outubro",
            "nov november novembre noviembre novembro",
            "dec december dez dezember déc décembre diciembre dic dicembre dezembro",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_NOW = (
    r"present|presente|présent|now|currently|current|today|ongoing|(?:to|till) date|date|heute|"
    r"jetzt|laufend|aujourd'hui|ce jour|en cours|actualidad|actualmente|actual|hoy|la fecha|"
    r"oggi|attuale|atualmente|atual|heden"
)
_UNTIL = (
    r"[^\S\n]{0,3}(?:->|→|-|/|~)[^\S\n]{0,3}"
    r"|[^\S\n]{1,3}(?:to|until|till|bis|through|jusqu'à|à|au|a|al|hasta|até|tot)[^\S\n]{1,3}"
)
# A year after a sign of being cut, as in '17, needs the month before it.
_DAY = (
    r"(?:(?:\d{{1,2}}(?:st|nd|rd|th)?\.?[^\S\n])?(?P<{0}name>[^\W\d_]{{3,10}})\.?,?[^\S\n]?"
    r"(?:\d{{1,2}}(?:st|nd|rd|th)?,[^\S\n])?'?"
    r"|(?:\d{{1,2}}[/.])?(?P<{0}number>\d{{1,2}})[/.-])?"
    r"(?P<{0}year>(?:19|20)\d\d|(?<=')\d\d)"
    r"(?:[-/.](?P<{0}iso>\d\d?)(?![\d/]|[.-]\d{{3}})(?:-\d\d)?)?"
)
_START = r"(?<![^\W_]|[$€£])(?<!\d-)"
_RANGE = re.compile(
    _START
    + r"(?:"
    + _DAY.format("a")
    + rf"|(?P<month>{_MONTH})\.?)"
    + rf"(?:{_UNTIL})(?:(?P<now>{_NOW})(?![^\W_])|"
    + _DAY.format("b")
    + r"(?!\d))",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"(?<![^\W_])(?:since|seit|depuis|desde|dal|sinds|(?P<from>from))[^\S\n]"
    + _DAY.format("a")
    + rf"(?!\d|(?:{_UNTIL})(?:(?:[^\W\d_]{{3,10}}\.?,? )?'?\d|{_NOW}))",
    re.IGNORECASE,
)
_OPEN = re.compile(r"^(?P<ayear>(?:19|20)\d\d)[^\S\n]?-(?=[^\S\n]+[^\W\d_])", re.MULTILINE)
_LONG_LINE = 60  # characters; what "since 2004" says in a sentence is no time of a position
_CLOSED = re.compile(r"[ .)*_|]*\Z")
_SEPARATED = re.compile(r"[^\S\n]*(?:\Z|[^\w\s',])")


@dataclass(frozen=True, slots=True)
class Dated:
    """A time in a text, from `start` to before `end`."""

    start: int
    end: int
    since: date
    until: date


def find_dates(text: str, today: date, start: int = 0, end: int | None = None) -> list[Dated]:
    """All times from then until then or until today, in the order of the text.

    What begins after today, or ends before it begins, is left out.
    """
    found = sorted(
        _found(text, today, start, len(text) if end is None else end), key=lambda one: one[0]
    )
    dated: list[Dated] = []
    for place, after, since, until in found:
        is_new = not dated or place >= dated[-1].end
        if since and until and is_new and _is_possible(since, until, today):
            dated.append(Dated(place, after, since, min(until, today)))
    return dated


def _is_possible(since: date, until: date, today: date) -> bool:
    return date(FIRST_YEAR, 1, 1) <= since <= min(until, today)


type _Found = tuple[int, int, date | None, date | None]


def _found(text: str, today: date, start: int, end: int) -> Iterator[_Found]:
    for match in _RANGE.finditer(text, start, end):
        until = today if match.group("now") else _day(match, "b", is_end=True)
        yield (*match.span(), _start_of(match), until)
    for match in _SINCE.finditer(text, start, end):
        if _stands_alone(text, match):
            yield (*match.span(), _day(match, "a", is_end=False), today)
    for match in _OPEN.finditer(text, start, end):
        yield (*match.span(), date(int(match.group("ayear")), 1, 1), today)


def _start_of(match: re.Match[str]) -> date | None:
    """The first day; in "January - August 2008" the year stands at the end only."""
    if name := match.group("month"):
        month, end = _MONTHS.get(name.lower()), _day(match, "b", is_end=True)
        return date(end.year, month, 1) if month and end else None
    return _day(match, "a", is_end=False)


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    """Whether "since 2019" is the time of a position and not a part of a sentence."""
    line_start = text.rfind("\n", 0, match.start()) + 1
    line_end = text.find("\n", match.end())
    line_end = len(text) if line_end < 0 else line_end
    before = text[max(line_start, match.start() - _LONG_LINE) : match.start()]
    opens = not any(map(str.isalnum, before)) or before.endswith(("(", "| "))
    if match.group("from") or opens:
        is_apart = _SEPARATED.match(text, match.end(), line_end) is not None
        return opens and (is_apart or line_end - line_start <= _LONG_LINE)
    closes = _CLOSED.match(text, match.end(), line_end) is not None
    return closes and not before.rstrip()[-1:].isalnum()


def _day(match: re.Match[str], part: str, *, is_end: bool) -> date | None:
    """The first of the month that is named; without one, January or July (the end of a range)."""
    digits = match.group(f"{part}year")
    if not digits:
        return None
    name = (match.group(f"{part}name") or "").lower()
    if len(digits) == len("17") and name not in _MONTHS:
        return None
    year = int(digits) + (0 if len(digits) > len("17") else 2000)
    number = match.group(f"{part}number") or match.group(f"{part}iso")
    if number:
        month = int(number)
        return date(year, month, 1) if 1 <= month <= 12 else None
    if name in _MONTHS:
        return date(year, _MONTHS[name], 1)
    return date(year, 7, 1) if is_end else date(year, 1, 1)
