"""Which time somebody lives by."""

from __future__ import annotations

from datetime import UTC, tzinfo
from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

if TYPE_CHECKING:
    from accounts.models import User

REGIONS = frozenset(
    {"Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe",
     "Indian", "Pacific"}
)  # fmt: skip


def zone_of(user: User) -> tzinfo:
    """Their time zone; UTC where this machine does not know it (any more)."""
    try:
        return ZoneInfo(user.time_zone)
    except (ZoneInfoNotFoundError, ValueError):
        return UTC


@cache
def choices() -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """The zones that are named after places, by region, for a form; UTC before them."""
    places = sorted(name for name in available_timezones() if name.partition("/")[0] in REGIONS)
    regions = sorted({name.partition("/")[0] for name in places})
    return (
        ("World", (("UTC", "UTC"),)),
        *((region, tuple(_named(region, places))) for region in regions),
    )


def _named(region: str, places: list[str]) -> list[tuple[str, str]]:
    start = f"{region}/"
    return [(n, n.removeprefix(start).replace("_", " ")) for n in places if n.startswith(start)]
