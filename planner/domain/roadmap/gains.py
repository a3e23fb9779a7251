"""What each step of a plan adds, so that the parts make up the whole exactly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planner.domain.catalogue import Catalogue
from planner.domain.developer import Developer
from planner.domain.learning import Step
from planner.domain.moves import apply
from planner.domain.projection import project
from planner.domain.ranges import ZERO, Range
from planner.domain.standing import Standing


def marginal_gains(
    catalogue: Catalogue,
    developer: Developer,
    standing: Standing,
    steps: Sequence[Step],
    months: float,
) -> list[Range]:
    """Dollars a year that each step adds `months` from now, after those before it.

    Low, central and high each add up to those of `project` for all steps together.
    """
    later = replace(developer, years=developer.years + months / 12)
    gains, before, total = list[Range](), standing, ZERO
    for step in steps:
        after = apply(catalogue, before, [step])
        so_far = project(catalogue, developer, standing, after, months).gain_skill
        own = project(catalogue, later, before, after).gain_skill
        gains.append(_scaled(own, max(0.0, so_far.central - total.central)))
        before, total = after, so_far
    return _shared_out(gains, total)


def _scaled(own: Range, central: float) -> Range:
    """The step's own range around the part of its gain that the cap leaves."""
    if own.central <= 0:
        return Range(0.0, central, max(central, own.high))
    share = central / own.central
    return Range(own.low * share, central, own.high * share)


def _shared_out(gains: Sequence[Range], total: Range) -> list[Range]:
    """Narrow or widen the ranges in proportion, so that they add up to the whole plan's."""
    sums = sum(gains, start=ZERO)
    above = sums.high - sums.central
    widening = (total.high - total.central) / above if above > 0 else 0.0
    return [
        Range(
            _low(gain, sums, total),
            gain.central,
            gain.central + (gain.high - gain.central) * widening,
        )
        for gain in gains
    ]


def _low(gain: Range, sums: Range, total: Range) -> float:
    if sums.low >= total.low:
        return gain.low * total.low / sums.low if sums.low > 0 else 0.0
    share = (total.central - total.low) / (sums.central - sums.low)
    return gain.central - (gain.central - gain.low) * share
