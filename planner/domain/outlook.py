"""The main answer in one value: where somebody stands, what comes next, what it could be worth."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from planner.domain.catalogue import Catalogue
from planner.domain.developer import Developer
from planner.domain.gaps import Gap, find_gaps
from planner.domain.learning import months_to_finish
from planner.domain.moves import target_level
from planner.domain.next_skills import Objective, Suggestion, rank_next_skills
from planner.domain.path import Path, find_path
from planner.domain.pay import Estimate, estimate
from planner.domain.projection import Projection, project
from planner.domain.standing import Standing, assess_developer
from planner.domain.sureness import Sureness, judge_sureness

KEPT = 128  # some 50 kB each


@dataclass(frozen=True, slots=True)
class Outlook:
    """`target`: the level aimed at, `path`: the way to it, `suggestions`: ranked for it.

    `projection`: pay once that way is done, after the study and the practice it takes.
    """

    developer: Developer
    standing: Standing
    estimate: Estimate
    sureness: Sureness
    target: str
    gaps: tuple[Gap, ...]
    path: Path
    suggestions: tuple[Suggestion, ...]
    projection: Projection

    @property
    def open_gaps(self) -> tuple[Gap, ...]:
        """The target's own expectations that are not met yet."""
        return tuple(
            gap for gap in self.gaps if gap.is_open and gap.expectation.level == self.target
        )


@lru_cache(maxsize=KEPT)
def look_ahead(
    catalogue: Catalogue, developer: Developer, objective: Objective = "next_level"
) -> Outlook:
    """Work out everything that the dashboard says. `developer.hours_per_week` must be above 0.

    Several pages ask the same of an unchanged profile, so the latest answers are kept.
    """
    standing = assess_developer(catalogue, developer)
    now = estimate(catalogue, developer, standing)
    target = target_level(catalogue, developer, standing)
    path = find_path(catalogue, developer, standing, target)
    months = months_to_finish(path.steps, developer.estimated_hours_per_week)
    return Outlook(
        developer=developer,
        standing=standing,
        estimate=now,
        sureness=judge_sureness(catalogue, developer, now),
        target=target,
        gaps=find_gaps(catalogue, standing, developer.excluded),
        path=path,
        suggestions=rank_next_skills(catalogue, developer, standing, objective),
        projection=project(catalogue, developer, standing, path.after, months),
    )
