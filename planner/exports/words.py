"""Words for files: dates, spans, and text that no format has to fear."""

from __future__ import annotations

import unicodedata
from datetime import date

from planner import figures
from planner.domain.catalogue import Certification
from planner.domain.learning import Step
from planner.domain.ranges import Range
from planner.names import proficiency
from planner.time_wording import day, short_day

# What turns the direction of the text after it, or has no look at all.
INVISIBLE = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
)
NO_TEXT = frozenset({"Cc", "Cs", "Cn", "Co", "Zl", "Zp"})


def plain(text: str) -> str:
    """One line of text: no control characters, no overrides of direction, single spaces."""
    kept = (
        " " if unicodedata.category(character) in NO_TEXT else character
        for character in unicodedata.normalize("NFC", text)
        if character not in INVISIBLE
    )
    return " ".join("".join(kept).split())


def since(on: date, today: date) -> str:
    """`on 14 March 2029`, or `already`."""
    return "already" if on <= today else f"on {day(on)}"


def span(first: date, last: date) -> str:
    """`24 Nov 2026 – 21 Jan 2027`, `24 Nov – 3 Dec 2026`, or the one day."""
    if first == last:
        return short_day(first)
    begin = f"{first.day} {first:%b}" if first.year == last.year else short_day(first)
    return f"{begin} – {short_day(last)}"


def ends_between(low: date, high: date) -> str:
    """`ends between 3 Dec 2026 and 23 Dec 2026`; empty where the hours change nothing."""
    return f"ends between {short_day(low)} and {short_day(high)}" if low != high else ""


def hours_range(hours: Range) -> str:
    """`30–80 hours`, `about 10 hours` where both ends read the same."""
    low, high = f"{hours.low:,.0f}", f"{hours.high:,.0f}"
    return f"about {high} hours" if low == high else f"{low}–{high} hours"


def effort(step: Step) -> str:
    """The hours of a step, and the practice at work that goes with it."""
    if step.is_only_to_state:
        return "taken as known: it only has to be stated"
    practice = f"{figures.duration(step.practice_months)} of practice at work"
    if step.hours.high <= 0:
        return practice if step.practice_months else "practice at work"
    said = hours_range(step.hours)
    return f"{said}, beside it {practice}" if step.practice_months else said


def ends(step: Step) -> tuple[str, str]:
    """Where a step starts from and where it leads to."""
    if step.kind == "certification":
        return ("Held", "Renewed") if step.is_renewal else ("Not held", "Held")
    return proficiency(step.start), proficiency(step.end)


def certificate_facts(certification: Certification) -> str:
    """What the exam costs and how long the certificate is valid; what is not known says so."""
    fee, months = certification.exam_cost_usd, certification.validity_months
    cost = "exam fee not known" if fee is None else f"exam fee {figures.money(fee)}"
    return f"{cost}, {f'valid for {months} months' if months else 'validity not known'}"
