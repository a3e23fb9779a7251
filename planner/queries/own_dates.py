"""Somebody's own days to come: steps of their plan, what is due, certificates that end.

Without money and without names and words of others: these days leave the site for calendars.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from planner.change_wording import goal
from planner.documents import read_outline
from planner.domain.roadmap.difference import OutlineStep
from planner.guidance_wording import task_title
from planner.models import AgreedAction, Profile
from planner.names import name_of
from planner.queries.guidance import load_tasks
from planner.queries.plans import PlanView, load_plan

type Kind = Literal["step", "end", "due"]


@dataclass(frozen=True, slots=True)
class OwnDate:
    """A day, or the days from `first` to `last`. `key`: the same for the same thing each time.

    `view`, `arguments`: the page that tells more.
    """

    kind: Kind
    key: str
    first: date
    last: date
    title: str
    about: str
    view: str
    arguments: tuple[object, ...] = ()


def load_own_dates(profile: Profile, today: date) -> tuple[OwnDate, ...]:
    """Everything that has a day and is not done, the earliest first; six queries."""
    view = load_plan(profile, today)
    found = [*plan_dates(view), *_endings(view), *load_due_dates(profile, view)]
    return tuple(sorted(found, key=lambda day: (day.last, day.key)))


def load_due_dates(profile: Profile, view: PlanView) -> tuple[OwnDate, ...]:
    """What was set and agreed on with a day, and is not done; two queries."""
    return (*_assigned(profile, view), *_agreed(profile))


def steps_left(view: PlanView) -> tuple[OutlineStep, ...]:
    """Of the plan that is kept; without one, of the plan as it is now."""
    return view.progress.left if view.progress else read_outline(view.document).steps


def plan_dates(view: PlanView) -> Iterator[OwnDate]:
    about = "From the plan that you keep." if view.kept else "From your roadmap as it is now."
    for step in steps_left(view):
        yield OwnDate(
            "step", f"step-{step.id}@{step.end}", step.starts_on, step.ends_on,
            goal(view.catalogue, step), about, "planner:roadmap",
        )  # fmt: skip


def _endings(view: PlanView) -> Iterator[OwnDate]:
    for one in view.profile.held:
        if one.expires_on is not None and one.expires_on >= view.today:
            name = name_of(view.catalogue, one.id)
            yield OwnDate(
                "end", f"expiry-{one.id}", one.expires_on, one.expires_on, name,
                "After this day it counts nothing.", "planner:certification", (one.id,),
            )  # fmt: skip


def _assigned(profile: Profile, view: PlanView) -> Iterator[OwnDate]:
    developer = view.developer
    for task in load_tasks(profile, developer.skills, developer.certifications, view.today):
        day = task.assigned.due_on
        if task.is_left and day is not None:
            yield OwnDate(
                "due", f"assignment-{task.assigned.key}", day, day,
                task_title(view.catalogue, task.assigned), "A step that was set for you.",
                "planner:guidance",
            )  # fmt: skip


def _agreed(profile: Profile) -> Iterator[OwnDate]:
    """Without its words, which somebody else wrote, maybe of somebody else."""
    actions = AgreedAction.objects.filter(
        check_in__profile=profile, who=AgreedAction.Who.MENTEE, done_at__isnull=True
    )
    for pk, check_in, held_on, day in actions.order_by("due_on", "pk").values_list(
        "pk", "check_in", "check_in__held_on", "due_on"
    ):
        if day is not None:
            yield OwnDate(
                "due", f"action-{pk}", day, day,
                f"Agreed in the check-in of {held_on.day} {held_on:%B}",
                "What it is stands in the notes of the check-in.",
                "planner:my_check_in", (check_in,),
            )  # fmt: skip
