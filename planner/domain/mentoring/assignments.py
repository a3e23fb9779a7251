"""Steps that mentors set: what has become of each, and which comes first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

AssignmentState = Literal["overdue", "open", "done", "declined", "withdrawn"]
STATES: tuple[AssignmentState, ...] = ("overdue", "open", "done", "declined", "withdrawn")
LEFT: frozenset[AssignmentState] = frozenset({"overdue", "open"})


@dataclass(frozen=True, slots=True)
class Assigned:
    """One step. `id`: a skill, to be raised to `proficiency` (0–4), or a certification (None)."""

    key: int
    id: str
    proficiency: int | None
    due_on: date | None = None
    is_declined: bool = False
    is_withdrawn: bool = False

    @property
    def step_key(self) -> str:
        """What the roadmap calls a step that leads there: `docker@2`."""
        return f"{self.id}@{1 if self.proficiency is None else self.proficiency}"


def state_of(
    assigned: Assigned, skills: Mapping[str, int], certifications: Collection[str], today: date
) -> AssignmentState:
    """What became of a step: it is done once what is claimed reaches it, on any day.

    `skills`: proficiency 0–4 by id; `certifications`: those that are valid. Overdue from the day
    after `due_on`.
    """
    if assigned.is_withdrawn:
        return "withdrawn"
    if assigned.is_declined:
        return "declined"
    if assigned.proficiency is None:
        is_done = assigned.id in certifications
    else:
        is_done = skills.get(assigned.id, -1) >= assigned.proficiency
    if is_done:
        return "done"
    is_late = assigned.due_on is not None and assigned.due_on < today
    return "overdue" if is_late else "open"


def by_urgency(
    found: Iterable[tuple[Assigned, AssignmentState]],
) -> tuple[tuple[Assigned, AssignmentState], ...]:
    """What is left first, by its day, undated last; then what is done, declined, withdrawn."""

    def order(pair: tuple[Assigned, AssignmentState]) -> tuple[int, date, int]:
        assigned, state = pair
        return STATES.index(state), assigned.due_on or date.max, assigned.key

    return tuple(sorted(found, key=order))
