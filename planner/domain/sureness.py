"""How sure an estimate is, with the reasons (formula 12)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from planner.domain.catalogue import Catalogue, PayGroup
from planner.domain.developer import Developer
from planner.domain.pay import Estimate, bands_at

Grade = Literal["weak", "fair", "better"]
Reason = Literal[
    "between_bands",
    "levels_differ",
    "unusual_place",
    "mostly_assumptions",
    "pay_known",
    "inside_band",
    "pay_unknown",
]
USUAL_PLACE = (0.85, 1.25)  # place factors outside this rest on few people like the article's


@dataclass(frozen=True, slots=True)
class Sureness:
    """`reasons` that weaken come first; a page says each in words."""

    grade: Grade
    reasons: tuple[Reason, ...]


def judge_sureness(
    catalogue: Catalogue, developer: Developer, estimate: Estimate, changed: Iterable[PayGroup] = ()
) -> Sureness:
    """Fair by default; better with known pay inside a band; weak for any of four reasons.

    `changed`: the pay groups that a projection moves; none for the estimate of today.
    """
    lower, upper, _ = bands_at(catalogue, developer.years)
    is_between = lower is not upper
    weak: list[Reason] = []
    if is_between:
        weak.append("between_bands")
    if estimate.level.by_years != estimate.level.by_skills:
        weak.append("levels_differ")
    if not USUAL_PLACE[0] <= estimate.place_factor <= USUAL_PLACE[1]:
        weak.append("unusual_place")
    if _mostly_assumptions(tuple(changed)):
        weak.append("mostly_assumptions")
    if weak:
        return Sureness("weak", tuple(weak))
    if developer.current_pay is None:
        return Sureness("fair", ("inside_band", "pay_unknown"))
    return Sureness("better", ("inside_band", "pay_known"))


def _mostly_assumptions(changed: tuple[PayGroup, ...]) -> bool:
    points = sum(group.points.central for group in changed)
    assumed = sum(group.points.central for group in changed if group.is_assumption)
    return assumed > points / 2
