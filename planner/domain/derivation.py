"""Where a figure comes from: the waterfall from the article's floor to the estimate."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from planner.domain.catalogue import Catalogue, Level, PayGroup
from planner.domain.developer import Developer
from planner.domain.pay import (
    Estimate,
    bands_at,
    industry_factor,
    location_factor,
    skill_position,
    tenure,
)
from planner.domain.standing import Standing

LineKey = Literal["floor", "time", "skills", "location", "industry", "limit"]
# A level and its share of the pay: two of them between two bands.
Part = tuple[Level, float]
# Key, dollars or factor, source ids, assumption keys.
Entry = tuple[LineKey, float, tuple[str, ...], tuple[str, ...]]
METROS = "bls-oews-metros-2025"
CREDITS = ("prof_1_learning", "prof_2_working", "prof_3_proficient", "prof_4_expert")


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
    """How much of one pay group is covered (0–1), and its share of all points in scope (0–1)."""

    group: PayGroup
    covered: float
    weight: float


@dataclass(frozen=True, slots=True)
class Derivation:
    """The waterfall of an estimate, and the pay groups behind its skills line."""

    lines: tuple[Line, ...]
    groups: tuple[CoveredGroup, ...]
    level: Level


def derive(
    catalogue: Catalogue,
    developer: Developer,
    standing: Standing,
    estimate: Estimate,
    place_source: str = METROS,
) -> Derivation:
    """Take an estimate's central figure apart: the lines add up to it, but for float rounding.

    `place_source`: the id of the table that the developer's location ratio comes from.
    """
    lower, upper, share = bands_at(catalogue, estimate.effective_years)
    parts = [(level, part) for level, part in ((lower, 1.0 - share), (upper, share)) if part > 0]
    lines = _running(
        _floor(parts),
        _time(catalogue, parts, estimate.effective_years),
        _skills(catalogue, parts, standing),
    )
    places = _place_lines(catalogue, developer, estimate, lines[-1].total, place_source)
    return Derivation(
        lines=(*lines, *places),
        groups=_covered_groups(catalogue, lower, standing),
        level=lower,
    )


def _running(*entries: Entry) -> tuple[Line, ...]:
    lines, total = [], 0.0
    for key, amount, sources, assumptions in entries:
        total += amount
        lines.append(Line(key, amount, total, tuple(dict.fromkeys(sources)), assumptions))
    return tuple(lines)


def _floor(parts: list[Part]) -> Entry:
    amount = sum(part * level.pay_low for level, part in parts)
    return "floor", amount, tuple(id_ for level, _ in parts for id_ in level.pay_sources), ()


def _time(catalogue: Catalogue, parts: list[Part], years: float) -> Entry:
    shares = catalogue.parameters.tenure_share
    amount = sum(
        part * level.width * shares[level.code] * tenure(catalogue, level, years)
        for level, part in parts
    )
    sources = tuple(id_ for level, _ in parts for id_ in level.years_sources)
    return "time", amount, sources, _time_assumptions(parts)


def _skills(catalogue: Catalogue, parts: list[Part], standing: Standing) -> Entry:
    shares = catalogue.parameters.tenure_share
    amount = sum(
        part
        * level.width
        * (1.0 - shares[level.code])
        * skill_position(catalogue, level.code, standing.coverages)
        for level, part in parts
    )
    codes = {level.code for level, _ in parts}
    groups = [group for group in catalogue.pay_groups if codes.intersection(group.levels)]
    sources = tuple(id_ for group in groups for id_ in group.sources)
    return "skills", amount, sources, ("concavity", *CREDITS, *_time_assumptions(parts))


def _place_lines(
    catalogue: Catalogue, developer: Developer, estimate: Estimate, base: float, source: str
) -> tuple[Line, ...]:
    """Location and industry as factors, and the limit where together they go beyond it."""
    location = location_factor(catalogue, developer)
    industry = industry_factor(catalogue, developer)
    limit = estimate.place_factor / (location * industry)
    exponent = ("remote_location_exponent",) if developer.is_remote else ()
    steps: tuple[Entry, ...] = (
        ("location", location, (source,), exponent),
        ("industry", industry, ("bls-oews-industries-2025",), ("industry_overlap",)),
        ("limit", limit, (), ("factor_min", "factor_max")),
    )
    lines, total = [], base
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


def _time_assumptions(parts: list[tuple[Level, float]]) -> tuple[str, ...]:
    keys = [f"tenure_share_{level.code}" for level, _ in parts]
    return (*keys, "senior_tenure_years") if parts[-1][0].years_to is None else tuple(keys)
