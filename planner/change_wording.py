"""What changed between two plans, in sentences that name the reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from planner.documents import PlanRequest
from planner.domain.catalogue import Catalogue
from planner.domain.developer import Developer
from planner.domain.roadmap import Plan
from planner.domain.roadmap.difference import Difference, Move, Outline, OutlineStep
from planner.figures import decimal
from planner.models.plans import OBJECTIVE_NAMES
from planner.names import level_name, listed, name_of, proficiency
from planner.plan_wording import total
from planner.time_wording import days, month, pace_said, span

MOST_MOVES, FEW_MOVES = 4, 2
MOST_NAMES = 5


def changes(
    catalogue: Catalogue, difference: Difference, touched: str = "", later: Sequence[str] = ()
) -> list[str]:
    """One sentence a change, the most important first; none where nothing changes.

    `touched`: the id that the learner changed, which comes first. `later`: ids of what the plan
    now has beyond its horizon.
    """
    return [
        *_level(catalogue, difference),
        *_moves(catalogue, difference.moved, touched),
        *_steps(catalogue, difference, later),
        *_worth(difference),
    ]


def wished(catalogue: Catalogue, wish: str, key: str, skills: Mapping[str, int]) -> str:
    """What was asked of a step, before what follows from it."""
    id_, _, end = key.partition("@")
    name = name_of(catalogue, id_)
    if wish == "have" and skills.get(id_, 0) < int(end):
        return f"{name} is to be learnt again."
    return {
        "up": f"You moved {name} up.",
        "down": f"You moved {name} down.",
        "first": f"You want {name} first, with what it needs.",
        "later": f"You put {name} off, with what builds on it.",
        "excluded": f"{name} is not for you.",
        "normal": f"The planner places {name} again.",
        "have": f"You have {name} at {proficiency(int(end or 0))} already.",
        "order": "The planner orders the steps again.",
        "start": f"You are at {name} now.",
        "pause": f"{name} is paused; what you logged of it stays.",
        "finish": f"You finished {name}. Nothing is stated of it by that alone.",
    }[wish]


def set_anew(
    before: tuple[Developer, PlanRequest], after: tuple[Developer, PlanRequest]
) -> list[str]:
    """What was set differently, but for the target, which its own sentence names."""
    (developer, request), (developer_now, request_now) = before, after
    said = []
    if developer.hours_per_week != developer_now.hours_per_week:
        now, was = pace_said(developer_now.hours_per_week), decimal(developer.hours_per_week)
        said.append(f"{now} instead of {was}.")
    if request.objective != request_now.objective:
        said.append(f"The aim is now: {OBJECTIVE_NAMES[request_now.objective].lower()}.")
    if request.horizon_months != request_now.horizon_months:
        now, was = span(request_now.horizon_months), span(request.horizon_months)
        said.append(f"The horizon is {now} instead of {was}.")
    return said


def nothing(plan: Plan, *, is_asked: bool) -> str:
    """That a change came to nothing, and why if it is plain."""
    if is_asked and plan.proof == "by_hand":
        return "Your own order stays as it is."
    return "Nothing else changes." if is_asked else "Nothing changes."


def stuck(catalogue: Catalogue, plan: Plan, key: str, place: str) -> str:
    """Why a step cannot go further that way."""
    keys = [planned.key for planned in plan.steps]
    at, name = keys.index(key), name_of(catalogue, key.partition("@")[0])
    beside = at - 1 if place == "up" else at + 1
    if not 0 <= beside < len(keys):
        return f"{name} is the {'first' if place == 'up' else 'last'} step already."
    other = name_of(catalogue, keys[beside].partition("@")[0])
    if place == "up":
        return f"{name} stays where it is: {other} has to come first."
    return f"{name} stays where it is: {other} waits for it."


def _level(catalogue: Catalogue, difference: Difference) -> Iterator[str]:
    before, after = difference.before, difference.after
    target = level_name(catalogue, after.target)
    if before.target != after.target:
        yield f"The plan is for {target} now{_reached(after)}."
    elif difference.level_days:
        way = "sooner" if difference.level_days < 0 else "later"
        apart = days(abs(difference.level_days))
        yield f"{target} comes {apart} {way}{_instead(before, after)}."
    elif difference.level_moved and after.reaches_on is None:
        yield f"{target} is no longer reached within the horizon."
    elif difference.level_moved:
        yield f"{target} is reached now{_reached(after)}."


def _reached(outline: Outline) -> str:
    return f", by {month(outline.reaches_on)}" if outline.reaches_on else ""


def _instead(before: Outline, after: Outline) -> str:
    if before.reaches_on is None or after.reaches_on is None:
        return ""
    was, now = month(before.reaches_on), month(after.reaches_on)
    return "" if was == now else f": {now} instead of {was}"


def _moves(catalogue: Catalogue, moved: Sequence[Move], touched: str) -> Iterator[str]:
    """The reasons first where one step was touched, else how far everything moves."""
    seen = [move for move in moved if month(move.before.ends_on) != month(move.after.ends_on)]
    own = [move for move in seen if move.cause != "pace"]
    if touched:
        own.sort(key=lambda move: move.after.id != touched)
        yield from (_move(catalogue, move) for move in own[:MOST_MOVES])
        if len(own) > MOST_MOVES:
            yield f"{_counted(len(own) - MOST_MOVES, 'more step')} for such reasons."
        seen = [move for move in seen if move.cause == "pace"]
    yield from _pace(seen)
    if not touched:
        yield from (_move(catalogue, move) for move in own[:FEW_MOVES])


def _move(catalogue: Catalogue, move: Move) -> str:
    name, because = name_of(catalogue, move.after.id), _because(catalogue, move)
    return f"{name} moves {from_to(move.before.ends_on, move.after.ends_on)} because {because}."


def _because(catalogue: Catalogue, move: Move) -> str:
    names = listed(name_of(catalogue, id_) for id_ in move.because)
    verb = "comes" if len(move.because) == 1 else "come"
    match move.cause:
        case "needs":
            return f"{names} {verb} first"
        case "no_longer_before":
            return f"{names} no longer {verb} before it"
        case _:
            return f"{names} now {verb} before it"


def _pace(moves: Sequence[Move]) -> Iterator[str]:
    """Steps that move without another order: the same study takes more or less time."""
    for word, those in (
        ("sooner", [move.days for move in moves if move.days < 0]),
        ("later", [move.days for move in moves if move.days > 0]),
    ):
        if those:
            furthest = days(max(abs(number) for number in those))
            by = "by" if len(those) == 1 else "by up to"
            verb = "ends" if len(those) == 1 else "end"
            steps = "1 step" if len(those) == 1 else f"{len(those)} steps"
            yield f"{steps} {verb} {word}, {by} {furthest}."


def _counted(number: int, words: str) -> str:
    return f"{number} {words} moves" if number == 1 else f"{number} {words}s move"


def _steps(catalogue: Catalogue, difference: Difference, later: Sequence[str]) -> Iterator[str]:
    beyond = [step for step in difference.removed if step.id in later]
    gone = [step for step in difference.removed if step.id not in later]
    for words, steps in (
        ("New in the plan", difference.added),
        ("Now beyond the horizon", beyond),
        ("No longer in the plan", gone),
    ):
        if steps:
            yield f"{words}: {_named(catalogue, steps)}."


def _named(catalogue: Catalogue, steps: Sequence[OutlineStep]) -> str:
    names = [goal(catalogue, step) for step in steps[:MOST_NAMES]]
    rest = len(steps) - MOST_NAMES
    return listed([*names, f"{rest} more"] if rest > 0 else names)


def goal(catalogue: Catalogue, step: OutlineStep) -> str:
    """`Docker to Working`, or the name of a certification."""
    name = name_of(catalogue, step.id)
    if step.is_renewal:
        return f"{name}, renewed"
    return name if step.kind == "certification" else f"{name} to {proficiency(step.end)}"


def _worth(difference: Difference) -> Iterator[str]:
    was, now = total(difference.before.total_gain), total(difference.after.total_gain)
    if was != now and difference.after.steps:
        yield f"The steps could be worth {_lower(now)} instead of {_lower(was)}."


def _lower(words: str) -> str:
    return "no figure" if words == "No figure" else words


def from_to(first: date, last: date) -> str:
    """`from March to May 2027`: the year once where it is the same."""
    was = f"{first:%B}" if first.year == last.year else month(first)
    return f"from {was} to {month(last)}"
