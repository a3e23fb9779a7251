"""How far somebody is on a plan that they keep: ahead, on time or behind, in days."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
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


def measure_progress(
    steps: Sequence[OutlineStep],
    skills: Mapping[str, int],
    certifications: Collection[str],
    today: date,
    renewed: Collection[str] = (),
) -> Progress:
    """Compare what is reached (proficiency by skill, certificates held) with the plan's dates.

    `renewed`: the certificates that end later by now than when the plan was made.
    Study counts by its hours, in whatever order it was done; what needs practice at work is judged
    by its last day. Somebody is on time while the step that they are at may still be in the making,
    and behind only once it is overdue.
    """
    done = tuple(step for step in steps if is_reached(step, skills, certifications, renewed))
    left = tuple(step for step in steps if step not in done)
    state, days = _lead(steps, done, left, today)
    return Progress(state, days, done, left, sum(step.ends_on <= today for step in steps))


def is_reached(
    step: OutlineStep,
    skills: Mapping[str, int],
    certifications: Collection[str],
    renewed: Collection[str] = (),
) -> bool:
    """Whether what a step leads to is there."""
    if step.is_renewal:
        return step.id in renewed
    if step.kind == "certification":
        return step.id in certifications
    return skills.get(step.id, 0) >= step.end


def _lead(
    steps: Sequence[OutlineStep],
    done: Sequence[OutlineStep],
    left: Sequence[OutlineStep],
    today: date,
) -> tuple[State, int]:
    if not left:
        return "done", max([0, *((step.ends_on - today).days for step in steps)])
    study = [step for step in steps if step.hours > 0 and not step.practice_months]
    studied = sum(step.hours for step in study if step in done)
    following = next((step.hours for step in study if step in left), 0.0)
    late = max([0, *((today - step.ends_on).days for step in left if step not in study)])
    if following:
        late = max(late, (today - _day_of(study, studied + following)).days)
    if late > 0:
        return "behind", late
    ahead = (_day_of(study, studied) - today).days if studied else 0
    return ("ahead", ahead) if ahead > 0 else ("on_time", 0)


def _day_of(study: Sequence[OutlineStep], hours: float) -> date:
    """The day on which the plan has so many hours of study behind it."""
    for step in study:
        if hours <= step.hours:
            days = (step.ends_on - step.starts_on).days
            return step.starts_on + timedelta(days=round(days * hours / step.hours))
        hours -= step.hours
    return study[-1].ends_on
