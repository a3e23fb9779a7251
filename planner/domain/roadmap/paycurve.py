"""Pay over the time of a plan: where it could lie at each moment, with and without the plan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from planner.domain.catalogue import Catalogue
from planner.domain.developer import Developer
from planner.domain.learning import Step
from planner.domain.moves import apply
from planner.domain.pay import band_at, bands_at, effective_years, gate_years, place_factor
from planner.domain.projection import Projection, project
from planner.domain.ranges import Range
from planner.domain.roadmap.calendar import DAYS_PER_MONTH, PlannedStep
from planner.domain.standing import Standing

MOMENTS = 24  # about so many between today and the horizon, besides the ends of steps


@dataclass(frozen=True, slots=True)
class PayMoment:
    """Pay in dollars a year `months` from today. `idle`: if nothing is learnt, central.

    `level`, `band`: of the years that count then. `done`: the steps that end on this day.
    """

    months: float
    on: date
    pay: Range
    idle: float
    level: str
    band: tuple[float, float]
    done: tuple[Step, ...] = ()


def pay_curve(
    catalogue: Catalogue,
    developer: Developer,
    standing: Standing,
    now: Range,
    steps: Sequence[PlannedStep],
    today: date,
    horizon_months: float,
) -> tuple[PayMoment, ...]:
    """Pay at even moments up to the horizon and whenever a step ends. `now`: pay today.

    The low end does without the rise that time alone may bring; nothing goes beyond the cap.
    """
    found, ends = [], {planned.key: _month(planned, today, horizon_months) for planned in steps}
    for months in _moments(ends.values(), horizon_months):
        after = apply(catalogue, standing, [p.step for p in steps if ends[p.key] <= months])
        projection = project(catalogue, developer, standing, after, months)
        level, band = _band(catalogue, developer, after, months)
        found.append(
            PayMoment(
                months=months,
                on=today + timedelta(days=round(months * DAYS_PER_MONTH)),
                pay=_range(now, projection),
                idle=projection.pay_after_time,
                level=level,
                band=band,
                done=tuple(p.step for p in steps if ends[p.key] == months),
            )
        )
    return tuple(found)


def _moments(ends: Iterable[float], horizon: float) -> list[float]:
    even = (horizon * n / MOMENTS for n in range(MOMENTS + 1))
    return sorted({*ends, *even})


def _month(planned: PlannedStep, today: date, horizon: float) -> float:
    return min(horizon, (planned.ends_on - today).days / DAYS_PER_MONTH)


def _range(now: Range, projection: Projection) -> Range:
    highest = now.high + projection.gain_time + projection.gain_skill.high
    return Range(
        min(projection.pay_after, now.low + projection.gain_skill.low),
        projection.pay_after,
        max(now.high, min(projection.cap, highest)),
    )


def _band(
    catalogue: Catalogue, developer: Developer, standing: Standing, months: float
) -> tuple[str, tuple[float, float]]:
    """The level of the years that count at a moment, and the pay band there."""
    gate = gate_years(catalogue, standing.readiness)
    strength = catalogue.parameters.gate_strength
    years = effective_years(developer.years + months / 12, gate, strength)
    low, high = band_at(catalogue, years)
    factor = place_factor(catalogue, developer)
    return bands_at(catalogue, years)[0].code, (factor * low, factor * high)
