"""What is said of a mentee, and of what mentors set for them. No markup, and never money."""

from __future__ import annotations

from datetime import date

from planner.domain.catalogue import Catalogue
from planner.domain.mentoring.assignments import Assigned, AssignmentState
from planner.domain.mentoring.ratings import Pair
from planner.domain.outlook import Outlook
from planner.domain.path import is_reached
from planner.domain.roadmap.progress import Progress
from planner.figures import about_hours, count
from planner.names import level_name, name_of, proficiency
from planner.plan_wording import progress_said

STATES: dict[AssignmentState, str] = {
    "overdue": "Overdue", "open": "To do", "done": "Done", "declined": "Declined",
    "withdrawn": "Withdrawn",
}  # fmt: skip


def verdict(catalogue: Catalogue, outlook: Outlook, name: str) -> str:
    """`Jonas is 3 expectations from Entry level`: where a mentee stands."""
    target = level_name(catalogue, outlook.target)
    if not outlook.standing.skills:
        return f"{name} has not assessed any skill yet"
    if is_reached(catalogue, outlook.standing, outlook.target):
        return f"{name} has the skills of {target}"
    if not outlook.path.is_complete:
        return f"{name} cannot reach {target} without the skills left out"
    return f"{name} is {count(len(outlook.path.expectations), 'expectation')} from {target}"


def way(outlook: Outlook) -> str:
    """How long the way to the target is, in hours of study."""
    if not outlook.path.steps:
        return ""
    if outlook.path.hours.central < 1:
        return "What is left is learnt by practice at work."
    return f"That is {about_hours(outlook.path.hours.central)} of study."


def plan_verdict(name: str, progress: Progress | None) -> str:
    """`Jonas is 12 days behind the plan`."""
    if progress is None:
        return f"{name} follows no plan"
    if progress.state == "done":
        return f"{name} has done every step of the plan"
    if progress.state == "on_time":
        return f"{name} is on time with the plan"
    said = progress_said(progress)
    return f"{name} is {said[:1].lower()}{said[1:]} {'the' if 'behind' in said else 'of the'} plan"


def task_title(catalogue: Catalogue, assigned: Assigned) -> str:
    """`Docker to Working`, or the name of a certification."""
    name = name_of(catalogue, assigned.id)
    if assigned.proficiency is None:
        return name
    return f"{name} to {proficiency(assigned.proficiency)}"


def due(day: date | None, today: date) -> str:
    """`due 12 January`, `was due on 3 May 2025`; nothing without a day."""
    if day is None:
        return ""
    said = f"{day.day} {day:%B}" if day.year == today.year else f"{day.day} {day:%B %Y}"
    return f"was due on {said}" if day < today else f"due {said}"


def set_by(mentor: str, day: date | None, today: date) -> str:
    """`Set by Mira, due 12 January`."""
    return ", ".join(filter(None, (f"Set by {mentor}", due(day, today))))


def ratings_verdict(pairs: tuple[Pair, ...]) -> str:
    """What self and mentor ratings come to: how many differ, if there are any to compare."""
    if not pairs:
        return "No skill is rated by both sides yet"
    differing = sum(pair.size > 0 for pair in pairs)
    if not differing:
        return f"Both sides agree on {count(len(pairs), 'rating')}"
    verb = "differs" if differing == 1 else "differ"
    return f"{differing} of {count(len(pairs), 'rating')} {verb}"


def difference(levels: int) -> str:
    """`2 levels higher`: a mentor's rating less one's own."""
    return f"{count(abs(levels), 'level')} {'higher' if levels > 0 else 'lower'}"


def guidance_verdict(open_count: int, overdue: int) -> str:
    """What waits for the mentee."""
    if not open_count:
        return "No step and no goal waits for you"
    verb = "waits" if open_count == 1 else "wait"
    said = f"{count(open_count, 'thing')} from your mentors {verb} for you"
    return f"{said}, {overdue} overdue" if overdue else said
