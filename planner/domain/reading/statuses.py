"""Whether a mention is required, optional, only mentioned, denied, or about the employer."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from planner.domain.reading.sections import Section
from planner.domain.reading.values import Status
from planner.domain.reading.words import cues

type Span = tuple[int, int]

_OF_SECTION: dict[str, Status] = {
    "required": "required",
    "optional": "optional",
    "context": "context",
    "private": "context",
}
_SENTENCE = re.compile(r"(?:[.!?](?=\s)|\n)")
_ABBREVIATED = re.compile(r"\b(?:e\.?g|i\.?e|etc|vs|incl|approx)\.?$", re.IGNORECASE)
_BRACKETS = re.compile(r"\(([^()\n]{1,200})\)")
_NEW_REQUIREMENT = re.compile(cues.NEW_REQUIREMENT)
_LONGEST_REMARK = 40
_MOST_OTHER_WORDS = 2  # of a remark, besides its cue
_CELL = re.compile(
    r"\| *(?:highly )?(?:(preferred|desired|desirable|optional|nice to have)|required|mandatory)"
    r" *\|",
    re.IGNORECASE,
)
_LONGEST_REACH = 300  # characters that a cue reaches at most
_PLURAL = re.compile(r"\b(?:are|pluses)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reach:
    """A status for the places from `start` to before `end`, and the words that say so."""

    status: Status
    start: int
    end: int
    cue: str


@dataclass(frozen=True, slots=True)
class Statuses:
    """All reaches of a text by start; the narrowest one that covers a place decides."""

    reaches: tuple[Reach, ...]
    starts: tuple[int, ...]

    def of(self, start: int, section: Section | None) -> tuple[Status, str]:
        """The status at a place of an ad, with the cue; the section decides without one."""
        by_section: Status = _OF_SECTION.get(section.kind, "mentioned") if section else "mentioned"
        covering = [reach for reach in self._near(start) if reach.start <= start < reach.end]
        for status in ("negated", "optional"):
            for reach in covering:
                if reach.status == status and by_section != "context":
                    return reach.status, reach.cue
        required = next((r for r in covering if r.status == "required"), None)
        if required and _counts(required, by_section, section):
            return "required", required.cue
        return by_section, ""

    def _near(self, place: int) -> Iterator[Reach]:
        number = bisect_right(self.starts, place)
        while number and self.starts[number - 1] > place - _LONGEST_REACH - 1:
            number -= 1
            yield self.reaches[number]


def _counts(required: Reach, by_section: Status, section: Section | None) -> bool:
    """Whether a cue overrules the section: a strong one all but those about the employer."""
    if by_section != "context" and cues.MUST.match(required.cue):
        return True
    return by_section == "mentioned" and not _is_about_duties(section)


def _is_about_duties(section: Section | None) -> bool:
    return section is not None and section.kind == "duties"


def find_statuses(text: str) -> Statuses:
    """Every cue of the text with how far it reaches."""
    # What brackets hold is read apart: a cue in them says nothing of what is outside.
    outside = _BRACKETS.sub(lambda match: f"({' ' * len(match.group(1))})", text)
    found = [reach for span in _sentences(outside) for reach in _reaches(outside, span)]
    for match in _BRACKETS.finditer(text):
        found += _bracketed(text, match.span(1))
    found += _cells(text)
    found.sort(key=lambda reach: reach.start)
    return Statuses(tuple(found), tuple(reach.start for reach in found))


def _cells(text: str) -> Iterator[Reach]:
    """Rows of a table in which a cell says what is required: "| 4 | Preferred | Kafka |"."""
    for match in _CELL.finditer(text):
        end = text.find("\n", match.end())
        status: Status = "optional" if match.group(1) else "required"
        end = len(text) if end < 0 else end
        yield Reach(status, match.end(), min(end, match.end() + _LONGEST_REACH), match.group())


def _bracketed(text: str, span: Span) -> Iterator[Reach]:
    """Cues in brackets; if there is nothing but a cue, it is about the item before them."""
    words = text[slice(*span)]
    if len(words) <= _LONGEST_REMARK and (status := _remark(words)):
        before = max(0, span[0] - _LONGEST_REACH // 2)
        # "AWS (EC2, S3) (nice to have)": the other brackets belong to the item.
        end = span[0] - 1
        while text[before:end].rstrip().endswith(")"):
            end = max(before, text.rfind("(", before, end))
        start = max(text.rfind(sign, before, end) for sign in (",", ";", "\n", "•", ")"))
        start = max(start + 1, before)
        for match in _NEW_REQUIREMENT.finditer(text, start, span[0]):
            start = match.end()
        yield Reach(status, start, span[1], words)
    else:
        yield from _reaches(text, span)


def _remark(words: str) -> Status | None:
    """What brackets say of the item before them, if they say nothing else."""
    if cues.EXPERIENCE_NOT_NEEDED.match(words):
        return "optional"
    for pattern in (cues.OPTIONAL_AFTER, cues.OPTIONAL_BEFORE):
        if pattern.search(words):
            return "optional" if _is_cue_alone(pattern, words) else None
    return "required" if cues.REQUIRED.search(words) else None


def _is_cue_alone(pattern: re.Pattern[str], words: str) -> bool:
    """ "Strongly preferred", but not "Django 4 preferred"."""
    others = re.findall(r"\w+", pattern.sub("", words))
    return len(others) <= _MOST_OTHER_WORDS and all(word.islower() for word in others[1:])


def _sentences(text: str) -> Iterator[Span]:
    start = 0
    for match in _SENTENCE.finditer(text):
        if match.group() != "\n" and _ABBREVIATED.search(
            text[max(start, match.start() - 6) : match.start()]
        ):
            continue
        yield start, match.end()
        start = match.end()
    yield start, len(text)


def _reaches(text: str, sentence: Span) -> Iterator[Reach]:
    for clause in _clauses(text, sentence):
        yield from _optional(text, clause)
        yield from _negated(text, clause)
        for match in cues.REQUIRED.finditer(text, *clause):
            yield Reach("required", *_limited(match.end(), clause), match.group())
            break


def _clauses(text: str, sentence: Span) -> Iterator[Span]:
    start, end = sentence
    for match in cues.CLAUSE_ENDS.finditer(text, start, end):
        if match.start() > start:
            yield start, match.start()
        start = match.end()
    if start < end:
        yield start, end


def _limited(around: int, clause: Span) -> Span:
    """The clause as far as a cue may reach to both sides."""
    return max(clause[0], around - _LONGEST_REACH // 2), min(
        clause[1], around + _LONGEST_REACH // 2
    )


def _optional(text: str, clause: Span) -> Iterator[Reach]:
    for match in cues.OPTIONAL_BEFORE.finditer(text, *clause):
        end = min(clause[1], match.end() + _LONGEST_REACH)
        yield Reach("optional", match.start(), end, match.group())
    start = clause[0]
    for match in cues.OPTIONAL_AFTER.finditer(text, *clause):
        first = _subject_start(text, max(start, match.start() - _LONGEST_REACH), match)
        yield Reach("optional", first, match.start(), match.group())
        start = match.end()


def _subject_start(text: str, start: int, cue: re.Match[str]) -> int:
    """Where that begins which "is a plus": at its noun, or after the last comma but for lists."""
    comma = text.rfind(", ", start, cue.start())
    if comma >= 0 and comma + 2 == cue.start():  # "Kafka, desirable"
        comma = text.rfind(", ", start, comma)
    if comma < 0 or _PLURAL.match(cue.group()):
        return start
    subjects = [m.start() for m in cues.SUBJECT.finditer(text, start, cue.start())]
    # "Strong Python skills, experience with A, B or C is a plus"
    after_comma = [s for s in subjects if text[max(start, s - 2) : s] == ", "]
    if after_comma:
        return after_comma[-1]
    chunk = text[comma + 2 : cue.start()]
    is_list = chunk.startswith(("or ", "and ")) or " or " in chunk
    if is_list or (subjects and not cues.STRONG.search(text, start, comma)):
        return start
    return comma + 2


def _negated(text: str, clause: Span) -> Iterator[Reach]:
    for match in cues.NEGATED_BEFORE.finditer(text, *clause):
        if cues.EXPERIENCE_NOT_NEEDED.match(text, match.start(), clause[1]):
            yield Reach("optional", match.start(), min(clause[1], match.end() + 80), match.group())
            continue
        limit = min(clause[1], match.end() + 80)
        ending = cues.NEGATION_ENDS.search(text, match.end(), limit)
        comma = text.find(",", match.end(), limit)
        end = min(
            e for e in (limit, ending.start() if ending else limit, comma if comma >= 0 else limit)
        )
        yield Reach("negated", match.end(), end, match.group())
