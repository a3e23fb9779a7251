"""The gaps: every expectation of every level, met, short or missing, and what would close it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from planner.domain.catalogue import Catalogue, Expectation
from planner.domain.learning import best_fit, is_allowed, presumed
from planner.domain.standing import Standing, member_attainment

GapStatus = Literal["met", "short", "missing"]


@dataclass(frozen=True, slots=True)
class GapMember:
    """One skill of an expectation: `have` is None if it is not assessed; `attainment` is 0–1."""

    skill: str
    have: int | None
    target: int
    attainment: float
    is_extension: bool

    @property
    def is_met(self) -> bool:
        return self.attainment >= 1.0


@dataclass(frozen=True, slots=True)
class Gap:
    """How far one expectation is met. `needed` would close it: of any-of, only what fits best."""

    expectation: Expectation
    status: GapStatus
    attainment: float
    members: tuple[GapMember, ...]
    needed: tuple[GapMember, ...]

    @property
    def is_open(self) -> bool:
        return self.status != "met"


def find_gaps(
    catalogue: Catalogue, standing: Standing, excluded: frozenset[str] = frozenset()
) -> tuple[Gap, ...]:
    """One `Gap` per expectation, in the catalogue's order; the met ones too.

    Of any-of an `excluded` skill is needed only where nothing else is left.
    """
    start = presumed(catalogue, standing.skills)
    return tuple(
        _gap(catalogue, standing.skills, start, excluded, expectation, attained)
        for expectation, attained in zip(catalogue.expectations, standing.attainments, strict=True)
    )


def _gap(
    catalogue: Catalogue,
    skills: Mapping[str, int],
    start: Mapping[str, int],
    excluded: frozenset[str],
    expectation: Expectation,
    attained: float,
) -> Gap:
    members = tuple(
        GapMember(
            m.skill,
            skills.get(m.skill),
            m.target,
            member_attainment(catalogue, m, skills),
            m.is_extension,
        )
        for m in expectation.members
    )
    is_met = attained >= 1.0 - 1e-9
    return Gap(
        expectation=expectation,
        status="met" if is_met else "short" if attained > 0 else "missing",
        attainment=attained,
        members=members,
        needed=() if is_met else _needed(catalogue, start, excluded, expectation, members),
    )


def _needed(
    catalogue: Catalogue,
    start: Mapping[str, int],
    excluded: frozenset[str],
    expectation: Expectation,
    members: tuple[GapMember, ...],
) -> tuple[GapMember, ...]:
    if expectation.rule == "all_of":
        return tuple(member for member in members if not member.is_met)
    offered = [m for m in members if is_allowed(catalogue, excluded, m.skill)] or members
    chosen = best_fit(catalogue, start, [(m.skill, m.target, m.is_extension) for m in offered])
    return tuple(member for member in members if member.skill == chosen)
