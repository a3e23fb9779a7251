"""The catalogue: what there is to learn, what each level expects, and what the sources say of pay.

Frozen values, built once per catalogue version and shared by every request. Look-ups that the
engine needs often are computed once per catalogue (`cached_property`).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from graphlib import TopologicalSorter
from types import MappingProxyType
from typing import Literal

from planner.domain.assumptions import Assumption, Parameters, parameters_from
from planner.domain.places import Industry as Industry
from planner.domain.places import Place as Place
from planner.domain.places import PlaceKind as PlaceKind
from planner.domain.ranges import Range
from planner.domain.study_rules import StudyRules, study_rules_from

Rule = Literal["all_of", "any_of"]
Status = Literal["active", "unverified", "retired"]
SourceKind = Literal["article", "survey", "wages", "fact", "assumption"]
Scope = Literal["core", "adjacent"]
LEVEL_CODES = ("entry", "mid", "senior")
PRE_ENTRY = "pre-entry"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a figure or an expectation comes from, an assumption of ours included."""

    id: str
    kind: SourceKind
    title: str
    detail: str
    year: int | None
    licence: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Skill:
    """One skill. `hours` lead from nothing to *working*; `practice_months` run beside study."""

    id: str
    name: str
    category: str
    scope: Scope
    first_expected_at: str
    is_named_in_article: bool
    prerequisites: tuple[str, ...]
    hours: Range
    practice_months: int
    hours_basis: str
    aliases: tuple[str, ...] = ()
    implied_aliases: tuple[str, ...] = ()
    ambiguous_aliases: tuple[str, ...] = ()
    disambiguation: str = ""
    sources: tuple[str, ...] = ()  # of the hours and months


@dataclass(frozen=True, slots=True)
class Certification:
    """One certification. `None` for a figure that no source confirms; the note then says why."""

    id: str
    name: str
    vendor: str
    code: str
    status: Status
    status_note: str
    is_named_in_article: bool
    primary_skill: str
    evidences: tuple[str, ...]
    hours: Range
    hours_basis: str
    exam_cost_usd: float | None
    cost_note: str
    validity_months: int | None
    validity_note: str
    exam_minutes: int | None
    prerequisites_note: str
    experience_note: str
    notes: str
    sources: tuple[str, ...] = ()

    @property
    def is_retired(self) -> bool:
        return self.status == "retired"


@dataclass(frozen=True, slots=True)
class Level:
    """One level of the article: years of experience (`years_to` None: open) and its pay band.

    Years from `years_from` on count; pay is in dollars a year.
    """

    code: str
    name: str
    order: int
    years_from: int
    years_to: int | None
    pay_low: int
    pay_high: int
    years_sources: tuple[str, ...]
    pay_sources: tuple[str, ...]

    @property
    def ends_at(self) -> float:
        """Years of experience at which the pay band ends: infinity for the open one."""
        return math.inf if self.years_to is None else self.years_to

    @property
    def width(self) -> int:
        """Dollars a year between the floor of the pay band and its top."""
        return self.pay_high - self.pay_low


@dataclass(frozen=True, slots=True)
class Member:
    """One skill that an expectation asks for, with its target proficiency (1 to 4)."""

    skill: str
    target: int
    is_extension: bool = False  # same kind as those the article names, added by us


@dataclass(frozen=True, slots=True)
class Expectation:
    """What a level expects: all of the members, or the best of them."""

    level: str
    group: str
    label: str
    rule: Rule
    weight: float
    members: tuple[Member, ...]
    article_ref: str
    basis: str
    sources: tuple[str, ...]

    @property
    def id(self) -> str:
        return f"{self.level}/{self.group}"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A skill or certificate that counts towards a pay group, with an evidence factor of 0–1."""

    kind: Literal["skill", "certification"]
    id: str
    factor: float = 1.0


@dataclass(frozen=True, slots=True)
class PayGroup:
    """Skills that go with higher pay together. A member counts by its best alternative."""

    id: str
    label: str
    levels: tuple[str, ...]
    rule: Rule
    members: tuple[tuple[Evidence, ...], ...]
    points: Range  # 100 × log points of pay
    basis_central: str
    basis_low: str
    basis_high: str
    sources: tuple[str, ...]

    @property
    def is_assumption(self) -> bool:
        """Whether its points are our assumption, for want of a survey's figure."""
        return "assumption:points" in self.sources

    def evidence(self) -> Iterator[Evidence]:
        for alternatives in self.members:
            yield from alternatives


@dataclass(frozen=True)
class Catalogue:
    """Everything curated, in one immutable value. Mappings keep the catalogue's own order."""

    version: str
    skills: Mapping[str, Skill]
    certifications: Mapping[str, Certification]
    levels: tuple[Level, ...]
    expectations: tuple[Expectation, ...]
    pay_groups: tuple[PayGroup, ...]
    assumptions: Mapping[str, Assumption]
    places: Mapping[str, Place] = field(default_factory=lambda: MappingProxyType({}))
    industries: Mapping[str, Industry] = field(default_factory=lambda: MappingProxyType({}))
    sources: Mapping[str, Source] = field(default_factory=lambda: MappingProxyType({}))
    updated_on: date | None = None

    def __hash__(self) -> int:
        return id(self)

    def __repr__(self) -> str:
        return f"Catalogue({self.version!r})"  # all of it would fill a screen in every traceback

    @cached_property
    def parameters(self) -> Parameters:
        return parameters_from(self.assumptions)

    @cached_property
    def study(self) -> StudyRules:
        return study_rules_from(self.assumptions)

    @cached_property
    def levels_by_code(self) -> Mapping[str, Level]:
        return {level.code: level for level in self.levels}

    @cached_property
    def positions(self) -> Mapping[str, int]:
        """Catalogue order of each skill and certification id: the last tie-breaker everywhere."""
        return {id_: n for n, id_ in enumerate([*self.skills, *self.certifications])}

    @cached_property
    def ancestors(self) -> Mapping[str, frozenset[str]]:
        """Every skill that must be known before each skill, directly or not.

        Raises CycleError as `learning_order` does.
        """
        found: dict[str, frozenset[str]] = {}
        for skill in self.learning_order:
            direct = self.skills[skill].prerequisites
            found[skill] = frozenset(direct).union(*(found[p] for p in direct))
        return found

    @cached_property
    def learning_positions(self) -> Mapping[str, int]:
        """Position of each skill in `learning_order`."""
        return {id_: n for n, id_ in enumerate(self.learning_order)}

    @cached_property
    def learning_order(self) -> tuple[str, ...]:
        """All skills, prerequisites first. Raises `graphlib.CycleError` if they go in a circle."""
        return tuple(
            TopologicalSorter({s.id: s.prerequisites for s in self.skills.values()}).static_order()
        )

    @cached_property
    def dependants(self) -> Mapping[str, tuple[str, ...]]:
        """The skills that name each skill as a direct prerequisite, in catalogue order."""
        found: dict[str, list[str]] = {skill: [] for skill in self.skills}
        for skill in self.skills.values():
            for prerequisite in skill.prerequisites:
                found[prerequisite].append(skill.id)
        return {skill: tuple(ids) for skill, ids in found.items()}

    @cached_property
    def certifications_by_skill(self) -> Mapping[str, tuple[str, ...]]:
        """The certifications whose primary skill each skill is."""
        found: dict[str, list[str]] = {skill: [] for skill in self.skills}
        for certification in self.certifications.values():
            found[certification.primary_skill].append(certification.id)
        return {skill: tuple(ids) for skill, ids in found.items()}

    @cached_property
    def expectations_by_skill(self) -> Mapping[str, tuple[int, ...]]:
        """Positions in `expectations` of those that ask for each skill."""
        found: dict[str, list[int]] = {skill: [] for skill in self.skills}
        for n, expectation in enumerate(self.expectations):
            for member in expectation.members:
                found[member.skill].append(n)
        return {skill: tuple(ns) for skill, ns in found.items()}

    @cached_property
    def pay_groups_by_item(self) -> Mapping[str, tuple[int, ...]]:
        """Positions in `pay_groups` that a change of a skill or certificate can move.

        A certificate's worth depends on its primary skill: that skill moves its groups too.
        """
        found: dict[str, dict[int, None]] = {
            id_: {} for id_ in [*self.skills, *self.certifications]
        }
        for n, group in enumerate(self.pay_groups):
            for evidence in group.evidence():
                found[evidence.id][n] = None
                if evidence.kind == "certification":
                    found[self.certifications[evidence.id].primary_skill][n] = None
        return {id_: tuple(ns) for id_, ns in found.items()}

    def level(self, code: str) -> Level:
        return self.levels_by_code[code]

    def levels_up_to(self, code: str) -> tuple[Level, ...]:
        return self.levels[: self.levels_by_code[code].order]
