"""Giving and taking back what mentors may see."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime

from django.db import transaction

from accounts.actions.cohorts import active_mentors, lock, remove_mentee
from accounts.models import Cohort, Consent, Scope, User

WORDING = "2026-11"  # the version of what the forms say will become visible


@transaction.atomic
def set_scopes(
    *, cohort: Cohort, mentee: User, mentor: int, scopes: Collection[Scope], now: datetime
) -> None:
    """Show a mentor of one's cohort exactly this from now on; nothing shows them nothing.

    A mentor who is none any more is shown nothing, whatever was asked.
    """
    locked = lock(cohort)
    is_inside = locked.memberships.active().filter(mentee=mentee).exists()
    may_be_shown = is_inside and not locked.is_closed and mentor in active_mentors(locked)
    wanted = frozenset(scopes) if may_be_shown else frozenset()
    given = locked.consents.open().filter(mentee=mentee, mentor=mentor)
    given.exclude(scope__in=wanted).end(now)
    give(locked, mentee, [mentor], wanted - {Scope(c.scope) for c in given}, now)


def leave_cohort(*, cohort: Cohort, mentee: User, now: datetime) -> None:
    """Be in a cohort no longer: its mentors see nothing more from this moment on."""
    remove_mentee(cohort=cohort, mentee=mentee.pk, now=now)


def give(
    cohort: Cohort, mentee: User, mentors: Iterable[int], scopes: Iterable[Scope], now: datetime
) -> None:
    """Open scopes to mentors who do not have them yet; the cohort's row is held."""
    wanted = list(scopes)
    Consent.objects.bulk_create(
        Consent(
            cohort=cohort, mentee=mentee, mentor_id=mentor, scope=scope, starts_at=now,
            wording=WORDING,
        )
        for mentor in mentors
        for scope in wanted
    )  # fmt: skip
