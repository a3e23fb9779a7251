"""How far somebody is on a plan that they keep: ahead, on time or behind, in days."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

from planner.domain.roadmap.difference import OutlineStep

State = Literal["done", "ahead", "on_time", "behind"]


@dataclass(frozen=True, slots=True)
class Progress:
    """`done`: the steps reached, in the plan's order. `days`: how far ahead or behind, 0 on time.

    `due`: how many steps should be done by now.
    """

    state: State
    days: int
    done: tuple[OutlineStep, ...]
    left: tuple[OutlineStep, ...]
    due: int


@dataclass(frozen=True, slots=True)
class Slot:
    """The days that a step is studied on."""

    step: OutlineStep
    begins_on: date
    ends_on: date

    @property
    def is_study(self) -> bool:
        """Whether the step is done with its study; others wait for practice at work."""
        return self.step.hours > 0 and self.step.ends_on <= self.ends_on


def measure_progress(
    steps: Sequence[OutlineStep],
    skills: Mapping[str, int],
    certifications: Collection[str],
    today: date,
) -> Progress:
    """Compare what is reached (proficiency by skill, certificates held) with the plan's dates.

    Study counts by its hours, in whatever order it was done. Somebody is on time while the step
    that they are at may still be in the making, and behind only once it is overdue.
    """
    done = tuple(step for step in steps if is_reached(step, skills, certifications))
    left = tuple(step for step in steps if step not in done)
    state, days = _lead(_slots(steps), done, left, today)
    return Progress(state, days, done, left, sum(step.ends_on <= today for step in steps))


def is_reached(
    step: OutlineStep, skills: Mapping[str, int], certifications: Collection[str]
) -> bool:
    """Whether what a step leads to is there."""
    if step.kind == "certification":
        return step.id in certifications
    return skills.get(step.id, 0) >= step.end


def _slots(steps: Sequence[OutlineStep]) -> list[Slot]:
    """Study goes one step at a time: each step's ends where the next one's begins."""
    last = max((step.ends_on for step in steps), default=date.min)
    begins = [step.starts_on for step in steps]
    return [Slot(step, *days) for step, days in zip(steps, pairwise([*begins, last]), strict=True)]


def _lead(
    slots: Sequence[Slot],
    done: Sequence[OutlineStep],
    left: Sequence[OutlineStep],
    today: date,
) -> tuple[State, int]:
    if not left:
        return "done", max([0, *((slot.step.ends_on - today).days for slot in slots)])
    study = [slot for slot in slots if slot.is_study]
    practice = [slot.step for slot in slots if not slot.is_study and slot.step in left]
    studied = sum(slot.step.hours for slot in study if slot.step in done)
    following = next((slot.step.hours for slot in study if slot.step in left), None)
    late = max([0, *((today - step.ends_on).days for step in practice)])
    if following is None:  # all study is done
        return ("behind", late) if late else ("on_time", 0)
    late = max(late, (today - _day_of(study, studied + following)).days)
    ahead = (_day_of(study, studied) - today).days
    if late > 0:
        return "behind", late
    return ("ahead", ahead) if ahead > 0 else ("on_time", 0)


def _day_of(study: Sequence[Slot], hours: float) -> date:
    """The day on which the plan has so many hours of study behind it."""
    for slot in study:
        if hours < slot.step.hours:
            days = (slot.ends_on - slot.begins_on).days
            return slot.begins_on + timedelta(days=round(days * hours / slot.step.hours))
        hours -= slot.step.hours
    return study[-1].ends_on
