"""What is said of a claim that nothing has spoken for in a long time. Pure functions, no markup."""

from __future__ import annotations

from planner.domain.staleness import Area, Sign, Stale
from planner.time_wording import short_day

SIGNS: dict[Sign, str] = {
    "stated": "last stated on",
    "confirmed": "last confirmed by a mentor on",
    "evidenced": "last evidence added on",
    "studied": "last studied on",
}
AREAS: dict[Area, str] = {
    "fast": "in this area much changes within",
    "usual": "skills like this are looked at again after",
    "lasting": "even what lasts is looked at again after",
}


def stale_said(stale: Stale) -> str:
    """`Stale since 3 May 2026: last stated on 3 May 2025, nothing since`."""
    return f"Stale since {short_day(stale.since)}: {_last(stale)}, nothing since"


def stale_shown(stale: Stale) -> str:
    """The same for a mentor, who may not see everything that speaks for a claim."""
    return f"Stale since {short_day(stale.since)}: of what you see, {_last(stale)}"


def _last(stale: Stale) -> str:
    return f"{SIGNS[stale.last]} {short_day(stale.last_on)}"


def why_stale(stale: Stale) -> str:
    """`In this area much changes within 18 months`."""
    said = f"{AREAS[stale.area]} {stale.months} months"
    return said[:1].upper() + said[1:]
