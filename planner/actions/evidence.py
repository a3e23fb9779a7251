"""What somebody collects to show that they can do something."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from planner.actions.locks import lock_profile
from planner.models import Evidence, Profile
from planner.models.reviews import MAX_EVIDENCE


class TooMuchEvidenceError(Exception):
    """The profile has as much evidence as it may."""


@transaction.atomic
def add_evidence(*, profile: Profile, fields: Mapping[str, Any], now: datetime) -> Evidence:
    """`fields`: the columns, and `skills` (ids). Raises TooMuchEvidenceError."""
    lock_profile(profile.pk)  # one at a time, for the count
    return create_evidence(profile=profile, fields=fields, now=now)


def create_evidence(*, profile: Profile, fields: Mapping[str, Any], now: datetime) -> Evidence:
    """The same as part of a larger write, which holds the row of the profile."""
    if profile.evidence.count() >= MAX_EVIDENCE:
        raise TooMuchEvidenceError
    evidence = Evidence(profile=profile, created_at=now)
    change_evidence(evidence=evidence, fields=fields, now=now)
    return evidence


@transaction.atomic
def change_evidence(*, evidence: Evidence, fields: Mapping[str, Any], now: datetime) -> None:
    """Reviews that it was given with show it as it is now."""
    for name, value in fields.items():
        if name != "skills":
            setattr(evidence, name, value)
    evidence.updated_at = now
    evidence.save()
    evidence.skills.set(fields["skills"])


@transaction.atomic
def remove_evidence(*, evidence: Evidence) -> None:
    """Reviews that it was given with stay, without it."""
    lock_profile(evidence.profile_id)
    evidence.delete()
