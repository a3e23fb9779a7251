"""Sections of a text by their headings: a line of its own, or words before a colon."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from planner.domain.reading.words import heading_parts
from planner.domain.reading.words.headings import SectionKind

_MOST_WORDS = 9
_SHORT = 3
_LONGEST_HEADING = 120
_LONG_LINE = 150  # characters; in such a line headings stand in the middle of it too
_LINE = re.compile(r"[^\n]+")
_EDGES = re.compile(r"^[\W_]*(?:\d{1,2}[.)] )?[\W_]*|[\s:.!?…*#_-]+$")
_INLINE = re.compile(
    r"^[•\W]{0,4}([A-Za-z][\w' ,&/-]{2,60}?)(?: \([^()\n]{0,40}\))?(?::| - )(?=\s|$)"
)
_INSIDE = re.compile(r"(?:(?<=[.!?;:)] )|(?<=[•\t]))[A-Z][\w'&,/ -]{2,50}?(?=:| •|[ \t][A-Z0-9])")
_WORD = re.compile(r"[a-z']+")
_QUESTION = re.compile(r"\s*\([^()]*\)$")


@dataclass(frozen=True, slots=True)
class Section:
    """From `start` to before `end`; `body` is where its heading ends."""

    kind: SectionKind
    heading: str
    start: int
    body: int
    end: int


@dataclass(frozen=True, slots=True)
class Sections:
    """The sections in the order of the text; what no heading covers has the kind ""."""

    all: tuple[Section, ...]
    starts: tuple[int, ...]

    def at(self, place: int) -> Section | None:
        number = bisect_right(self.starts, place) - 1
        return self.all[number] if number >= 0 and place < self.all[number].end else None


@dataclass(frozen=True, slots=True)
class _Mark:
    kind: SectionKind
    heading: str
    start: int
    body: int
    until: int | None = None  # the end of the line, if it holds for that line only


def find_sections(
    text: str, headings: Mapping[str, SectionKind], names: Sequence[tuple[int, int]]
) -> Sections:
    """`names`: the places of everything that may be a skill, in the order of the text."""
    marks = list(_marks(text, headings, names))
    found: list[Section] = []
    outer: _Mark | None = None
    for number, mark in enumerate(marks):
        end = marks[number + 1].start if number + 1 < len(marks) else len(text)
        if mark.until is not None and mark.until < end:
            found.append(Section(mark.kind, mark.heading, mark.start, mark.body, mark.until))
            if outer:
                found.append(Section(outer.kind, outer.heading, mark.until, mark.until, end))
            continue
        found.append(Section(mark.kind, mark.heading, mark.start, mark.body, end))
        if mark.until is None:
            outer = mark
    return Sections(tuple(found), tuple(section.start for section in found))


def _marks(
    text: str, headings: Mapping[str, SectionKind], names: Sequence[tuple[int, int]]
) -> Iterator[_Mark]:
    starts = [start for start, _ in names]
    for match in _LINE.finditer(text):
        line, start, end = match.group(), match.start(), match.end()
        holds_name = _any_between(starts, start, end)
        if mark := _whole_line(line, start, headings, holds_name=holds_name):
            yield mark
        elif len(line) > _LONG_LINE:
            yield from _inside(line, start, headings)
        elif mark := _inline(line, start, headings):
            has_content = _any_between(starts, mark.body, end)
            until = end if has_content else None
            yield _Mark(mark.kind, mark.heading, start, mark.body, until)


def _any_between(starts: Sequence[int], start: int, end: int) -> bool:
    number = bisect_right(starts, start - 1)
    return number < len(starts) and starts[number] < end


def _whole_line(
    line: str, start: int, headings: Mapping[str, SectionKind], *, holds_name: bool
) -> _Mark | None:
    """A heading that is its whole line: known, and it names no skill unless it ends in ":"."""
    if len(line) > _LONGEST_HEADING or len(line.split()) > _MOST_WORDS:
        return None
    ends_in_colon = line.rstrip().endswith(":")
    if line.startswith("•") and not ends_in_colon:
        return None
    if not ends_in_colon and line.endswith((".", "!", ",")) and len(line.split()) > _SHORT:
        return None
    kind = _kind_of(line, headings, is_sure=ends_in_colon or _is_title(line))
    if kind and (ends_in_colon or not holds_name or _cleaned(line).lower() in headings):
        return _Mark(kind, _cleaned(line), start, start + len(line))
    return None


def _is_title(line: str) -> bool:
    """Whether every word of some length has a capital, as in a heading."""
    words = [word for word in re.findall(r"[A-Za-z]+", line) if len(word) > _SHORT]
    return len(words) > 1 and all(word[0].isupper() for word in words)


def _inline(line: str, start: int, headings: Mapping[str, SectionKind]) -> _Mark | None:
    match = _INLINE.match(line)
    kind = match and _kind_of(match.group(1), headings, is_sure=True)
    return _Mark(kind, match.group(1), start, start + match.end()) if match and kind else None


def _inside(line: str, start: int, headings: Mapping[str, SectionKind]) -> Iterator[_Mark]:
    """Headings of a text whose line breaks were lost. They hold to the end of the line."""
    end = start + len(line)
    if mark := _inline(line[:_LONG_LINE], start, headings):
        yield _Mark(mark.kind, mark.heading, mark.start, mark.body, end)
    for match in _INSIDE.finditer(line):
        following = line[match.start() : match.start() + _LONGEST_HEADING]
        if found := _longest_heading(following.split(" "), headings):
            at = start + match.start()
            yield _Mark(headings[found.lower()], found, at, at + len(found), end)


def _longest_heading(words: list[str], headings: Mapping[str, SectionKind]) -> str:
    """The longest heading that these words begin with; one word alone needs a sign after it."""
    for size in range(min(len(words), _MOST_WORDS), 0, -1):
        phrase = " ".join(words[:size])
        heading = phrase.removesuffix(":")
        if heading.lower() not in headings:
            continue
        following = words[size][:1] if size < len(words) else ""
        if heading != phrase or following == "•":
            return heading
        if size > 1 and (following.isupper() or following.isdigit()):
            return heading
    return ""


def _kind_of(line: str, headings: Mapping[str, SectionKind], *, is_sure: bool) -> SectionKind:
    """What a heading announces; "We offer you the following" begins with a known one."""
    words = _cleaned(line).lower()
    for name in (words, _QUESTION.sub("", words), words.removeprefix("the ").removeprefix("your ")):
        if name in headings:
            return headings[name]
    for ending in (" include", " are", " (required)", " you", " we use", " of the role"):
        if words.removesuffix(ending) in headings:
            return headings[words.removesuffix(ending)]
    kind = _kind_by_words(words, is_sure=is_sure)
    if not kind and "nice to have" in headings:  # of an ad
        kind = _kind_of_ad(words)
    return kind


def _kind_by_words(words: str, *, is_sure: bool) -> SectionKind:
    """By a part of the heading; without a colon it has to begin with that part."""
    for kind, pattern in heading_parts.PARTS:
        match = pattern.search(words)
        if match and (is_sure or match.start() == 0):
            return kind
    return ""


def _kind_of_ad(words: str) -> SectionKind:
    """By how a heading begins, or by its words if it has no other than those of headings."""
    for kind, pattern in heading_parts.BEGINNINGS:
        if pattern.search(words):
            return kind
    parts = set(_WORD.findall(words))
    for kind, nouns in heading_parts.NOUNS:
        if parts & nouns and parts <= nouns | heading_parts.FILLERS | heading_parts.OPTIONAL:
            return "optional" if parts & heading_parts.OPTIONAL else kind
    return ""


def _cleaned(line: str) -> str:
    return _EDGES.sub("", line).strip()
