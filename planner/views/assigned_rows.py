"""How the steps that mentors set meet somebody's own plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planner import guidance_wording
from planner.domain.learning import Step
from planner.queries.guidance import Task
from planner.queries.plans import PlanView


@dataclass(frozen=True, slots=True)
class AssignedRow:
    """A step that a mentor set. `ends_on`: when the plan has it done, if it has it."""

    task: Task
    ends_on: date | None
    is_first: bool

    @property
    def is_late(self) -> bool:
        """Whether the plan has it done only after its day."""
        due_on = self.task.assigned.due_on
        return bool(due_on and self.ends_on and self.ends_on > due_on)


def assigned_rows(view: PlanView) -> list[AssignedRow]:
    """What mentors set and is left to do, with where the plan has it."""
    return [
        AssignedRow(
            task,
            ends_on=_ends_on(view, task),
            is_first=task.assigned.id in view.request.wishes.first,
        )
        for task in view.tasks
        if task.is_left
    ]


def set_by(view: PlanView, step: Step) -> str:
    """Which mentors set this step, or one that it leads to, and until when."""
    return "; ".join(
        guidance_wording.set_by(task.mentor, task.assigned.due_on, view.today)
        for task in view.tasks
        if task.is_left and _leads_to(step, task)
    )


def _ends_on(view: PlanView, task: Task) -> date | None:
    """The day on which the plan reaches it."""
    wanted = task.assigned.proficiency or 0
    days = [
        planned.ends_on
        for planned in view.answer.plan.steps
        if _leads_to(planned.step, task) and planned.step.end >= wanted
    ]
    return min(days, default=None)


def _leads_to(step: Step, task: Task) -> bool:
    """Whether it is this very certification, or raises the skill on the way to that level."""
    assigned = task.assigned
    is_open = assigned.proficiency is None or step.start < assigned.proficiency
    return step.id == assigned.id and is_open
