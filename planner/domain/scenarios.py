"""What if: the same developer with other inputs, what comes of it, and which change does what.

Nothing here changes a profile. Each change is applied on top of those before it, so that what they
do adds up to the whole difference.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import Literal, get_args

from planner.domain.catalogue import Catalogue
from planner.domain.developer import Developer
from planner.domain.learning import LANGUAGE_CATEGORIES
from planner.domain.next_skills import Objective
from planner.domain.pay import Estimate, estimate, place_factor
from planner.domain.ranges import ZERO, Range
from planner.domain.roadmap import Plan, Wishes, plan_roadmap
from planner.domain.roadmap.paycurve import PayMoment, pay_curve
from planner.domain.standing import assess_developer

Kind = Literal["language", "framework"]
Change = Literal[
    "target", "horizon_months", "objective", "language", "framework", "certificates",
    "hours_per_week", "place", "is_remote",
]  # fmt: skip

NAMES: tuple[Change, ...] = get_args(Change)  # in the order in which they are applied
CATEGORIES: dict[Kind, frozenset[str]] = {
    "language": LANGUAGE_CATEGORIES,
    "framework": frozenset({"framework"}),
}
NO_WISHES = Wishes()
KEPT = 64  # outcomes, some 20 kB each


@dataclass(frozen=True, slots=True)
class Changes:
    """What a scenario has different; None is as in the profile.

    `target`: a level code. `language`, `framework`: the skill to prefer; the others of its any-of
    are left out. `certificates`: whether the plan may hold any. `place`: a place id.
    """

    target: str | None = None
    horizon_months: float | None = None
    objective: Objective | None = None
    language: str | None = None
    framework: str | None = None
    certificates: bool | None = None
    hours_per_week: float | None = None
    place: str | None = None
    is_remote: bool | None = None

    def each(self) -> Iterator[tuple[Change, Changes]]:
        """Every single change by its name."""
        for name in NAMES:
            value = getattr(self, name)
            if value is not None:
                yield name, replace(NO_CHANGES, **{name: value})


NO_CHANGES = Changes()


@dataclass(frozen=True, slots=True)
class Inputs:
    """All that a plan is made of besides the catalogue and the day. `place`: its id, if stated."""

    developer: Developer
    place: str | None = None
    objective: Objective = "next_level"
    horizon_months: float = 36.0
    wishes: Wishes = NO_WISHES


@dataclass(frozen=True, slots=True)
class Outcome:
    """What comes of some inputs. Pay in dollars: a year at the horizon, and over it in all.

    The money is not to be shown of somebody who is not at entry level yet.
    """

    inputs: Inputs
    estimate: Estimate
    plan: Plan
    pay_then: Range
    pay_over: Range


@dataclass(frozen=True, slots=True)
class Effect:
    """One change, to which value, with what came of the inputs before it and with it."""

    change: Change
    value: str | float | None
    before: Outcome
    after: Outcome


# --- Inputs ---------------------------------------------------------------------------------------


def options(catalogue: Catalogue, kind: Kind) -> tuple[str, ...]:
    """The languages or frameworks of which a level expects any one, in the catalogue's order."""
    found = dict.fromkeys(
        member.skill
        for expectation in catalogue.expectations
        if expectation.rule == "any_of"
        for member in expectation.members
        if {catalogue.skills[m.skill].category for m in expectation.members} <= CATEGORIES[kind]
    )
    return tuple(found)


def clash(catalogue: Catalogue, language: str | None, framework: str | None) -> tuple[str, ...]:
    """The languages that a framework builds on, if the preferred language is none of them."""
    builds_on = catalogue.ancestors.get(framework or "", frozenset())
    needed = tuple(id_ for id_ in options(catalogue, "language") if id_ in builds_on)
    return () if not language or language in needed else needed


def apply_changes(catalogue: Catalogue, now: Inputs, changes: Changes) -> Inputs:
    """The inputs with these changes. What the catalogue does not have is passed over.

    Stated pay moves with the place, as every other pay does.
    """
    was = now.developer
    place = catalogue.places.get(changes.place or "")
    hours, remote = changes.hours_per_week, changes.is_remote
    known = changes.target if changes.target in catalogue.levels_by_code else None
    developer = replace(
        was,
        target=known or was.target,
        hours_per_week=was.hours_per_week if hours is None else hours,
        is_remote=was.is_remote if remote is None else remote,
        location_ratio=(place.ratio or 1.0) if place else was.location_ratio,
        excluded=_excluded(catalogue, was.excluded, changes),
    )
    return replace(
        now,
        developer=_pay_moved(catalogue, was, developer),
        place=place.id if place else now.place,
        objective=changes.objective or now.objective,
        horizon_months=changes.horizon_months or now.horizon_months,
    )


def _excluded(catalogue: Catalogue, excluded: frozenset[str], changes: Changes) -> frozenset[str]:
    if changes.certificates is not None:
        certifications = frozenset(catalogue.certifications)
        excluded -= certifications
        excluded |= frozenset() if changes.certificates else certifications
    excluded = _preferring(catalogue, excluded, "language", changes.language)
    return _preferring(catalogue, excluded, "framework", changes.framework)


def _preferring(
    catalogue: Catalogue, excluded: frozenset[str], kind: Kind, chosen: str | None
) -> frozenset[str]:
    """Leave out the others, but never what the chosen one builds on."""
    others = options(catalogue, kind)
    if chosen is None or chosen not in others:
        return excluded
    wanted = catalogue.ancestors[chosen] | {chosen}
    return (excluded | frozenset(others)) - wanted


def _pay_moved(catalogue: Catalogue, was: Developer, now: Developer) -> Developer:
    factor = place_factor(catalogue, now) / place_factor(catalogue, was)
    if was.current_pay is None or factor == 1.0:
        return now
    return replace(now, current_pay=was.current_pay * factor)


# --- Outcomes -------------------------------------------------------------------------------------


@lru_cache(maxsize=KEPT)
def work_out(
    catalogue: Catalogue, inputs: Inputs, today: date, keep: tuple[str, ...] = ()
) -> Outcome:
    """The plan and the pay of some inputs. `keep`: the order of the plan that is there already,
    than which the new one is never worse."""
    developer = inputs.developer
    standing = assess_developer(catalogue, developer)
    now = estimate(catalogue, developer, standing)
    plan = plan_roadmap(
        catalogue,
        developer,
        standing,
        today,
        objective=inputs.objective,
        horizon_months=inputs.horizon_months,
        wishes=inputs.wishes,
        warm_start=keep,
    )
    stated = developer.current_pay
    paid = now.pay if stated is None else Range(stated, stated, stated)
    moments = pay_curve(
        catalogue, developer, standing, paid, plan.steps, today, inputs.horizon_months
    )
    return Outcome(inputs, now, plan, moments[-1].pay, _over(moments))


def _over(moments: Sequence[PayMoment]) -> Range:
    """Pay in all from the first moment to the last; between two of them it moves evenly."""
    stretches = (
        (one.pay + other.pay) * ((other.months - one.months) / 24)
        for one, other in pairwise(moments)
    )
    return sum(stretches, start=ZERO)


def outcome_now(catalogue: Catalogue, now: Inputs, today: date) -> Outcome:
    """What comes of the profile as it is."""
    return work_out(catalogue, now, today)


def effects(catalogue: Catalogue, now: Inputs, changes: Changes, today: date) -> tuple[Effect, ...]:
    """What each change does on top of those before it; what is as now already is left out."""
    before = outcome_now(catalogue, now, today)
    keep, found, so_far = before.plan.order, [], Changes()
    for name, change in changes.each():
        # Always from the start: what is scaled twice would differ by a rounding from all at once.
        so_far = replace(so_far, **{name: getattr(change, name)})
        inputs = apply_changes(catalogue, now, so_far)
        if inputs != before.inputs:
            after = work_out(catalogue, inputs, today, keep)
            found.append(Effect(name, getattr(change, name), before, after))
            before = after
    return tuple(found)
