"""Somebody with something of everything, and their file."""

from datetime import date
from decimal import Decimal

from django.utils import timezone

from accounts.models import MailChoice, User
from planner import access, actions
from planner.actions.personal_data import take_in
from planner.documents.personal import OWN
from planner.documents.personal.document import read_tables
from planner.documents.personal.reading import read_personal
from planner.domain.history import replay
from planner.exports.personal_file import write_json
from planner.models import (
    Blocker,
    Pause,
    StepMark,
    StudySession,
)
from planner.queries.history import read_state
from planner.queries.personal_data import known_ids, load_personal_data
from planner.queries.plans import load_plan
from tests.factories import (
    EvidenceFactory,
    UserFactory,
)

AS_EVERYBODY_BEGINS = {
    ("profile", "hours_per_week"): 6, ("plan", "objective"): "next_level",
    ("plan", "horizon_months"): 36,
}  # fmt: skip


def exported(user):
    return write_json(load_personal_data(user, timezone.now()))


def read(content):
    return read_personal(read_tables(content), known_ids(), timezone.now())


def taken_in(content, user):
    return take_in(profile=access.profile_for_editing(user), personal=read(content))


def own(user):
    """What is taken in again, as the file has it; who did it and where from is new."""
    tables = load_personal_data(user, timezone.now(), OWN)["tables"]
    kept = {
        table.name: [
            {k: v for k, v in row.items() if k not in table.only_read - {"number"}}
            for row in tables[table.name]
        ]
        for table in OWN
    }
    kept["events"] = [row for row in kept["events"] if row["kind"] != "review"]
    return kept


def keep_a_plan(profile):
    view = load_plan(access.profile_for_reading(profile.user), timezone.localdate())
    return actions.keep_plan(
        profile=profile, catalogue=view.catalogue, inputs=view.inputs, result=view.document
    )


def somebody_full():
    """Frida, who has something of everything that is hers."""
    user = UserFactory(
        email="frida@example.com", name="Frida", theme="dark", time_zone="Asia/Tokyo"
    )
    profile = access.profile_for_editing(user)
    actions.fill_sample(profile=profile, today=date(2026, 3, 1))
    actions.set_proficiency(profile=profile, skill="go", proficiency=2, was=None)
    actions.set_rank(profile=profile, id_="docker", rank="first")
    keep_a_plan(profile)
    actions.set_proficiency(profile=profile, skill="go", proficiency=3, was=2)
    keep_a_plan(profile)
    actions.add_scenario(profile=profile, fields={"name": "Remote", "is_remote": True})
    actions.keep_job_ad(
        profile=profile,
        text="Requirements: Kafka",
        fields={"title": "Dev", "corrections": {"kafka": "optional"}, "pay_low": 1, "pay_high": 2},
    )
    EvidenceFactory(profile=profile, skills=["go", "python"], text="é\n\t“quoted” \U0001f600")
    EvidenceFactory(profile=profile, skills=["go"])
    for hours in ("0.50", "1.25", "1.25"):
        StudySession.objects.create(
            profile=profile, item="docker", on=date(2026, 5, 4), hours=Decimal(hours)
        )
    StepMark.objects.create(profile=profile, item="docker", what="start", estimate=Decimal(9))
    Pause.objects.create(profile=profile, starts_on=date(2026, 6, 1), ends_on=date(2026, 6, 9))
    Blocker.objects.create(profile=profile, text="No time", since=date(2026, 6, 1))
    MailChoice.objects.create(user=user, kind="nudge", is_on=False)
    return user


def replayed(profile):
    events = [event.to_value() for event in profile.events.all()]
    return AS_EVERYBODY_BEGINS | dict(replay(events, timezone.now()).values)


def stated(profile):
    return AS_EVERYBODY_BEGINS | dict(read_state(profile.pk).values)


def forget(user):
    User.objects.filter(pk=user.pk).delete()
