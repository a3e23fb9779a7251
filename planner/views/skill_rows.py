"""What the skills pages list: rows with six choices, in sections, and where the target stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal

from planner.areas import area_name
from planner.domain.catalogue import Skill
from planner.domain.developer import Proficiency
from planner.domain.relevance import (
    Relevance,
    Served,
    relevance_of,
    skills_in_gaps,
    skills_that_pay,
    skills_to_ask_first,
)
from planner.forms import NOT_ASSESSED, PROFICIENCIES
from planner.queries.profiles import ProfileView
from planner.search import find_skills

ASSESSED = "assessed"
STALE = "stale"
MOST_FOUND = 12
FIRST_TARGET = "mid"  # of the first run, as long as none is chosen
ALTERNATIVES = "Of skills that stand in for one another, the usual ones. Search for any other."

STILL_RIGHT = (
    "Nothing has spoken for these in a long time. They count as before: say that they are still"
    " right, or what is right now."
)

type Problem = Literal["", "changed", "invalid"]


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    label: str
    is_chosen: bool
    is_asked: bool

    @property
    def is_nothing(self) -> bool:
        return self.value in (NOT_ASSESSED, "0")


@dataclass(frozen=True, slots=True)
class SkillRow:
    """One skill with its six choices. `wanted`: what could not be saved because of `problem`."""

    skill: Skill
    proficiency: int | None
    relevance: Relevance
    why: str
    wanted: int | None = None
    problem: Problem = ""

    @property
    def value(self) -> str:
        return value_of(self.proficiency)

    @property
    def choices(self) -> list[Choice]:
        asked = str(self.relevance.asked or "")
        return [
            Choice(value, label, value == self.value, value == asked)
            for value, label in PROFICIENCIES
        ]

    @property
    def label(self) -> str:
        return dict(PROFICIENCIES)[self.value]

    @property
    def wanted_value(self) -> str:
        return value_of(self.wanted)

    @property
    def wanted_label(self) -> str:
        return dict(PROFICIENCIES)[self.wanted_value]


@dataclass(frozen=True, slots=True)
class Section:
    key: str
    title: str
    rows: tuple[SkillRow, ...]
    note: str = ""
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Area:
    key: str
    name: str
    assessed: int
    count: int


@dataclass(frozen=True, slots=True)
class Status:
    """Where the profile stands for its target: `readiness` 0–1, `open_count` up to the target."""

    target: str
    readiness: float
    open_count: int
    assessed: int


def value_of(proficiency: int | None) -> str:
    return NOT_ASSESSED if proficiency is None else str(proficiency)


def status_of(view: ProfileView) -> Status:
    level = view.catalogue.level(view.target)
    return Status(
        target=level.name,
        readiness=view.standing.readiness[level.order - 1],
        open_count=len(view.open_gaps),
        assessed=len(view.developer.skills),
    )


def sections_for_target(view: ProfileView) -> list[Section]:
    """What matters for the target first: open expectations, then what goes with pay."""
    catalogue, level = view.catalogue, view.catalogue.level(view.target)
    open_ids = skills_in_gaps(view.open_gaps)
    paying = skills_that_pay(catalogue, view.standing, level.code)
    paid_ids = [id_ for id_ in paying if id_ not in open_ids]
    return [
        Section(
            "open",
            f"Open on the way to {level.name}",
            rows_of(view, open_ids),
            ALTERNATIVES if any(g.expectation.rule == "any_of" for g in view.open_gaps) else "",
            "Nothing: every expectation is met.",
        ),
        Section("pay", "Goes with higher pay", rows_of(view, paid_ids)),
    ]


def section_to_ask_first(view: ProfileView) -> Section:
    """The skills of the first run; their order does not change while they are answered."""
    level = view.developer.target or FIRST_TARGET
    ids = skills_to_ask_first(view.catalogue, view.developer.skills, level)
    return Section("first", "What the levels ask for", rows_of(view, ids))


def section_of_area(view: ProfileView, area: str) -> Section | None:
    """All skills of an area, or all that were assessed; None for an unknown area."""
    skills = view.catalogue.skills.values()
    if area == ASSESSED:
        ids = [skill.id for skill in skills if skill.id in view.developer.skills]
        return Section(area, "What you have assessed", rows_of(view, ids), empty="Nothing yet.")
    ids = [skill.id for skill in skills if skill.category == area]
    return Section(area, area_name(area), rows_of(view, ids)) if ids else None


def section_of_stale(view: ProfileView, stale: Collection[str]) -> Section:
    """Claims that nothing has spoken for in a long time, the longest first."""
    return Section(STALE, "Still right?", rows_of(view, stale), STILL_RIGHT, "Nothing is stale.")


def section_of_search(view: ProfileView, text: str) -> Section:
    """What is found under a name or an alias, or what comes close."""
    matches = find_skills(view.catalogue, text)
    rows = rows_of(view, matches.skills[:MOST_FOUND])
    if matches.is_guess and rows:
        return Section("found", "Did you mean …?", rows, f"Nothing is called “{text}”.")
    more = len(matches.skills) - len(rows)
    note = (
        f"The first {len(rows)} of {len(matches.skills)}; type more to narrow it." if more else ""
    )
    empty = "Nothing, and nothing close. Look through the areas, or try another name."
    return Section("found", f"Found for “{text}”", rows, note, empty)


def areas_of(view: ProfileView) -> list[Area]:
    """All areas in the catalogue's order, with how much of each is assessed."""
    found: dict[str, list[str]] = {}
    for skill in view.catalogue.skills.values():
        found.setdefault(skill.category, []).append(skill.id)
    return [Area(key, area_name(key), _assessed(view, ids), len(ids)) for key, ids in found.items()]


def _assessed(view: ProfileView, ids: Collection[str]) -> int:
    return sum(id_ in view.developer.skills for id_ in ids)


def rows_of(view: ProfileView, ids: Iterable[str]) -> tuple[SkillRow, ...]:
    return tuple(row_of(view, id_) for id_ in ids)


def row_of(
    view: ProfileView, id_: str, wanted: int | None = None, problem: Problem = ""
) -> SkillRow:
    skill = view.catalogue.skills[id_]
    relevance = relevance_of(view.catalogue, id_, view.target, view.open_gaps)
    return SkillRow(
        skill=skill,
        proficiency=view.developer.skills.get(id_),
        relevance=relevance,
        why=_why(view, skill, relevance),
        wanted=wanted,
        problem=problem,
    )


def _why(view: ProfileView, skill: Skill, relevance: Relevance) -> str:
    """What a skill serves, in a few words; its area if it serves nothing up to the target."""
    still_open = [served for served in relevance.serves if served.is_open]
    served = [_served(view, served) for served in still_open or relevance.serves]
    paid = [f"Pay: {group.label}" for group in relevance.pays_in[:1]]
    return "; ".join([*served, *paid]) or area_name(skill.category)


def _served(view: ProfileView, served: Served) -> str:
    level = view.catalogue.level(served.expectation.level).name
    how = "any one at" if served.expectation.rule == "any_of" else "at"
    said = (
        f"{level}: {served.expectation.label}, {how} {Proficiency(served.asked).name.capitalize()}"
    )
    return said if served.is_open else f"{said} (met)"
