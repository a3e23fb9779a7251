"""What is said of people who may need help, and of what somebody is reminded of. No markup."""

from __future__ import annotations

from datetime import date

from planner.domain.mentoring.at_risk import ALARM_BUDGET, Explanation, Group, Reason
from planner.figures import count
from planner.time_wording import ago, days

GROUPS: dict[Group, tuple[str, str]] = {
    "struggling": ("Struggling", "Behind, and say that they cannot go on. Help is asked for."),
    "disengaged": ("Disengaged", "Silent for long with work left, and nothing explains it."),
    "watch": ("To watch", "Behind and quiet, but not for long yet, or with a reason."),
}
ASKING = (
    "Stuck",
    "On time so far, but say that they cannot go on. They are not counted as flagged.",
)


def verdict(flagged: int, shown: int) -> str:
    """`3 of 24 people may need you`: the heading."""
    if not shown:
        return "Nobody here shows you their plan"
    if not flagged:
        return "Nobody here seems to need help now"
    return f"{flagged} of {count(shown, 'person', 'people')} may need help"


def alarm(flagged: int, shown: int, share: float) -> str:
    """How much of the budget of the alarm is used."""
    return (
        f"{flagged} of {shown} flagged, {share:.0%}."
        f" Up to {ALARM_BUDGET:.0%} an alarm can be answered; beyond, it says little."
    )


def reason(found: Reason) -> str:
    """`12 days behind the plan`."""
    figure = round(found.figure)
    match found.code:
        case "share_behind":
            return f"{found.figure:.0%} of the work is late"
        case "days_behind":
            return f"{days(figure)} behind the plan"
        case "overdue":
            return f"{count(figure, 'step')} overdue"
        case "silent":
            return f"No sign for {days(figure)}"
        case _:  # severe_blocker
            return "Cannot go on"


def explanation(found: Explanation) -> str:
    """`Paused for 5 more days`."""
    match found.code:
        case "no_work":
            return "Has no work set"
        case "new":
            return f"New: joined {ago(found.figure)}"
        case "paused":
            return (
                "Paused up to today" if not found.figure else f"Paused, {days(found.figure)} left"
            )
        case "blocker":
            return count(found.figure, "blocker") + " declared"
        case _:  # review_waiting
            return f"{count(found.figure, 'review')} waiting for a mentor"


def since(day: date | None, today: date) -> str:
    return "never" if day is None else ago(max(0, (today - day).days))


def reminder_to_mentor(name: str, skill: str) -> str:
    return f"{name} waits for a review of {skill}."


def reminder_to_mentee(kind: str, what: str, figure: int) -> str:
    """The sentence that reminds a mentee, in the words nobody changed."""
    if kind == "more":
        return f"You were asked for more about {what}: show it, and ask again."
    if kind == "assignment":
        return f"A step that a mentor set you is overdue: {what}."
    return f"You are {days(figure)} behind your plan. A plan with fewer hours may fit better."


def stage(day: int) -> str:
    """`after 14 days`; the last day closes the matter."""
    return "closes after 28 days" if day == 28 else f"after {day} days"
