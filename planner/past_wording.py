"""How somebody differs from who they were on a day, and what the charts over time found.

Pure functions, no markup. Pay is said as a range, and nothing here promises any.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from planner.domain.catalogue import PRE_ENTRY
from planner.domain.past import Snapshot
from planner.figures import count, decimal, money_range, percent, years
from planner.history_wording import level_said
from planner.names import level_name, name_of, proficiency
from planner.time_wording import day, pace_said

MOST_SKILLS = 12


def title(then: Snapshot, now: Snapshot) -> str:
    """Who somebody was, in one sentence; measured at today's target."""
    at = then.readiness.get(now.target, 0.0)
    target = level_name(now.catalogue, now.target)
    if not then.developer.skills:
        return f"On {day(then.day)} you had not stated any skill yet"
    return f"On {day(then.day)} you were {_level(then)}, with {percent(at)} of {target}"


def course_title(points: Sequence[Snapshot]) -> str:
    """How far it went from the first day to today, at today's target."""
    if not points:
        return "Your history begins with the first thing you state"
    first, now = points[0], points[-1]
    if len(points) == 1:
        return "Your history began today"
    was, is_ = (percent(point.readiness.get(now.target, 0.0)) for point in (first, now))
    target = level_name(now.catalogue, now.target)
    if was == is_:
        return f"You are at {is_} of {target}, as on {day(first.day)}"
    return f"You went from {was} to {is_} of {target} since {day(first.day)}"


def differences(then: Snapshot, now: Snapshot) -> list[str]:
    """What is different today, what it came to first, then each thing, the largest first."""
    return [
        *_level_change(then, now),
        *_readiness(then, now),
        *_expectations(then, now),
        *_estimates(then, now),
        *_skills(then, now),
        *_certificates(then, now),
        *_about(then, now),
    ]


def _level(point: Snapshot) -> str:
    """`Mid-level`, `before entry level`: in the middle of a sentence."""
    shown = point.estimate.level.shown
    name = level_name(point.catalogue, shown)
    return name.lower() if shown == PRE_ENTRY else name


def _level_change(then: Snapshot, now: Snapshot) -> Iterator[str]:
    if _level(then) != _level(now):
        yield f"You are {_level(now)} now; then it was {_level(then)}."


def _readiness(then: Snapshot, now: Snapshot) -> Iterator[str]:
    """Each level that moved, the one that moved furthest first."""
    before = then.readiness
    moved = [
        (ready, before[code], code)
        for code, ready in now.readiness.items()
        if code in before and percent(ready) != percent(before[code])
    ]
    for ready, was, code in sorted(moved, key=lambda move: -abs(move[0] - move[1])):
        name, way = level_name(now.catalogue, code), "up" if ready > was else "down"
        yield f"{name} went {way} from {percent(was)} to {percent(ready)}."


def _expectations(then: Snapshot, now: Snapshot) -> Iterator[str]:
    if then.met != now.met:
        more = now.met - then.met
        way = "more" if more > 0 else "fewer"
        yield f"You meet {count(now.met, 'expectation')}, {abs(more)} {way} than then."


def _estimates(then: Snapshot, now: Snapshot) -> Iterator[str]:
    was, is_ = estimate_said(then), estimate_said(now)
    if was != is_:
        yield f"The estimate of your pay is {is_}; then it was {was}."


def estimate_said(point: Snapshot) -> str:
    """The range; in words before entry level, where none is claimed."""
    return money_range(point.estimate.pay) if point.estimate.is_claimed else "not given"


def _skills(then: Snapshot, now: Snapshot) -> Iterator[str]:
    changed = changed_skills(then, now)
    for skill, was, is_ in changed[:MOST_SKILLS]:
        name = name_of(now.catalogue, skill)
        if was is None:
            yield f"{name} is stated now, at {proficiency(is_)}."
        elif is_ is None:
            yield f"{name} is no longer stated; it was at {proficiency(was)}."
        else:
            yield f"{name} went from {proficiency(was)} to {proficiency(is_)}."
    if len(changed) > MOST_SKILLS:
        yield f"{count(len(changed) - MOST_SKILLS, 'more skill')} changed: see the table."


def changed_skills(then: Snapshot, now: Snapshot) -> list[tuple[str, int | None, int | None]]:
    """Skill, then and now (None: not assessed), the largest difference first."""
    before, after = then.developer.skills, now.developer.skills
    changed = [
        (skill, before.get(skill), after.get(skill))
        for skill in now.catalogue.skills
        if before.get(skill) != after.get(skill)
    ]
    return sorted(changed, key=lambda each: -abs((each[2] or 0) - (each[1] or 0)))


def _certificates(then: Snapshot, now: Snapshot) -> Iterator[str]:
    before, after = then.developer.certifications, now.developer.certifications
    held = {one.id for one in now.held}
    for id_ in sorted(after - before):
        yield f"{name_of(now.catalogue, id_)} counts now."
    for id_ in sorted(before - after):
        end = "has run out" if id_ in held else "is no longer stated"
        yield f"{name_of(now.catalogue, id_)} {end}."


def _about(then: Snapshot, now: Snapshot) -> Iterator[str]:
    was, is_ = then.developer, now.developer
    if decimal(was.years) != decimal(is_.years):
        yield f"You have {years(is_.years)} of experience; then it was {decimal(was.years)}."
    if was.target != is_.target:
        yield f"Your target is {target_said(now)}; then it was {target_said(then)}."
    if was.hours_per_week != is_.hours_per_week:
        hours = pace_said(is_.hours_per_week)
        yield f"You study {hours}; then it was {decimal(was.hours_per_week)}."
    if (then.place, was.is_remote) != (now.place, is_.is_remote):
        yield f"You work {place_said(now)}; then it was {place_said(then)}."
    if then.industry != now.industry:
        yield "Your industry is another one."
    if then.kept != now.kept:
        yield _plan_change(then, now)


def _plan_change(then: Snapshot, now: Snapshot) -> str:
    if not now.kept:
        return "You follow no plan any more."
    return "You follow another plan." if then.kept else "You follow a plan now."


def target_said(point: Snapshot) -> str:
    target = point.developer.target
    return level_said(point.catalogue, target) if target else "the next level"


def place_said(point: Snapshot) -> str:
    """`in Austin`, `remotely from Austin`, `somewhere not stated`."""
    place = point.catalogue.places.get(point.place or "")
    if point.developer.is_remote:
        return f"remotely from {place.name}" if place else "remotely"
    return f"in {place.name}" if place else "in a place not stated"


def catalogue_note(changes: int, then: Snapshot, now: Snapshot) -> str:
    """Why the same skills may come to something else; empty if the catalogue is the same."""
    if then.catalogue.version == now.catalogue.version:
        return ""
    times = "once" if changes <= 1 else f"{changes} times"
    return (
        f"What levels ask for and what skills go with changed {times} since: a part of the"
        " difference may come from there."
    )


def too_early(first: date) -> str:
    return f"Your history begins on {day(first)}. What you stated before that is not known."


def readiness_found(points: Sequence[Snapshot]) -> str:
    """The finding of the chart of readiness."""
    first, now = points[0], points[-1]
    target = level_name(now.catalogue, now.target)
    was, is_ = (percent(point.readiness.get(now.target, 0.0)) for point in (first, now))
    return f"{target} stays at {is_}" if was == is_ else f"{target}: from {was} to {is_}"


def expectations_found(points: Sequence[Snapshot]) -> str:
    first, now = points[0], points[-1]
    total = count(len(now.catalogue.expectations), "expectation")
    if first.met == now.met:
        return f"{now.met} of {total} met, as at the beginning"
    return f"{now.met} of {total} met, from {first.met}"


def estimate_found(points: Sequence[Snapshot]) -> str:
    was, is_ = estimate_said(points[0]), estimate_said(points[-1])
    return f"The estimate stays at {is_}" if was == is_ else f"The estimate: from {was} to {is_}"


def hours_found(weeks: Sequence[tuple[date, float]]) -> str:
    total = sum(hours for _, hours in weeks)
    return f"{decimal(total)} hours logged in {count(len(weeks), 'week')}"
