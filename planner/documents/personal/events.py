"""What an event of a file may say, so that history can be replayed and shown whatever is sent."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, cast

from django.core.exceptions import ValidationError
from django.db.models import URLField

from planner.domain.catalogue import LEVEL_CODES
from planner.domain.next_skills import OBJECTIVES
from planner.models.plans import MAX_HORIZON_MONTHS
from planner.models.profiles import (
    EARLIEST,
    MAX_HOURS_PER_WEEK,
    MAX_PAY,
    MAX_YEARS,
    CertificationClaim,
)

type Check = Callable[[Any], bool]

ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:/-]{0,63}")
STEP = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:/-]{0,63}@[1-4]")
MAX_WISHES = 500
LATEST = date(2100, 12, 31)  # as for forms
DATES, LINK = frozenset({"earned_on", "expires_on"}), "verification_url"  # of a certificate
LINK_FIELD = cast("URLField[str, str]", CertificationClaim._meta.get_field(LINK))


def is_id(value: Any) -> bool:
    return isinstance(value, str) and ID.fullmatch(value) is not None


def are_ids(value: Any) -> bool:
    return _are(value, ID)


def are_steps(value: Any) -> bool:
    return _are(value, STEP)


def _are(value: Any, pattern: re.Pattern[str]) -> bool:
    return (
        isinstance(value, list)
        and len(value) <= MAX_WISHES
        and all(isinstance(part, str) and pattern.fullmatch(part) for part in value)
    )


def _between(low: int, high: int) -> Check:
    return lambda value: type(value) is int and low <= value <= high


def _is_day(value: Any) -> bool:
    try:
        return isinstance(value, str) and EARLIEST <= date.fromisoformat(value) <= LATEST
    except ValueError:
        return False


def _is_years(value: Any) -> bool:
    try:
        return isinstance(value, str) and len(value) <= 8 and 0 <= Decimal(value) <= MAX_YEARS
    except InvalidOperation:
        return False


def _is_certificate(value: Any) -> bool:
    if not isinstance(value, dict) or not DATES <= set(value) <= {*DATES, LINK}:
        return False
    expires_on = value["expires_on"]
    is_dated = _is_day(value["earned_on"]) and (expires_on is None or _is_day(expires_on))
    return is_dated and (LINK not in value or _is_link(value[LINK]))


def _is_link(value: Any) -> bool:
    try:
        LINK_FIELD.run_validators(value)
    except (TypeError, ValidationError):
        return False
    return isinstance(value, str) and value != ""


def _is_true(value: Any) -> bool:
    return value is True


PROFILE: Mapping[str, Check] = {
    "experience_started_on": _is_day,
    "years_stated": _is_years,
    "years_stated_on": _is_day,
    "place": is_id,
    "is_remote": _is_true,
    "industry": is_id,
    "hours_per_week": _between(1, MAX_HOURS_PER_WEEK),
    "current_pay": _between(1, MAX_PAY),
    "target": lambda value: value in LEVEL_CODES,
}
PLAN: Mapping[str, Check] = {
    "objective": lambda value: value in OBJECTIVES,
    "horizon_months": _between(1, MAX_HORIZON_MONTHS),
    "first": are_ids,
    "later": are_ids,
    "excluded": are_ids,
    "order": are_steps,
    "uses_own_pace": _is_true,
    "kept": lambda value: type(value) is int and value >= 0,
}
STUDY = ("started", "paused", "finished")


def check_of(kind: str, key: str) -> Check | None:
    """What a value of this kind and key must be; None: there is no such."""
    if kind == "profile":
        return PROFILE.get(key)
    if kind == "plan":
        return PLAN.get(key)
    of_things: dict[str, Check] = {
        "skill": _between(0, 4), "certification": _is_certificate,
        "study": lambda value: isinstance(value, str) and value in STUDY,
    }  # fmt: skip
    return of_things.get(kind) if is_id(key) else None


def is_event(kind: str, key: str, was: Any, now: Any) -> bool:
    """None before or after: it was or is not stated."""
    check = check_of(kind, key)
    return check is not None and all(value is None or check(value) for value in (was, now))
