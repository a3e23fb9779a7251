"""Moves towards a level: each step that closes an open expectation, with the progress it makes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from planner.domain.catalogue import Catalogue, Expectation
from planner.domain.developer import Developer
from planner.domain.gaps import Gap, find_gaps
from planner.domain.learning import (
    Step,
    is_allowed,
    left_to_study,
    presumed,
    steps_to_skill,
    total_hours,
)
from planner.domain.levels import is_ready
from planner.domain.ranges import Range
from planner.domain.standing import Standing, raised

SHORTEST = 1.0  # hours that a move counts at least, so that practice without study can be ranked


@dataclass(frozen=True, slots=True)
class Move:
    """A skill raised to what open expectations ask, after what must come first.

    `steps`: prerequisites first, the skill itself last. `progress`: its share of `progress_to`.
    """

    steps: tuple[Step, ...]
    hours: Range
    after: Standing
    progress: float
    serves: tuple[Expectation, ...]
    alternatives: tuple[str, ...]

    @property
    def progress_per_hour(self) -> float:
        return self.progress / max(SHORTEST, self.hours.central)


def target_level(catalogue: Catalogue, developer: Developer, standing: Standing) -> str:
    """The developer's own target, else the lowest level their skills are not ready for.

    The highest level if they are ready for all.
    """
    if developer.target is not None:
        return developer.target
    pairs = zip(catalogue.levels, standing.readiness, strict=True)
    return next(
        (level.code for level, ready in pairs if not is_ready(catalogue, ready)),
        catalogue.levels[-1].code,
    )


def open_gaps(
    catalogue: Catalogue, standing: Standing, target: str, excluded: frozenset[str] = frozenset()
) -> tuple[Gap, ...]:
    """The expectations of all levels up to the target that are not met yet."""
    levels = {level.code for level in catalogue.levels_up_to(target)}
    gaps = find_gaps(catalogue, standing, excluded)
    return tuple(gap for gap in gaps if gap.is_open and gap.expectation.level in levels)


def moves_towards(
    catalogue: Catalogue, developer: Developer, standing: Standing, target: str
) -> tuple[Move, ...]:
    """One move per skill that an open expectation needs, in catalogue order.

    A skill that several ask for goes to the lowest proficiency asked.
    """
    gaps = open_gaps(catalogue, standing, target, developer.excluded)
    asked: dict[str, list[tuple[int, Gap]]] = {}
    for gap in gaps:
        for member in gap.needed:
            asked.setdefault(member.skill, []).append((member.target, gap))
    start, progress = presumed(catalogue, standing.skills), progress_to(catalogue, standing, target)
    return tuple(
        _move(
            catalogue,
            standing,
            target,
            left_to_study(
                catalogue,
                developer,
                steps_to_skill(catalogue, start, skill, min(t for t, _ in wants)),
            ),
            wants,
            progress,
        )
        for skill, wants in sorted(asked.items(), key=lambda item: catalogue.positions[item[0]])
        if is_allowed(catalogue, developer.excluded, skill)
    )


def _move(
    catalogue: Catalogue,
    standing: Standing,
    target: str,
    steps: tuple[Step, ...],
    wants: list[tuple[int, Gap]],
    progress: float,
) -> Move:
    after = apply(catalogue, standing, steps)
    return Move(
        steps=steps,
        hours=total_hours(steps),
        after=after,
        progress=progress_to(catalogue, after, target) - progress,
        serves=tuple(gap.expectation for _, gap in wants),
        alternatives=tuple(
            member.skill
            for _, gap in wants
            if gap.expectation.rule == "any_of"
            for member in gap.members
            if member.skill != steps[-1].id
        ),
    )


def apply(catalogue: Catalogue, standing: Standing, steps: Iterable[Step]) -> Standing:
    """The standing once these steps are done."""
    steps = tuple(steps)
    return raised(
        catalogue,
        standing,
        {step.id: step.end for step in steps if step.kind == "skill"},
        [step.id for step in steps if step.kind == "certification"],
    )


def progress_to(catalogue: Catalogue, standing: Standing, target: str) -> float:
    """Readiness of all levels up to the target, 0–1, each counted up to the threshold."""
    threshold = catalogue.parameters.ready_threshold
    order = catalogue.level(target).order
    return sum(min(1.0, ready / threshold) for ready in standing.readiness[:order]) / order
