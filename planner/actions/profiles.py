"""What somebody says about themselves: skills, certificates, and the whole profile at once.

Each write takes the row of the profile first (`touch` or a lock), then what hangs on it: two that
took them in another order would wait for each other.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from planner.models import CertificationClaim, PlaceEntry, PlanSettings, Profile, SkillClaim

if TYPE_CHECKING:
    from collections.abc import Callable

PEOPLE = Path(settings.BASE_DIR) / "fixtures" / "people"
SAMPLE = "priya"


class ChangedMeanwhileError(Exception):
    """Another tab was faster: the proficiency is now `current` (None: not assessed)."""

    def __init__(self, current: int | None) -> None:
        super().__init__(f"The proficiency is {current} meanwhile.")
        self.current = current


class AlreadyHeldError(Exception):
    """The profile claims this certification already."""


class RemovedMeanwhileError(Exception):
    """Another tab was faster: the certificate is no longer claimed."""


class ProfileNotEmptyError(Exception):
    """The profile holds something of its own, which a sample would overwrite."""


@transaction.atomic
def set_proficiency(
    *, profile: Profile, skill: str, proficiency: int | None, was: int | None
) -> None:
    """Change one skill if it still has the proficiency `was` (None: not assessed).

    Raises ChangedMeanwhileError otherwise, unless it is already as wanted.
    """
    profile.touch()
    claims = SkillClaim.objects.filter(profile=profile, skill=skill)
    changed = {"proficiency": proficiency, "updated_at": timezone.now()}
    if was is None and proficiency is not None:
        is_done = _try_to(lambda: claims.create(profile=profile, skill_id=skill, **changed))
    elif was is None:
        is_done = False
    elif proficiency is None:
        is_done = bool(claims.filter(proficiency=was).delete()[0])
    else:
        is_done = bool(claims.filter(proficiency=was).update(**changed))
    if is_done:
        return
    current = claims.values_list("proficiency", flat=True).first()
    if current != proficiency:
        raise ChangedMeanwhileError(current)


@transaction.atomic
def add_certification(
    *, profile: Profile, certification: str, earned_on: date, expires_on: date | None
) -> None:
    """Claim a certification. Raises AlreadyHeldError if the profile has it already."""
    profile.touch()
    is_done = _try_to(
        lambda: profile.certification_claims.create(
            certification_id=certification, earned_on=earned_on, expires_on=expires_on
        )
    )
    if not is_done:
        raise AlreadyHeldError


@transaction.atomic
def change_certification(
    *, claim: CertificationClaim, earned_on: date, expires_on: date | None
) -> None:
    """Correct the dates. Raises RemovedMeanwhileError if there is nothing left to correct."""
    claim.profile.touch()
    claims = CertificationClaim.objects.filter(pk=claim.pk)
    if not claims.update(earned_on=earned_on, expires_on=expires_on):
        raise RemovedMeanwhileError


@transaction.atomic
def remove_certification(*, claim: CertificationClaim) -> None:
    claim.profile.touch()
    claim.delete()


@transaction.atomic
def fill_sample(*, profile: Profile, today: date) -> None:
    """Fill a profile with a made-up developer. Raises ProfileNotEmptyError if it is not empty."""
    profile = Profile.objects.select_for_update().get(pk=profile.pk)
    if not _is_empty(profile):
        raise ProfileNotEmptyError
    fill_profile(profile=profile, person=read_person(SAMPLE)["profile"], today=today)
    profile.is_sample = True
    profile.save(update_fields=["is_sample"])
    profile.finish_start()


@transaction.atomic
def clear_profile(*, profile: Profile) -> None:
    """Forget everything that the profile says, and begin with the first run again."""
    Profile.objects.select_for_update().get(pk=profile.pk)
    profile.skill_claims.all().delete()
    profile.certification_claims.all().delete()
    profile.kept_plans.all().delete()
    profile.scenarios.all().delete()
    PlanSettings.objects.filter(profile=profile).delete()
    Profile(pk=profile.pk, user_id=profile.user_id).save(force_update=True)


@transaction.atomic
def fill_profile(*, profile: Profile, person: Mapping[str, Any], today: date) -> None:
    """Write a person in the format of `manage.py plan` into an empty profile.

    Raises PlaceEntry.DoesNotExist and IntegrityError for what the catalogue does not have.
    """
    profile.years_stated, profile.years_stated_on = Decimal(str(person["years"])), today
    if person.get("location"):
        profile.place = PlaceEntry.objects.get(name=person["location"])
    profile.is_remote = person.get("remote", False)
    profile.hours_per_week = person.get("hours_per_week", profile.hours_per_week)
    profile.current_pay = person.get("current_pay")
    profile.target_id = person.get("target")
    profile.save()
    SkillClaim.objects.bulk_create(
        SkillClaim(profile=profile, skill_id=skill, proficiency=proficiency)
        for skill, proficiency in person["skills"].items()
    )
    CertificationClaim.objects.bulk_create(
        CertificationClaim(
            profile=profile,
            certification_id=held["id"],
            earned_on=date.fromisoformat(held["earned_on"]),
            expires_on=date.fromisoformat(held["expires_on"]) if held.get("expires_on") else None,
        )
        for held in person.get("certifications", ())
    )


def read_person(name: str) -> dict[str, Any]:
    """One of the made-up people of fixtures/people: email, name and profile."""
    person: dict[str, Any] = json.loads((PEOPLE / f"{name}.json").read_text(encoding="utf-8"))
    return person


def _is_empty(profile: Profile) -> bool:
    return (
        profile.experience is None
        and not profile.skill_claims.exists()
        and not profile.certification_claims.exists()
    )


def _try_to(write: Callable[[], object]) -> bool:
    """Whether a write that a unique constraint may refuse went through."""
    try:
        with transaction.atomic():
            write()
    except IntegrityError:
        return False
    return True
