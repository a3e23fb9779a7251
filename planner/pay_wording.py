"""The sentences about money: where pay lies, where it comes from, how sure it is.

Money goes with skills and could be worth something; nothing here promises any.
"""

from __future__ import annotations

from planner.domain.catalogue import Catalogue, Certification, Industry, Place
from planner.domain.derivation import Line, LineKey
from planner.domain.developer import HeldCertification
from planner.domain.outlook import Outlook
from planner.domain.pay import bands_at
from planner.domain.sureness import Reason, Sureness
from planner.domain.worth import Worth
from planner.figures import decimal, dollar_range, gain, money_k, money_range, years
from planner.wording import step_title

BELOW = -0.001  # a hair below the floor is still the floor
BAND_PARTS = (
    (BELOW, "below"),
    (0.15, "near the floor of"),
    (0.5, "in the lower half of"),
    (0.85, "in the upper half of"),
    (1.0, "near the top of"),
)
REASONS: dict[Reason, str] = {
    "between_bands": "Your years lie between two of the article's bands, where it says nothing.",
    "levels_differ": "Your years and your skills point to different levels.",
    "unusual_place": "Pay in your place and industry is far from usual for the article's readers.",
    "mostly_assumptions": "More than half of what changes rests on assumptions, not on a survey.",
    "pay_known": "You said what you are paid, so the change starts from a known figure.",
    "inside_band": "Your years lie inside one of the article's bands.",
    "pay_unknown": "You have not said what you are paid, so only the bands speak.",
}


def pay_after_note(outlook: Outlook) -> str:
    """The part of a rise that is time, and the part that goes with skills."""
    time, skills = outlook.projection.gain_time, outlook.projection.gain_skill
    with_skills = dollar_range(skills.low, skills.high) if skills.high >= 1 else "no figure"
    return f"Time about {money_k(time)}; skills {with_skills}"


LINES: dict[LineKey, str] = {
    "floor": "The article's floor",
    "time": "Time in the level",
    "skills": "Skills that go with pay",
    "location": "Place",
    "industry": "Industry",
    "limit": "Limit of place and industry together",
}


def line_label(catalogue: Catalogue, outlook: Outlook, line: Line) -> str:
    """What one line of the waterfall is about: `The article's floor for Mid-level`."""
    if line.key != "floor":
        return LINES[line.key]
    lower, upper, _ = bands_at(catalogue, outlook.estimate.effective_years)
    if lower is upper:
        return f"{LINES['floor']} for {lower.name}"
    return f"{LINES['floor']}, between {lower.name} and {upper.name}"


def line_note(catalogue: Catalogue, outlook: Outlook, line: Line) -> str:
    """How one line of the waterfall comes to its amount."""
    estimate = outlook.estimate
    match line.key:
        case "floor":
            return _bands(catalogue, estimate.effective_years)
        case "time":
            return f"{years(estimate.effective_years)} of {decimal(outlook.developer.years)} count"
        case "skills":
            return f"{estimate.coverage:.0%} of the points that go with pay are covered"
        case _:
            return f"× {line.factor:.3f}" if line.factor else ""


def _bands(catalogue: Catalogue, at: float) -> str:
    lower, upper, share = bands_at(catalogue, at)
    band = money_range(lower.pay_low, lower.pay_high)
    if lower is upper:
        return f"Its band is {band}, nationwide"
    above = money_range(upper.pay_low, upper.pay_high)
    return f"{share:.0%} of the way from {band} to {above}, nationwide"


def band_finding(catalogue: Catalogue, outlook: Outlook) -> str:
    """Where pay now lies in its band: the title of the band chart."""
    if not outlook.estimate.is_claimed:
        return "The bands of the three levels"
    low, high = outlook.estimate.band
    share = (outlook.projection.pay_now - low) / (high - low)
    lower, upper, _ = bands_at(catalogue, outlook.estimate.effective_years)
    is_between = lower is not upper
    verb = "stand" if outlook.developer.current_pay is None else "are paid"
    if is_between and BELOW <= share <= 1.0:
        return f"You {verb} between the {lower.name} and the {upper.name} band"
    band = "what your years go with" if is_between else f"the {lower.name} band"
    for limit, where in BAND_PARTS:
        if share <= limit:
            return f"You {verb} {where} {band}"
    return f"You are paid above {band}"


def bands_note(place: Place | None, industry: Industry | None, *, is_remote: bool) -> str:
    """What the bands of the chart are: `Base pay a year, one article’s bands, Denver, CO`."""
    where = [place.name if place else "United States"]
    if place and is_remote:
        where.append("remote")
    if industry:
        where.append(industry.name)
    return f"Base pay a year, one article’s bands, {', '.join(where)}"


def place_in_band(catalogue: Catalogue, outlook: Outlook) -> str:
    """`A place in the Mid-level band`, or between two."""
    lower, upper, _ = bands_at(catalogue, outlook.estimate.effective_years)
    if lower is upper:
        return f"A place in the {lower.name} band"
    return f"Between the bands of {lower.name} and {upper.name}"


def sureness_title(sureness: Sureness) -> str:
    """`How sure this is: fair`."""
    return f"How sure this is: {sureness.grade}"


def bands_label(catalogue: Catalogue, outlook: Outlook) -> str:
    """The finding of the band chart in one sentence, for those who do not see it."""
    factor = outlook.estimate.place_factor
    bands = ", ".join(
        f"{level.name} {money_range(factor * level.pay_low, factor * level.pay_high)}"
        for level in catalogue.levels
    )
    if not outlook.estimate.is_claimed:
        return f"Pay bands: {bands}."
    return f"Pay bands: {bands}. You: {money_range(outlook.estimate.pay)}."


def worth_title(catalogue: Catalogue, worth: Worth) -> str:
    return f"What {step_title(catalogue, worth.goal)} could be worth"


def worth_said(catalogue: Catalogue, worth: Worth) -> str:
    """`$200–$1,400 a year`, or why no figure is given."""
    said = gain(worth.gain, catalogue.parameters.show_gain_only_if)
    if said:
        return said
    if worth.groups and worth.projection.pay_now >= worth.projection.cap:
        return "No rise is claimed: you are paid what the band holds"
    if worth.groups:
        return "Nothing yet: it goes with pay at a higher level"
    return "No pay figure: it counts for the level" if worth.expectations else "No pay figure"


def nothing_left(certification: Certification, held: HeldCertification | None) -> str:
    """Why nothing is claimed for a certificate."""
    if certification.is_retired:
        return "It can no longer be earned, so nothing is claimed for it."
    return "You hold it: what goes with it is in your estimate." if held else ""
