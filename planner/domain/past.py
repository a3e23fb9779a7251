"""Somebody on a past day: what their history said then, read with the catalogue of that day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from planner.domain.catalogue import Catalogue
from planner.domain.developer import (
    Developer,
    Experience,
    HeldCertification,
    active_certifications,
    last_valid_days,
)
from planner.domain.history import State
from planner.domain.moves import target_level
from planner.domain.pay import Estimate, estimate
from planner.domain.standing import Standing, assess_developer


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A developer at the end of a day, with what it came to.

    `held`: every certificate, the expired ones too. `kept`: the key of the plan followed.
    `has_experience`: whether years were stated at all; if not, `developer.years` is 0.
    """

    day: date
    catalogue: Catalogue
    developer: Developer
    held: tuple[HeldCertification, ...]
    has_experience: bool
    place: str | None
    industry: str | None
    kept: int | None
    standing: Standing
    estimate: Estimate

    @property
    def target(self) -> str:
        """The code of the level aimed at on that day."""
        return target_level(self.catalogue, self.developer, self.standing)

    @property
    def readiness(self) -> dict[str, float]:
        """0–1 by the code of the level."""
        codes = (level.code for level in self.catalogue.levels)
        return dict(zip(codes, self.standing.readiness, strict=True))

    @property
    def met(self) -> int:
        """How many expectations of all levels are met."""
        return sum(attained >= 1.0 for attained in self.standing.attainments)


def look_back(catalogue: Catalogue, state: State, day: date) -> Snapshot:
    """What a page would have said at the end of that day. `catalogue`: the one in force then."""
    about = state.of("profile")
    held = _held(state, catalogue)
    experience = _experience(about)
    developer = _developer(catalogue, state, held, experience.on(day) if experience else 0.0, day)
    standing = assess_developer(catalogue, developer)
    return Snapshot(
        day=day,
        catalogue=catalogue,
        developer=developer,
        held=held,
        has_experience=experience is not None,
        place=_text(about.get("place")),
        industry=_text(about.get("industry")),
        kept=_whole(state.of("plan").get("kept")),
        standing=standing,
        estimate=estimate(catalogue, developer, standing),
    )


def _developer(
    catalogue: Catalogue,
    state: State,
    held: tuple[HeldCertification, ...],
    years: float,
    day: date,
) -> Developer:
    about = state.of("profile")
    said: dict[str, Any] = {}  # what is not said is as a developer has it by default
    if about.get("hours_per_week") is not None:
        said["hours_per_week"] = _number(about["hours_per_week"])
    if about.get("current_pay") is not None:
        said["current_pay"] = _number(about["current_pay"])
    return Developer(
        years=years,
        skills=_skills(state, catalogue),
        certifications=active_certifications(held, day),
        expires=last_valid_days(held, day),
        location_ratio=_ratio(catalogue.places, about.get("place")),
        is_remote=bool(about.get("is_remote")),
        industry_ratio=_ratio(catalogue.industries, about.get("industry")),
        target=_text(about.get("target")),
        excluded=frozenset(_words(state.of("plan").get("excluded"))),
        **said,
    )


def _experience(about: Mapping[str, object]) -> Experience | None:
    started = _text(about.get("experience_started_on"))
    if started is not None:
        return Experience(0.0, date.fromisoformat(started))
    years, stated_on = _text(about.get("years_stated")), _text(about.get("years_stated_on"))
    if years is None or stated_on is None:
        return None
    return Experience(float(years), date.fromisoformat(stated_on))


def _skills(state: State, catalogue: Catalogue) -> dict[str, int]:
    return {
        skill: level
        for skill, level in state.of("skill").items()
        if isinstance(level, int) and skill in catalogue.skills
    }


def _held(state: State, catalogue: Catalogue) -> tuple[HeldCertification, ...]:
    """The certificates, in the catalogue's order."""
    stated = state.of("certification")
    return tuple(
        HeldCertification(
            id_,
            _day(dates.get("earned_on")),
            _day(dates.get("expires_on")),
            str(dates.get("verification_url") or ""),
        )
        for id_ in catalogue.certifications
        if isinstance(dates := stated.get(id_), Mapping)
    )


def days_between(first: date, last: date, most: int) -> tuple[date, ...]:
    """At most so many days (2 or more), evenly apart, the first and the last among them."""
    length = (last - first).days
    count = min(most, length + 1)
    if count < 2:
        return (last,)
    return tuple(first + timedelta(days=length * n // (count - 1)) for n in range(count))


def _ratio(known: Mapping[str, Any], id_: object) -> float:
    """Pay relative to the national median; 1.0 where nothing is stated or there is no figure."""
    where = known.get(str(id_)) if id_ is not None else None
    return 1.0 if where is None or where.ratio is None else where.ratio


def _number(value: object) -> float:
    return float(str(value))


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) else None


def _words(value: object) -> Sequence[str]:
    return [str(word) for word in value] if isinstance(value, Iterable) else ()


def _day(value: object) -> date | None:
    return None if value is None else date.fromisoformat(str(value))
