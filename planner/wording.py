"""The sentences of the pages: what a value means, in plain words. Pure functions, no markup.

Money goes with skills and could be worth something; nothing here promises any.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from planner.domain.catalogue import Catalogue
from planner.domain.gaps import Gap, GapMember
from planner.domain.learning import Step, months_of_study
from planner.domain.next_skills import Suggestion
from planner.domain.outlook import Outlook
from planner.domain.path import is_reached
from planner.figures import (
    about_hours,
    count,
    duration,
    duration_range,
    gain,
)
from planner.names import level_name, listed, name_of, proficiency
from planner.time_wording import day, study_said

Case = Literal["start", "unreachable", "years", "way", "top", "reached"]
GAP_WORDS = {"met": "Met", "short": "Part of the way", "missing": "Missing"}


# --- The verdict ----------------------------------------------------------------------------------


def verdict_case(catalogue: Catalogue, outlook: Outlook) -> Case:
    """What the first sentence is about."""
    level = outlook.estimate.level
    if not outlook.standing.skills:
        return "start"
    if level.binds == "years":
        return "years"
    if not outlook.path.is_complete:
        return "unreachable"
    if not is_reached(catalogue, outlook.standing, outlook.target):
        return "way"
    return "top" if level.binds == "none" else "reached"


def verdict(catalogue: Catalogue, outlook: Outlook) -> str:
    """The answer in one sentence, for the top of the dashboard."""
    target, level = level_name(catalogue, outlook.target), outlook.estimate.level
    match verdict_case(catalogue, outlook):
        case "start":
            return "Say what you can do, and see how far you are"
        case "years":
            upcoming = level_name(catalogue, level.next_level)
            wait = duration((level.years_to_next or 0) * 12)
            return f"Your skills are ready for {upcoming}; the years come in {wait}"
        case "unreachable":
            return f"{target} is out of reach without the skills you left out"
        case "way":
            return f"{target} is {way(outlook)} away"
        case "top":
            return f"You are at {target}, the highest level there is"
        case "reached":
            return f"Your skills and years are those of {target}, your target"


def way(outlook: Outlook) -> str:
    """`3 expectations and about 140 hours`; practice at work takes no hours of study."""
    expectations = count(len(outlook.path.expectations), "expectation")
    if outlook.path.hours.central < 1:
        return f"{expectations}, learnt by practice at work,"
    return f"{expectations} and {about_hours(outlook.path.hours.central)}"


def binding(catalogue: Catalogue, outlook: Outlook) -> str:
    """What holds the next level back, and by how much; empty at the top and without any skill."""
    level = outlook.estimate.level
    if level.next_level is None or not outlook.standing.skills:
        return ""
    upcoming = level_name(catalogue, level.next_level)
    if level.binds == "years":
        return f"Years hold {upcoming} back, not skills."
    if level.binds == "skills" and level.years_ahead > 0:
        ago = duration(level.years_ahead * 12)
        return f"Skills hold {upcoming} back: its years were reached {ago} ago."
    if not level.years_to_next:
        return f"Skills hold {upcoming} back, not years."
    wait = duration(level.years_to_next * 12)
    return f"{upcoming} asks for skills and for years, which come in {wait}."


def time_needed(outlook: Outlook) -> str:
    """How long the way takes at the developer's pace, with practice that runs beside study."""
    hours, developer = outlook.path.hours, outlook.developer
    pace = developer.estimated_hours_per_week
    practice = max((step.practice_months for step in outlook.path.steps), default=0)
    study = duration_range(months_of_study(hours.low, pace), months_of_study(hours.high, pace))
    beside = f"{duration(practice)} of practice at work"
    if hours.high <= 0:
        return beside if practice else ""
    said = f"{study} at {study_said(developer)}"
    return f"{said}, beside it {beside}" if practice else said


# --- Next skills ----------------------------------------------------------------------------------


def step_title(catalogue: Catalogue, step: Step) -> str:
    """`Docker to Working`, or the name of a certification."""
    name = name_of(catalogue, step.id)
    if step.is_renewal:
        return f"{name}, renewed"
    return name if step.kind == "certification" else f"{name} to {proficiency(step.end)}"


def renewal(last_day: date) -> str:
    """Why a certificate is to be renewed."""
    return f"Valid until {day(last_day)}; after that it counts nothing"


def reason(catalogue: Catalogue, suggestion: Suggestion) -> str:
    """Why this is worth learning: what it closes, what it goes with, what it opens."""
    parts = [_serves(catalogue, suggestion)] if suggestion.serves else []
    if suggestion.alternatives:
        parts.append(f"the nearest of {len(set(suggestion.alternatives)) + 1} that would do")
    if suggestion.pays_in:
        groups = listed(f"“{group.label}”" for group in suggestion.pays_in)
        parts.append(f"goes with pay for {groups}")
    if suggestion.unlocks:
        parts.append(f"opens {listed(name_of(catalogue, id_) for id_ in suggestion.unlocks[:2])}")
    said = "; ".join(parts)
    return said[:1].upper() + said[1:]


def _serves(catalogue: Catalogue, suggestion: Suggestion) -> str:
    return "counts for " + listed(
        f"“{expectation.label}” ({level_name(catalogue, expectation.level)})"
        for expectation in suggestion.serves
    )


def gain_said(catalogue: Catalogue, outlook: Outlook, suggestion: Suggestion) -> str:
    """`could be worth $200–$1,400 a year`, or why no figure is given."""
    said = gain(suggestion.gain, catalogue.parameters.show_gain_only_if)
    if said and outlook.estimate.is_claimed:
        return f"could be worth {said}"
    if suggestion.pays_in and _pays_later(outlook, suggestion):
        return "no pay figure: it goes with pay at a higher level"
    if suggestion.serves:
        return "no pay figure: it counts for the level"
    return "no pay figure"


def _pays_later(outlook: Outlook, suggestion: Suggestion) -> bool:
    """Whether its groups of skills go with pay only beyond the level reached so far."""
    level = outlook.estimate.level.shown
    return all(level not in group.levels for group in suggestion.pays_in)


def comes_first(catalogue: Catalogue, steps: Sequence[Step]) -> str:
    """`First: Linux to Learning and Networking to Learning`, or nothing."""
    return f"First: {listed(step_title(catalogue, step) for step in steps)}" if steps else ""


def certification_hint(
    catalogue: Catalogue, outlook: Outlook, suggestion: Suggestion | None
) -> str:
    """What the most fitting certificate would change, for somebody who holds none."""
    if suggestion is None:
        return "Certificates that you hold count while they are valid."
    name, said = name_of(catalogue, suggestion.step.id), gain_said(catalogue, outlook, suggestion)
    return f"{name} takes {about_hours(suggestion.hours.central)} with what comes first; {said}."


# --- Gaps -----------------------------------------------------------------------------------------


def gaps_title(catalogue: Catalogue, outlook: Outlook) -> str:
    """`4 of 6 expectations of Mid-level are still open`."""
    of_target = [gap for gap in outlook.gaps if gap.expectation.level == outlook.target]
    still_open = sum(gap.is_open for gap in of_target)
    target = level_name(catalogue, outlook.target)
    if not still_open:
        return f"Every expectation of {target} is met"
    verb = "is" if still_open == 1 else "are"
    return f"{still_open} of {count(len(of_target), 'expectation')} of {target} {verb} still open"


def gaps_lead(catalogue: Catalogue, outlook: Outlook) -> str:
    """How the open expectations come to the number of the verdict."""
    target = level_name(catalogue, outlook.target)
    share = f"{catalogue.parameters.ready_threshold:.0%}"
    rule = f"A level counts as reached when {share} of its expectations, by weight, are met"
    if is_reached(catalogue, outlook.standing, outlook.target):
        return f"{rule}. {target} is there already."
    return f"{rule}, so a short way to {target} is {way(outlook)}: those marked below."


def shown_members(gap: Gap) -> tuple[GapMember, ...]:
    """The skills to list under an expectation: all of them, or of any-of the one that matters."""
    if gap.expectation.rule == "all_of":
        return gap.members
    return gap.needed or tuple(member for member in gap.members if member.is_met)[:1]


def missing(catalogue: Catalogue, gap: Gap) -> str:
    """What exactly would close a gap: `Missing: Indexing from Learning to Working`."""
    if not gap.is_open:
        return ""
    said = listed(_raise(catalogue, member) for member in gap.needed)
    is_choice = gap.expectation.rule == "any_of" and len(gap.members) > 1
    return f"Any one will do; nearest for you: {said}" if is_choice else f"Missing: {said}"


def _raise(catalogue: Catalogue, member: GapMember) -> str:
    name, target = name_of(catalogue, member.skill), proficiency(member.target)
    return f"{name} {f'from {proficiency(member.have)} ' if member.have else ''}to {target}"
