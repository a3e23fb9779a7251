"""What a learner's choices come to: an order by hand, and what goes with what is left out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from planner.domain.catalogue import Catalogue
from planner.domain.developer import Proficiency
from planner.domain.roadmap.calendar import PlannedStep
from planner.domain.roadmap.plan import Plan

type Place = Literal["up", "down", "first", "later"]


def order_with(plan: Plan, key: str, place: Place) -> tuple[str, ...]:
    """The keys of a plan's steps once one step has another place; beyond the horizon as they were.

    Raises LookupError if the plan has no such step.
    """
    at = next((n for n, planned in enumerate(plan.steps) if planned.key == key), None)
    if at is None:
        raise LookupError(key)
    groups = [_keys(plan, planned) for planned in plan.steps]
    group = groups.pop(at)
    places = {"up": max(0, at - 1), "down": at + 1, "first": 0, "later": len(groups)}
    groups.insert(places[place], group)
    inside = [key for keys in groups for key in keys]
    return (*inside, *(key for key in plan.order if key not in inside))


def left_out_with(catalogue: Catalogue, skills: Mapping[str, int], id_: str) -> tuple[str, ...]:
    """What cannot be planned either once something is left out, because it builds on it.

    Only what a level expects or what goes with pay, and is not held at *working* yet.
    """
    lost = [
        skill
        for skill in catalogue.skills
        if id_ in catalogue.ancestors[skill] and skills.get(skill, 0) < Proficiency.WORKING
    ]
    certifications = [
        certification.id
        for certification in catalogue.certifications.values()
        if certification.primary_skill in {id_, *lost} and not certification.is_retired
    ]
    return (
        *(s for s in lost if catalogue.expectations_by_skill[s] or catalogue.pay_groups_by_item[s]),
        *(c for c in certifications if catalogue.pay_groups_by_item[c]),
    )


def _keys(plan: Plan, planned: PlannedStep) -> list[str]:
    """The keys of the jobs that a step of the plan is made of."""
    step = planned.step
    ends = range(step.start + 1, step.end + 1) if step.start < step.end else (step.end,)
    wanted = {f"{step.id}@{end}" for end in ends}
    return [key for key in plan.order if key in wanted]
