"""Where a set of skills stands against the catalogue: expectations attained, pay groups covered.

Formulas 1, 2 and 5 of the pay model (docs/method.md). A change of one skill touches few groups, so
a standing can be changed without being worked out anew: that makes ranking and planning fast.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from planner.domain.catalogue import Catalogue, Evidence, Expectation, Member, PayGroup
from planner.domain.developer import Developer, Proficiency


@dataclass(frozen=True, slots=True)
class Standing:
    """Skills and valid certificates with what they come to.

    `attainments`: 0–1 per `catalogue.expectations`; `coverages`: 0–1 per `catalogue.pay_groups`;
    `readiness`: 0–1 per `catalogue.levels`.
    """

    skills: Mapping[str, int]
    certifications: frozenset[str]
    attainments: tuple[float, ...]
    coverages: tuple[float, ...]
    readiness: tuple[float, ...]


def member_attainment(catalogue: Catalogue, member: Member, skills: Mapping[str, int]) -> float:
    """How much of the credit that an expectation asks of one skill is there, 0–1."""
    credit = catalogue.parameters.credit
    return min(1.0, credit[skills.get(member.skill, 0)] / credit[member.target])


def attainment(catalogue: Catalogue, expectation: Expectation, skills: Mapping[str, int]) -> float:
    """How far an expectation is met, 0–1: the mean of all its members, or the best of any."""
    parts = [member_attainment(catalogue, member, skills) for member in expectation.members]
    return max(parts) if expectation.rule == "any_of" else sum(parts) / len(parts)


def readiness_of(catalogue: Catalogue, attainments: tuple[float, ...]) -> tuple[float, ...]:
    """Share of each level's weighted expectations that is met, 0–1 per level."""
    reached = {level.code: 0.0 for level in catalogue.levels}
    asked = dict(reached)
    for expectation, part in zip(catalogue.expectations, attainments, strict=True):
        reached[expectation.level] += expectation.weight * part
        asked[expectation.level] += expectation.weight
    return tuple(reached[code] / asked[code] for code in reached)


def coverage(
    catalogue: Catalogue, group: PayGroup, skills: Mapping[str, int], certificates: frozenset[str]
) -> float:
    """How much of a pay group is covered, 0–1; the best alternative counts for each member."""
    parts = [
        max(_credit(catalogue, evidence, skills, certificates) for evidence in alternatives)
        for alternatives in group.members
    ]
    return max(parts) if group.rule == "any_of" else sum(parts) / len(parts)


def _credit(
    catalogue: Catalogue,
    evidence: Evidence,
    skills: Mapping[str, int],
    certificates: frozenset[str],
) -> float:
    parameters = catalogue.parameters
    if evidence.kind == "skill":
        return evidence.factor * parameters.credit[skills.get(evidence.id, 0)]
    if evidence.id not in certificates:
        return 0.0
    primary = catalogue.certifications[evidence.id].primary_skill
    is_backed = skills.get(primary, 0) >= Proficiency.WORKING
    return evidence.factor * (1.0 if is_backed else parameters.cert_without_skill)


def assess(
    catalogue: Catalogue, skills: Mapping[str, int], certifications: frozenset[str]
) -> Standing:
    """Work out a standing from nothing."""
    attainments = tuple(attainment(catalogue, e, skills) for e in catalogue.expectations)
    return Standing(
        skills=skills,
        certifications=certifications,
        attainments=attainments,
        coverages=tuple(
            coverage(catalogue, g, skills, certifications) for g in catalogue.pay_groups
        ),
        readiness=readiness_of(catalogue, attainments),
    )


def assess_developer(catalogue: Catalogue, developer: Developer) -> Standing:
    return assess(catalogue, developer.skills, developer.certifications)


def raised(
    catalogue: Catalogue,
    standing: Standing,
    skills: Mapping[str, int],
    certifications: Iterable[str] = (),
) -> Standing:
    """The standing once each skill is at least at the given proficiency, with the certificates.

    Equal to `assess` on the raised set. Only what the changes touch is worked out again.
    """
    changes = {id_: level for id_, level in skills.items() if level > standing.skills.get(id_, 0)}
    added = frozenset(certifications) - standing.certifications
    after = {**standing.skills, **changes}
    held = standing.certifications | added
    attainments, coverages = list(standing.attainments), list(standing.coverages)
    for n in {n for id_ in changes for n in catalogue.expectations_by_skill[id_]}:
        attainments[n] = attainment(catalogue, catalogue.expectations[n], after)
    for n in {n for id_ in (*changes, *added) for n in catalogue.pay_groups_by_item[id_]}:
        coverages[n] = coverage(catalogue, catalogue.pay_groups[n], after, held)
    is_same = tuple(attainments) == standing.attainments
    return Standing(
        skills=after,
        certifications=held,
        attainments=standing.attainments if is_same else tuple(attainments),
        coverages=tuple(coverages),
        readiness=standing.readiness if is_same else readiness_of(catalogue, tuple(attainments)),
    )
