"""What mentors set and suggest, and what was agreed: for those who wrote it and for the mentee."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404

from planner.models import Assignment, Blocker, CheckIn, GoalSuggestion, Pause, Profile

if TYPE_CHECKING:
    from accounts.models import User


def assignment_for_mentor(viewer: User, profile: Profile, pk: int, now: datetime) -> Assignment:
    """A step that the viewer set for this mentee, whose plan they may still see."""
    assignments = Assignment.objects.shown_to(viewer, now).filter(mentor=viewer, profile=profile)
    return get_object_or_404(assignments, pk=pk)


def goal_for_mentor(viewer: User, profile: Profile, pk: int, now: datetime) -> GoalSuggestion:
    """A goal that the viewer suggested to this mentee, whose plan they may still see."""
    goals = GoalSuggestion.objects.shown_to(viewer, now).filter(mentor=viewer, profile=profile)
    return get_object_or_404(goals, pk=pk)


def check_in_for_mentor(viewer: User, profile: Profile, pk: int, now: datetime) -> CheckIn:
    """A check-in with this mentee, whoever held it."""
    check_ins = CheckIn.objects.shown_to(viewer, now).select_related("mentor")
    return get_object_or_404(check_ins.filter(profile=profile), pk=pk)


def assignment_for_editing(viewer: User, pk: int) -> Assignment:
    """A step that was set for the viewer and not withdrawn."""
    assignments = Assignment.objects.visible_to(viewer).select_related("profile__user", "mentor")
    return get_object_or_404(assignments, pk=pk, withdrawn_at=None)


def goal_for_editing(viewer: User, pk: int) -> GoalSuggestion:
    """A goal that was suggested to the viewer."""
    goals = GoalSuggestion.objects.visible_to(viewer)
    return get_object_or_404(goals.select_related("profile__user", "mentor", "level"), pk=pk)


def check_in_for_reading(viewer: User, pk: int) -> CheckIn:
    """A check-in of the viewer's own."""
    check_ins = CheckIn.objects.visible_to(viewer).select_related("mentor")
    return get_object_or_404(check_ins, pk=pk)


def pause_for_editing(viewer: User, pk: int) -> Pause:
    """A pause that the viewer declared."""
    return get_object_or_404(Pause.objects.editable_by(viewer).select_related("profile"), pk=pk)


def blocker_for_editing(viewer: User, pk: int) -> Blocker:
    """Something that the viewer said is in the way, and that is not resolved yet."""
    blockers = Blocker.objects.editable_by(viewer).select_related("profile")
    return get_object_or_404(blockers, pk=pk)
