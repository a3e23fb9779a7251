"""A profile out of a JSON document. Whatever is wrong is refused by the name of its field."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any, TypeGuard

from planner.domain.catalogue import Catalogue, Industry, Place
from planner.domain.developer import (
    MAX_YEARS,
    Developer,
    HeldCertification,
    Proficiency,
    active_certifications,
    last_valid_days,
)
from planner.domain.next_skills import OBJECTIVES, Objective
from planner.domain.roadmap import Wishes

KEYS = (
    "years", "skills", "certifications", "location", "location_ratio", "remote", "industry",
    "industry_ratio", "current_pay", "hours_per_week", "target", "objective", "horizon_months",
    "exclude", "first", "later", "order", "learn", "studied", "pace",
)  # fmt: skip
MAX_HOURS_PER_WEEK = 80
MAX_MONTHS = 600
MAX_PAY = 10_000_000
MIN_RATIO, MAX_RATIO = 0.1, 10  # of pay in a place, and of hours at a pace
MAX_STUDIED = 10_000
STEP_ENDS = ("1", "2", "3", "4")
NO_WISHES = Wishes()


class ProfileError(ValueError):
    """What is wrong with a document, and in which field of it."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(f"{field}: {message}")
        self.field, self.message = field, message


@dataclass(frozen=True, slots=True)
class Learning:
    """Exactly what to project: proficiency by skill, certificates, and the months it takes."""

    skills: Mapping[str, int]
    certifications: frozenset[str]
    months: float


@dataclass(frozen=True, slots=True)
class PlanRequest:
    """What to plan for. `learning`, where given, is projected instead of the plan."""

    objective: Objective = "next_level"
    horizon_months: float = 36.0
    learning: Learning | None = None
    wishes: Wishes = NO_WISHES


def read_profile(
    document: object, catalogue: Catalogue, today: date
) -> tuple[Developer, PlanRequest]:
    """The developer and what to plan. Raises ProfileError for the first thing that is wrong.

    A key whose value is null is as good as none.
    """
    given = _object(document, "", KEYS)
    if "years" not in given:
        raise ProfileError("years", "is missing")
    held = _held(given.get("certifications", []), "certifications", catalogue, today)
    pay = given.get("current_pay")
    hours = given.get("hours_per_week", catalogue.parameters.hours_per_week)
    developer = Developer(
        years=_number(given["years"], "years", 0, MAX_YEARS),
        skills=_levels(given.get("skills", {}), "skills", catalogue),
        certifications=active_certifications(held, today),
        expires=last_valid_days(held, today),
        location_ratio=_ratio(given, "location", catalogue.places),
        is_remote=_flag(given.get("remote", False), "remote"),
        industry_ratio=_ratio(given, "industry", catalogue.industries),
        current_pay=None if pay is None else _positive(pay, "current_pay", MAX_PAY),
        target=_choice(given.get("target"), "target", [None, *catalogue.levels_by_code]),
        hours_per_week=_positive(hours, "hours_per_week", MAX_HOURS_PER_WEEK),
        excluded=_ids(given.get("exclude", []), "exclude", catalogue.positions),
        studied=_studied(given.get("studied", {}), "studied", catalogue),
        pace=_number(given.get("pace", 1.0), "pace", MIN_RATIO, MAX_RATIO),
    )
    return developer, _request(given, catalogue)


def _request(given: Mapping[str, Any], catalogue: Catalogue) -> PlanRequest:
    objective = _choice(given.get("objective", "next_level"), "objective", OBJECTIVES)
    return PlanRequest(
        objective=objective,
        horizon_months=_number(given.get("horizon_months", 36), "horizon_months", 1, MAX_MONTHS),
        learning=_learning(given["learn"], catalogue) if "learn" in given else None,
        wishes=_wishes(given, catalogue),
    )


def _wishes(given: Mapping[str, Any], catalogue: Catalogue) -> Wishes:
    keys = _list(given.get("order", []), "order")
    return Wishes(
        first=_ids(given.get("first", []), "first", catalogue.positions),
        later=_ids(given.get("later", []), "later", catalogue.positions),
        order=tuple(_step_key(key, "order", catalogue) for key in keys),
    )


def _learning(value: object, catalogue: Catalogue) -> Learning:
    given = _object(value, "learn", ("skills", "certifications", "months"))
    names = given.get("certifications", [])
    return Learning(
        skills=_levels(given.get("skills", {}), "learn.skills", catalogue),
        certifications=_ids(names, "learn.certifications", catalogue.certifications),
        months=_number(given.get("months", 0), "learn.months", 0, MAX_MONTHS),
    )


# --- Skills and certificates ----------------------------------------------------------------------


def _levels(value: object, field: str, catalogue: Catalogue) -> dict[str, int]:
    """Proficiency by skill; a skill that is left out is not assessed."""
    if not isinstance(value, dict):
        raise ProfileError(field, f"must be an object of skills, not {_shown(value)}")
    for id_, level in value.items():
        if id_ not in catalogue.skills:
            message = f"there is no such skill{_hint(id_, catalogue.skills)}"
            raise ProfileError(_path(field, id_), message)
        if type(level) is not int or not Proficiency.NONE <= level <= Proficiency.EXPERT:
            message = f"must be a whole number from 0 to 4, not {_shown(level)}"
            raise ProfileError(f"{field}.{id_}", message)
    return value


def _studied(value: object, field: str, catalogue: Catalogue) -> tuple[tuple[str, float], ...]:
    """Hours that went into the step at hand, by its skill or certification, in order of ids."""
    given = _object(value, field, catalogue.positions)
    hours = {id_: _positive(part, _path(field, id_), MAX_STUDIED) for id_, part in given.items()}
    return tuple(sorted(hours.items()))


def _ids(value: object, field: str, known: Collection[str]) -> frozenset[str]:
    return frozenset(_known(id_, field, known) for id_ in _list(value, field))


def _step_key(value: object, field: str, catalogue: Catalogue) -> str:
    """A step by name: `docker@2` raises Docker to *working*, `ckad@1` takes the certification."""
    id_, at, end = value.partition("@") if isinstance(value, str) else ("", "", "")
    if not (at and end in STEP_ENDS):
        raise ProfileError(field, f"{_shown(value)} is no step such as 'docker@2'")
    return f"{_known(id_, field, catalogue.positions)}@{end}"


def _held(
    value: object, field: str, catalogue: Catalogue, today: date
) -> tuple[HeldCertification, ...]:
    """Every certificate, the expired ones too. Each is an id, or an object with its dates."""
    held = []
    for n, item in enumerate(_list(value, field)):
        if isinstance(item, dict):
            held.append(_dated(item, f"{field}[{n}]", catalogue, today))
        else:
            held.append(HeldCertification(_known(item, field, catalogue.certifications)))
    return tuple(held)


def _dated(value: object, field: str, catalogue: Catalogue, today: date) -> HeldCertification:
    given = _object(value, field, ("id", "earned_on", "expires_on"))
    id_ = _known(given.get("id"), f"{field}.id", catalogue.certifications)
    earned_on = _day(given.get("earned_on"), f"{field}.earned_on")
    expires_on = _day(given.get("expires_on"), f"{field}.expires_on")
    if earned_on and earned_on > today:
        raise ProfileError(f"{field}.earned_on", f"{earned_on} is still to come")
    if earned_on and expires_on and expires_on < earned_on:
        raise ProfileError(f"{field}.expires_on", f"{expires_on} is before {earned_on}")
    return HeldCertification(id_, earned_on, expires_on)


# --- Place ----------------------------------------------------------------------------------------


def _ratio(
    given: Mapping[str, Any], field: str, known: Mapping[str, Place] | Mapping[str, Industry]
) -> float:
    """Pay there over the national median, by name, by id or as a number; 1 where none is known."""
    number = f"{field}_ratio"
    if field in given and number in given:
        raise ProfileError(field, f"give either this or {number}, not both")
    if number in given:
        return _number(given[number], number, MIN_RATIO, MAX_RATIO)
    if field not in given:
        return 1.0
    by_name = {where.name: where for where in known.values()} | dict(known)
    where = by_name[_known(given[field], field, by_name)]
    return 1.0 if where.ratio is None else where.ratio


# --- Plain values ---------------------------------------------------------------------------------


def _object(value: object, field: str, keys: Collection[str]) -> dict[str, Any]:
    """What is given of these keys and not null. `field` is empty for the document itself."""
    if not isinstance(value, dict):
        raise ProfileError(field or "profile", f"must be an object, not {_shown(value)}")
    for key in value:
        if key not in keys:
            raise ProfileError(_path(field, key), f"is no field here{_hint(key, keys)}")
    return {key: part for key, part in value.items() if part is not None}


def _path(field: str, key: str) -> str:
    said = _shown(key)[1:-1]
    return f"{field}.{said}" if field else said


def _list(value: object, field: str) -> list[object]:
    if not isinstance(value, list):
        raise ProfileError(field, f"must be a list, not {_shown(value)}")
    return value


def _known(value: object, field: str, known: Collection[str]) -> str:
    if not isinstance(value, str) or value not in known:
        hint = _hint(value, known) if isinstance(value, str) else ""
        raise ProfileError(field, f"{_shown(value)} is not known{hint}")
    return value


def _number(value: object, field: str, low: float, high: float) -> float:
    if _is_number(value) and low <= value <= high:  # which does not hold for NaN
        return float(value)
    raise ProfileError(field, f"must be a number from {low:g} to {high:g}, not {_shown(value)}")


def _positive(value: object, field: str, high: float) -> float:
    if _is_number(value) and 0 < value <= high:
        return float(value)
    message = f"must be a number above 0 and up to {high:,}, not {_shown(value)}"
    raise ProfileError(field, message)


def _is_number(value: object) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _flag(value: object, field: str) -> bool:
    if not isinstance(value, bool):
        raise ProfileError(field, f"must be true or false, not {_shown(value)}")
    return value


def _choice[Option](value: object, field: str, options: Collection[Option]) -> Option:
    for option in options:
        if value == option:
            return option
    names = ", ".join(str(option) for option in options if option is not None)
    raise ProfileError(field, f"must be one of {names}, not {_shown(value)}")


def _day(value: object, field: str) -> date | None:
    if value is None:
        return None
    try:
        if isinstance(value, str):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise ProfileError(field, f"must be a day as in 2026-05-31, not {_shown(value)}")


def _shown(value: object) -> str:
    """A value on one short line, whatever it is: control characters are escaped."""
    said = repr(value) if isinstance(value, str | int | float | None) else type(value).__name__
    return said if len(said) <= 60 else f"{said[:57]}..."


def _hint(value: str, known: Collection[str]) -> str:
    """What was meant, if something known contains the value or looks like it."""
    asked = value[:80].casefold()
    holding = (id_ for id_ in known if len(asked) > 2 and asked in id_.casefold())
    near = next(holding, None) or next(iter(get_close_matches(asked, known, n=1)), None)
    return f" (did you mean {near!r}?)" if near else ""
