"""Certificates that end soon, as far as somebody is to be told of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from accounts.models import User
from accounts.time_zones import zone_of
from planner.domain.developer import HeldCertification
from planner.domain.reminders import DAYS_BEFORE, ExpiryReminder, expiry_reminders_due
from planner.models import CertificateReminder, CertificationClaim

DAY = timedelta(days=1)  # between here and wherever somebody lives
FIRST = timedelta(days=max(DAYS_BEFORE))


@dataclass(frozen=True, slots=True)
class Ending:
    """A certificate that ends in `days` days. `is_final`: it cannot be renewed any more."""

    certification: str
    name: str
    expires_on: date
    days: int
    is_final: bool


def load_due(
    now: datetime, profiles: Collection[int] | None = None
) -> dict[int, tuple[ExpiryReminder, ...]]:
    """What to tell whom today (by profile), each in their own time zone; two queries.

    Made-up profiles have made-up certificates: nobody is told of those.
    """
    today = timezone.localdate(now)
    claims = CertificationClaim.objects.filter(
        expires_on__range=(today - DAY, today + FIRST + DAY),
        profile__is_sample=False,
        profile__user__is_active=True,
        profile__user__erasure__isnull=True,
    )
    if profiles is not None:
        claims = claims.filter(profile__in=profiles)
    held: defaultdict[int, list[HeldCertification]] = defaultdict(list)
    zones: dict[int, str] = {}
    for profile, zone, id_, earned_on, expires_on in claims.order_by("profile").values_list(
        "profile", "profile__user__time_zone", "certification", "earned_on", "expires_on"
    ):
        zones[profile] = zone
        held[profile].append(HeldCertification(id_, earned_on, expires_on))
    sent = _sent(held)
    due = {
        profile: expiry_reminders_due(mine, sent[profile], _today(zones[profile], now))
        for profile, mine in held.items()
    }
    return {profile: found for profile, found in due.items() if found}


def _sent(profiles: Collection[int]) -> defaultdict[int, set[ExpiryReminder]]:
    found: defaultdict[int, set[ExpiryReminder]] = defaultdict(set)
    for row in CertificateReminder.objects.filter(profile__in=list(profiles)):
        found[row.profile_id].add(row.to_value())
    return found


def _today(zone: str, now: datetime) -> date:
    return now.astimezone(zone_of(User(time_zone=zone))).date()


def load_endings(
    reminders: Collection[int], now: datetime
) -> tuple[User | None, tuple[Ending, ...]]:
    """Whom these reminders are for, and what still ends as they say; two queries.

    What was renewed, removed or has ended meanwhile is left out.
    """
    rows = CertificateReminder.objects.filter(pk__in=reminders).order_by("expires_on", "pk")
    found = list(rows.select_related("profile__user", "certification"))
    if not found:
        return None, ()
    profile = found[0].profile
    claims = CertificationClaim.objects.filter(profile=profile)
    held = set(claims.values_list("certification", "expires_on"))
    today = now.astimezone(zone_of(profile.user)).date()
    return profile.user, tuple(
        Ending(
            row.certification_id, row.certification.name, row.expires_on,
            (row.expires_on - today).days, row.certification.status == "retired",
        )
        for row in found
        if (row.certification_id, row.expires_on) in held and row.expires_on >= today
    )  # fmt: skip
