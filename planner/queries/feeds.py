"""Somebody's own dates as a calendar program reads them, and whether one does."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from accounts.time_zones import zone_of
from planner.exports.calendar_file import Entry, write_feed
from planner.exports.words import plain
from planner.models import CalendarFeed, Profile
from planner.queries.own_dates import Kind, OwnDate, load_own_dates

TITLE = "Waymark"
ENDS: dict[Kind, str] = {"step": "", "end": ": last valid day", "due": ": due"}


def load_feed(profile: Profile) -> CalendarFeed | None:
    """One query."""
    return CalendarFeed.objects.filter(profile=profile.pk).first()


def read_calendar(profile: Profile, now: datetime) -> bytes:
    """Every date of theirs from today on as their own days are; six queries."""
    with timezone.override(zone_of(profile.user)):
        dates = load_own_dates(profile, timezone.localdate(now))
    return write_feed(f"profile-{profile.pk}", TITLE, map(entry_of, dates), now)


def entry_of(date: OwnDate) -> Entry:
    return Entry(
        date.key,
        date.first,
        date.last,
        plain(date.title) + ENDS[date.kind],
        date.about,
        settings.SITE_URL + reverse(date.view, args=date.arguments),
    )
