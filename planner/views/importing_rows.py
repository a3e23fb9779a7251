"""What the review of a text shows: the text with its places, and a row for each skill found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from planner.documents.reading import CAUTIONS
from planner.domain.reading import Finding
from planner.forms.reading import LEVELS, NOT_ME, field_of
from planner.names import proficiency
from planner.queries.profiles import ProfileView
from planner.queries.reading import Found, Read
from planner.reading_wording import ASIDE, group_of, why_proposed, years_said
from planner.views.finding_rows import (
    MOST_QUOTED,
    FoundRow,
    Group,
    Option,
    Quote,
    Text,
    grouped,
    marked_in,
    quotes_of,
    text_of,
)


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
    located = [(found.finding, found.places) for found in read.found]
    texts = tuple(
        text_of(name, number, reading, located)
        for number, ((name, _), reading) in enumerate(
            zip(read.source.texts, read.readings, strict=True)
        )
    )
    marked = marked_in(texts)
    rows = (
        (found.finding, _row(view, read, found, answers, marked, changed or {}))
        for found in read.found
    )
    return Review(read, texts, grouped(rows))


def _row(
    view: ProfileView,
    read: Read,
    found: Found,
    answers: Mapping[str, str] | None,
    marked: frozenset[str],
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


def _quotes(read: Read, found: Found, marked: frozenset[str]) -> Iterator[Quote]:
    names = (name for name, _ in read.source.texts)
    texts = zip(names, (reading.text for reading in read.readings), strict=True)
    return quotes_of(found.places, list(texts), marked)
