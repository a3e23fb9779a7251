"""Job ads in words. Pure functions, no markup."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from planner.domain.catalogue import Catalogue
from planner.domain.job_plan import JobPlan
from planner.domain.ranges import Range
from planner.domain.reading import Reading
from planner.domain.reading.jobs import Fit, JobGap
from planner.figures import about_hours, count, gain, money_range, years
from planner.names import listed, name_of, proficiency
from planner.time_wording import month

ASKED_AS = {
    "required": "Required", "optional": "Optional", "mentioned": "Mentioned", "no": "Not asked for"
}  # fmt: skip
STATES = {"have": "Have", "short": "Short", "missing": "Missing"}
MOST_NAMED = 3


def wish_name(catalogue: Catalogue, gap: JobGap) -> str:
    """`Python`, or `Python or Go`: the names of what an ad asks for."""
    return listed((name_of(catalogue, skill) for skill in gap.wish.skills), last="or")


def level_said(gap: JobGap, known: Collection[str]) -> str:
    """`Working asked for; you: Learning`. `known`: skills that are taken as known."""
    unstated = "taken as known" if gap.skill in known else "nothing stated"
    have = proficiency(gap.have) if gap.have else unstated
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
    names = _first([wish_name(catalogue, gap) for gap in open_])
    verb = "is" if len(open_) == 1 else "are"
    return (
        f"You meet {fit.required_met} of {fit.required} requirements: {listed(names)} {verb} open"
    )


def _first(names: list[str]) -> list[str]:
    """The first few, and how many more there are."""
    more = len(names) - MOST_NAMED
    return [*names[:MOST_NAMED], f"{more} more"] if more > 0 else names


def plan_said(plan: JobPlan) -> str:
    """How long what is required takes, and all of it."""
    if not plan.steps:
        return "Nothing is left to learn for it."
    whole = f"{count(len(plan.steps), 'step')} and {_hours(plan.hours)} of study"
    if not plan.required_between:
        return f"{whole}, none of it for what is required."
    there = f"could be there {_by(*plan.required_between)}"
    if len(plan.required) == len(plan.steps):
        return f"What is required {there}: {whole}."
    steps = count(len(plan.required), "step")
    required = f"{steps} and {_hours(plan.required_hours)} of study"
    return f"What is required {there}: {required}. With the rest it is {whole}."


def _hours(amount: Range) -> str:
    low, high = about_hours(amount.low), about_hours(amount.high)
    return low if low == high else f"{low.rpartition(' ')[0]} to {high.removeprefix('about ')}"


def _by(first: date, last: date) -> str:
    low, high = month(first), month(last)
    return f"in {low}" if low == high else f"between {low} and {high}"


def order_said(plan: JobPlan) -> str:
    """Why the steps stand in this order, and how sure that is."""
    last = (
        "Proved for these steps: no other order is as soon and earns more."
        if plan.proof == "optimal"
        else "It is the best order known; it is not proved."
    )
    return f"What is required is there as soon as it can be, then what could pay most. {last}"


def worth(catalogue: Catalogue, amount: Range) -> str:
    """What a step or the whole could be worth; empty where no source gives a figure."""
    said = gain(amount, catalogue.parameters.show_gain_only_if)
    return f"could be worth {said}" if said else ""


def asked_of_you(reading: Reading, years_had: float) -> str:
    """The years and the rank that an ad asks for beside the own years; empty if it names none."""
    parts = []
    if reading.seniority:
        parts.append(f"Seniority named: {reading.seniority}.")
    if reading.total_years:
        asked = years(reading.total_years)
        parts.append(f"It asks for at least {asked} of experience; you have {years(years_had)}.")
    return " ".join(parts)


def pay_stated(low: int | None, high: int | None) -> str:
    """`$120k–$150k`; empty if the ad states none."""
    return "" if low is None else money_range(low, high)


def pay_range(pay: Range) -> str:
    """An estimate, never without its bounds."""
    return money_range(pay)


def asked_in(numbers: Sequence[int], titles: Sequence[str]) -> str:
    """`Asked for in 2 of your 8 ads: Developer and Platform Engineer`."""
    said = f"Asked for in {len(numbers)} of your {len(titles)} ads"
    return f"{said}: {listed(_first([titles[number] for number in numbers]))}"


def open_in(number: int, ads: int) -> str:
    """`Would close a gap in 6 of your 8 ads`."""
    if ads == 1:
        return "Would close a gap in your one ad"
    return f"Would close a gap in {number} of your {ads} ads"


def jobs_verdict(number: int, best: str) -> str:
    """The heading over all ads."""
    if number < 2:
        return "One job ad, held against your skills" if number else "Which job do you want?"
    return f"“{best}” is the closest of {number} job ads"
