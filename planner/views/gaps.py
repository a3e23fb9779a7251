from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.http import SignedInRequest
from planner import wording
from planner.access import profile_for_reading
from planner.domain.catalogue import Catalogue, Level
from planner.domain.gaps import Gap
from planner.domain.levels import is_ready
from planner.domain.outlook import Outlook, look_ahead
from planner.queries.profiles import load_developer


@dataclass(frozen=True, slots=True)
class LevelGaps:
    """One level with the expectations to list; `met_count` and `count` are of all of them."""

    level: Level
    readiness: float
    is_ready: bool
    gaps: tuple[Gap, ...]
    met_count: int
    count: int


@require_safe
def gaps(request: SignedInRequest) -> HttpResponse:
    """Every expectation of every level, met or not, with what exactly is missing."""
    profile = load_developer(profile_for_reading(request.user), timezone.localdate())
    catalogue = profile.catalogue
    outlook = look_ahead(catalogue, profile.developer)
    chosen = request.GET.get("level", "")
    level = chosen if chosen in catalogue.levels_by_code else ""
    is_open_only = request.GET.get("open") == "1"
    context = {
        "profile": profile,
        "catalogue": catalogue,
        "outlook": outlook,
        "chosen_level": level,
        "is_open_only": is_open_only,
        "levels": _levels(catalogue, outlook, level, is_open_only=is_open_only),
    }
    if request.htmx.target == "gap-table":
        return render(request, "planner/gaps.html#gap-table", context)
    return render(request, "planner/gaps.html", context | _header(catalogue, outlook))


def _header(catalogue: Catalogue, outlook: Outlook) -> dict[str, Any]:
    return {
        "title": wording.gaps_title(catalogue, outlook),
        "lead": wording.gaps_lead(catalogue, outlook),
    }


def _levels(
    catalogue: Catalogue, outlook: Outlook, chosen: str, *, is_open_only: bool
) -> list[LevelGaps]:
    found = []
    for level, readiness in zip(catalogue.levels, outlook.standing.readiness, strict=True):
        of_level = [gap for gap in outlook.gaps if gap.expectation.level == level.code]
        listed = tuple(gap for gap in of_level if gap.is_open or not is_open_only)
        if chosen in {"", level.code} and listed:
            found.append(
                LevelGaps(
                    level=level,
                    readiness=readiness,
                    is_ready=is_ready(catalogue, readiness),
                    gaps=listed,
                    met_count=sum(not gap.is_open for gap in of_level),
                    count=len(of_level),
                )
            )
    return found
