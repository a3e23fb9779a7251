"""Which claims nothing has spoken for in a long time, by what the reader is shown."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from django.db.models import OuterRef
from django.utils import timezone

from accounts.models import Scope
from planner.domain.catalogue import Catalogue
from planner.domain.staleness import Claim, Stale, find_stale
from planner.models import Evidence, MentorRating, Profile, SkillClaim, StudySession
from planner.queries.signs import latest


def load_stale(
    profile: Profile, catalogue: Catalogue, today: date, scopes: Collection[Scope] = tuple(Scope)
) -> dict[str, Stale]:
    """By skill, the longest first; one query.

    `scopes`: what of the profile the reader may see. The rest does not count, so that a page
    never depends on what it does not show.
    """
    found = find_stale(catalogue, _claims(profile, today, scopes), today)
    return {stale.skill: stale for stale in found}


def _claims(profile: Profile, today: date, scopes: Collection[Scope]) -> list[Claim]:
    """A rating below what is claimed does not speak for it."""
    skill, level = OuterRef("skill"), OuterRef("proficiency")
    ratings = MentorRating.objects.filter(profile=profile.pk, skill=skill, proficiency__gte=level)
    evidence = Evidence.objects.filter(profile=profile.pk, skills=skill)
    study = StudySession.objects.filter(profile=profile.pk, item=skill, on__lte=today)
    rows = SkillClaim.objects.filter(profile=profile.pk).values_list(
        "skill",
        "proficiency",
        "updated_at",
        latest(ratings, "rated_at"),
        latest(evidence, "created_at"),
        latest(study, "on"),
    )
    return [
        Claim(
            skill=skill,
            proficiency=proficiency,
            stated_on=timezone.localdate(stated),
            confirmed_on=_day(confirmed),
            evidenced_on=_day(evidenced) if Scope.EVIDENCE in scopes else None,
            studied_on=studied if Scope.PLAN in scopes else None,
        )
        for skill, proficiency, stated, confirmed, evidenced, studied in rows
    ]


def _day(moment: datetime | None) -> date | None:
    return timezone.localdate(moment) if moment else None
