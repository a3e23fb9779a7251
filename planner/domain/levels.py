"""Which level somebody is at: by years, by skills, and which of the two binds (formula 3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from planner.domain.catalogue import PRE_ENTRY, Catalogue

Binding = Literal["years", "skills", "both", "none"]


@dataclass(frozen=True, slots=True)
class LevelVerdict:
    """The level shown is the lower of the two. `binds` says what holds the next level back.

    `years_to_next`: years of experience to come before the next level's years are reached (0 if
    they are, None at the top). `years_ahead`: years past the start of the next level while skills
    bind.
    """

    shown: str
    by_years: str
    by_skills: str
    binds: Binding
    next_level: str | None
    years_to_next: float | None
    years_ahead: float


def level_by_years(catalogue: Catalogue, years: float) -> str:
    """The highest level whose years are reached. Between two bands it is the lower one."""
    return [level.code for level in catalogue.levels if years >= level.years_from][-1]


def level_by_skills(catalogue: Catalogue, readiness: Sequence[float]) -> str:
    """The highest level that is ready with all below it ready, or pre-entry."""
    reached = PRE_ENTRY
    for level, ready in zip(catalogue.levels, readiness, strict=True):
        if not is_ready(catalogue, ready):
            break
        reached = level.code
    return reached


def is_ready(catalogue: Catalogue, readiness: float) -> bool:
    """Ready counts from the threshold on; a hair of rounding below it does not matter."""
    return readiness >= catalogue.parameters.ready_threshold - 1e-9


def judge_level(catalogue: Catalogue, years: float, readiness: Sequence[float]) -> LevelVerdict:
    """The level by years, by skills, the lower of both, and what binds.

    `years`: 0–60. `readiness`: 0–1 per level of the catalogue, entry first.
    """
    by_years, by_skills = level_by_years(catalogue, years), level_by_skills(catalogue, readiness)
    rank = {PRE_ENTRY: 0} | {level.code: level.order for level in catalogue.levels}
    shown = min(by_years, by_skills, key=rank.__getitem__)
    above = next((level for level in catalogue.levels if level.order == rank[shown] + 1), None)
    return LevelVerdict(
        shown=shown,
        by_years=by_years,
        by_skills=by_skills,
        binds=_binding(rank[by_years], rank[by_skills], top=len(catalogue.levels)),
        next_level=above.code if above else None,
        years_to_next=max(0.0, above.years_from - years) if above else None,
        years_ahead=max(0.0, years - above.years_from) if above else 0.0,
    )


def _binding(years: int, skills: int, *, top: int) -> Binding:
    if years != skills:
        return "years" if years < skills else "skills"
    return "none" if years == top else "both"
