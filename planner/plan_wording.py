"""The sentences of the roadmap: what a plan comes to, how sure it is, what is due.

Money goes with skills and could be worth something; nothing here promises any.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

from planner.documents import Answer
from planner.domain.catalogue import Catalogue
from planner.domain.developer import Developer
from planner.domain.learning import months_of_study
from planner.domain.path import is_reached
from planner.domain.ranges import Range
from planner.domain.roadmap import Plan, Reach, Wishes
from planner.domain.roadmap.difference import needs
from planner.domain.roadmap.paycurve import PayMoment
from planner.domain.roadmap.progress import Progress
from planner.figures import (
    count,
    dollar_range,
    duration,
    duration_range,
    gain,
    money_k,
    money_range,
)
from planner.names import level_name, listed, name_of
from planner.time_wording import DAYS_PER_MONTH, between, days, month, pace_said, span, study_said

TOGETHER_DAYS = 14  # skills and years that come within so many days come together

type Case = Literal["start", "left_out", "nothing", "reached", "way", "unreachable", "too_far"]


# --- The verdict ----------------------------------------------------------------------------------


def case_of(catalogue: Catalogue, answer: Answer) -> Case:
    """What the first sentence of a roadmap is about."""
    plan, outlook = answer.plan, answer.outlook
    if not outlook.standing.skills:
        return "start"
    if not plan.steps and not plan.later:
        return "left_out" if outlook.developer.excluded else "nothing"
    if is_reached(catalogue, outlook.standing, plan.target) and _years_are_there(catalogue, answer):
        return "reached"
    if plan.reaches:
        return "way"
    return "too_far" if outlook.path.is_complete else "unreachable"


def _years_are_there(catalogue: Catalogue, answer: Answer) -> bool:
    return answer.outlook.developer.years >= catalogue.level(answer.plan.target).years_from


def verdict(catalogue: Catalogue, answer: Answer, today: date) -> str:
    """The answer in one sentence: which level when, and what binds."""
    plan, case = answer.plan, case_of(catalogue, answer)
    target = level_name(catalogue, plan.target)
    if case == "way" and plan.reaches:
        return f"{target} by {month(plan.reaches.on)} – {binding(plan.reaches, today)}"
    match case:
        case "start":
            return "Say what you can do, and get a plan with dates"
        case "left_out":
            return "Nothing is left to plan: you left everything out"
        case "nothing":
            return "Nothing is left to plan: you have all that is asked and paid"
        case "reached":
            return f"You are at {target}; the plan goes on with what could pay"
        case "unreachable":
            return f"{target} is out of reach without what you left out"
        case _:
            pace = answer.outlook.developer.hours_per_week
            return f"{target} does not fit into {span(plan.horizon_months)} at {pace_said(pace)}"


def binding(reach: Reach, today: date) -> str:
    """Which gate is the later one, and by how much: in the words of the verdict."""
    if reach.slack_days <= TOGETHER_DAYS and min(reach.skills_on, reach.years_on) > today:
        return "skills and years come together"
    apart = duration(reach.slack_days / DAYS_PER_MONTH)
    if reach.binds == "years" and reach.skills_on <= today:
        return "the years bind; your skills are there already"
    if reach.binds == "years":
        return f"the years bind; your skills are ready {apart} before"
    if reach.years_on <= today:
        return "the skills bind; your years are there already"
    return f"the skills bind; your years come {apart} before"


def lead(catalogue: Catalogue, answer: Answer) -> str:
    """Steps, hours and money under the verdict."""
    plan, pace = answer.plan, answer.outlook.developer.hours_per_week
    if not plan.steps:
        return ""
    hours = plan.hours
    steps = count(len(plan.steps), "step")
    if hours.high < 1:
        return f"{steps}, learnt by practice at work."
    return f"{steps}, {hours.low:,.0f}–{hours.high:,.0f} hours of study at {pace_said(pace)}."


def worth(catalogue: Catalogue, answer: Answer) -> str:
    """What the whole plan could be worth at its horizon, or why nothing is claimed."""
    plan, outlook = answer.plan, answer.outlook
    if not plan.steps:
        return ""
    if not outlook.estimate.is_claimed:
        return "No pay is claimed before entry level."
    said = gain(plan.total_gain, catalogue.parameters.show_gain_only_if)
    if not said:
        return "No figure goes with it: what is left does not move pay in the model."
    return f"Together they could be worth {said} after {span(plan.horizon_months)}."


def step_worth(catalogue: Catalogue, answer: Answer, amount: Range) -> str:
    """What one step could be worth on top of those before it, or why no figure is given."""
    said = gain(amount, catalogue.parameters.show_gain_only_if)
    if said and answer.outlook.estimate.is_claimed:
        return f"could be worth {said}"
    return "no pay figure"


def gain_tile(catalogue: Catalogue, answer: Answer) -> str:
    """`$2,900–$31,700`; empty where no figure is claimed."""
    amount = answer.plan.total_gain
    is_said = answer.outlook.estimate.is_claimed
    if not is_said or amount.high < catalogue.parameters.show_gain_only_if:
        return ""
    return f"{money_k(int(amount.low // 100 * 100))}–{money_k(amount.high)}"


def study_hours(plan: Plan) -> str:
    """`410–690 h`, or that all is practice."""
    hours = plan.hours
    return f"{hours.low:,.0f}–{hours.high:,.0f} h" if hours.high >= 1 else "At work"


def study_note(developer: Developer, plan: Plan) -> str:
    """How long the study takes at the developer's pace."""
    low, high = (
        months_of_study(hours, developer.estimated_hours_per_week)
        for hours in (plan.hours.low, plan.hours.high)
    )
    return f"{duration_range(low, high)} at {study_said(developer)}"


def nothing_text(answer: Answer) -> str:
    """Why a plan has no steps within its horizon."""
    if answer.plan.later:
        return "Nothing ends within the horizon: make it longer, or give it more hours a week."
    if answer.outlook.developer.excluded:
        return "You left everything out. Take something back under “Not for me”."
    return "Everything that the levels ask for and that goes with pay is there."


# --- How sure the order is ------------------------------------------------------------------------


def proof(catalogue: Catalogue, plan: Plan) -> str:
    """Which part of the plan is proved to be the best, and which is only the best known."""
    target, over = level_name(catalogue, plan.target), span(plan.horizon_months)
    match plan.proof:
        case "by_hand":
            return "This is your own order."
        case "soonest":
            return f"No order reaches {target} sooner: that is proved. The order is the best known."
        case "optimal" if plan.objective == "next_level" and plan.reaches:
            return (
                f"Proved for these steps: no order is sooner at {target}, none as soon earns more."
            )
        case "optimal":
            return f"Proved for these steps: no other order earns more over {over}."
        case "best_known":
            return "The order is the best known; it is not proved."


def ties(catalogue: Catalogue, plan: Plan) -> str:
    """Other first steps that would cost next to nothing; empty if there are none."""
    if not plan.as_good or plan.proof == "by_hand":
        return ""
    names = listed((name_of(catalogue, step.id) for step in plan.as_good), last="or")
    return f"As good to begin with: {names}."


def first_step(catalogue: Catalogue, answer: Answer, wishes: Wishes) -> str:
    """Why the plan does not begin with what the dashboard lists first; empty if it does."""
    suggestions = [s for s in answer.outlook.suggestions if not s.step.is_practice_only]
    if not suggestions or not answer.plan.steps:
        return ""
    ours, theirs = answer.plan.steps[0].step, suggestions[0]
    if ours.id in {theirs.step.id, *(step.id for step in theirs.first)}:
        return ""
    plan, other = answer.plan, name_of(catalogue, theirs.step.id)
    begins = name_of(catalogue, ours.id)
    measure = "pay" if plan.objective == "earnings" else "progress"
    listed_first = f"The dashboard lists {other} first: by itself it brings most {measure} an hour."
    if plan.proof == "by_hand":
        return f"{listed_first} Your own order begins with {begins}."
    if theirs.step.id in wishes.later or _leads_to(catalogue, ours.id, wishes.first):
        return f"{listed_first} Here {begins} comes first because of your wishes."
    return f"{listed_first} The plan begins with {begins} because {_why_first(catalogue, plan)}."


def _leads_to(catalogue: Catalogue, id_: str, wanted: Iterable[str]) -> bool:
    """Whether something is wanted first, or comes before what is."""
    known = [other for other in wanted if other in catalogue.positions]
    return id_ in known or any(id_ in needs(catalogue, other) for other in known)


def _why_first(catalogue: Catalogue, plan: Plan) -> str:
    """Why a whole order begins as it does, claiming no more than is proved."""
    planned, level = plan.steps[0], level_name(catalogue, plan.target)
    if planned.step.is_practice_only:
        return f"it takes {duration(planned.step.practice_months)} at work, beside study"
    if plan.objective == "next_level" and planned.is_for_target:
        is_proved = plan.proof in ("optimal", "soonest")
        return (
            f"{level} comes soonest that way"
            if is_proved
            else f"the soonest way known to {level} does"
        )
    if plan.is_optimal:
        return f"the whole order then earns most over {span(plan.horizon_months)}"
    return f"the best order known over {span(plan.horizon_months)} does"


# --- Dates and gates ------------------------------------------------------------------------------


def gate_dates(reach: Reach, today: date) -> tuple[str, str]:
    """When the skills and the years of a level are there."""
    return _when(reach.skills_on, today), _when(reach.years_on, today)


def reach_note(reach: Reach) -> str:
    """How far the day may move with the hours that the steps take."""
    first, last = reach.between
    if month(first) == month(last):
        return "Whatever hours the steps take" if reach.binds == "years" else between(first, last)
    return f"Between {first:%b %Y} and {last:%b %Y}"


def slack(reach: Reach) -> str:
    """The time between the two gates."""
    if reach.slack_days <= TOGETHER_DAYS:
        return "None: both come together"
    earlier = "skills" if reach.binds == "years" else "years"
    return f"{days(reach.slack_days).capitalize()}: the {earlier} come first"


def pay_finding(moments: Sequence[PayMoment]) -> str:
    """What the pay curve shows, in one sentence."""
    first, last = moments[0], moments[-1]
    return (
        f"Pay could go from {money_range(first.pay)} today to {money_range(last.pay)}"
        f" by {month(last.on)}; with time alone it would be about {money_k(last.idle)}"
    )


def _when(day: date, today: date) -> str:
    return "There already" if day <= today else month(day)


# --- Progress -------------------------------------------------------------------------------------


def progress_said(progress: Progress) -> str:
    """`12 days behind`, `On time`, `Done, 20 days before its end`."""
    match progress.state:
        case "done":
            return f"Done, {days(progress.days)} before its end" if progress.days else "Done"
        case "on_time":
            return "On time"
        case state:
            return f"{days(progress.days).capitalize()} {state}"


def progress_note(progress: Progress) -> str:
    """How many steps are done, and how many the plan has done by today."""
    steps = len(progress.done) + len(progress.left)
    due = f"the plan has {progress.due} done by today" if progress.due else "none is due yet"
    return f"{len(progress.done)} of {count(steps, 'step')} reached; {due}"


def waits_for(catalogue: Catalogue, ids: list[str]) -> str:
    """`Waits for Docker and Linux`; empty for nothing."""
    return f"Waits for {listed(name_of(catalogue, id_) for id_ in ids)}" if ids else ""


def total(amount: Range) -> str:
    """`$6,100–$18,300 a year`, or that there is none."""
    return f"{dollar_range(amount.low, amount.high)} a year" if amount.high >= 1 else "No figure"
