"""What time and further skills could be worth, apart from each other (formulas 10 and 11)."""

from __future__ import annotations

from dataclasses import dataclass

from planner.domain.catalogue import Catalogue
from planner.domain.developer import Developer
from planner.domain.pay import band_at, base_pay, effective_years, gate_years, place_factor
from planner.domain.ranges import Range
from planner.domain.standing import Standing


@dataclass(frozen=True, slots=True)
class Projection:
    """Pay in dollars a year, now and `months` later with the further skills.

    `gain_skill` is what skills go with beyond time; `gain_gate` the part of it that the gate
    releases.
    `pay_now` is the stated pay if known, else the estimate. Nothing goes beyond `cap`.
    """

    pay_now: float
    estimate_now: float
    pay_after_time: float
    pay_after: float
    gain_time: float
    gain_skill: Range
    gain_gate: float
    cap: float
    months: float


def project(
    catalogue: Catalogue,
    developer: Developer,
    before: Standing,
    after: Standing,
    months: float = 0.0,
) -> Projection:
    """Project pay to the standing `after`, reached `months` (≥ 0) from now.

    `after` holds at least what `before` holds.
    """
    strength, factor = catalogue.parameters.gate_strength, place_factor(catalogue, developer)
    gate_before = gate_years(catalogue, before.readiness)
    gate_after = gate_years(catalogue, after.readiness)
    years = developer.years + months / 12

    def base(at: float, gate: float, standing: Standing, strength: float = strength) -> float:
        return factor * base_pay(catalogue, effective_years(at, gate, strength), standing.coverages)

    estimate_now = base(developer.years, gate_before, before)
    pay_now = developer.current_pay or estimate_now
    scale = pay_now / estimate_now
    idle = base(years, gate_before, before)  # time passes, nothing is learnt
    full = base(years, gate_after, after) - idle
    released = base(years, gate_after, before) - idle
    strict = base(years, gate_after, before, 1.0) - base(years, gate_before, before, 1.0)

    cap = max(pay_now, factor * band_at(catalogue, effective_years(years, gate_after, strength))[1])
    pay_after_time = min(cap, pay_now + scale * (idle - estimate_now))
    room = cap - pay_after_time
    gain = min(room, scale * max(0.0, full))
    low, high = _spread(catalogue, before, after, full - released)
    return Projection(
        pay_now=pay_now,
        estimate_now=estimate_now,
        pay_after_time=pay_after_time,
        pay_after=pay_after_time + gain,
        gain_time=pay_after_time - pay_now,
        gain_skill=Range(
            low=min(gain, scale * low),
            central=gain,
            high=max(gain, min(room, scale * (strict + high))),
        ),
        gain_gate=min(gain, scale * released),
        cap=cap,
        months=months,
    )


def _spread(
    catalogue: Catalogue, before: Standing, after: Standing, moved: float
) -> tuple[float, float]:
    """Low and high of the position's part of a gain, by the points of the changed groups."""
    low = central = high = 0.0
    for group, was, now in zip(
        catalogue.pay_groups, before.coverages, after.coverages, strict=True
    ):
        low += group.points.low * (now - was)
        central += group.points.central * (now - was)
        high += group.points.high * (now - was)
    if central <= 0.0:
        return 0.0, 0.0
    return moved * low / central, moved * high / central
