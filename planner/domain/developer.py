"""The developer: what somebody can do, where they work, and what they aim at, as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum

DAYS_PER_YEAR = 365.25
MAX_YEARS = 60.0


class Proficiency(IntEnum):
    """The five levels of a skill. A skill that is *not assessed* has none of them."""

    NONE = 0
    LEARNING = 1
    WORKING = 2
    PROFICIENT = 3
    EXPERT = 4


@dataclass(frozen=True, slots=True)
class Experience:
    """Years of professional experience as stated on a day: they grow by themselves after it."""

    years: float
    as_of: date

    def on(self, today: date) -> float:
        """Years of experience on `today`, between 0 and 60."""
        grown = self.years + (today - self.as_of).days / DAYS_PER_YEAR
        return min(MAX_YEARS, max(0.0, grown))


@dataclass(frozen=True, slots=True)
class HeldCertification:
    """A certificate in hand. `expires_on` is its last valid day; None if it does not expire.

    `verification_url`: where its issuer says that it is real, or empty.
    """

    id: str
    earned_on: date | None = None
    expires_on: date | None = None
    verification_url: str = ""

    def is_active(self, today: date) -> bool:
        return self.expires_on is None or self.expires_on >= today


@dataclass(frozen=True, slots=True)
class Developer:
    """One person as the engine sees them on one day.

    `skills`: proficiency 0–4 by skill id; a skill that is not assessed is absent.
    `certifications`: ids of the certificates that are valid on that day.
    `location_ratio`, `industry_ratio`: pay relative to the national median (1.0 if unknown).
    `expires`: the last valid day of those certificates that have one.
    `current_pay`: dollars a year, or None. `target`: a level code, or None for the next one.
    `studied`: hours that went into the step at hand already, by its skill or certification.
    `pace`: own hours of study over estimated ones, above 0; more than 1 is slower.
    """

    years: float
    skills: Mapping[str, int] = field(default_factory=dict)
    certifications: frozenset[str] = frozenset()
    location_ratio: float = 1.0
    is_remote: bool = False
    industry_ratio: float = 1.0
    current_pay: float | None = None
    target: str | None = None
    hours_per_week: float = 6.0
    excluded: frozenset[str] = frozenset()
    expires: tuple[tuple[str, date], ...] = ()
    studied: tuple[tuple[str, float], ...] = ()
    pace: float = 1.0

    @property
    def estimated_hours_per_week(self) -> float:
        """Hours of the estimates that a week of study covers: fewer at a slower pace."""
        return self.hours_per_week / self.pace

    def __hash__(self) -> int:
        """Skills in any order: equal developers have equal hashes, so answers can be kept."""
        return hash((self.years, frozenset(self.skills.items()), self.certifications))


def last_valid_days(
    held: tuple[HeldCertification, ...], today: date
) -> tuple[tuple[str, date], ...]:
    """The valid certificates that end one day, the soonest first."""
    ending = [(c.id, c.expires_on) for c in held if c.expires_on and c.is_active(today)]
    return tuple(sorted(ending, key=lambda end: (end[1], end[0])))


def active_certifications(held: tuple[HeldCertification, ...], today: date) -> frozenset[str]:
    """The ids of the certificates that count on `today`: an expired one counts nothing."""
    return frozenset(certificate.id for certificate in held if certificate.is_active(today))
