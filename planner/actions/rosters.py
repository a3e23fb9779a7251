"""Inviting everybody on a list, or nobody."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from accounts.actions import Invitee, invite_all
from accounts.actions.cohorts import lock
from accounts.models import Cohort, User
from planner.queries.rosters import addresses_in


class RosterChangedError(Exception):
    """Some of these people were invited or joined since the list was looked at: nobody is now."""


@transaction.atomic
def invite_roster(*, cohort: Cohort, by: User, people: Collection[Invitee], now: datetime) -> int:
    """Invite all of them, in a fixed number of queries, and say how many they are.

    Raises RosterChangedError, and as `accounts.actions.invite_all` does.
    """
    locked = lock(cohort)
    User.objects.select_for_update().get(pk=by.pk)  # one at a time, for the count over cohorts
    if addresses_in(locked, [person.email for person in people], now):
        raise RosterChangedError
    return len(invite_all(locked=locked, by=by, people=people, now=now))
