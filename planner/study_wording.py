"""The sentences of the learning log. They count what was done and blame nobody for a quiet week."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from planner.domain.pace import Pace
from planner.domain.ranges import Range
from planner.domain.study import RoundState, Streak, Week
from planner.figures import count
from planner.time_wording import day

STATES: dict[RoundState, str] = {
    "started": "In progress",
    "paused": "Paused",
    "finished": "Finished",
}
SURENESS = {"better": "well supported", "fair": "fairly well supported", "weak": "a first guess"}


def amount(hours: float | Decimal) -> str:
    """`4.5`, `12`, `0.25`: to a tenth from ten hours on, else to a hundredth."""
    return f"{round(float(hours), 1 if hours >= 10 else 2):,.10g}"


def hours_said(hours: float | Decimal) -> str:
    """`1 hour`, `4.5 hours`."""
    said = amount(hours)
    return f"{said} hour{'' if said == '1' else 's'}"


def week_verdict(week: Week) -> str:
    """The first sentence of the log: this week against its goal."""
    if not week.hours:
        return "Your log waits for you in a pause" if week.is_paused else "This week is still open"
    if week.is_met:
        return f"{hours_said(week.hours)} this week: your goal of {amount(week.goal)} is met"
    return f"{amount(week.hours)} of {hours_said(week.goal)} this week"


def streak_said(streak: Streak) -> str:
    """The weeks in a row, quietly."""
    if not streak.since:
        return "The first hours you log begin a row of weeks."
    still_open = "" if streak.has_this_week else "; this week can be the next"
    if streak.weeks == 1:
        return f"You studied {'this week' if streak.has_this_week else 'last week'}{still_open}."
    since = day(streak.since)
    return f"You studied in {streak.weeks} weeks in a row, since {since}{still_open}."


def weeks_finding(weeks: Sequence[Week]) -> str:
    """The title of the chart."""
    studied = sum(week.hours > 0 for week in weeks)
    total = sum(week.hours for week in weeks)
    if not studied:
        return f"Nothing is logged in the last {count(len(weeks), 'week')}"
    return f"{hours_said(total)} in {studied} of the last {count(len(weeks), 'week')}"


def week_state(week: Week) -> str:
    """What a row of the table says beside the hours."""
    if week.hours and week.is_met:
        return "Goal met"
    if week.hours:
        return f"{round(100 * week.hours / week.goal)}% of the goal"
    return "Pause" if week.is_paused else "–"


def pace_title(pace: Pace) -> str:
    """The finding of the card about the own pace."""
    if pace.factor is None:
        return "Your own pace does not show yet"
    factor = pace.factor.central
    if abs(factor - 1) < 0.05:
        return "Steps take you about as long as estimated"
    if factor > 1:
        return f"Steps take you about {_percent(factor - 1)} more time than estimated"
    return f"Steps take you about {_percent(1 - factor)} less time than estimated"


def pace_said(pace: Pace) -> str:
    """What it rests on and how sure it is, or what is still wanting."""
    if pace.factor is None or pace.grade is None:
        wanting = []
        if pace.steps_missing:
            wanting.append(f"{count(pace.steps_missing, 'more finished step')} with logged hours")
        if pace.hours_missing:
            wanting.append(f"{hours_said(pace.hours_missing)} more in finished steps")
        return f"It needs {' and '.join(wanting)}."
    low, high = f"{pace.factor.low:.2f}", f"{pace.factor.high:.2f}"
    basis = f"{count(pace.steps, 'finished step')} with {hours_said(pace.hours)}"
    return f"{low} to {high} times the estimate, from {basis}: {SURENESS[pace.grade]}."


def of_estimate(hours: float, estimate: Range) -> str:
    """`6 of 20–40 hours`."""
    low, high = (f"{bound:,.0f}" for bound in (estimate.low, estimate.high))
    return f"{amount(hours)} of {high if low == high else f'{low}–{high}'} hours"


def took(hours: float, estimate: float | None) -> str:
    """How a finished step compares with what it was thought to take."""
    if not estimate or not hours:
        return ""
    ratio = hours / estimate
    if 0.9 <= ratio <= 1.1:
        return "as estimated"
    return f"{ratio:.1f} times the estimate"


def _percent(share: float) -> str:
    return f"{round(share * 100)}%"
