"""The sentences of what-if scenarios: what is different, what each difference does, who is first.

Money goes with skills and could be worth something; nothing here promises any.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from planner.domain.catalogue import Catalogue
from planner.domain.scenarios import Effect, Inputs, Outcome
from planner.figures import about_hours, decimal, money_k, money_range
from planner.models.plans import OBJECTIVE_NAMES
from planner.names import level_name, listed, name_of
from planner.plan_wording import binding
from planner.time_wording import between, days, month, pace_said, span

SAME_DAYS = 7  # a level within a week of what it was has not moved
SAME_HOURS = 5
MOST_NAMES = 3
NEW_PAY = frozenset({"place", "is_remote", "horizon_months"})
LEFT_OUT = {"language": "other languages", "framework": "other frameworks"}


# --- What is different ----------------------------------------------------------------------------


def cause(catalogue: Catalogue, effect: Effect) -> str:
    """`10 instead of 6 hours a week`."""
    was, now = effect.before.inputs, effect.after.inputs
    match effect.change:
        case "hours_per_week":
            return _pace(was, now)
        case "target":
            return _target(catalogue, effect)
        case "horizon_months":
            return f"A horizon of {span(now.horizon_months)} instead of {span(was.horizon_months)}"
        case "objective":
            return f"The aim “{OBJECTIVE_NAMES[now.objective].lower()}”"
        case "language" | "framework":
            return _preferred(catalogue, effect)
        case "certificates":
            return _certificates(was, now)
        case _:
            return _work(catalogue, effect)


def _pace(was: Inputs, now: Inputs) -> str:
    number, _, unit = pace_said(now.developer.hours_per_week).partition(" ")
    return f"{number} instead of {decimal(was.developer.hours_per_week)} {unit}"


def _target(catalogue: Catalogue, effect: Effect) -> str:
    before, after = (
        level_name(catalogue, outcome.plan.target) for outcome in (effect.before, effect.after)
    )
    return f"{after} as the target" + (f" instead of {before}" if before != after else "")


def _preferred(catalogue: Catalogue, effect: Effect) -> str:
    name = name_of(catalogue, effect.value) if isinstance(effect.value, str) else ""
    return f"{name} and no {LEFT_OUT[effect.change]}"


def _certificates(was: Inputs, now: Inputs) -> str:
    is_more = len(now.developer.excluded) > len(was.developer.excluded)
    return "No certificate steps" if is_more else "Every certificate that pays"


def _work(catalogue: Catalogue, effect: Effect) -> str:
    was, now = effect.before.inputs, effect.after.inputs
    if effect.change == "place":
        return f"{_place(catalogue, now)} instead of {_place(catalogue, was)}"
    return "Working remotely" if now.developer.is_remote else "Working on site"


def _place(catalogue: Catalogue, inputs: Inputs, none: str = "no stated place") -> str:
    place = catalogue.places.get(inputs.place or "")
    return place.name if place else none


# --- What it does ---------------------------------------------------------------------------------


def reason(catalogue: Catalogue, effect: Effect) -> str:
    """`10 instead of 6 hours a week: Senior 3 months sooner, March instead of June 2028.`"""
    return f"{cause(catalogue, effect)}: {'; '.join(_consequences(catalogue, effect))}."


def _consequences(catalogue: Catalogue, effect: Effect) -> list[str]:
    said = [
        *_level(catalogue, effect),
        *_study(catalogue, effect),
        *_end(effect),
        *_worth(catalogue, effect),
        *_pay(effect),
    ]
    return said or ["nothing that this page shows changes"]


def _level(catalogue: Catalogue, effect: Effect) -> Iterator[str]:
    before, after = effect.before.plan, effect.after.plan
    target, reach, was = level_name(catalogue, after.target), after.reaches, before.reaches
    if reach is None:
        if was is not None or before.target != after.target:
            yield f"{target} is not reached within {span(after.horizon_months)}"
    elif was is None or before.target != after.target:
        yield f"{target} by {month(reach.on)}"
    elif abs((reach.on - was.on).days) > SAME_DAYS:
        apart = (reach.on - was.on).days
        way = "sooner" if apart < 0 else "later"
        yield f"{target} {days(abs(apart))} {way}, {month(reach.on)} instead of {month(was.on)}"
    elif effect.change == "hours_per_week" and reach.binds == "years":
        yield f"{target} stays in {month(reach.on)}, since the years bind"


def _study(catalogue: Catalogue, effect: Effect) -> Iterator[str]:
    before, after = effect.before.plan, effect.after.plan
    apart = after.hours.central - before.hours.central
    if abs(apart) >= SAME_HOURS:
        yield f"{about_hours(abs(apart))} {'more' if apart > 0 else 'less'} study"
    was, now = ({p.step.id: None for p in plan.steps} for plan in (before, after))
    for word, ids in (("without", was.keys() - now.keys()), ("with", now.keys() - was.keys())):
        if ids:
            yield f"{word} {_named(catalogue, [id_ for id_ in (*was, *now) if id_ in ids])}"


def _named(catalogue: Catalogue, ids: Sequence[str]) -> str:
    names = [name_of(catalogue, id_) for id_ in ids]
    rest = len(names) - MOST_NAMES
    return listed([*names[:MOST_NAMES], f"{rest} more"] if rest > 0 else names)


def _end(effect: Effect) -> Iterator[str]:
    """When all is done, where only the pace is another."""
    before, after = effect.before.plan.steps, effect.after.plan.steps
    if effect.change != "hours_per_week" or not before or not after:
        return
    was, now = (max(p.ends_on for p in steps) for steps in (before, after))
    if month(was) != month(now):
        yield f"the last step ends in {month(now)} instead of {month(was)}"


def _worth(catalogue: Catalogue, effect: Effect) -> Iterator[str]:
    """How much further, or less far, the range of the steps' worth goes."""
    if not effect.after.estimate.is_claimed:
        return
    apart = effect.after.plan.total_gain.high - effect.before.plan.total_gain.high
    if abs(apart) >= catalogue.parameters.show_gain_only_if:
        way = "more" if apart > 0 else "less"
        yield f"the steps could be worth up to {money_k(abs(apart))} a year {way}"


def _pay(effect: Effect) -> Iterator[str]:
    """Where pay itself moves: with the place, and with the time that passes."""
    if effect.change not in NEW_PAY:
        return
    if not effect.after.estimate.is_claimed:
        yield "no pay is claimed before entry level"
        return
    was, now = money_range(effect.before.pay_then), money_range(effect.after.pay_then)
    if was == now:
        return
    why = "pay follows the place" if effect.change != "horizon_months" else "pay at its end"
    yield f"{why}: {now} a year instead of {was}"


# --- One column -----------------------------------------------------------------------------------


def level_on(catalogue: Catalogue, outcome: Outcome) -> str:
    """`Senior by March 2028`."""
    plan = outcome.plan
    target = level_name(catalogue, plan.target)
    if plan.reaches is None:
        return f"{target}: not within {span(plan.horizon_months)}"
    return f"{target} by {month(plan.reaches.on)}"


def level_note(outcome: Outcome, today: date) -> str:
    """Which gate binds, and how far the day may move."""
    reach = outcome.plan.reaches
    if reach is None:
        return "Its skills do not fit into the horizon, or are left out"
    if reach.on <= today:
        return "Skills and years are there already"
    said = binding(reach, today)
    first, last = reach.between
    may = f"; {between(first, last)}" if month(first) != month(last) else ""
    return f"{said[:1].upper()}{said[1:]}{may}"


def pace(outcome: Outcome) -> str:
    return f"At {pace_said(outcome.inputs.developer.hours_per_week)}"


# --- The verdict ----------------------------------------------------------------------------------


def verdict(catalogue: Catalogue, now: Outcome, others: Sequence[tuple[str, Outcome]]) -> str:
    """Which of the scenarios beside the plan brings its level soonest, in one sentence."""
    if not others:
        return "What if you had more hours, another place or another aim?"
    target, on = now.plan.target, now.plan.reaches.on if now.plan.reaches else date.max
    found = [
        (outcome.plan.reaches.on, n)
        for n, (_, outcome) in enumerate(others)
        if outcome.plan.reaches and outcome.plan.target == target
    ]
    level = level_name(catalogue, target)
    soonest, n = min(found, default=(date.max, 0))
    if soonest == date.max or (on - soonest).days <= SAME_DAYS:
        return f"None of these brings {level} sooner than the plan you have"
    name = others[n][0]
    if on == date.max:
        return f"“{name}” reaches {level} by {month(soonest)}; the plan you have does not"
    return f"“{name}” reaches {level} {days((on - soonest).days)} sooner, by {month(soonest)}"


def adopted(catalogue: Catalogue, name: str, effects: Sequence[Effect]) -> str:
    """What a profile has different once a scenario is adopted."""
    causes = "; ".join(cause(catalogue, effect) for effect in effects)
    said = f"“{name}” is your plan now: {causes}."
    if any(effect.change in {"place", "is_remote"} for effect in effects):
        return f"{said} What you said you are paid stays as it was."
    return said


def inputs_now(catalogue: Catalogue, outcome: Outcome) -> list[tuple[str, str]]:
    """What the profile and its plan have now, for whoever fills in what is to be different."""
    inputs, developer = outcome.inputs, outcome.inputs.developer
    certificates = [id_ for id_ in catalogue.certifications if id_ not in developer.excluded]
    return [
        ("Study", pace_said(developer.hours_per_week)),
        ("Target", level_name(catalogue, outcome.plan.target)),
        ("Aim", OBJECTIVE_NAMES[inputs.objective]),
        ("Horizon", span(inputs.horizon_months)),
        ("Certificates", "In the plan where they pay" if certificates else "Left out"),
        ("Place", _place(catalogue, inputs, "Not stated")),
        ("Remote", "Yes" if developer.is_remote else "No"),
    ]
