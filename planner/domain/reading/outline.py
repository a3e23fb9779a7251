"""The parts of a CV by its headings, also by those that nobody knows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from planner.domain.reading.sections import Section, Sections
from planner.domain.reading.words.headings import SectionKind

# Dates in these are no times of work.
_ASIDE = frozenset({"education", "certificates", "private"})
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


def parts_of_work(text: str, sections: Sections) -> list[Part]:
    """Where a CV may tell of positions: everywhere but in education, certificates and interests.

    The kind of a heading nobody knows is that of the heading above it: "### Acme" below
    "## Experience" is experience, "## Activities" after it is not.
    """
    found: list[Part] = []
    for part in _parts(text, sections):
        if part.kind in _ASIDE or part.start == part.end:
            continue
        last = found[-1] if found else None
        if last and (last.kind, last.root, last.end) == (part.kind, part.root, part.start):
            found[-1] = replace(last, end=part.end)
        else:
            found.append(part)
    return found


def _parts(text: str, sections: Sections) -> Iterator[Part]:
    above: list[_Heading] = []
    kind: SectionKind = ""
    start = root = 0
    for heading in sorted(_headings(text, sections), key=lambda one: one.start):
        yield Part(kind, start, heading.start, root)
        while above and above[-1].level >= heading.level:
            above.pop()
        above.append(heading)
        kind = next((one.kind for one in reversed(above) if one.kind is not None), "")
        outermost = 1 if len(above) > 1 and above[0].level == 1 and not above[0].kind else 0
        start, root = heading.start, above[outermost].start
    yield Part(kind, start, len(text), root)


def _headings(text: str, sections: Sections) -> Iterator[_Heading]:
    known = set()
    for section in sections.all:
        if _is_of_a_line(text, section):
            continue
        known.add(section.start)
        yield _Heading(section.kind, _level(text, section.start), section.start, section.body)
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
