"""The secret address of somebody's own dates."""

from __future__ import annotations

from datetime import datetime

from accounts.tokens import digest_of, new_token
from planner.models import CalendarFeed, Profile

PREFIX = "cal_"


def switch_feed_on(*, profile: Profile, now: datetime) -> str:
    """A new token, which nothing here can tell again; an address from before works no more."""
    token = new_token(PREFIX)
    CalendarFeed.objects.update_or_create(
        profile=profile,
        defaults={"digest": digest_of(token), "created_at": now, "last_read_at": None},
    )
    return token


def switch_feed_off(*, profile: Profile) -> bool:
    """Whether there was one."""
    return bool(CalendarFeed.objects.filter(profile=profile).delete()[0])


def note_reading(*, feed: CalendarFeed, now: datetime) -> None:
    """When a calendar program last asked."""
    CalendarFeed.objects.filter(pk=feed.pk).update(last_read_at=now)
