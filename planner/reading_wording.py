"""What was read out of a text, in words. Pure functions, no markup."""

from __future__ import annotations

from planner.domain.reading import Finding
from planner.figures import count, years
from planner.names import proficiency

# How sure it is that a skill is meant, in the order shown: the title, and what it means.
GROUPS = {
    "sure": ("Named outright", "By a name that means nothing else."),
    "likely": ("Likely", "Implied by something else, or one of several meanings of a word."),
    "guess": ("Perhaps", "Only its spelling speaks for it. Look at the place before you choose."),
    "aside": ("Named, but not as something you do", "As an interest, of an employer, or denied."),
}  # fmt: skip
ASKED_GROUPS = GROUPS | {  # the same of a job ad
    "aside": ("Named, but not asked for", "Said of the employer, or denied."),
}
ASIDE = {"negated": "Denied", "context": "In passing"}


def group_of(finding: Finding) -> str:
    """The key of `GROUPS` that a finding is shown under."""
    return "aside" if finding.status in ASIDE else finding.confidence


def years_said(finding: Finding) -> str:
    """`3 years, by the dates of your positions`; empty if nothing speaks of years."""
    if not finding.years_min:
        return ""
    said = years(finding.years_min)
    return f"{said}, by the dates of your positions" if finding.years_basis == "positions" else said


def why_proposed(finding: Finding) -> str:
    """Where a preselected level comes from; empty if none is proposed."""
    if not finding.proposed:
        return ""
    basis = "the words beside it" if finding.proposed_basis == "word" else "the years"
    return f"{proficiency(finding.proposed)} is a guess from {basis}"


def verdict(found: int, preselected: int) -> str:
    """The answer first: what was found and how much of it is chosen already."""
    skills = count(found, "skill")
    if not preselected:
        return f"{skills} found: say how well you know {'it' if found == 1 else 'them'}"
    return f"{skills} found, {preselected} with a level to check"


def added_verdict(added: int, standing: int) -> str:
    """What was taken over, and whether it still holds."""
    skills = count(added, "skill")
    if not standing:
        return f"{skills} taken back"
    return f"{skills} added to your profile"
