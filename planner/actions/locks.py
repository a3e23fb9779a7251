"""Who writes about a profile takes its row first, so that two writers wait for each other."""

from __future__ import annotations

from planner.models import Profile


def lock_profile(pk: int) -> None:
    """Hold the row of a profile, without reading what is its owner's alone."""
    Profile.objects.select_for_update().values_list("pk", flat=True).get(pk=pk)
