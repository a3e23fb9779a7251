"""The plan as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from planner import figures, wording
from planner.documents.plan import Answer, why_planned
from planner.domain.catalogue import Catalogue
from planner.domain.next_skills import Suggestion
from planner.domain.ranges import Range
from planner.domain.roadmap import PlannedStep
from planner.names import level_name

SHOWN = 8  # next skills; the JSON document has them all
INDENT = " " * 4


def write_text(catalogue: Catalogue, answer: Answer) -> str:
    """The level, what binds, pay, the next skills and the roadmap, one thing a line."""
    parts = (
        _standing(catalogue, answer),
        _next(catalogue, answer),
        _roadmap(catalogue, answer),
        _projection(answer),
    )
    return "\n\n".join("\n".join(lines) for lines in parts)


def _standing(catalogue: Catalogue, answer: Answer) -> Iterator[str]:
    outlook, estimate = answer.outlook, answer.outlook.estimate
    level = estimate.level
    by_years = level_name(catalogue, level.by_years)
    by_skills = level_name(catalogue, level.by_skills)
    yield wording.verdict(catalogue, outlook)
    shown = level_name(catalogue, level.shown)
    yield f"Level: {shown} (by years {by_years}, by skills {by_skills})"
    yield from filter(None, [wording.binding(catalogue, outlook)])
    if estimate.is_claimed:
        yield f"Pay now: {_dollars(estimate.pay)} a year, how sure: {outlook.sureness.grade}"
        yield f"{INDENT}A position in the article's bands, not a promise."
    else:
        floor = figures.money(catalogue.levels[0].pay_low * estimate.place_factor)
        yield f"Pay: none is claimed before entry level, whose band starts at {floor} a year"


def _dollars(figure: Range) -> str:
    low, central, high = map(figures.money, (figure.low, figure.central, figure.high))
    return f"{low}–{high} (central {central})"


def _next(catalogue: Catalogue, answer: Answer) -> Iterator[str]:
    suggestions = answer.outlook.suggestions
    yield "Next skills" if suggestions else "Next skills: nothing is left to suggest"
    for n, suggestion in enumerate(suggestions[:SHOWN], start=1):
        yield f"{n:>2}. {_suggestion(catalogue, answer, suggestion)}"
        yield f"{INDENT}{wording.reason(catalogue, suggestion)}"
        if suggestion.first:
            yield f"{INDENT}{wording.comes_first(catalogue, suggestion.first)}"
    if len(suggestions) > SHOWN:
        yield f"{INDENT}and {len(suggestions) - SHOWN} more"


def _suggestion(catalogue: Catalogue, answer: Answer, suggestion: Suggestion) -> str:
    title, hours = wording.step_title(catalogue, suggestion.step), _time(suggestion)
    gain = figures.gain(suggestion.gain, catalogue.parameters.show_gain_only_if)
    is_said = gain and answer.outlook.estimate.is_claimed
    return f"{title}: {hours}{f', could be worth {gain}' if is_said else ''}"


def _time(suggestion: Suggestion) -> str:
    hours, step = suggestion.hours, suggestion.step
    if step.is_only_to_state:
        return "taken as known, so it only has to be stated"
    if hours.central > 0:
        return f"{figures.about_hours(hours.central)} ({hours.low:,.0f}–{hours.high:,.0f})"
    practice = f"{figures.duration(step.practice_months)} of " if step.practice_months else ""
    return f"{practice}practice at work"


def _roadmap(catalogue: Catalogue, answer: Answer) -> Iterator[str]:
    plan = answer.plan
    pace = figures.decimal(answer.outlook.developer.hours_per_week)
    purpose = "the next level" if plan.objective == "next_level" else "earnings"
    yield f"Roadmap for {purpose}, at {pace} hours a week"
    for n, planned in enumerate(plan.steps):
        yield f"{_dates(planned)}  {wording.step_title(catalogue, planned.step)}"
        if why := why_planned(catalogue, answer, n):
            yield f"{INDENT}{why}"
    if not plan.steps:
        yield f"{INDENT}No step fits."
    target = level_name(catalogue, answer.outlook.target)
    if plan.reaches:
        yield f"{target} on {plan.reaches.on}; {plan.reaches.binds} decide the date"
    else:
        yield f"{target} is not reached within the horizon"


def _dates(planned: PlannedStep) -> str:
    return f"{planned.starts_on} – {planned.ends_on}"


def _projection(answer: Answer) -> Iterator[str]:
    projection, gain = answer.projection, answer.projection.gain_skill
    if not answer.outlook.estimate.is_claimed:
        yield "No change of pay is claimed before entry level"
        return
    yield f"In {figures.duration(projection.months)}, a year"
    yield f"{INDENT}from time: {figures.change(projection.gain_time)}"
    if gain.high > 0:
        yield f"{INDENT}skills could be worth {figures.dollar_range(gain.low, gain.high)}"
    else:
        yield f"{INDENT}skills: no pay figure"
