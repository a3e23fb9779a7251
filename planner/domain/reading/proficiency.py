"""A level to preselect: what an adjective says, else what years suggest. Only a guess."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from planner.domain.developer import Proficiency
from planner.domain.reading.values import Mention

_WORDS: tuple[tuple[Proficiency, str], ...] = (
    (
        Proficiency.LEARNING,
        r"basic|basics|beginner|novice|elementary|learning|exposure|familiar|familiarity|"
        r"rudimentary|introductory|foundational|awareness|grundkenntnisse|anfänger|débutant|notions|"
        r"básico|básica",
    ),
    (
        Proficiency.WORKING,
        r"working|good|intermediate|solid|practical|hands-on|competent|comfortable|fair|some|"
        r"gute?n?|intermédiaire|intermedio|intermedia",
    ),
    (
        Proficiency.PROFICIENT,
        r"proficient|proficiency|advanced|strong|excellent|fluent|skilled|in-depth|extensive|"
        r"professional|experienced|sehr gute?n?|fortgeschritten|avancée?|avanzado|avanzada",
    ),
    (
        Proficiency.EXPERT,
        r"expert|expertise|expert-level|mastery|master|deep|guru|specialist|experte|"
        r"expertin|experto|experta",
    ),
)
_WORD = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(rf"(?P<L{level:d}>{words})" for level, words in _WORDS)
    + r")(?![\w-])",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\s{0,2}[(:–-]\s{0,2}([\w-]{3,20})")
# The cell of a table after the skill, with one for years between them at most.
_NEXT_CELL = re.compile(
    r" ?[\t|] ?(?:\d{1,2}\+?(?: ?\w{1,6})? ?[\t|] ?)?([\w-]{3,20})(?= ?(?:[\t|\n]|$))"
)
_REACH = 60
_STOPS = re.compile(r"[;\n•)]|\.(?!\w)")
# Years of experience from which a level is proposed; the highest is never proposed from years.
_FROM_YEARS = (
    (0.0, Proficiency.LEARNING),
    (1.0, Proficiency.WORKING),
    (4.0, Proficiency.PROFICIENT),
)


class LevelWords:
    """The words for a level in a text, looked for once: a name asks for those around it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._words = [
            (match.start(), match.end(), _level(match)) for match in _WORD.finditer(text)
        ]
        self._ends = [end for _, end, _ in self._words]
        self._stops = [match.end() for match in _STOPS.finditer(text)]

    def at(self, start: int, end: int) -> int | None:
        """The level (1–4) that brackets or a cell after the place name, or an adjective before."""
        after = _BRACKETED.match(self._text, end, end + _REACH) or _NEXT_CELL.match(self._text, end)
        if after and (match := _WORD.fullmatch(after.group(1))):
            return _level(match)
        number = bisect_right(self._ends, start) - 1
        if number < 0 or self._text[start - 1] == ".":
            return None
        first, _, level = self._words[number]
        stop = bisect_right(self._stops, start) - 1
        since = max(start - _REACH, self._stops[stop] if stop >= 0 else 0)
        return level if first >= since else None


def _level(match: re.Match[str]) -> int:
    return int(str(match.lastgroup)[1:])


def proposed_level(mentions: Sequence[Mention], years: float | None) -> int | None:
    """What to preselect for a skill with these mentions; words come before years."""
    by_words = [m.proficiency for m in mentions if m.proficiency]
    return max(by_words) if by_words else level_by_years(years)


def level_by_years(years: float | None) -> int | None:
    """At most *proficient*: time alone makes nobody an expert."""
    if years is None:
        return None
    return int(max(level for least, level in _FROM_YEARS if years >= least))
