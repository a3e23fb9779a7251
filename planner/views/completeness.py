"""What a profile does not say yet, for the pages that tell of it; no query."""

from __future__ import annotations

from typing import Any

from planner import completeness_wording as wording
from planner.domain.completeness import CODES, Completeness, Stated, judge_completeness
from planner.models import Profile
from planner.models.profiles import START_STEPS
from planner.queries.profiles import ProfileView


def completeness_of(profile: Profile, view: ProfileView) -> dict[str, Any]:
    """All of it. Who went through the first steps and named no certificate has none."""
    was_asked = not profile.needs_start and profile.start_step == START_STEPS
    found = _judge(view, has_named_certificates=was_asked)
    gaps = wording.gaps_of(view.catalogue, found)
    return {"gaps": gaps, "stated": len(found.filled), "all": len(CODES)}


def first_gap(view: ProfileView) -> wording.Gap | None:
    """The one thing that is worth a line on the dashboard. A sample is not one's own to fill."""
    if view.is_sample:
        return None
    found = _judge(view, has_named_certificates=True)
    return wording.first_gap(view.catalogue, found)


def _judge(view: ProfileView, *, has_named_certificates: bool) -> Completeness:
    stated = Stated(
        years=view.has_experience,
        place=view.place is not None,
        industry=view.industry is not None,
        certifications=bool(view.held) or has_named_certificates,
    )
    return judge_completeness(view.catalogue, view.developer, view.standing, stated)
