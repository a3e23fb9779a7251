"""What to learn next: every useful step, ranked for the developer's target, with its reasons.

Two rankings: *next level* (progress towards the target per hour of study, then pay per hour) and
*earnings* (projected pay per hour of study). Ties go to the catalogue's order, so the same profile
gives the same list.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from planner.domain.catalogue import Catalogue, Evidence, Expectation, PayGroup
from planner.domain.developer import Developer, Proficiency
from planner.domain.learning import (
    Step,
    best_fit,
    is_allowed,
    left_to_study,
    presumed,
    steps_to_certification,
    steps_to_skill,
    total_hours,
)
from planner.domain.moves import SHORTEST, apply, moves_towards, target_level
from planner.domain.projection import project
from planner.domain.ranges import Range
from planner.domain.standing import Standing

Objective = Literal["next_level", "earnings"]
OBJECTIVES: tuple[Objective, ...] = ("next_level", "earnings")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One thing to learn next.

    `first`: what must come before it. `hours`: of it and of what comes first. `gain`: dollars a
    year that it could be worth today, without the time it takes. `progress`: its share of the way
    to the target, 0–1. `serves`: open expectations of levels up to the target. `pays_in`: pay
    groups it moves. `unlocks`: skills and certifications that need it. `alternatives`: other
    skills that would close the same any-of expectation.
    """

    step: Step
    first: tuple[Step, ...]
    hours: Range
    gain: Range
    progress: float
    serves: tuple[Expectation, ...]
    pays_in: tuple[PayGroup, ...]
    unlocks: tuple[str, ...]
    alternatives: tuple[str, ...]

    @property
    def steps(self) -> tuple[Step, ...]:
        return (*self.first, self.step)

    @property
    def gain_per_hour(self) -> float:
        return self.gain.central / max(SHORTEST, self.hours.central)

    @property
    def progress_per_hour(self) -> float:
        return self.progress / max(SHORTEST, self.hours.central)


def rank_next_skills(
    catalogue: Catalogue,
    developer: Developer,
    standing: Standing,
    objective: Objective = "next_level",
) -> tuple[Suggestion, ...]:
    """Every step that closes an expectation up to the target or goes with more pay, best first."""
    target = target_level(catalogue, developer, standing)
    found = _suggestions(catalogue, developer, standing, target)

    def order(suggestion: Suggestion) -> tuple[float, float, int]:
        progress, gain = round(suggestion.progress_per_hour, 12), round(suggestion.gain_per_hour, 6)
        first, second = (gain, progress) if objective == "earnings" else (progress, gain)
        return -first, -second, catalogue.positions[suggestion.step.id]

    return tuple(sorted((s for s in found if s.serves or s.gain.high > 0), key=order))


def _suggestions(
    catalogue: Catalogue, developer: Developer, standing: Standing, target: str
) -> Iterator[Suggestion]:
    moves = moves_towards(catalogue, developer, standing, target)
    for move in moves:
        yield _suggest(
            catalogue,
            developer,
            standing,
            move.after,
            target,
            move.steps,
            move.progress,
            move.serves,
            move.alternatives,
        )
    needed = frozenset(move.steps[-1].id for move in moves)
    for steps in steps_for_pay(catalogue, developer, standing, target, needed):
        after = apply(catalogue, standing, steps)
        yield _suggest(catalogue, developer, standing, after, target, steps)


def suggestion_of(
    catalogue: Catalogue,
    developer: Developer,
    standing: Standing,
    target: str,
    steps: tuple[Step, ...],
) -> Suggestion:
    """These steps as a suggestion, for whatever reason they are suggested."""
    after = apply(catalogue, standing, steps)
    return _suggest(catalogue, developer, standing, after, target, steps)


def _suggest(
    catalogue: Catalogue,
    developer: Developer,
    before: Standing,
    after: Standing,
    target: str,
    steps: tuple[Step, ...],
    progress: float = 0.0,
    serves: tuple[Expectation, ...] = (),
    alternatives: tuple[str, ...] = (),
) -> Suggestion:
    return Suggestion(
        step=steps[-1],
        first=steps[:-1],
        hours=total_hours(steps),
        gain=project(catalogue, developer, before, after).gain_skill,
        progress=progress,
        serves=serves,
        pays_in=tuple(
            group
            for group, was, now in zip(
                catalogue.pay_groups, before.coverages, after.coverages, strict=True
            )
            if now > was and target in group.levels
        ),
        unlocks=_unlocks(catalogue, before, target, steps[-1]),
        alternatives=alternatives,
    )


def steps_for_pay(
    catalogue: Catalogue,
    developer: Developer,
    standing: Standing,
    target: str,
    needed: frozenset[str],
) -> Iterator[tuple[Step, ...]]:
    """For each skill and certificate that could raise a pay group in scope: all that it takes.

    `needed`: skills offered for the sake of an expectation; beside them no alternative is offered.
    """
    start, settled = presumed(catalogue, standing.skills), needed | standing.certifications
    wanted = {
        evidence.id: evidence
        for group in catalogue.pay_groups
        if target in group.levels
        for evidence in _best_evidence(catalogue, developer, start, settled, group)
    }
    for id_ in sorted(wanted, key=catalogue.positions.__getitem__):
        if wanted[id_].kind == "certification":
            steps = steps_to_certification(catalogue, start, id_)
        else:
            end = max(Proficiency.WORKING, standing.skills.get(id_, 0) + 1)
            steps = steps_to_skill(catalogue, start, id_, end)
        yield left_to_study(catalogue, developer, steps)


def _best_evidence(
    catalogue: Catalogue,
    developer: Developer,
    start: Mapping[str, int],
    settled: frozenset[str],
    group: PayGroup,
) -> Iterator[Evidence]:
    """What could raise a pay group: of alternatives only the one that fits the developer best."""
    members = (tuple(group.evidence()),) if group.rule == "any_of" else group.members
    for alternatives in members:
        options = [e for e in alternatives if _is_open(catalogue, developer, start, e)]
        if options and not any(evidence.id in settled for evidence in alternatives):
            yield _fitting(catalogue, start, options)


def _is_open(
    catalogue: Catalogue, developer: Developer, start: Mapping[str, int], evidence: Evidence
) -> bool:
    if evidence.kind == "skill":
        is_open = start.get(evidence.id, 0) < Proficiency.PROFICIENT
        return is_open and is_allowed(catalogue, developer.excluded, evidence.id)
    certification = catalogue.certifications[evidence.id]
    is_excluded = certification.id in developer.excluded
    return not (certification.is_retired or is_excluded) and is_allowed(
        catalogue, developer.excluded, certification.primary_skill
    )


def _fitting(catalogue: Catalogue, start: Mapping[str, int], options: list[Evidence]) -> Evidence:
    by_id = {evidence.id: evidence for evidence in options}
    if options[0].kind == "skill":
        return by_id[
            best_fit(
                catalogue, start, [(e.id, Proficiency.WORKING, e.factor < 1.0) for e in options]
            )
        ]

    def preference(id_: str) -> tuple[bool, bool, bool, float, int]:
        certification = catalogue.certifications[id_]
        hours = total_hours(steps_to_certification(catalogue, start, id_))
        return (
            start.get(certification.primary_skill, 0) < Proficiency.WORKING,
            certification.status != "active",
            not certification.is_named_in_article,
            hours.central,
            catalogue.positions[id_],
        )

    return by_id[min(by_id, key=preference)]


def _unlocks(catalogue: Catalogue, standing: Standing, target: str, step: Step) -> tuple[str, ...]:
    """What the step opens: skills that matter for the target or for pay, and certifications."""
    if step.kind == "certification":
        return ()
    order = catalogue.level(target).order
    skills = [
        id_
        for id_ in (catalogue.dependants[step.id] if step.start < Proficiency.LEARNING else ())
        if standing.skills.get(id_, 0) < Proficiency.LEARNING and _matters(catalogue, id_, order)
    ]
    certifications = [
        id_
        for id_ in catalogue.certifications_by_skill[step.id]
        if step.start < Proficiency.WORKING <= step.end
        and catalogue.certifications[id_].status == "active"
        and id_ not in standing.certifications
    ]
    return (*skills, *certifications)


def _matters(catalogue: Catalogue, skill: str, order: int) -> bool:
    levels = {catalogue.expectations[n].level for n in catalogue.expectations_by_skill[skill]}
    return bool(catalogue.pay_groups_by_item[skill]) or any(
        catalogue.level(code).order <= order for code in levels
    )
