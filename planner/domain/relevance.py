"""Why a skill or certificate matters for a target, and which ones to ask about first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from planner.domain.catalogue import Catalogue, Evidence, Expectation, PayGroup
from planner.domain.developer import Proficiency
from planner.domain.gaps import Gap, GapMember
from planner.domain.learning import best_fit, presumed
from planner.domain.standing import Standing


@dataclass(frozen=True, slots=True)
class Served:
    """An expectation that asks for a skill, and for which proficiency (1–4)."""

    expectation: Expectation
    asked: int
    is_open: bool


@dataclass(frozen=True, slots=True)
class Relevance:
    """What a skill does for a target: the expectations up to it, and the pay groups it can move."""

    serves: tuple[Served, ...]
    pays_in: tuple[PayGroup, ...]

    @property
    def asked(self) -> int:
        """The highest proficiency that an open expectation asks for; 0 if none does."""
        return max((served.asked for served in self.serves if served.is_open), default=0)


def relevance_of(catalogue: Catalogue, skill: str, target: str, gaps: Collection[Gap]) -> Relevance:
    """Why a skill matters for `target`, a level code. `gaps`: the open ones up to it."""
    still_open = {gap.expectation.id for gap in gaps}
    levels = {level.code for level in catalogue.levels_up_to(target)}
    groups = (catalogue.pay_groups[n] for n in catalogue.pay_groups_by_item[skill])
    return Relevance(
        serves=tuple(
            Served(expectation, _asked(expectation, skill), expectation.id in still_open)
            for n in catalogue.expectations_by_skill[skill]
            if (expectation := catalogue.expectations[n]).level in levels
        ),
        pays_in=tuple(group for group in groups if target in group.levels),
    )


def skills_in_gaps(gaps: Iterable[Gap]) -> tuple[str, ...]:
    """The skills that open expectations ask for; of each expectation, what fits best first.

    Alternatives that the article does not name come in only where they are held or fit best.
    """
    return _once(member.skill for gap in gaps for member in _worth_asking(gap))


def skills_that_pay(catalogue: Catalogue, standing: Standing, target: str) -> tuple[str, ...]:
    """The skills of the pay groups that count at `target`, in the groups' order.

    Of alternatives only those that are assessed, or else the one that fits best.
    """
    start = presumed(catalogue, standing.skills)
    return _once(
        skill
        for group in catalogue.pay_groups
        if target in group.levels
        for alternatives in _alternatives(group)
        for skill in _assessed_or_best(catalogue, standing.skills, start, alternatives)
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

    First those that count in a pay group at `target`, then those whose primary skill is at
    *working*, then those that a source confirms, then those that the article names.
    """

    def preference(id_: str) -> tuple[bool, bool, bool, bool, int]:
        certification = catalogue.certifications[id_]
        has_skill = standing.skills.get(certification.primary_skill, 0) >= Proficiency.WORKING
        groups = (catalogue.pay_groups[n] for n in catalogue.pay_groups_by_item[id_])
        pays = any(target in group.levels for group in groups)
        return (
            not pays,
            not has_skill,
            certification.status != "active",
            not certification.is_named_in_article,
            catalogue.positions[id_],
        )

    offered = (
        id_
        for id_, certification in catalogue.certifications.items()
        if not certification.is_retired and id_ not in standing.certifications
    )
    return tuple(sorted(offered, key=preference))


def _asked(expectation: Expectation, skill: str) -> int:
    return next(member.target for member in expectation.members if member.skill == skill)


def _worth_asking(gap: Gap) -> Iterator[GapMember]:
    yield from gap.needed
    yield from (m for m in gap.members if not m.is_extension or m.have is not None)


def _alternatives(group: PayGroup) -> Iterator[tuple[Evidence, ...]]:
    members = (tuple(group.evidence()),) if group.rule == "any_of" else group.members
    for alternatives in members:
        if alternatives[0].kind == "skill":
            yield alternatives


def _assessed_or_best(
    catalogue: Catalogue,
    skills: Mapping[str, int],
    start: Mapping[str, int],
    alternatives: tuple[Evidence, ...],
) -> list[str]:
    assessed = [evidence.id for evidence in alternatives if evidence.id in skills]
    named = {e.id: catalogue.skills[e.id].is_named_in_article for e in alternatives}
    options = [(id_, Proficiency.WORKING, not is_named) for id_, is_named in named.items()]
    return assessed or [best_fit(catalogue, start, options)]


def _once(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
