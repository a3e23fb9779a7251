"""What happened, in words: each change, and how somebody differs from who they were on a day.

Pure functions, no markup.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from planner.domain.catalogue import Catalogue
from planner.domain.history import Change
from planner.figures import money, years
from planner.models.plans import OBJECTIVE_NAMES
from planner.names import level_name, listed, name_of, proficiency
from planner.time_wording import day, span

ORIGINS = {
    "self": "",
    "baseline": "as it was when history began",
    "start": "in the first steps",
    "sample": "with the sample profile",
    "review": "taken over from a review",
    "mentor": "accepted from a mentor",
    "file": "from a text or file",
}
KINDS = {
    "skill": "Skills",
    "certification": "Certificates",
    "profile": "About you",
    "plan": "Plan",
    "review": "Reviews",
    "study": "Study",
}
COUNTED = {
    "skill": "skill",
    "certification": "certificate",
    "profile": "detail about you,details about you",
    "plan": "wish for the plan,wishes for the plan",
    "review": "review",
    "study": "step",
}
FIELDS = {
    "experience_started_on": "Working as a developer since",
    "years_stated": "Years of experience",
    "years_stated_on": "Years of experience as of",
    "place": "Place",
    "is_remote": "Works remotely",
    "industry": "Industry",
    "hours_per_week": "Hours of study a week",
    "current_pay": "Current pay",
    "target": "Target",
    "objective": "Aim of the plan",
    "horizon_months": "Horizon of the plan",
    "first": "Wanted first",
    "later": "Put off",
    "excluded": "Not for you",
    "order": "Order of the steps",
    "kept": "Plan followed",
    "uses_own_pace": "Plans by your own pace",
}
REVIEWS = {
    "confirm": "confirmed",
    "adjust": "confirmed at another level",
    "more": "asked for more evidence",
    "decline": "not confirmed",
}
NOT_STATED = "not stated"
UNSTATED = {"is_remote": "no", "uses_own_pace": "no", "kept": "none", "target": "the next level"}


def happened(catalogue: Catalogue, change: Change, plans: Mapping[int, date]) -> tuple[str, str]:
    """What changed, and how: `Python`, `Working → Proficient`. `plans`: when each was kept."""
    name = name_of(catalogue, change.key)
    match change.kind:
        case "skill":
            if change.was == change.now:
                return name, f"still {_proficiency(change.now)}"
            return name, f"{_proficiency(change.was)} → {_proficiency(change.now)}"
        case "certification":
            return name, _certificate(change.was, change.now)
        case "review":
            return name, _review(change)
        case "study":
            again = change.was is not None and change.now == "started"
            return name, "taken up again" if again else str(change.now)
        case _:
            name = FIELDS.get(change.key) or change.key.replace("_", " ").capitalize()
            return name, _stated(catalogue, change, plans)


def _proficiency(value: Any) -> str:
    return proficiency(value if isinstance(value, int) else None)


def _certificate(was: Any, now: Any) -> str:
    if not isinstance(now, Mapping):
        return "no longer stated"
    earned, ends = (_day_said(now.get(name)) for name in ("earned_on", "expires_on"))
    valid = f"valid until {ends}" if ends else "without an end"
    if not isinstance(was, Mapping):
        return f"earned {earned}, {valid}" if earned else valid
    if was.get("verification_url") != now.get("verification_url"):
        return f"{'another' if now.get('verification_url') else 'no'} verification link"
    if was.get("expires_on") != now.get("expires_on"):
        before = _day_said(was.get("expires_on"))
        return f"{valid} instead of {before or 'without an end'}"
    return f"earned {earned} instead of {_day_said(was.get('earned_on'))}"


def _review(change: Change) -> str:
    answer = change.now if isinstance(change.now, Mapping) else {}
    kind, claimed = str(answer.get("kind")), _proficiency(change.was)
    if kind == "adjust":
        return f"confirmed at {_proficiency(answer.get('proficiency'))} instead of {claimed}"
    said = REVIEWS.get(kind, "answered")
    return f"{claimed} {said}" if kind in ("confirm", "decline") else f"{said} for {claimed}"


def _stated(catalogue: Catalogue, change: Change, plans: Mapping[int, date]) -> str:
    """A field of the profile or of the plan."""
    if change.key == "order":
        return "by hand" if change.now else "the planner's"
    if isinstance(change.was, list) or isinstance(change.now, list):
        return _list_change(catalogue, change.was, change.now)
    was, now = (_value(catalogue, change.key, value, plans) for value in (change.was, change.now))
    return now if change.was is None else f"{was} → {now}"


def _list_change(catalogue: Catalogue, was: Any, now: Any) -> str:
    before, after = was or [], now or []
    added = [name_of(catalogue, id_) for id_ in after if id_ not in before]
    gone = [name_of(catalogue, id_) for id_ in before if id_ not in after]
    parts = ([listed(added)] if added else []) + ([f"no longer {listed(gone)}"] if gone else [])
    return "; ".join(parts) or "in another order"


def _value(catalogue: Catalogue, key: str, value: Any, plans: Mapping[int, date]) -> str:
    if value is None:
        return UNSTATED.get(key, NOT_STATED)
    say: dict[str, Callable[[Any], str]] = {
        "place": lambda id_: _named(catalogue.places, id_),
        "industry": lambda id_: _named(catalogue.industries, id_),
        "target": lambda code: level_said(catalogue, code),
        "current_pay": lambda dollars: f"{money(dollars)} a year",
        "years_stated": lambda number: years(float(number)),
        "objective": lambda name: OBJECTIVE_NAMES.get(name, name).lower(),
        "horizon_months": span,
        "hours_per_week": str,
        "kept": lambda pk: f"the one of {day(plans[pk])}" if pk in plans else "one since deleted",
    }
    if key in say:
        return say[key](value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return _day_said(value) if key.endswith("_on") else str(value)


def level_said(catalogue: Catalogue, code: str) -> str:
    """The level's name; its code if the catalogue no longer has it."""
    known = code in catalogue.levels_by_code
    return level_name(catalogue, code) if known else code


def _named(known: Mapping[str, Any], id_: str) -> str:
    return known[id_].name if id_ in known else id_


def _day_said(value: Any) -> str:
    return day(date.fromisoformat(value)) if value else ""
