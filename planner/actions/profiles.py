"""What somebody says about themselves: skills, certificates, and the whole profile at once.

Each write takes the row of the profile first (`recording` does), then what hangs on it: two that
took them in another order would wait for each other. What it changes becomes history.
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
from django.db.models import QuerySet
from django.utils import timezone

from planner.actions.history import recording, write_events
from planner.domain.history import Change
from planner.models import (
    CertificationClaim,
    Event,
    PlaceEntry,
    PlanSettings,
    Profile,
    SkillClaim,
)

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


def set_proficiency(
    *,
    profile: Profile,
    skill: str,
    proficiency: int | None,
    was: int | None,
    origin: Event.Origin = Event.Origin.SELF,
) -> None:
    """Change one skill if it still has the proficiency `was` (None: not assessed).

    The same again says that it is still right, which is an event too. Raises ChangedMeanwhileError
    if it is another meanwhile, unless it is already as wanted.
    """
    with recording(profile, origin):
        profile.touch()
        claims = SkillClaim.objects.filter(profile=profile, skill=skill)
        if not _set(claims, profile, skill, proficiency, was):
            current = claims.values_list("proficiency", flat=True).first()
            if current != proficiency:
                raise ChangedMeanwhileError(current)
        elif proficiency == was:
            again = Change(Event.Kind.SKILL, skill, was, proficiency)
            write_events(profile, (again,), origin, profile.user_id)


def _set(
    claims: QuerySet[SkillClaim],
    profile: Profile,
    skill: str,
    proficiency: int | None,
    was: int | None,
) -> bool:
    """Whether the claim was as said, and now is as wanted."""
    changed = {"proficiency": proficiency, "updated_at": timezone.now()}
    if was is None and proficiency is None:
        return False
    if was is None:
        return _try_to(lambda: claims.create(profile=profile, skill_id=skill, **changed))
    if proficiency is None:
        return bool(claims.filter(proficiency=was).delete()[0])
    return bool(claims.filter(proficiency=was).update(**changed))


def add_certification(
    *,
    profile: Profile,
    certification: str,
    earned_on: date,
    expires_on: date | None,
    verification_url: str = "",
) -> None:
    """Claim a certification. Raises AlreadyHeldError if the profile has it already."""
    with recording(profile):
        profile.touch()
        is_done = _try_to(
            lambda: profile.certification_claims.create(
                certification_id=certification,
                earned_on=earned_on,
                expires_on=expires_on,
                verification_url=verification_url,
            )
        )
        if not is_done:
            raise AlreadyHeldError


def change_certification(
    *,
    claim: CertificationClaim,
    earned_on: date,
    expires_on: date | None,
    verification_url: str | None = None,
) -> None:
    """Correct what is stated; the link stays as it is if None.

    Raises RemovedMeanwhileError if there is nothing left to correct.
    """
    link = claim.verification_url if verification_url is None else verification_url
    with recording(claim.profile):
        claim.profile.touch()
        claims = CertificationClaim.objects.filter(pk=claim.pk)
        if not claims.update(earned_on=earned_on, expires_on=expires_on, verification_url=link):
            raise RemovedMeanwhileError


def remove_certification(*, claim: CertificationClaim) -> None:
    with recording(claim.profile):
        claim.profile.touch()
        claim.delete()


def fill_sample(*, profile: Profile, today: date) -> None:
    """Fill a profile with a made-up developer. Raises ProfileNotEmptyError if it is not empty."""
    with recording(profile, Event.Origin.SAMPLE):
        profile = Profile.objects.get(pk=profile.pk)
        if not _is_empty(profile):
            raise ProfileNotEmptyError
        _fill(profile, read_person(SAMPLE)["profile"], today)
        profile.is_sample = True
        profile.save(update_fields=["is_sample"])
        profile.finish_start()


def clear_profile(*, profile: Profile) -> None:
    """Forget everything that the profile says, and begin with the first run again."""
    with recording(profile):
        profile.skill_claims.all().delete()
        profile.certification_claims.all().delete()
        profile.kept_plans.all().delete()
        profile.scenarios.all().delete()
        profile.study_sessions.all().delete()
        profile.step_marks.all().delete()
        profile.certificate_reminders.all().delete()
        PlanSettings.objects.filter(profile=profile).delete()
        Profile(pk=profile.pk, user_id=profile.user_id).save(force_update=True)


def fill_profile(*, profile: Profile, person: Mapping[str, Any], today: date) -> None:
    """Write a person in the format of `manage.py plan` into an empty profile.

    Raises PlaceEntry.DoesNotExist and IntegrityError for what the catalogue does not have.
    """
    with recording(profile, Event.Origin.FILE):
        _fill(profile, person, today)


def _fill(profile: Profile, person: Mapping[str, Any], today: date) -> None:
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
