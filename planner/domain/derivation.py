"""Where a figure comes from: the waterfall from the article's floor to the estimate, line by line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from planner.domain.catalogue import Catalogue, Level, PayGroup
from planner.domain.developer import Developer
from planner.domain.pay import Estimate, bands_at, skill_position, tenure
from planner.domain.standing import Standing

LineKey = Literal["floor", "time", "skills", "location", "industry", "limit"]


@dataclass(frozen=True, slots=True)
class Line:
    """One bar of the waterfall: `amount` dollars that lead to `total`, with what they rest on.

    `factor` is set where the line multiplies instead of adding.
    """

    key: LineKey
    amount: float
    total: float
    sources: tuple[str, ...]
    assumptions: tuple[str, ...]
    factor: float | None = None


@dataclass(frozen=True, slots=True)
class CoveredGroup:
    """How much of one pay group in scope is covered (0–1), and its share of all points in scope (0–1)."""

    group: PayGroup
    covered: float
    weight: float


@dataclass(frozen=True, slots=True)
class Derivation:
    """The waterfall of an estimate and the pay groups behind its skills line. Line totals end at the estimate."""

    lines: tuple[Line, ...]
    groups: tuple[CoveredGroup, ...]
    level: Level


def derive(
    catalogue: Catalogue, developer: Developer, standing: Standing, estimate: Estimate
) -> Derivation:
    """Take an estimate's central figure apart. The lines add up to it exactly (but for rounding of floats)."""
    lower, upper, share = bands_at(catalogue, estimate.effective_years)
    parts = [(level, part) for level, part in ((lower, 1.0 - share), (upper, share)) if part > 0]
    floor = time = skills = 0.0
    for level, part in parts:
        width, tenure_share = (
            level.pay_high - level.pay_low,
            catalogue.parameters.tenure_share[level.code],
        )
        years = min(estimate.effective_years, level.years_to or estimate.effective_years)
        floor += part * level.pay_low
        time += part * width * tenure_share * tenure(catalogue, level, years)
        skills += (
            part
            * width
            * (1.0 - tenure_share)
            * skill_position(catalogue, level.code, standing.coverages)
        )
    lines = _running(
        [
            ("floor", floor, tuple(id_ for level, _ in parts for id_ in level.pay_sources), ()),
            ("time", time, _years_sources(parts), _time_assumptions(parts)),
            (
                "skills",
                skills,
                _points_sources(catalogue, lower),
                ("concavity", *_credits(), *_time_assumptions(parts)),
            ),
        ]
    )
    return Derivation(
        lines=(*lines, *_place_lines(catalogue, developer, estimate, lines[-1].total)),
        groups=_covered_groups(catalogue, lower, standing),
        level=lower,
    )


def _running(
    items: list[tuple[LineKey, float, tuple[str, ...], tuple[str, ...]]],
) -> tuple[Line, ...]:
    lines, total = [], 0.0
    for key, amount, sources, assumptions in items:
        total += amount
        lines.append(Line(key, amount, total, tuple(dict.fromkeys(sources)), assumptions))
    return tuple(lines)


def _place_lines(
    catalogue: Catalogue, developer: Developer, estimate: Estimate, base: float
) -> tuple[Line, ...]:
    """Location and industry as factors, and the limit where together they go beyond it."""
    p = catalogue.parameters
    location = developer.location_ratio ** (
        p.remote_location_exponent if developer.is_remote else 1.0
    )
    industry = developer.industry_ratio**p.industry_overlap
    lines, total = [], base
    steps: tuple[tuple[LineKey, float, tuple[str, ...], tuple[str, ...]], ...] = (
        (
            "location",
            location,
            ("bls-oews-metros-2025",),
            ("remote_location_exponent",) if developer.is_remote else (),
        ),
        ("industry", industry, ("bls-oews-industries-2025",), ("industry_overlap",)),
        ("limit", estimate.place_factor / (location * industry), (), ("factor_min", "factor_max")),
    )
    for key, factor, sources, assumptions in steps:
        amount = total * (factor - 1.0)
        total += amount
        if abs(factor - 1.0) > 1e-9:
            lines.append(Line(key, amount, total, sources, assumptions, factor))
    return tuple(lines)


def _covered_groups(
    catalogue: Catalogue, level: Level, standing: Standing
) -> tuple[CoveredGroup, ...]:
    scope = [
        (group, covered)
        for group, covered in zip(catalogue.pay_groups, standing.coverages, strict=True)
        if level.code in group.levels
    ]
    points = sum(group.points.central for group, _ in scope)
    return tuple(
        CoveredGroup(group, covered, group.points.central / points) for group, covered in scope
    )


def _years_sources(parts: list[tuple[Level, float]]) -> tuple[str, ...]:
    return tuple(id_ for level, _ in parts for id_ in level.years_sources)


def _points_sources(catalogue: Catalogue, level: Level) -> tuple[str, ...]:
    return tuple(
        id_ for group in catalogue.pay_groups if level.code in group.levels for id_ in group.sources
    )


def _time_assumptions(parts: list[tuple[Level, float]]) -> tuple[str, ...]:
    keys = [f"tenure_share_{level.code}" for level, _ in parts]
    return (*keys, "senior_tenure_years") if parts[-1][0].years_to is None else tuple(keys)


def _credits() -> tuple[str, ...]:
    return ("prof_1_learning", "prof_2_working", "prof_3_proficient", "prof_4_expert")
