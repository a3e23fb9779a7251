"""The parts of a CV by its headings, also by those that nobody knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from planner.domain.reading.sections import Section, Sections
from planner.domain.reading.words.headings import SectionKind

# Dates in these are no times of work.
_ASIDE = frozenset({"education", "certificates", "private"})
_OF_A_POSITION = frozenset({"skills", "projects", "summary"})
_CONTACT = re.compile(r"contact|kontakt|personal|persönlich|datos|private", re.IGNORECASE)
_HEADING = re.compile(r"^(#{1,6}) \S", re.MULTILINE)
_PLAIN = 7  # the level of a heading without # signs: below all that have them


@dataclass(frozen=True, slots=True)
class Part:
    """From `start` to before `end`, all of one kind.

    `root`: where the outermost heading is that it stands under, but for that of the whole text.
    """

    kind: SectionKind
    start: int
    end: int
    root: int


@dataclass(frozen=True, slots=True)
class _Heading:
    kind: SectionKind | None  # None if it is not known
    level: int
    start: int
    body: int


def parts_of(text: str, sections: Sections) -> list[Part]:
    """All parts of a CV, one after the other.

    The kind of a heading nobody knows is that of the heading above it: "### Acme" below
    "## Experience" is experience, "## Activities" after it is not.
    """
    return [part for part in _parts(text, sections) if part.start < part.end]


def parts_of_work(parts: Iterable[Part]) -> list[Part]:
    """Where a CV may tell of positions: everywhere but in education, certificates and interests."""
    found: list[Part] = []
    for part in parts:
        if part.kind in _ASIDE:
            continue
        last = found[-1] if found else None
        if last and (last.kind, last.root, last.end) == (part.kind, part.root, part.start):
            found[-1] = replace(last, end=part.end)
        else:
            found.append(part)
    return found


def lines_about_oneself(text: str, sections: Sections) -> list[tuple[int, int]]:
    """The places of lines such as "Interests: Java (the island)" inside other sections."""
    return [
        (section.start, section.end)
        for section in sections.all
        if section.kind == "private"
        and section.start < section.body
        and _is_of_a_line(text, section)
        and not _CONTACT.search(section.heading)
    ]


def _parts(text: str, sections: Sections) -> Iterator[Part]:
    above: list[_Heading] = []
    kind: SectionKind = ""
    start = root = 0
    for heading in sorted(_headings(text, sections), key=lambda one: one.start):
        yield Part(kind, start, heading.start, root)
        while above and above[-1].level >= heading.level:
            above.pop()
        above.append(heading)
        kind = _kind(above)
        outermost = 1 if len(above) > 1 and above[0].level == 1 and not above[0].kind else 0
        start, root = heading.start, above[outermost].start
    yield Part(kind, start, len(text), root)


def _kind(above: Sequence[_Heading]) -> SectionKind:
    """What a heading announces, with those that it stands under.

    "Tools" below "Acme" below "Experience" belongs to that position.
    """
    kind: SectionKind = ""
    is_inside = False
    for one in above:
        if one.kind is None:
            is_inside = kind == "experience"
        elif not (is_inside and one.kind in _OF_A_POSITION and one.level < _PLAIN):
            kind, is_inside = one.kind, False
    return kind


def _headings(text: str, sections: Sections) -> Iterator[_Heading]:
    known = set()
    for section in sections.all:
        if _is_of_a_line(text, section):
            continue
        known.add(section.start)
        # Below an address there may be anything that has no heading, or one nobody knows.
        is_address = section.kind == "private" and _CONTACT.search(section.heading)
        kind = "" if is_address else section.kind
        yield _Heading(kind, _level(text, section.start), section.start, section.body)
    for match in _HEADING.finditer(text):
        if match.start() not in known:
            yield _Heading(None, len(match.group(1)), match.start(), match.start())


def _is_of_a_line(text: str, section: Section) -> bool:
    """Whether it is "Technologies: Go" inside another section, or what follows after that."""
    if section.start == section.body:
        return True
    line_end = text.find("\n", section.start)
    return section.body < (len(text) if line_end < 0 else line_end)


def _level(text: str, place: int) -> int:
    match = _HEADING.match(text, place)
    return len(match.group(1)) if match else _PLAIN
