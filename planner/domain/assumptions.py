"""The named assumptions: figures that an administrator can change, each with its reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Assumption:
    """`value` as written: "0.45", or a range such as "0.81-1.22".

    `low` and `high` bound what is plausible.
    """

    key: str
    value: str
    low: float | None
    high: float | None
    meaning: str
    why: str


@dataclass(frozen=True, slots=True)
class Parameters:
    """The assumptions as numbers, under the names of the pay model (docs/method.md)."""

    credit: tuple[float, float, float, float, float]  # of proficiency 0 to 4
    tenure_share: Mapping[str, float]  # by level code
    senior_tenure_years: float
    concavity: float
    gate_strength: float
    ready_threshold: float
    position_uncertainty: float
    market_spread_50: tuple[float, float]
    market_spread_80: tuple[float, float]
    industry_overlap: float
    remote_location_exponent: float
    factor_min: float
    factor_max: float
    hours_share: tuple[
        float, float, float, float, float
    ]  # of the hours to *working*, by proficiency 0 to 4
    hours_share_renewal: float  # of the hours to earn a certification
    hours_per_week: float
    show_gain_only_if: float  # dollars a year
    cert_without_skill: float


def parameters_from(assumptions: Mapping[str, Assumption]) -> Parameters:
    """Read the numbers. Raises KeyError for a missing key, ValueError for one that is no number."""

    def number(key: str) -> float:
        return float(assumptions[key].value)

    def spread(key: str) -> tuple[float, float]:
        low, high = assumptions[key].value.split("-")
        return float(low), float(high)

    return Parameters(
        credit=(
            0.0,
            number("prof_1_learning"),
            number("prof_2_working"),
            number("prof_3_proficient"),
            number("prof_4_expert"),
        ),
        tenure_share={code: number(f"tenure_share_{code}") for code in ("entry", "mid", "senior")},
        senior_tenure_years=number("senior_tenure_years"),
        concavity=number("concavity"),
        gate_strength=number("gate_strength"),
        ready_threshold=number("ready_threshold"),
        position_uncertainty=number("position_uncertainty"),
        market_spread_50=spread("market_spread_50"),
        market_spread_80=spread("market_spread_80"),
        industry_overlap=number("industry_overlap"),
        remote_location_exponent=number("remote_location_exponent"),
        factor_min=number("factor_min"),
        factor_max=number("factor_max"),
        hours_share=(
            0.0,
            number("hours_share_learning"),
            1.0,
            number("hours_share_proficient"),
            number("hours_share_expert"),
        ),
        hours_share_renewal=number("hours_share_renewal"),
        hours_per_week=number("hours_per_week"),
        show_gain_only_if=number("show_gain_only_if_usd"),
        cert_without_skill=number("cert_without_skill"),
    )
