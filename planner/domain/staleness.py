"""Which claims are stale: nothing has spoken for them for long. No proficiency is ever lowered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from planner.domain.catalogue import Catalogue
from planner.domain.dates import months_later
from planner.domain.developer import Proficiency

Sign = Literal["stated", "confirmed", "evidenced", "studied"]
SIGNS: tuple[Sign, ...] = ("studied", "evidenced", "confirmed", "stated")  # of equal days the first
Area = Literal["fast", "usual", "lasting"]
# What certifications say of their own age: those of clouds and containers end after 1–3 years.
FAST = frozenset({"cloud", "data_ai", "devops", "framework", "frontend"})
LASTING = frozenset({"architecture", "domain", "fundamentals", "leadership", "practice", "soft"})


@dataclass(frozen=True, slots=True)
class Claim:
    """A skill somebody states, with the latest day of each sign that it is still so.

    `stated_on`: stated, changed or said to be still right. `confirmed_on`: by a mentor.
    """

    skill: str
    proficiency: int
    stated_on: date
    confirmed_on: date | None = None
    evidenced_on: date | None = None
    studied_on: date | None = None


@dataclass(frozen=True, slots=True)
class Stale:
    """A claim that is stale `since` a day, `months` after the last sign, which was on `last_on`."""

    skill: str
    since: date
    last: Sign
    last_on: date
    months: int
    area: Area


def find_stale(catalogue: Catalogue, claims: Iterable[Claim], today: date) -> tuple[Stale, ...]:
    """The claims that are stale today, the longest first.

    *None* is no claim, and a skill that the catalogue no longer has cannot be judged.
    """
    known = (claim for claim in claims if claim.skill in catalogue.skills)
    judged = (judge(catalogue, c) for c in known if c.proficiency >= Proficiency.LEARNING)
    stale = (found for found in judged if found.since <= today)
    return tuple(sorted(stale, key=lambda s: (s.since, catalogue.positions[s.skill])))


def judge(catalogue: Catalogue, claim: Claim) -> Stale:
    """From when on a claim is stale (it may be a day to come) if nothing more speaks for it.

    Raises KeyError for a skill that the catalogue does not have.
    """
    last_on, last = max(_signs(claim), key=lambda sign: sign[0])
    area = area_of(catalogue, claim.skill)
    months = months_until_stale(catalogue, area)
    return Stale(claim.skill, months_later(last_on, months), last, last_on, months, area)


def area_of(catalogue: Catalogue, skill: str) -> Area:
    """How fast what there is to know of a skill changes, by its category."""
    category = catalogue.skills[skill].category
    return "fast" if category in FAST else "lasting" if category in LASTING else "usual"


def months_until_stale(catalogue: Catalogue, area: Area) -> int:
    """Months after the last sign (a named assumption)."""
    rules = catalogue.study
    months = {
        "fast": rules.stale_months_fast,
        "usual": rules.stale_months,
        "lasting": rules.stale_months_lasting,
    }
    return round(months[area])


def _signs(claim: Claim) -> Iterator[tuple[date, Sign]]:
    days = {
        "studied": claim.studied_on,
        "evidenced": claim.evidenced_on,
        "confirmed": claim.confirmed_on,
        "stated": claim.stated_on,
    }
    for sign in SIGNS:
        if day := days[sign]:
            yield day, sign
