"""What a mentee declares about a quiet time: pauses, and what is in the way."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from planner.actions.guidance import AnsweredMeanwhileError
from planner.actions.locks import lock_profile
from planner.models import Blocker, Pause, Profile


@transaction.atomic
def declare_pause(*, profile: Profile, starts_on: date, ends_on: date, words: str) -> Pause:
    """Say that there is no study for a while. The very same pause is declared once."""
    lock_profile(profile.pk)
    same = profile.pauses.filter(starts_on=starts_on, ends_on=ends_on).first()
    return same or profile.pauses.create(starts_on=starts_on, ends_on=ends_on, words=words)


@transaction.atomic
def change_pause(*, pause: Pause, starts_on: date, ends_on: date, words: str) -> None:
    """Raises AnsweredMeanwhileError if another tab removed it."""
    lock_profile(pause.profile_id)
    found = Pause.objects.filter(pk=pause.pk)
    if not found.update(starts_on=starts_on, ends_on=ends_on, words=words):
        raise AnsweredMeanwhileError


@transaction.atomic
def remove_pause(*, pause: Pause) -> None:
    lock_profile(pause.profile_id)
    pause.delete()


@transaction.atomic
def declare_blocker(*, profile: Profile, severity: str, text: str, since: date) -> Blocker:
    """Say that something is in the way. The very same is declared once while it is."""
    lock_profile(profile.pk)
    same = profile.blockers.open().filter(text=text).first()
    return same or profile.blockers.create(severity=severity, text=text, since=since)


@transaction.atomic
def resolve_blocker(*, blocker: Blocker, now: datetime) -> None:
    """It is out of the way; the first time counts."""
    lock_profile(blocker.profile_id)
    Blocker.objects.filter(pk=blocker.pk, resolved_at=None).update(resolved_at=now)
