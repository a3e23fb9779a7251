"""What is shown by a link or a secret address: to whoever has it, and to whoever made it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404

from accounts.tokens import digest_of
from planner.models import CalendarFeed, Profile, ShareLink

if TYPE_CHECKING:
    from accounts.models import User


def share_link_for_editing(viewer: User, pk: int) -> ShareLink:
    """A link of the viewer's own, whatever has become of it."""
    return get_object_or_404(ShareLink.objects.editable_by(viewer), pk=pk)


def shared_link(token: str, now: datetime) -> ShareLink:
    """The link that a token opens: not one that was revoked, has ended or whose owner leaves."""
    return get_object_or_404(ShareLink.objects.usable(now), digest=digest_of(token))


def profile_to_share(pk: int) -> Profile:
    """A profile without pay and what leads to it: reading those raises."""
    return get_object_or_404(Profile.objects.for_mentors(), pk=pk)


def calendar_feed(token: str) -> CalendarFeed:
    """The feed that a token opens: not one that was switched off or replaced."""
    feeds = CalendarFeed.objects.usable().filter(digest=digest_of(token))
    return get_object_or_404(feeds.select_related("profile__user", "profile__plan_settings"))
