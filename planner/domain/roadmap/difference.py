"""What differs between two plans, and why: for every change that the learner makes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from planner.domain.catalogue import Catalogue
from planner.domain.learning import Step
from planner.domain.ranges import Range
from planner.domain.roadmap.plan import Plan

SAME_DAYS = 7  # a step that ends within a week of what it was has not moved

Cause = Literal["needs", "before", "no_longer_before", "pace"]


@dataclass(frozen=True, slots=True)
class OutlineStep:
    """A planned step, as far as plans are compared. `hours`: of study, the central figure.

    `practice_months`: of doing it at work, beside study.
    """

    kind: Literal["skill", "certification"]
    id: str
    start: int
    end: int
    starts_on: date
    ends_on: date
    hours: float
    practice_months: int = 0

    @property
    def is_renewal(self) -> bool:
        return self.kind == "certification" and self.start == self.end


@dataclass(frozen=True, slots=True)
class Outline:
    """A plan, as far as plans are compared, whether it was just made or kept long ago.

    `reaches_on`: the day of the target level, None if it is not reached within the horizon.
    `total_gain`: dollars a year.
    """

    steps: tuple[OutlineStep, ...]
    target: str
    reaches_on: date | None
    total_gain: Range


@dataclass(frozen=True, slots=True)
class Move:
    """A step that ends on another day. `because`: ids of the steps that made it so.

    *needs*: it needs them and they now come first. *before*: they now come before it.
    *no_longer_before*: they came before it. *pace*: the same steps take more or less time.
    """

    before: OutlineStep
    after: OutlineStep
    cause: Cause
    because: tuple[str, ...]

    @property
    def days(self) -> int:
        """By how much it ends later; below 0 earlier."""
        return (self.after.ends_on - self.before.ends_on).days


@dataclass(frozen=True, slots=True)
class Difference:
    """`added`, `removed`: steps that only one of the plans has, in its order."""

    before: Outline
    after: Outline
    moved: tuple[Move, ...]
    added: tuple[OutlineStep, ...]
    removed: tuple[OutlineStep, ...]

    @property
    def is_none(self) -> bool:
        """Whether nothing that a learner would see is different."""
        return not (self.moved or self.added or self.removed or self.level_moved)

    @property
    def level_moved(self) -> bool:
        return (self.before.target, self.before.reaches_on) != (
            self.after.target,
            self.after.reaches_on,
        )

    @property
    def level_days(self) -> int | None:
        """By how much the same level comes later; None if it is not in both plans."""
        before, after = self.before, self.after
        if before.target != after.target or before.reaches_on is None or after.reaches_on is None:
            return None
        return (after.reaches_on - before.reaches_on).days


def outline_of(plan: Plan) -> Outline:
    """A plan that was just made, for comparing."""
    return Outline(
        steps=tuple(_outlined(p.step, p.starts_on, p.ends_on) for p in plan.steps),
        target=plan.target,
        reaches_on=plan.reaches.on if plan.reaches else None,
        total_gain=plan.total_gain,
    )


def compare(catalogue: Catalogue, before: Outline, after: Outline) -> Difference:
    """What the plan `after` has different. Steps are the same if they end at the same place."""
    old, new = _by_goal(before), _by_goal(after)
    moves = (
        _move(catalogue, before, after, old[goal], step)
        for goal, step in new.items()
        if goal in old and abs((step.ends_on - old[goal].ends_on).days) > SAME_DAYS
    )
    return Difference(
        before=before,
        after=after,
        moved=tuple(moves),
        added=tuple(step for goal, step in new.items() if goal not in old),
        removed=tuple(step for goal, step in old.items() if goal not in new),
    )


def _outlined(step: Step, starts_on: date, ends_on: date) -> OutlineStep:
    return OutlineStep(
        kind=step.kind,
        id=step.id,
        start=step.start,
        end=step.end,
        starts_on=starts_on,
        ends_on=ends_on,
        hours=step.hours.central,
        practice_months=step.practice_months,
    )


def _by_goal(outline: Outline) -> Mapping[tuple[str, int], OutlineStep]:
    return {(step.id, step.end): step for step in outline.steps}


def _move(
    catalogue: Catalogue, before: Outline, after: Outline, old: OutlineStep, new: OutlineStep
) -> Move:
    """Attribute a move to what now comes before it, or no longer does."""
    was, now = _study_before(before, old), _study_before(after, new)
    if new.ends_on > old.ends_on:
        come = [id_ for id_ in now if id_ not in was]
        needed = [id_ for id_ in come if id_ in needs(catalogue, new.id)]
        if needed:
            return Move(old, new, "needs", tuple(needed))
        if come:
            return Move(old, new, "before", tuple(_longest(after, come)))
    elif gone := [id_ for id_ in was if id_ not in now]:
        return Move(old, new, "no_longer_before", tuple(_longest(before, gone)))
    return Move(old, new, "pace", ())


def _study_before(outline: Outline, step: OutlineStep) -> list[str]:
    """The other things that are studied before a step."""
    earlier = outline.steps[: outline.steps.index(step)]
    return [other.id for other in earlier if other.hours > 0 and other.id != step.id]


def _longest(outline: Outline, ids: Sequence[str]) -> Iterator[str]:
    """Of these, what takes most study: the best single reason."""
    hours = {step.id: step.hours for step in outline.steps}
    yield max(ids, key=lambda id_: hours[id_])


def needs(catalogue: Catalogue, id_: str) -> frozenset[str]:
    """Every skill that comes before a skill or certification, directly or not."""
    if id_ in catalogue.skills:
        return catalogue.ancestors[id_]
    if id_ not in catalogue.certifications:  # an old plan may name what the catalogue no longer has
        return frozenset()
    primary = catalogue.certifications[id_].primary_skill
    return catalogue.ancestors[primary] | {primary}
