"""Texts with the places that were found in them, and the rows beside them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from planner.documents.reading import REASONS
from planner.domain.catalogue import Skill
from planner.domain.reading import Finding, Mention, Reading, quote_parts
from planner.reading_wording import GROUPS, group_of

MOST_MARKED = 1000  # places in one text
MOST_QUOTED = 2

type Place = tuple[int, Mention]  # the number of its text, and where in it
type Located = tuple[Finding, Sequence[Place]]


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a text. `skill`: what it names; `group`: empty for plain text."""

    text: str
    group: str = ""
    skill: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    name: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    label: str
    is_chosen: bool
    is_proposed: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """`words`: the place with what stands before and behind it; empty for a file itself.

    `place`: its id in the text, empty if it is not marked.
    """

    before: str
    words: str
    after: str
    why: str
    place: str


@dataclass(frozen=True, slots=True)
class FoundRow:
    """`present`: the level in the profile, empty if it is not there."""

    skill: Skill
    field: str
    status: str
    years: str
    why: str
    present: str
    quotes: tuple[Quote, ...]
    more: int
    options: tuple[Option, ...]
    is_changed: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    key: str
    title: str
    note: str
    rows: tuple[FoundRow, ...]


def text_of(name: str, number: int, reading: Reading, found: Iterable[Located]) -> Text:
    """One of the texts in pieces, plain and marked in turn."""
    return Text(name, tuple(_parts(reading, number, found)))


def marked_in(texts: Iterable[Text]) -> frozenset[str]:
    """The ids of the places that are marked in these texts."""
    return frozenset(part.id for text in texts for part in text.parts if part.id)


def quotes_of(
    places: Sequence[Place], texts: Sequence[tuple[str, str]], marked: Collection[str]
) -> Iterator[Quote]:
    """The first places in their lines, with the reason. `texts`: names and texts by number."""
    for number, mention in places[:MOST_QUOTED]:
        name, text = texts[number]
        before, words, after = quote_parts(text, mention.start, mention.end)
        place = _id(number, mention.start)
        why = f"{name}: {REASONS[mention.rule]}" if name else REASONS[mention.rule]
        shown = place if words and place in marked else ""
        yield Quote(before.removeprefix("• "), words, after, why, shown)


def grouped(
    rows: Iterable[tuple[Finding, FoundRow]], groups: Mapping[str, tuple[str, str]] = GROUPS
) -> tuple[Group, ...]:
    """The rows by how sure it is that each is meant. `groups`: title and note of each, in order."""
    found: dict[str, list[FoundRow]] = {key: [] for key in groups}
    for finding, row in rows:
        found[group_of(finding)].append(row)
    return tuple(Group(key, *groups[key], tuple(own)) for key, own in found.items() if own)


def _parts(reading: Reading, number: int, found: Iterable[Located]) -> Iterator[Part]:
    text, at = reading.text, 0
    for start, end, skill, group in sorted(_places(reading, number, found))[:MOST_MARKED]:
        if start < at:
            continue
        if start > at:
            yield Part(text[at:start])
        yield Part(text[start:end], group, skill, _id(number, start))
        at = end
    if at < len(text):
        yield Part(text[at:])


def _places(
    reading: Reading, number: int, found: Iterable[Located]
) -> Iterator[tuple[int, int, str, str]]:
    for finding, places in found:
        group = group_of(finding)
        for where, mention in places:
            if where == number and mention.start < mention.end:
                yield mention.start, mention.end, mention.skill_id, group
    for term in reading.unknown:
        yield term.start, term.end, "", "unknown"


def _id(number: int, start: int) -> str:
    return f"at-{number}-{start}"
