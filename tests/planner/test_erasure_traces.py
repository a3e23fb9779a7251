"""After an erasure a dump of the whole database has not a trace of anybody."""

import re

import pytest
from allauth.account.models import EmailAddress, EmailConfirmation
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import connection, models
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from accounts.actions.leaving import ask_erasure
from accounts.actions.sightings import note_sightings
from accounts.models import (
    Invitation,
    Sighting,
    User,
)
from accounts.models.leaving import GRACE
from planner.actions.erasure import erase_due
from planner.models import (
    PlanSettings,
    Snippet,
    StepMark,
)
from tests.permissions.world import ALICE, COHORT

pytestmark = pytest.mark.django_db


@pytest.fixture
def alice(world):
    return world.users["alice"]


@pytest.fixture
def now():
    return timezone.now()


CANARY = "canary-4711"
TYPES = (models.CharField, models.TextField, models.JSONField)


def with_canary(field, pk):
    """Something of that field's kind with the canary in it."""
    if isinstance(field, models.JSONField):
        return [f"{CANARY}-{pk}"]
    return f"{CANARY}{pk}"[: field.max_length or 99]


def of_alice(model, seen=()):
    """Paths from a model to a user by foreign keys that are deleted along with what they lead to.

    What loses only the name (a mentor's decision) belongs to somebody else.
    """
    for field in model._meta.get_fields():
        if not (field.concrete and isinstance(field, models.ForeignKey)):
            continue
        if field.remote_field.on_delete is not models.CASCADE:
            continue
        if field.related_model is User:
            yield field.name
        elif field.related_model not in seen:
            paths = of_alice(field.related_model, (*seen, model))
            yield from (f"{field.name}__{path}" for path in paths)


def fill_with_canaries(user):
    """A canary into each text of each row of theirs that may hold any; the models without rows."""
    filled, empty = set(), set()
    for model in apps.get_models(include_auto_created=True):
        paths = list(of_alice(model)) if model is not User else ["pk"]
        if not paths or model._meta.label in {"planner.Event", "accounts.Consent"}:
            continue
        mine = models.Q()
        for path in paths:
            mine |= models.Q(**{path: user.pk})
        free = [f for f in model._meta.fields if isinstance(f, TYPES) and is_free(f)]
        for pk in list(model._base_manager.filter(mine).values_list("pk", flat=True)):
            values = {field.name: with_canary(field, pk) for field in free}
            if values:
                model._base_manager.filter(pk=pk).update(**values)
                filled.add(model._meta.label)
        if free and model._meta.label not in filled:
            empty.add(model._meta.label)
    return empty


def is_free(field):
    return not (field.choices or field.primary_key or field.name in {"email", "closed_as"})


def dump():
    """Everything in the database as text."""
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        return "\n".join(connection.connection.iterdump())
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")
        found = []
        for (table,) in cursor.fetchall():
            cursor.execute(f'SELECT t::text FROM "{table}" t')  # noqa: S608 - names of tables
            found += [row for (row,) in cursor.fetchall()]
    return "\n".join(found)


def fill_up(alice):
    """Rows of what nobody in the world has: then each model that holds text has one."""
    PlanSettings.objects.create(profile=alice.profile)
    StepMark.objects.create(profile=alice.profile, item="go", what="start")
    Snippet.objects.create(mentor=alice, title="x", text="x")
    Authenticator.objects.create(user=alice, type="totp", data={})
    LogEntry.objects.create(user=alice, action_flag=1, object_repr="x")
    address = EmailAddress.objects.create(user=alice, email=f"{CANARY}@example.com", verified=True)
    EmailConfirmation.objects.create(email_address=address, key="x")


def spread_out(world, alice, now):
    """What names Alice without being a row of hers."""
    Invitation.objects.create(cohort_id=COHORT, email=f"{CANARY}@example.com", name=CANARY)
    Invitation.objects.create(cohort_id=COHORT, accepted_by=alice, accepted_at=now, name=CANARY)
    note_sightings(viewer=world.users["mira"], mentees=[ALICE], what=Sighting.What.GAPS, now=now)
    client = Client()
    client.force_login(alice)
    session = client.session
    session["said"] = CANARY
    session.save()
    UserSession.objects.create(user=alice, session_key="x", ip="::1", user_agent=CANARY)
    cache.set(f"tries:{CANARY}", [1])
    waiting = DBTaskResult(args_kwargs={"args": [CANARY]}, task_path=CANARY, run_after=now)
    waiting.status, waiting.traceback = "FAILED", CANARY
    waiting.save()


def test_not_a_trace_is_left(world, alice, now):
    fill_up(alice)
    spread_out(world, alice, now)
    assert fill_with_canaries(alice) == set()
    assert CANARY in dump()
    ask_erasure(user=alice, now=now)
    assert erase_due(now=now + GRACE)
    left = dump()
    assert re.findall(f".{{0,80}}{CANARY}.{{0,40}}", left) == []
    assert "alice@example.com" not in left
    kept = [s for s in Session.objects.all() if CANARY in str(s.get_decoded())]
    assert kept == []
