"""Job ads in words. Pure functions, no markup."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from planner.domain.catalogue import Catalogue
from planner.domain.job_plan import JobPlan, done_between
from planner.domain.ranges import Range
from planner.domain.reading import Finding, Reading
from planner.domain.reading.jobs import Fit, JobGap
from planner.domain.roadmap import PlannedStep
from planner.figures import about_hours, count, gain, money_range, years
from planner.names import listed, name_of, proficiency
from planner.time_wording import month, span

ASKED_AS = {
    "required": "Required", "optional": "Optional", "mentioned": "Mentioned", "no": "Not asked for"
}  # fmt: skip
STATES = {"have": "Have", "short": "Short", "missing": "Missing"}
MOST_NAMED = 3


def wish_name(catalogue: Catalogue, gap: JobGap) -> str:
    """`Python`, or `Python or Go`: the names of what an ad asks for."""
    return listed((name_of(catalogue, skill) for skill in gap.wish.skills), last="or")


def years_asked(finding: Finding) -> str:
    """`3+ years asked for`; empty if the ad names none."""
    return f"{finding.years_min:g}+ years asked for" if finding.years_min else ""


def one_is_enough(catalogue: Catalogue, skills: Collection[str]) -> str:
    """`Python or Go: one is enough`; empty without alternatives."""
    if len(skills) < 2:
        return ""
    return f"{listed((name_of(catalogue, skill) for skill in skills), last='or')}: one is enough"


def level_said(gap: JobGap, known: Collection[str]) -> str:
    """`Working asked for; you: Learning`. `known`: skills that are taken as known.

    What an ad only names has no level in it.
    """
    unstated = "taken as known, at no level" if gap.skill in known else "nothing stated"
    have = proficiency(gap.have) if gap.have else unstated
    years = f" ({gap.wish.years:g}+ years)" if gap.wish.years else ""
    how = "assumed" if gap.wish.status == "mentioned" and not years else "asked for"
    return f"{proficiency(gap.wish.target)}{years} {how}; you: {have}"


def fit_word(fit: Fit) -> str:
    """The fit in a word or two."""
    if fit.share >= 1:
        return "Full fit"
    if fit.share >= 0.75:
        return "Close fit"
    return "Partial fit" if fit.share >= 0.4 else "Far off"


def fit_said(fit: Fit) -> str:
    """`5 of 8 required, 2 of 3 optional, 1 of 4 named`."""
    parts = [
        f"{met} of {number} {word}"
        for number, met, word in (
            (fit.required, fit.required_met, "required"),
            (fit.optional, fit.optional_met, "optional"),
            (fit.named, fit.named_met, "named"),
        )
        if number
    ]
    return ", ".join(parts)


def verdict(catalogue: Catalogue, fit: Fit, gaps: tuple[JobGap, ...]) -> str:
    """The answer first."""
    if not gaps:
        return "This ad asks for nothing that the catalogue knows"
    if not fit.required:
        had = sum(gap.state == "have" for gap in gaps)
        return f"You have {had} of the {count(len(gaps), 'skill')} that this ad names"
    named = f" and {fit.named_met} of {count(fit.named, 'skill')} that it only names"
    open_ = [g for g in gaps if g.wish.status == "required" and g.state != "have"]
    if not open_:
        return f"You have everything that this job requires{named if fit.is_mostly_named else ''}"
    met = f"You meet {fit.required_met} of {count(fit.required, 'requirement')}"
    if fit.is_mostly_named:
        return f"{met}{named}"
    names = first_of([wish_name(catalogue, gap) for gap in open_])
    return f"{met}: {listed(names)} {'is' if len(open_) == 1 else 'are'} open"


def first_of(names: list[str], most: int = MOST_NAMED) -> list[str]:
    """The first few, and how many more there are."""
    more = len(names) - most
    return [*names[:most], f"{more} more"] if more > 0 else names


def plan_said(plan: JobPlan, required: int) -> str:
    """How long it takes: what is required (so many wishes), and all of it."""
    if not plan.steps:
        return "Nothing is left to learn for it."
    whole = f"{count(len(plan.steps), 'step')} and {_hours(plan.hours)} of study"
    if not plan.required:
        subject = "What is required is there. The rest" if required else "All of it"
        return f"{subject} could be there {_by(plan.steps)}: {whole}."
    there = f"What is required could be there {_by(plan.required)}"
    if len(plan.required) == len(plan.steps):
        return f"{there}: {whole}."
    steps = count(len(plan.required), "step")
    return (
        f"{there}: {steps} and {_hours(plan.required_hours)} of study. With the rest it is {whole}."
    )


def _hours(amount: Range) -> str:
    low, high = about_hours(amount.low), about_hours(amount.high)
    return low if low == high else f"{low.rpartition(' ')[0]} to {high.removeprefix('about ')}"


def _by(steps: Sequence[PlannedStep]) -> str:
    low, high = map(month, done_between(steps))
    return f"in {low}" if low == high else f"between {low} and {high}"


def order_said(plan: JobPlan) -> str:
    """Why the steps stand in this order, and how sure that is."""
    last = (
        "Proved for these steps: no other order is as soon and earns more."
        if plan.proof == "optimal"
        else "It is the best order known; it is not proved."
    )
    if not plan.required:
        return f"What could pay most comes first. {last}"
    return f"What is required is there as soon as it can be, then what could pay most. {last}"


def worth(catalogue: Catalogue, amount: Range) -> str:
    """What a step or the whole could be worth; empty where no source gives a figure."""
    said = gain(amount, catalogue.parameters.show_gain_only_if)
    return f"could be worth {said}" if said else ""


def whole_worth(catalogue: Catalogue, plan: JobPlan) -> str:
    """What all steps together could be worth, and when."""
    said = worth(catalogue, plan.gain)
    return f"Together it {said} after {span(plan.months)}." if said else ""


def asked_of_you(reading: Reading, years_had: float) -> str:
    """The years and the rank that an ad asks for beside the own years; empty if it names none."""
    parts = []
    if reading.seniority:
        parts.append(f"Seniority named: {reading.seniority}.")
    if reading.total_years:
        asked = years(reading.total_years)
        parts.append(f"It asks for at least {asked} of experience; you have {years(years_had)}.")
    return " ".join(parts)


def asked_briefly(reading: Reading) -> str:
    """`senior, 5+ years`; empty if the ad names neither."""
    years_asked = f"{reading.total_years:g}+ years" if reading.total_years else ""
    return ", ".join(filter(None, (reading.seniority, years_asked)))


def pay_stated(low: int | None, high: int | None) -> str:
    """`$120k–$150k`; empty if the ad states none."""
    return "" if low is None else money_range(low, high)


def pay_range(pay: Range) -> str:
    """An estimate, never without its bounds."""
    return money_range(pay)


def asked_in(numbers: Sequence[int], titles: Sequence[str]) -> str:
    """`Asked for in 2 of your 8 ads: “Developer” and “Platform Engineer”`."""
    said = f"Asked for in {len(numbers)} of your {len(titles)} ads"
    return f"{said}: {listed(first_of([f'“{titles[number]}”' for number in numbers]))}"


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
