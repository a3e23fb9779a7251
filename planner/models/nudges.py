"""Reminders: who was reminded of what, and which ones a mentor held back or put in other words."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.utils import timezone

from accounts.access import shown_to
from accounts.models import Scope
from planner.domain.mentoring.nudges import STAGES
from planner.domain.reminders import DAYS_BEFORE, ExpiryReminder
from planner.models.catalogue import CertificationEntry
from planner.models.fields import one_of, some_words_field
from planner.models.profiles import Profile

if TYPE_CHECKING:
    from accounts.models import User


class NudgeQuerySet(models.QuerySet["Nudge"]):
    def shown_to(self, viewer: User, now: datetime) -> Self:
        return self.filter(shown_to(viewer, Scope.SKILLS, now, "profile__user"))


class Nudge(models.Model):
    """One reminder of one matter after so many days. A row is made once it is changed or sent.

    `matter`: what it is about, as `planner.domain.mentoring.nudges` names it ("review:12").
    `profile`: whose matter it is. `held_at`: a mentor does not want it sent.
    """

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="nudges")
    addressee = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="nudges_received"
    )
    matter = models.CharField(max_length=40)
    stage = models.PositiveSmallIntegerField(choices=[(days, f"{days} days") for days in STAGES])
    words = some_words_field()
    held_at = models.DateTimeField(null=True, blank=True)
    held_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    sent_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    objects = NudgeQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("addressee", "matter", "stage"), name="nudge_once"),
            one_of("nudge_stage", "stage", STAGES),
        )

    def __str__(self) -> str:
        return f"{self.matter} after {self.stage} days"


class CertificateReminder(models.Model):
    """That somebody was reminded of the end of a certificate, `days` before it or later."""

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="certificate_reminders")
    certification = models.ForeignKey(CertificationEntry, models.PROTECT, related_name="+")
    expires_on = models.DateField()
    days = models.PositiveSmallIntegerField(choices=[(n, f"{n} days") for n in DAYS_BEFORE])
    sent_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("profile", "certification", "expires_on", "days"),
                name="certificate_reminder_once",
            ),
            one_of("certificate_reminder_days", "days", DAYS_BEFORE),
        )

    def __str__(self) -> str:
        return f"{self.certification_id} ends on {self.expires_on:%Y-%m-%d}"

    def to_value(self) -> ExpiryReminder:
        return ExpiryReminder(self.certification_id, self.expires_on, self.days)
