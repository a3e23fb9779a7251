"""Job ads in words. Pure functions, no markup."""

from __future__ import annotations

from planner.domain.catalogue import Catalogue
from planner.domain.job_plan import JobPlan
from planner.domain.ranges import Range
from planner.domain.reading.jobs import Fit, JobGap
from planner.figures import about_hours, count, duration, money_range
from planner.names import listed, name_of, proficiency

ASKED_AS = {
    "required": "Required", "optional": "Optional", "mentioned": "Mentioned", "no": "Not asked for"
}  # fmt: skip
STATES = {"have": "Have", "short": "Short", "missing": "Missing"}
MOST_NAMED = 3


def wish_name(catalogue: Catalogue, gap: JobGap) -> str:
    """`Python`, or `Python or Go`: the names of what an ad asks for."""
    return listed((name_of(catalogue, skill) for skill in gap.wish.skills), last="or")


def level_said(gap: JobGap) -> str:
    """`Working asked for, you have Learning`."""
    have = proficiency(gap.have) if gap.have else "nothing stated"
    years = f" ({gap.wish.years:g}+ years)" if gap.wish.years else ""
    return f"{proficiency(gap.wish.target)}{years} asked for; you: {have}"


def fit_word(fit: Fit) -> str:
    """The fit in a word or two."""
    if fit.share >= 1:
        return "Full fit"
    if fit.share >= 0.75:
        return "Close fit"
    return "Partial fit" if fit.share >= 0.4 else "Far off"


def fit_said(fit: Fit) -> str:
    """`5 of 8 required, 2 of 3 optional`."""
    parts = [
        f"{met} of {number} {word}"
        for number, met, word in (
            (fit.required, fit.required_met, "required"),
            (fit.optional, fit.optional_met, "optional"),
        )
        if number
    ]
    return ", ".join(parts)


def verdict(catalogue: Catalogue, fit: Fit, gaps: tuple[JobGap, ...]) -> str:
    """The answer first."""
    if not gaps:
        return "This ad asks for nothing that the catalogue knows"
    if not fit.required:
        met = sum(gap.state == "have" for gap in gaps)
        return f"You have {met} of the {count(len(gaps), 'skill')} that this ad names"
    open_ = [g for g in gaps if g.wish.status == "required" and g.state != "have"]
    if not open_:
        return "You have everything that this job requires"
    names = [wish_name(catalogue, gap) for gap in open_]
    named = names[:MOST_NAMED]
    if more := len(names) - len(named):
        named.append(f"{more} more")
    verb = "is" if len(names) == 1 else "are"
    return (
        f"You meet {fit.required_met} of {fit.required} requirements: {listed(named)} {verb} open"
    )


def plan_said(plan: JobPlan) -> str:
    """How long it takes in a sentence."""
    if not plan.steps:
        return "Nothing is left to learn for it."
    low, high = about_hours(plan.hours.low), about_hours(plan.hours.high)
    hours = low if low == high else f"{low} to {high.removeprefix('about ')}"
    said = (
        f"{count(len(plan.steps), 'step')}, {hours}, {duration(plan.months)} at your hours a week"
    )
    day = plan.required_on
    if not day:
        return f"{said}."
    return f"{said}. What is required could be there by {day:%B %Y}."


def pay_stated(low: int | None, high: int | None) -> str:
    """`$120k–$150k`; empty if the ad states none."""
    return "" if low is None else money_range(low, high)


def pay_range(pay: Range) -> str:
    """An estimate, never without its bounds."""
    return money_range(pay)


def asked_in(number: int, ads: int) -> str:
    """`Asked for in 6 of your 8 ads`."""
    if ads == 1:
        return "Asked for in your one ad"
    return f"Asked for in {number} of your {ads} ads"


def jobs_verdict(number: int, best: str) -> str:
    """The heading over all ads."""
    if number < 2:
        return "One job ad, held against your skills" if number else "Which job do you want?"
    return f"“{best}” is the closest of {number} job ads"
