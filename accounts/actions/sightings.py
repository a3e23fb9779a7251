"""Noting who saw what, for the people who were seen."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from accounts.models import Cohort, Sighting, User


def note_sightings(
    *,
    viewer: User,
    mentees: Iterable[int],
    what: Sighting.What,
    now: datetime,
    cohort: Cohort | None = None,
) -> None:
    """One row per mentee (ids of users) whose data was just shown; one query for all of them."""
    Sighting.objects.bulk_create(
        Sighting(viewer=viewer, mentee_id=mentee, cohort=cohort, what=what, at=now)
        for mentee in mentees
    )
