"""What the pages of the history show: a day's changes, and two days side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from planner import history_wording, past_wording
from planner.domain.catalogue import Catalogue
from planner.domain.past import Snapshot
from planner.figures import count, percent, years
from planner.models import Event
from planner.names import level_name, listed, name_of, person_name, proficiency
from planner.time_wording import day, pace_said

if TYPE_CHECKING:
    from accounts.models import User

MOST_LINES = 6  # of one write that stand open
MOST_SKILLS = 20


@dataclass(frozen=True, slots=True)
class Deed:
    """What one write changed, name and change. `by`: whose, if not the reader's.

    `summary`: of many lines, which then are one click away.
    """

    at: datetime
    by: str
    origin: str
    lines: tuple[tuple[str, str], ...]
    summary: str


@dataclass(frozen=True, slots=True)
class Day:
    on: date
    name: str
    deeds: tuple[Deed, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """One thing then and now."""

    label: str
    then: str
    now: str

    @property
    def is_changed(self) -> bool:
        return self.then != self.now


def days_of(
    catalogue: Catalogue,
    events: Iterable[Event],
    plans: Mapping[int, date],
    reader: User,
    today: date,
) -> list[Day]:
    """Events, the latest first, by day and by write. `plans`: when each was kept."""
    return [
        Day(on, _day_name(on, today), tuple(_deeds(catalogue, list(group), plans, reader)))
        for on, group in groupby(events, key=lambda event: timezone.localdate(event.at))
    ]


def _day_name(on: date, today: date) -> str:
    named = {0: "Today", 1: "Yesterday"}
    return named.get((today - on).days, day(on))


def _deeds(
    catalogue: Catalogue, events: list[Event], plans: Mapping[int, date], reader: User
) -> Iterable[Deed]:
    for (at, origin), group in groupby(events, key=lambda event: (event.at, event.origin)):
        written = list(group)
        yield Deed(
            at=at,
            by=_by(written[0], reader),
            origin=history_wording.ORIGINS[origin],
            lines=tuple(
                history_wording.happened(catalogue, event.to_value().change, plans)
                for event in written
            ),
            summary=_summary(written) if len(written) > MOST_LINES else "",
        )


def _by(event: Event, reader: User) -> str:
    """Nobody is named for what somebody stated of themselves."""
    if event.by_id == reader.pk:
        return ""
    by = event.by
    return person_name(by.name, by.pk) if by else "somebody whose account is gone"


def _summary(events: list[Event]) -> str:
    """`23 skills, 1 certificate and 4 details about you`."""
    kinds = [event.kind for event in events]
    counted = history_wording.COUNTED
    known = [(kinds.count(kind), words.split(",")) for kind, words in counted.items()]
    return listed(count(number, *words) for number, words in known if number)


def day_context(then: Snapshot, now: Snapshot, plans: Mapping[int, date]) -> dict[str, Any]:
    """A past day beside today, with the difference in words."""
    skills = _skills(then, now)
    changed = [pair for pair in skills if pair.is_changed]
    return {
        "title": past_wording.title(then, now),
        "then": then,
        "differences": past_wording.differences(then, now),
        "pairs": _pairs(then, now, plans),
        "skills": changed[:MOST_SKILLS],
        "more_skills": changed[MOST_SKILLS:],
        "same_skills": [pair for pair in skills if not pair.is_changed],
    }


def _pairs(then: Snapshot, now: Snapshot, plans: Mapping[int, date]) -> list[Pair]:
    before, after = _facts(then, plans), _facts(now, plans)
    return [Pair(label, before.get(label, "–"), said) for label, said in after.items()]


def _facts(point: Snapshot, plans: Mapping[int, date]) -> dict[str, str]:
    catalogue, developer = point.catalogue, point.developer
    ready = {f"{level.name}, ready": point.readiness[level.code] for level in catalogue.levels}
    return {
        "Level": level_name(catalogue, point.estimate.level.shown),
        **{label: percent(share) for label, share in ready.items()},
        "Expectations met": f"{point.met} of {len(catalogue.expectations)}",
        "Estimate of pay": past_wording.estimate_said(point),
        "Experience": years(developer.years) if point.has_experience else "not stated",
        "Skills stated": str(len(developer.skills)),
        "Valid certificates": _certificates(point),
        "Target": past_wording.target_said(point),
        "Plan followed": _plan(point.kept, plans),
        "Study": pace_said(developer.hours_per_week),
        "Work": past_wording.place_said(point),
    }


def _certificates(point: Snapshot) -> str:
    valid = [one.id for one in point.held if one.id in point.developer.certifications]
    return listed(name_of(point.catalogue, id_) for id_ in valid) or "none"


def _plan(kept: int | None, plans: Mapping[int, date]) -> str:
    if kept is None:
        return "none"
    return f"that of {day(plans[kept])}" if kept in plans else "one since deleted"


def _skills(then: Snapshot, now: Snapshot) -> list[Pair]:
    """Changed ones first, the largest difference first; then the others by name."""
    say = proficiency
    changed = past_wording.changed_skills(then, now)
    moved = {skill for skill, _, _ in changed}
    same = [(id_, level, level) for id_, level in now.developer.skills.items() if id_ not in moved]
    same.sort(key=lambda each: name_of(now.catalogue, each[0]))
    return [
        Pair(name_of(now.catalogue, id_), say(was), say(is_)) for id_, was, is_ in [*changed, *same]
    ]
