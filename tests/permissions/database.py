"""What a request changed in the database, looked at before it is undone.

Each statement that writes is seen on its way, so only the tables that were written to are compared.
"""

from contextlib import contextmanager

from django.apps import apps
from django.db import connection, transaction

from accounts.models import Sighting
from planner.domain.history import State, apply
from planner.models import (
    CertificationClaim,
    Event,
    KeptPlan,
    PlanSettings,
    Profile,
    SkillClaim,
)
from planner.queries.history import read_state
from tests.permissions import world

WATCHED = ("accounts", "planner", "django_tasks_database")  # queued mails too
COUNTERS = {"opened", "last_read_at"}  # how often something was looked at, and when
HARMLESS = ("SELECT", "SAVEPOINT", "RELEASE", "ROLLBACK", "WITH", "EXPLAIN")

STATED = {Profile, SkillClaim, CertificationClaim, PlanSettings, KeptPlan}  # what a state is of
NEW_PROFILE = State({("profile", "hours_per_week"): 6})


def states():
    return {pk: read_state(pk) for pk in Profile.objects.values_list("pk", flat=True)}


def models():
    return [
        m
        for label in WATCHED
        for m in apps.get_app_config(label).get_models(include_auto_created=True)
    ]


def rows_of(model, *, without=None):
    """Every row as a dictionary, by its key. `without`: the id of a user whose profile to skip."""
    rows = model.objects.exclude(user=without) if without and model is Profile else model.objects
    names = [f.attname for f in model._meta.concrete_fields if f.attname not in COUNTERS]
    return {row[model._meta.pk.attname]: row for row in rows.values(*names)}


class Changes:
    """What one request wrote; to be asked while it is not undone yet."""

    def __init__(self, before, states_before):
        self.before, self.states_before, self.statements = before, states_before, []

    def note(self, execute, sql, params, many, context):
        if not sql.lstrip().upper().startswith(HARMLESS):
            self.statements.append(sql)
        return execute(sql, params, many, context)

    def touched(self):
        return [
            model
            for model in self.before
            if any(f'"{model._meta.db_table}"' in sql for sql in list(self.statements))
        ]

    def changed(self, *, without=None):
        """The models of which any row is not as it was; sightings are asked for apart."""
        found = []
        for model in self.touched():
            before = self.before[model]
            if model is Profile and without:
                before = {pk: row for pk, row in before.items() if row["user_id"] != without}
            if model is not Sighting and rows_of(model, without=without) != before:
                found.append(model.__name__)
        return found

    def lasting(self, person):
        """What no reading may change. Charlie's first page makes his profile."""
        return self.changed(without=world.CHARLIE if person == "charlie" else None)

    def untold(self):
        """The profiles that state something else than their history says by now."""
        if STATED.isdisjoint(self.touched()):
            return []
        new = [*Event.objects.exclude(pk__in=self.before[Event]).in_order()]
        told = {
            pk: [event.to_value().change for event in new if event.profile_id == pk]
            for pk in Profile.objects.values_list("pk", flat=True)
        }
        return [
            pk
            for pk, after in states().items()
            if apply(self.states_before.get(pk, NEW_PROFILE), told[pk]) != after
        ]

    def sightings(self, viewer):
        """What of Alice was noted as seen, and by whom if it was not this viewer (their id)."""
        new = Sighting.objects.exclude(pk__in=self.before[Sighting]).filter(mentee=world.ALICE)
        return [
            row.what if row.viewer_id == viewer else f"{row.what} by {row.viewer_id}"
            for row in (new if Sighting in self.touched() else [])
        ]


class Watch:
    def __init__(self):
        self.before = {model: rows_of(model) for model in models()}
        self.states = states()

    @contextmanager
    def undone(self):
        """Changes of what happens inside, which is rolled back at the end."""
        changes = Changes(self.before, self.states)
        with transaction.atomic(), connection.execute_wrapper(changes.note):
            yield changes
            transaction.set_rollback(True)
