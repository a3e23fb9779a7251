"""A cohort and its programme: made and changed together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from accounts.actions import create_cohort
from accounts.models import Cohort, User
from planner.models import Programme


@dataclass(frozen=True)
class CohortFields:
    """What a mentor says of a cohort. `expectations`: ids; none is all up to the level."""

    name: str
    starts_on: date
    ends_on: date
    level: str
    expectations: Sequence[str]


@transaction.atomic
def start_cohort(*, lead: User, fields: CohortFields, now: datetime) -> Cohort:
    """A cohort with its programme, its lead and nobody else in it."""
    cohort = create_cohort(
        lead=lead, name=fields.name, starts_on=fields.starts_on, ends_on=fields.ends_on, now=now
    )
    _set_programme(cohort, fields)
    return cohort


@transaction.atomic
def change_cohort(*, cohort: Cohort, fields: CohortFields) -> None:
    """Name, dates and programme; who is in it, and what they show, stays as it is."""
    locked = Cohort.objects.select_for_update(of=("self",)).get(pk=cohort.pk)
    locked.name, locked.starts_on, locked.ends_on = fields.name, fields.starts_on, fields.ends_on
    locked.save(update_fields=["name", "starts_on", "ends_on"])
    _set_programme(locked, fields)


def _set_programme(cohort: Cohort, fields: CohortFields) -> None:
    said = {"level_id": fields.level, "expectations": list(fields.expectations)}
    Programme.objects.update_or_create(cohort=cohort, defaults=said)
