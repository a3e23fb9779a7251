"""What helps most of a cohort at once: the workshop that brings most people over an expectation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from planner.domain.catalogue import Catalogue, Expectation
from planner.domain.mentoring.matrix import Person

LIFT = 1  # levels: nobody becomes proficient in an afternoon (an assumption of ours)


@dataclass(frozen=True, slots=True)
class Workshop:
    """A workshop on one skill. `people`: who would then meet an expectation that is open now.

    `closed`: how many expectations that closes, over all of them; `weight`: of these together.
    """

    skill: str
    people: tuple[Person, ...]
    closed: int
    weight: float


def rank_workshops(
    catalogue: Catalogue, expectations: Sequence[Expectation], people: Iterable[Person]
) -> tuple[Workshop, ...]:
    """Every skill in which one level more closes something for somebody: for most people first.

    Then by the weight of what it closes, then in the catalogue's order. As for readiness, a skill
    that is not assessed counts as none. Who does not share is left out.
    """
    helped: dict[str, list[Person]] = {}
    weights: dict[str, list[float]] = {}
    for person in people:
        for skill, closed in _closed_by_skill(expectations, person).items():
            helped.setdefault(skill, []).append(person)
            weights.setdefault(skill, []).extend(closed)
    found = [Workshop(s, tuple(p), len(weights[s]), sum(weights[s])) for s, p in helped.items()]
    found.sort(key=lambda w: (-len(w.people), -w.weight, catalogue.positions[w.skill]))
    return tuple(found)


def _closed_by_skill(
    expectations: Iterable[Expectation], person: Person
) -> Mapping[str, list[float]]:
    """The weights of the expectations that one level more of each skill would close."""
    closed: dict[str, list[float]] = {}
    if person.is_shared:
        for expectation in expectations:
            for skill in _one_level_from_closing(expectation, person.skills):
                closed.setdefault(skill, []).append(expectation.weight)
    return closed


def _one_level_from_closing(expectation: Expectation, skills: Mapping[str, int]) -> list[str]:
    short = [m for m in expectation.members if skills.get(m.skill, 0) < m.target]
    is_any_of = expectation.rule == "any_of"
    is_met = len(short) < len(expectation.members) if is_any_of else not short
    if is_met or (not is_any_of and len(short) > 1):
        return []
    return [m.skill for m in short if skills.get(m.skill, 0) + LIFT >= m.target]
