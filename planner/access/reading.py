"""What was taken in from a file, by the event that says so."""

from __future__ import annotations

from django.shortcuts import get_object_or_404

from accounts.models import User
from planner.models import Event, Profile


def taken_in(viewer: User, profile: Profile, pk: int) -> list[Event]:
    """All that one file changed, in the order of the text; 404 if it is not the viewer's."""
    events = Event.objects.visible_to(viewer).of_files(profile)
    return list(events.filter(at=get_object_or_404(events, pk=pk).at).in_order())
