"""What is kept for a time only: each rule of docs/data.md that runs by itself."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connection, transaction
from django.db.models import DateTimeField, F, Q
from django.db.models.functions import Coalesce, Least
from django_tasks_db.models import DBTaskResult

from accounts.actions.leaving import ask_erasure, give_up_leads
from accounts.models import Invitation, Sighting, User
from accounts.models.leaving import GRACE
from accounts.tasks import send_idle_warning

YEAR = timedelta(days=365)
SIGHTINGS = YEAR
ADDRESSES = timedelta(days=14)  # of invitations, after they ended
FINISHED_TASKS = timedelta(days=7)
WARNED_AFTER, ERASED_AFTER = YEAR, 2 * YEAR  # of not signing in
BETWEEN = timedelta(days=30)  # from the warning to the end at least, whenever the job last ran


def forget_sightings(*, now: datetime) -> int:
    return Sighting.objects.filter(at__lt=now - SIGHTINGS).delete()[0]


def forget_addresses(*, now: datetime) -> int:
    """Of invitations that ended: answered, withdrawn or expired."""
    far = now + YEAR
    answered = [Coalesce(F(name), far) for name in ("accepted_at", "declined_at", "withdrawn_at")]
    ended_at = Least("expires_at", *answered, output_field=DateTimeField())
    ended = Invitation.objects.annotate(ended_at=ended_at).filter(ended_at__lt=now - ADDRESSES)
    # Only the expiry of those that were not answered before it ends them: all have one by then.
    return ended.exclude(email="", name="", digest=None).update(email="", name="", digest=None)


def forget_tasks(*, now: datetime) -> int:
    finished = DBTaskResult.objects.finished()
    return finished.filter(finished_at__lt=now - FINISHED_TASKS).delete()[0]


def forget_sessions(*, now: datetime) -> int:
    """Those that have expired, and what is noted of sessions that are no more."""
    expired = Session.objects.filter(expire_date__lt=now).delete()[0]
    UserSession.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()
    return expired


def forget_cached(*, now: datetime) -> int:
    """Django deletes what has expired only when the table is full."""
    table = connection.ops.quote_name(settings.CACHES["default"]["LOCATION"])
    with connection.cursor() as cursor:
        cursor.execute(
            f"DELETE FROM {table} WHERE expires < %s",  # noqa: S608 - a name of the settings
            [connection.ops.adapt_datetimefield_value(now.replace(microsecond=0))],
        )
        return int(cursor.rowcount)


# --- Accounts that lie idle -----------------------------------------------------------------------


def _idle() -> Any:
    """Everybody, with when they last signed in; not who runs the site, or is leaving anyway."""
    users = User.objects.filter(is_staff=False, is_superuser=False, erasure__isnull=True)
    return users.annotate(seen_at=Coalesce("last_login", "date_joined"))


def warn_idle(*, now: datetime) -> int:
    """Write once to whoever has not signed in for a year."""
    unwarned = Q(warned_at__isnull=True) | Q(warned_at__lt=F("seen_at"))
    idle = _idle().filter(unwarned, seen_at__lt=now - WARNED_AFTER)
    return sum(_warn(pk, now) for pk in list(idle.values_list("pk", flat=True)))


@transaction.atomic
def _warn(pk: int, now: datetime) -> bool:
    """The first run to note it writes."""
    user = User.objects.select_for_update(of=("self",)).get(pk=pk)
    if user.is_warned:
        return False
    user.warned_at = now
    user.save(update_fields=["warned_at"])
    send_idle_warning.enqueue(pk)
    return True


def leave_idle(*, now: datetime) -> int:
    """Begin the grace period of those who were warned and did not come for two years in all."""
    idle = _idle().filter(
        seen_at__lt=now - (ERASED_AFTER - GRACE),
        warned_at__gte=F("seen_at"),
        warned_at__lt=now - BETWEEN,
    )
    users = list(idle)
    for user in users:
        with transaction.atomic():
            give_up_leads(user=user, now=now)
            ask_erasure(user=user, now=now, is_for_inactivity=True)
    return len(users)
