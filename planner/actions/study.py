"""The learning log: hours of study, and steps that are begun, paused and finished.

Each write takes the row of the profile first, so that two at once cannot fill a day beyond its end.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.db.models import Sum

from planner.actions.history import recording, write_events
from planner.actions.locks import lock_profile
from planner.domain.history import Change
from planner.domain.study import What
from planner.models import Event, PlanSettings, Profile, StepMark, StudySession
from planner.models.study import MAX_HOURS, MAX_SESSIONS
from planner.queries.study import load_log

FROM = {  # in which states a step can be begun, paused or finished
    "start": (None, "paused", "finished"),
    "pause": ("started",),
    "finish": ("started", "paused"),
}
TO = {"start": "started", "pause": "paused", "finish": "finished"}


class DayFullError(Exception):
    """The hours of a day would be more than 24: `left` are free."""

    def __init__(self, left: Decimal) -> None:
        super().__init__(f"{left} hours are left of the day.")
        self.left = left


class LogFullError(Exception):
    """There are as many sessions as a log takes."""


class SessionGoneError(Exception):
    """Another tab was faster: the session is removed."""


@transaction.atomic
def log_hours(
    *, profile: Profile, item: str, on: date, hours: Decimal, words: str, key: UUID | None
) -> StudySession:
    """Log hours of study. `key`: of the form; sent twice, it is logged once.

    Raises DayFullError and LogFullError.
    """
    lock_profile(profile.pk)
    sessions = StudySession.objects.filter(profile=profile)
    if key and (same := sessions.filter(key=key).first()):
        return same
    if sessions.count() >= MAX_SESSIONS:
        raise LogFullError
    _refuse_full_day(profile.pk, on, hours)
    return sessions.create(profile=profile, item=item, on=on, hours=hours, words=words, key=key)


@transaction.atomic
def change_session(
    *, session: StudySession, item: str, on: date, hours: Decimal, words: str
) -> None:
    """Correct what was logged. Raises DayFullError and SessionGoneError."""
    lock_profile(session.profile_id)
    _refuse_full_day(session.profile_id, on, hours, but=session.pk)
    found = StudySession.objects.filter(pk=session.pk)
    if not found.update(item=item, on=on, hours=hours, words=words):
        raise SessionGoneError


@transaction.atomic
def remove_session(*, session: StudySession) -> None:
    lock_profile(session.profile_id)
    session.delete()


@transaction.atomic
def mark_step(
    *,
    profile: Profile,
    item: str,
    what: What,
    goal: int | None,
    estimate: Decimal | None,
    now: datetime,
) -> bool:
    """Begin a step (or take it up again), pause or finish it; whether that was something new.

    `goal`: the proficiency that a skill is to reach. `estimate`: hours from where it stands.
    """
    lock_profile(profile.pk)
    go = load_log(profile).round_of(item)
    was = go.state if go else None
    if was not in FROM[what]:
        return False
    StepMark.objects.create(
        profile=profile, item=item, what=what, proficiency=goal, estimate=estimate, at=now
    )
    change = Change("study", item, was, TO[what])
    write_events(profile, (change,), Event.Origin.SELF, profile.user_id)
    return True


def use_own_pace(*, profile: Profile, is_used: bool) -> None:
    """Whether plans count with the pace that the log shows."""
    with recording(profile):
        PlanSettings.objects.update_or_create(profile=profile, defaults={"uses_own_pace": is_used})
        profile.touch()


def _refuse_full_day(profile: int, on: date, hours: Decimal, but: int | None = None) -> None:
    others = StudySession.objects.filter(profile=profile, on=on)
    others = others.exclude(pk=but) if but else others
    left = MAX_HOURS - (others.aggregate(sum=Sum("hours"))["sum"] or Decimal(0))
    if hours > left:
        raise DayFullError(left)
