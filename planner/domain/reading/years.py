"""Years of experience as a text states them, and which skills they are about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from planner.domain.reading.values import Mention
from planner.domain.reading.words.cues import NEW_REQUIREMENT

MOST_YEARS = 50.0
_NUMBERS = {
    word: number
    for number, word in enumerate(
        [
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        ],
        start=1,
    )
}
_NUMBER = r"(?:\d{1,2}(?:\.\d)?|" + "|".join(_NUMBERS) + r")"
_YEARS = re.compile(
    rf"(?<![\w$€£.,/-])({_NUMBER})(?: ?\(\d{{1,2}}\))?"
    rf"(?:\+? ?(?:-|to|or|bis) ?({_NUMBER}))? ?(?:\+|or more|plus)? ?\+?"
    r"[ -]?(?:years?|yrs?|yoe|jahre)\b(?! ?(?:old|ago|contract|in a row|of age|warranty|\d))",
    re.IGNORECASE,
)
_NOT_EXPERIENCE = re.compile(
    r"(?:age[ds]?|founded|over the|for the|in the|the|last|past|next|first|every|within|under|"
    r"after|since)"
    r" (?:last |past |next |first )?$",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(
    r"[;\n]|[.!?](?=\s)|, (?=(?:and )?(?:at least |minimum )?\d)|\band (?=\d)|" + NEW_REQUIREMENT
)
_GENERAL = re.compile(
    r"^[^.;\n]{0,60}?\b(?:experience|software|engineering|development|industry|professional|"
    r"programming|backend|back-end|developing|building|coding|erfahrung)\b",
    re.IGNORECASE,
)
_LONGEST_REACH = 250
_TIGHT = 30  # characters between a skill and the years after it, as in "Python (5 years)"


@dataclass(frozen=True, slots=True)
class Years:
    """An expression such as "3-5 years", at most 50, and the clause it stands in."""

    least: float
    most: float | None
    start: int
    end: int
    clause: tuple[int, int]
    is_of_experience: bool


def find_years(text: str) -> list[Years]:
    """All expressions that may be about experience, in the order of the text."""
    found = []
    for match in _YEARS.finditer(text):
        least, most = _value(match.group(1)), _value(match.group(2))
        if least is None or _NOT_EXPERIENCE.search(
            text[max(0, match.start() - 20) : match.start()]
        ):
            continue
        if most is not None and most <= least:
            most = None
        after = text[match.end() : match.end() + 80]
        found.append(
            Years(
                least,
                most,
                *match.span(),
                _clause(text, *match.span()),
                _GENERAL.match(after) is not None,
            )
        )
    return found


def _value(number: str | None) -> float | None:
    if not number:
        return None
    value = float(_NUMBERS.get(number.lower(), 0) or number)
    return value if 0 < value <= MOST_YEARS else None


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    lower, upper = max(0, start - _LONGEST_REACH), min(len(text), end + _LONGEST_REACH)
    first = lower
    for match in _CLAUSE_END.finditer(text, lower, end):
        if match.end() <= start:
            first = match.end()
    after = _CLAUSE_END.search(text, end, upper)
    return first, after.start() if after else upper


def attach_years(mentions: Sequence[Mention], years: Sequence[Years]) -> list[Mention]:
    """Give every expression to the skills of its clause: those after it, else those before it."""
    found = list(mentions)
    first = 0
    for number, expression in enumerate(years):
        while first < len(found) and found[first].end <= expression.clause[0]:
            first += 1
        until = years[number + 1].start if number + 1 < len(years) else expression.clause[1]
        for position in _owners(found, first, expression, min(until, expression.clause[1])):
            if found[position].years_min is None:
                found[position] = replace(
                    found[position], years_min=expression.least, years_max=expression.most
                )
    return found


def _owners(mentions: Sequence[Mention], first: int, years: Years, until: int) -> list[int]:
    before, after = [], []
    for position in range(first, len(mentions)):
        mention = mentions[position]
        if mention.start >= until:
            break
        if mention.start >= years.end:
            after.append(position)
        elif mention.end <= years.start:
            before.append(position)
    # "Python (5 years), Go": what stands right before the number is meant.
    if before and years.start - mentions[before[-1]].end <= _TIGHT and not years.is_of_experience:
        return before[-1:]
    return after or before


def total_years(years: Sequence[Years]) -> float | None:
    """Years of experience in general: the first expression that speaks of experience."""
    return next((y.least for y in years if y.is_of_experience), None)
