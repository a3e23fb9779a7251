"""The way to a level: which steps make it count as reached, and how many hours they take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from planner.domain.catalogue import Catalogue, Expectation
from planner.domain.developer import Developer
from planner.domain.learning import (
    Step,
    left_to_study,
    presumed,
    steps_to_certification,
    steps_to_skill,
    total_hours,
)
from planner.domain.levels import is_ready
from planner.domain.moves import SHORTEST, Move, apply, moves_towards
from planner.domain.projection import project
from planner.domain.ranges import Range
from planner.domain.standing import Standing


@dataclass(frozen=True, slots=True)
class Path:
    """Steps in prerequisite order that make a level ready, with what they close.

    `expectations`: those that the steps close or bring forward. `hours`: of all steps. `after`:
    the standing then. `is_complete` is False where excluded skills leave the level out of reach.
    """

    level: str
    steps: tuple[Step, ...]
    expectations: tuple[Expectation, ...]
    hours: Range
    after: Standing
    is_complete: bool


def find_path(catalogue: Catalogue, developer: Developer, standing: Standing, level: str) -> Path:
    """A short way to a level: always the move with most progress an hour, less what is needless.

    The way is good, not proved shortest: the page says "about".
    """
    moves, reached = _choose(catalogue, developer, standing, level)
    is_complete = is_reached(catalogue, reached, level)
    if is_complete:
        moves = _without_needless(catalogue, standing, level, moves)
    steps = left_to_study(catalogue, developer, _steps_of(catalogue, standing, moves))
    served = {expectation.id for move in moves for expectation in move.serves}
    return Path(
        level=level,
        steps=steps,
        expectations=tuple(e for e in catalogue.expectations if e.id in served),
        hours=total_hours(steps),
        after=apply(catalogue, standing, steps),
        is_complete=is_complete,
    )


def is_reached(catalogue: Catalogue, standing: Standing, level: str) -> bool:
    """Whether the skills are ready for a level and all below it."""
    return all(
        is_ready(catalogue, ready) for ready in standing.readiness[: catalogue.level(level).order]
    )


def _choose(
    catalogue: Catalogue, developer: Developer, standing: Standing, level: str
) -> tuple[list[Move], Standing]:
    chosen: list[Move] = []
    while not is_reached(catalogue, standing, level):
        moves = moves_towards(catalogue, developer, standing, level)
        best = _best(catalogue, developer, standing, moves)
        if best is None or best.progress <= 0:
            break
        chosen.append(best)
        standing = best.after
    return chosen, standing


def _best(
    catalogue: Catalogue, developer: Developer, standing: Standing, moves: Sequence[Move]
) -> Move | None:
    """The move with most progress an hour, of equals that with most pay, as in the ranking."""
    most = max((round(move.progress_per_hour, 12) for move in moves), default=0.0)
    equals = [move for move in moves if round(move.progress_per_hour, 12) == most]
    if len(equals) < 2:
        return next(iter(equals), None)

    def pay_per_hour(move: Move) -> float:
        gain = project(catalogue, developer, standing, move.after).gain_skill.central
        return round(gain / max(SHORTEST, move.hours.central), 6)

    return max(equals, key=pay_per_hour)


def _without_needless(
    catalogue: Catalogue, standing: Standing, level: str, moves: list[Move]
) -> list[Move]:
    """Drop moves, the longest first, while the level stays ready. The first move is the advice."""
    for move in sorted(moves[1:], key=lambda move: -move.hours.central):
        rest = [other for other in moves if other is not move]
        if is_reached(
            catalogue, apply(catalogue, standing, _steps_of(catalogue, standing, rest)), level
        ):
            moves = rest
    return moves


def _steps_of(catalogue: Catalogue, standing: Standing, moves: Sequence[Move]) -> tuple[Step, ...]:
    return chain(catalogue, standing, [move.steps[-1] for move in moves])


def chain(catalogue: Catalogue, standing: Standing, goals: Sequence[Step]) -> tuple[Step, ...]:
    """The goals in order, each after what it needs, from where the steps before it left off."""
    steps: list[Step] = []
    stated, known = dict(standing.skills), dict(presumed(catalogue, standing.skills))
    for goal in goals:
        if goal.kind == "certification":
            more = steps_to_certification(catalogue, known, goal.id)
        elif stated.get(goal.id, 0) < goal.end:
            more = steps_to_skill(catalogue, known, goal.id, goal.end)
        else:
            continue
        reached = {step.id: step.end for step in more if step.kind == "skill"}
        stated.update(reached)
        known.update(reached)
        steps.extend(more)
    return tuple(steps)
