"""What the review of a text shows: the text with its places, and a row for each skill found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from planner.documents.reading import CAUTIONS, REASONS
from planner.domain.catalogue import Skill
from planner.domain.reading import Finding, Reading, quote
from planner.forms.reading import LEVELS, NOT_ME, field_of
from planner.names import proficiency
from planner.queries.profiles import ProfileView
from planner.queries.reading import Found, Read
from planner.reading_wording import ASIDE, GROUPS, group_of, why_proposed, years_said

MOST_MARKED = 1000  # places in one text
MOST_QUOTED = 2

type Place = tuple[int, int, str, str]  # start, end, skill (empty: unknown), group


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the text. `skill`: what it names; `group`: empty for plain text."""

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
    is_proposed: bool


@dataclass(frozen=True, slots=True)
class Quote:
    """`words`: empty for a file itself. `place`: its id in the text, empty if it is not marked."""

    words: str
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
    is_changed: bool


@dataclass(frozen=True, slots=True)
class Group:
    key: str
    title: str
    note: str
    rows: tuple[FoundRow, ...]


@dataclass(frozen=True, slots=True)
class Review:
    read: Read
    texts: tuple[Text, ...]
    groups: tuple[Group, ...]

    @property
    def cautions(self) -> list[str]:
        return [CAUTIONS[caution] for caution in self.read.warnings]

    @property
    def count(self) -> int:
        return sum(len(group.rows) for group in self.groups)

    @property
    def preselected(self) -> int:
        rows = (row for group in self.groups for row in group.rows)
        return sum(any(o.is_chosen and o.value != NOT_ME for o in row.options) for row in rows)


def review_of(
    view: ProfileView,
    read: Read,
    answers: Mapping[str, str] | None = None,
    changed: Mapping[str, int | None] | None = None,
) -> Review:
    """`answers`: what was chosen before, instead of what is proposed."""
    texts = tuple(
        Text(name, tuple(_parts(read, number, reading)))
        for number, ((name, _), reading) in enumerate(
            zip(read.source.texts, read.readings, strict=True)
        )
    )
    marked = {part.id for text in texts for part in text.parts if part.id}
    rows: dict[str, list[FoundRow]] = {key: [] for key in GROUPS}
    for found in read.found:
        row = _row(view, read, found, answers, marked, changed or {})
        rows[group_of(found.finding)].append(row)
    groups = (Group(key, *GROUPS[key], tuple(found_rows)) for key, found_rows in rows.items())
    return Review(read, texts, tuple(group for group in groups if group.rows))


# --- Rows -----------------------------------------------------------------------------------------


def _row(
    view: ProfileView,
    read: Read,
    found: Found,
    answers: Mapping[str, str] | None,
    marked: set[str],
    changed: Mapping[str, int | None],
) -> FoundRow:
    finding = found.finding
    present = view.developer.skills.get(finding.skill_id)
    chosen = _preselected(read, finding, present) if answers is None else answers[finding.skill_id]
    return FoundRow(
        skill=view.catalogue.skills[finding.skill_id],
        field=field_of(finding.skill_id),
        status=ASIDE.get(finding.status, ""),
        years=years_said(finding),
        why="" if read.is_ad else why_proposed(finding),
        present="" if present is None else proficiency(present),
        quotes=tuple(_quotes(read, found, marked)),
        more=max(0, len(found.places) - MOST_QUOTED),
        options=tuple(_options(present, chosen, None if read.is_ad else finding.proposed)),
        is_changed=finding.skill_id in changed,
    )


def _preselected(read: Read, finding: Finding, present: int | None) -> str:
    """Only what is sure and has a level to propose; what the profile says stays as it is."""
    if present is not None:
        return NOT_ME
    if read.is_ad or group_of(finding) != "sure" or not finding.proposed:
        return ""
    return str(finding.proposed)


def _options(present: int | None, chosen: str, proposed: int | None) -> Iterator[Option]:
    no = "Not me" if present is None else f"Keep {proficiency(present)}"
    for value, label in ((NOT_ME, no), *LEVELS):
        yield Option(value, label, value == chosen, value == str(proposed))


def _quotes(read: Read, found: Found, marked: set[str]) -> Iterator[Quote]:
    for number, mention in found.places[:MOST_QUOTED]:
        name = read.source.texts[number][0]
        words = quote(read.readings[number].text, mention.start, mention.end).removeprefix("• ")
        place = _id(number, mention.start)
        why = f"{name}: {REASONS[mention.rule]}" if name else REASONS[mention.rule]
        yield Quote(words, why, place if words and place in marked else "")


# --- The text -------------------------------------------------------------------------------------


def _parts(read: Read, number: int, reading: Reading) -> Iterator[Part]:
    """The whole text in pieces, plain and marked in turn."""
    text, at = reading.text, 0
    for start, end, skill, group in sorted(_places(read, number, reading))[:MOST_MARKED]:
        if start < at:
            continue
        if start > at:
            yield Part(text[at:start])
        yield Part(text[start:end], group, skill, _id(number, start))
        at = end
    if at < len(text):
        yield Part(text[at:])


def _places(read: Read, number: int, reading: Reading) -> Iterator[Place]:
    for found in read.found:
        group = group_of(found.finding)
        for where, mention in found.places:
            if where == number and mention.start < mention.end:
                yield mention.start, mention.end, mention.skill_id, group
    for term in reading.unknown:
        yield term.start, term.end, "", "unknown"


def _id(number: int, start: int) -> str:
    return f"at-{number}-{start}"
