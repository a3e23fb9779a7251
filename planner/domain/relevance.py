"""Why a skill or certificate matters for a target, and which ones to ask about first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from planner.domain.catalogue import Catalogue, Expectation, PayGroup
from planner.domain.developer import Proficiency
from planner.domain.gaps import Gap
from planner.domain.moves import open_gaps
from planner.domain.standing import Standing


@dataclass(frozen=True, slots=True)
class Relevance:
    """What a skill does for a target; `serves`: expectations and the proficiency asked (1–4)."""

    serves: tuple[tuple[Expectation, int], ...]
    pays_in: tuple[PayGroup, ...]


def relevance_of(catalogue: Catalogue, skill: str, target: str) -> Relevance:
    """The expectations up to `target` that ask for a skill, and the pay groups it can move."""
    levels = {level.code for level in catalogue.levels_up_to(target)}
    asking = (catalogue.expectations[n] for n in catalogue.expectations_by_skill[skill])
    groups = (catalogue.pay_groups[n] for n in catalogue.pay_groups_by_item[skill])
    return Relevance(
        serves=tuple((e, _asked(e, skill)) for e in asking if e.level in levels),
        pays_in=tuple(group for group in groups if target in group.levels),
    )


def skills_in_open_expectations(
    catalogue: Catalogue, standing: Standing, target: str
) -> tuple[str, ...]:
    """The skills of the open expectations up to `target`; of each, what fits best first."""
    gaps = open_gaps(catalogue, standing, target)
    return _once(member for gap in gaps for member in _best_first(gap))


def skills_that_pay(catalogue: Catalogue, target: str) -> tuple[str, ...]:
    """The skills of the pay groups that count at `target`, in the groups' order."""
    return _once(
        evidence.id
        for group in catalogue.pay_groups
        if target in group.levels
        for evidence in group.evidence()
        if evidence.kind == "skill"
    )


def skills_to_ask_first(
    catalogue: Catalogue, skills: Mapping[str, int], target: str
) -> tuple[str, ...]:
    """The skills that the article names for levels up to `target`, and others of them held."""
    levels = {level.code for level in catalogue.levels_up_to(target)}
    return _once(
        member.skill
        for expectation in catalogue.expectations
        if expectation.level in levels
        for member in expectation.members
        if not member.is_extension or member.skill in skills
    )


def certifications_by_relevance(
    catalogue: Catalogue, standing: Standing, target: str
) -> tuple[str, ...]:
    """The certifications that can be earned and are not held, the nearest to the profile first.

    First those whose primary skill is at *working*, then those that count in a pay group at
    `target`, then those that the article names; the catalogue's order breaks ties.
    """

    def preference(id_: str) -> tuple[bool, bool, bool, int]:
        certification = catalogue.certifications[id_]
        has_skill = standing.skills.get(certification.primary_skill, 0) >= Proficiency.WORKING
        groups = (catalogue.pay_groups[n] for n in catalogue.pay_groups_by_item[id_])
        pays = any(target in group.levels for group in groups)
        named = certification.is_named_in_article
        return not has_skill, not pays, not named, catalogue.positions[id_]

    offered = (
        id_
        for id_, certification in catalogue.certifications.items()
        if not certification.is_retired and id_ not in standing.certifications
    )
    return tuple(sorted(offered, key=preference))


def _asked(expectation: Expectation, skill: str) -> int:
    return next(member.target for member in expectation.members if member.skill == skill)


def _best_first(gap: Gap) -> Iterable[str]:
    yield from (member.skill for member in gap.needed)
    yield from (member.skill for member in gap.members)


def _once(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
