"""Pay now and later as ranges, and what one goal could be worth, taken apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from planner.domain.catalogue import Catalogue, Expectation, Level, PayGroup
from planner.domain.developer import Developer, Proficiency
from planner.domain.learning import (
    Step,
    left_to_study,
    presumed,
    steps_to_certification,
    steps_to_skill,
    total_hours,
)
from planner.domain.moves import apply
from planner.domain.outlook import Outlook
from planner.domain.pay import bands_at, effective_years, gate_years
from planner.domain.projection import Projection, project
from planner.domain.ranges import Range
from planner.domain.standing import Standing


@dataclass(frozen=True, slots=True)
class Moved[Thing]:
    """One expectation or pay group that a goal moves, from `was` to `now` (0–1 each)."""

    thing: Thing
    was: float
    now: float


@dataclass(frozen=True, slots=True)
class Worth:
    """What reaching one goal could be worth today, in dollars a year, without the time it takes.

    `steps`: what must come first, then the goal. `gate`: the part of `gain.central` that released
    years come to; the rest is a higher position in the band. `projection`: the whole calculation.
    """

    steps: tuple[Step, ...]
    hours: Range
    gain: Range
    gate: float
    expectations: tuple[Moved[Expectation], ...]
    groups: tuple[Moved[PayGroup], ...]
    projection: Projection

    @property
    def goal(self) -> Step:
        return self.steps[-1]

    @property
    def first(self) -> tuple[Step, ...]:
        return self.steps[:-1]

    @property
    def position(self) -> float:
        """The part of `gain.central` that a higher position in the band comes to."""
        return self.gain.central - self.gate


def pay_now(outlook: Outlook) -> Range:
    """Pay now: what the developer says they are paid, else the estimate.

    Not to be shown as pay of somebody who is not at entry level yet.
    """
    stated = outlook.developer.current_pay
    return outlook.estimate.pay if stated is None else Range(stated, stated, stated)


def pay_after(outlook: Outlook) -> Range:
    """Pay once the way to the target is done: with time and skills, never beyond the cap.

    The low end does without the rise that time alone may bring.
    """
    now, projection = pay_now(outlook), outlook.projection
    highest = now.high + projection.gain_time + projection.gain_skill.high
    return Range(
        now.low + projection.gain_skill.low,
        projection.pay_after,
        max(now.high, min(projection.cap, highest)),
    )


def is_above_band(outlook: Outlook) -> bool:
    """Whether the developer is paid more than the bands hold, so that no rise is claimed."""
    paid = outlook.developer.current_pay
    return paid is not None and paid >= outlook.projection.cap


def band_in_place(level: Level, place_factor: float) -> Range:
    """A level's band in dollars where the developer works; its middle as the central figure."""
    low, high = place_factor * level.pay_low, place_factor * level.pay_high
    return Range(low, (low + high) / 2, high)


def market_spread(catalogue: Catalogue, outlook: Outlook) -> Range:
    """Where the middle half of people with the same years, role, firm size and skills are paid."""
    low, high = catalogue.parameters.market_spread_50
    central = outlook.estimate.pay.central
    return Range(low * central, central, high * central)


def band_level_now(catalogue: Catalogue, outlook: Outlook) -> Level:
    """The level in whose band the estimate lies: that of the years that count."""
    return bands_at(catalogue, outlook.estimate.effective_years)[0]


def band_level_after(catalogue: Catalogue, outlook: Outlook) -> Level:
    """The level in whose band the projection lies."""
    years = effective_years(
        outlook.developer.years + outlook.projection.months / 12,
        gate_years(catalogue, outlook.path.after.readiness),
        catalogue.parameters.gate_strength,
    )
    return bands_at(catalogue, years)[0]


def worth_of_skill(
    catalogue: Catalogue, developer: Developer, standing: Standing, skill: str, end: int
) -> Worth:
    """What bringing one skill to `end` (above what is there, 1–4) could be worth.

    Missing prerequisites are part of it.
    """
    start = presumed(catalogue, standing.skills)
    return _worth(catalogue, developer, standing, steps_to_skill(catalogue, start, skill, end))


def worth_of_certification(
    catalogue: Catalogue, developer: Developer, standing: Standing, certification: str
) -> Worth:
    """What earning one certificate could be worth, with its primary skill at *working*."""
    start = presumed(catalogue, standing.skills)
    return _worth(
        catalogue, developer, standing, steps_to_certification(catalogue, start, certification)
    )


def next_proficiency(standing: Standing, skill: str) -> int | None:
    """What to raise a skill to next: *working* first, then one at a time. None for an expert."""
    have = standing.skills.get(skill, 0)
    if have >= Proficiency.EXPERT:
        return None
    return max(int(Proficiency.WORKING), have + 1)


def _worth(
    catalogue: Catalogue, developer: Developer, before: Standing, steps: tuple[Step, ...]
) -> Worth:
    steps = left_to_study(catalogue, developer, steps)
    after = apply(catalogue, before, steps)
    projection = project(catalogue, developer, before, after)
    return Worth(
        steps=steps,
        hours=total_hours(steps),
        gain=projection.gain_skill,
        gate=projection.gain_gate,
        expectations=_moved(catalogue.expectations, before.attainments, after.attainments),
        groups=_moved(catalogue.pay_groups, before.coverages, after.coverages),
        projection=projection,
    )


def _moved[Thing](
    things: Sequence[Thing], before: Sequence[float], after: Sequence[float]
) -> tuple[Moved[Thing], ...]:
    return tuple(
        Moved(thing, was, now)
        for thing, was, now in zip(things, before, after, strict=True)
        if now > was
    )
