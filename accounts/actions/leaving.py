"""Leaving for good: asked for, taken back, and what of an account is outside of its own rows."""

from __future__ import annotations

import json
from datetime import datetime

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import transaction
from django.db.models import Q

from accounts.actions.cohorts import close_cohort, leave_as_mentor, lock
from accounts.actions.consent import leave_cohort
from accounts.models import Cohort, Erasure, Invitation, User
from accounts.models.leaving import GRACE
from accounts.tasks import send_erasure_notice


class LeadsCohortsError(Exception):
    """Cohorts have to be handed over or closed first: `names`."""

    def __init__(self, names: list[str]) -> None:
        super().__init__(", ".join(names))
        self.names = names


@transaction.atomic
def ask_erasure(*, user: User, now: datetime, is_for_inactivity: bool = False) -> Erasure:
    """Erase the account in two weeks; from now on nobody sees anything of it. Once counts.

    Raises LeadsCohortsError.
    """
    leads = Cohort.objects.open().filter(lead=user).order_by("name")
    if names := list(leads.values_list("name", flat=True)):
        raise LeadsCohortsError(names)
    erasure, is_new = Erasure.objects.get_or_create(
        user=user,
        defaults={
            "asked_at": now, "due_at": now + GRACE, "is_for_inactivity": is_for_inactivity,
        },
    )  # fmt: skip
    if is_new:
        _leave_cohorts(user, now)
        send_erasure_notice.enqueue(user.pk)
    return erasure


def _leave_cohorts(user: User, now: datetime) -> None:
    """In the order of their keys, as each takes a cohort's row."""
    inside = Q(memberships__mentee=user, memberships__left_at__isnull=True)
    mentors = Q(mentors__mentor=user, mentors__left_at__isnull=True)
    for cohort in Cohort.objects.filter(inside | mentors).distinct().order_by("pk"):
        leave_cohort(cohort=cohort, mentee=user, now=now)
        leave_as_mentor(cohort=cohort, mentor=user, now=now)


def keep_account(*, user: User) -> bool:
    """Take it back; what was ended stays ended. Whether there was something to take back."""
    return bool(Erasure.objects.filter(user=user).delete()[0])


@transaction.atomic
def give_up_leads(*, user: User, now: datetime) -> None:
    """Of somebody who is away: another mentor may lead; a cohort without one is closed."""
    for cohort in Cohort.objects.open().filter(lead=user).order_by("pk"):
        locked = lock(cohort)
        if locked.mentors.active().exclude(mentor=user).exists():
            locked.lead = None
            locked.save(update_fields=["lead"])
        else:
            close_cohort(cohort=locked, now=now)


def end_sessions(*, user: User, but: str | None = None) -> None:
    """Sign somebody out everywhere, except in the session of this key."""
    others = UserSession.objects.filter(user=user).exclude(session_key=but)
    keys = set(others.values_list("session_key", flat=True))
    keys |= {session.session_key for session in Session.objects.iterator() if _is_of(session, user)}
    Session.objects.filter(session_key__in=keys - {but}).delete()
    others.delete()


def _is_of(session: Session, user: User) -> bool:
    return bool(session.get_decoded().get("_auth_user_id") == str(user.pk))


def forget_outside(*, user: User) -> None:
    """What names somebody without being a row of theirs: before their rows go."""
    addresses = {
        user.email,
        *EmailAddress.objects.filter(user=user).values_list("email", flat=True),
    }
    to_them = Q(accepted_by=user) | Q(email__in={address.lower() for address in addresses})
    Invitation.objects.filter(to_them).delete()
    end_sessions(user=user)
    named = [
        session.session_key
        for session in Session.objects.iterator()
        if any(address in json.dumps(session.get_decoded(), default=str) for address in addresses)
    ]
    Session.objects.filter(session_key__in=named).delete()
    cache.clear()  # it only counts tries, by address and user
