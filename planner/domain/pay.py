"""The pay model: position in the article's bands, held back by expectations (formulas 4–9).

Money is in dollars a year as floats; rounding belongs to the page. Everything here is a position in
published bands, never a promise. docs/method.md has the formulas with their sources.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from planner.domain.catalogue import Catalogue, Level
from planner.domain.developer import Developer
from planner.domain.levels import LevelVerdict, judge_level
from planner.domain.ranges import Range
from planner.domain.standing import Standing

# Years of experience that entry, mid and senior skills support, each on top of the one before.
SUPPORTED_YEARS = (2.0, 3.0, 5.0)


@dataclass(frozen=True, slots=True)
class Estimate:
    """Pay now. `is_claimed` is False for pre-entry: computed, but never shown as pay now.

    `gate_years`: years that the skills support; `effective_years`: years that count towards pay;
    `coverage`: 0–1 of the pay points in scope; `place_factor`: of location and industry together;
    `band`: dollars (low, high) of the level at the effective years, × place factor.
    """

    pay: Range
    level: LevelVerdict
    gate_years: float
    effective_years: float
    coverage: float
    place_factor: float
    band: tuple[float, float]
    is_claimed: bool


def gate_years(catalogue: Catalogue, readiness: Sequence[float]) -> float:
    """Years of experience that the skills support, 2–10 (formula 4)."""
    threshold = catalogue.parameters.ready_threshold
    mid, senior = (min(1.0, ready / threshold) for ready in readiness[1:3])
    return SUPPORTED_YEARS[0] + SUPPORTED_YEARS[1] * mid + SUPPORTED_YEARS[2] * mid * senior


def effective_years(years: float, gate: float, strength: float) -> float:
    """Years beyond the gate count only by 1 − strength (0–1)."""
    return years - strength * max(0.0, years - gate)


def location_factor(catalogue: Catalogue, developer: Developer) -> float:
    """What the place does to pay, against the national median; less of it for remote work."""
    exponent = catalogue.parameters.remote_location_exponent if developer.is_remote else 1.0
    return math.pow(developer.location_ratio, exponent)


def industry_factor(catalogue: Catalogue, developer: Developer) -> float:
    """What the industry does to pay, less what it has in common with the place."""
    return math.pow(developer.industry_ratio, catalogue.parameters.industry_overlap)


def place_factor(catalogue: Catalogue, developer: Developer) -> float:
    """Location and industry together, within the limits of the wage tables (formula 8)."""
    p = catalogue.parameters
    factor = location_factor(catalogue, developer) * industry_factor(catalogue, developer)
    return min(p.factor_max, max(p.factor_min, factor))


def covered_share(catalogue: Catalogue, level: str, coverages: Sequence[float]) -> float:
    """Share of the pay points in scope of a level that is covered, 0–1 (formula 5)."""
    scope = [
        (g.points.central, c)
        for g, c in zip(catalogue.pay_groups, coverages, strict=True)
        if level in g.levels
    ]
    return sum(points * covered for points, covered in scope) / sum(points for points, _ in scope)


def bands_at(catalogue: Catalogue, years: float) -> tuple[Level, Level, float]:
    """The two bands that years lie between, and how far: (level, level, 0) inside a band."""
    for lower, upper in pairwise(catalogue.levels):
        if years <= lower.ends_at:
            return lower, lower, 0.0
        if years < upper.years_from:
            return lower, upper, (years - lower.ends_at) / (upper.years_from - lower.ends_at)
    highest = catalogue.levels[-1]
    return highest, highest, 0.0


def band_at(catalogue: Catalogue, years: float) -> tuple[float, float]:
    """Low and high of the band at these years, in dollars; interpolated between two bands."""
    lower, upper, share = bands_at(catalogue, years)
    return _mix(lower.pay_low, upper.pay_low, share), _mix(lower.pay_high, upper.pay_high, share)


def tenure(catalogue: Catalogue, level: Level, years: float) -> float:
    """Share of the level's time that is behind somebody, 0–1 (formula 6)."""
    is_open = level.years_to is None
    open_length = catalogue.parameters.senior_tenure_years
    length = open_length if is_open else level.ends_at - level.years_from
    return min(1.0, max(0.0, (years - level.years_from) / length))


def skill_position(catalogue: Catalogue, level: str, coverages: Sequence[float]) -> float:
    """What covered pay points come to in the band, 0–1, with diminishing returns (formula 5)."""
    missing = 1.0 - covered_share(catalogue, level, coverages)
    return 1.0 - math.pow(max(0.0, missing), catalogue.parameters.concavity)


def position(catalogue: Catalogue, level: Level, years: float, coverages: Sequence[float]) -> float:
    """Position in the band of a level, 0 (its floor) to 1 (its top)."""
    share = catalogue.parameters.tenure_share[level.code]
    skills = skill_position(catalogue, level.code, coverages)
    return share * tenure(catalogue, level, years) + (1.0 - share) * skills


def base_pay(
    catalogue: Catalogue, years: float, coverages: Sequence[float], shift: float = 0.0
) -> float:
    """Dollars a year before place at these effective years (7). `shift` moves the position."""
    lower, upper, share = bands_at(catalogue, years)
    if lower is upper:
        return _pay_in_band(catalogue, lower, years, coverages, shift)
    end = _pay_in_band(catalogue, lower, lower.ends_at, coverages, shift)
    start = _pay_in_band(catalogue, upper, upper.years_from, coverages, shift)
    return _mix(end, start, share)


def _pay_in_band(
    catalogue: Catalogue, level: Level, years: float, coverages: Sequence[float], shift: float
) -> float:
    at = min(1.0, max(0.0, position(catalogue, level, years, coverages) + shift))
    return _mix(level.pay_low, level.pay_high, at)


def _mix(start: float, end: float, share: float) -> float:
    return start + (end - start) * share


def estimate(catalogue: Catalogue, developer: Developer, standing: Standing) -> Estimate:
    """Pay now as a range (formula 9).

    Low has a strict gate and a lower position, high has no gate and a higher position.
    """
    p = catalogue.parameters
    years, gate = developer.years, gate_years(catalogue, standing.readiness)
    factor = place_factor(catalogue, developer)

    def pay(strength: float, shift: float) -> float:
        return factor * base_pay(
            catalogue, effective_years(years, gate, strength), standing.coverages, shift
        )

    counted = effective_years(years, gate, p.gate_strength)
    level = judge_level(catalogue, years, standing.readiness)
    low, high = band_at(catalogue, counted)
    return Estimate(
        pay=Range(
            pay(1.0, -p.position_uncertainty),
            pay(p.gate_strength, 0.0),
            pay(0.0, p.position_uncertainty),
        ),
        level=level,
        gate_years=gate,
        effective_years=counted,
        coverage=covered_share(catalogue, bands_at(catalogue, counted)[0].code, standing.coverages),
        place_factor=factor,
        band=(factor * low, factor * high),
        is_claimed=level.shown in catalogue.levels_by_code,
    )
