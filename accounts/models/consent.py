"""What a mentee lets a mentor see, from when to when. Nothing else opens a mentee's data."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Greatest
from django.utils import timezone

from accounts.models.cohorts import Cohort

if TYPE_CHECKING:
    from accounts.models.users import User


class Scope(models.TextChoices):
    """What can be shown. Pay is none of it: it is never shown to anybody but its owner."""

    SKILLS = "skills", "Skills and gaps"
    PLAN = "plan", "Plan and progress"
    EVIDENCE = "evidence", "Evidence"


class ConsentQuerySet(models.QuerySet["Consent"]):
    def in_force(self, now: datetime) -> Self:
        """Begun, not ended ([start, end)), and both people still have their accounts."""
        return self.filter(
            Q(ends_at__isnull=True) | Q(ends_at__gt=now),
            starts_at__lte=now,
            mentor__is_active=True,
            mentee__is_active=True,
        )

    def open(self) -> Self:
        """Those that nobody has ended."""
        return self.filter(ends_at__isnull=True)

    def end(self, now: datetime) -> int:
        """End these. One that began while somebody waited for it to end never was in force."""
        return self.open().update(ends_at=Greatest("starts_at", now))

    def given_by(self, mentee: User) -> Self:
        return self.filter(mentee=mentee)


class Consent(models.Model):
    """One scope that a mentee opened to one mentor of one cohort. A row is ended, never changed.

    `wording`: the version of the words that were agreed to (`accounts.actions.WORDING`).
    """

    mentee = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="consents_given"
    )
    mentor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="consents_received"
    )
    cohort = models.ForeignKey(Cohort, models.CASCADE, related_name="consents")
    scope = models.CharField(max_length=8, choices=Scope)
    starts_at = models.DateTimeField(default=timezone.now)
    ends_at = models.DateTimeField(null=True, blank=True)
    wording = models.CharField(max_length=10)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        # What every page for mentors asks: whom of these mentees this scope opens to this mentor.
        indexes = (models.Index(fields=("mentor", "scope", "mentee"), name="consent_shown"),)
        constraints = (
            models.UniqueConstraint(
                fields=("mentee", "mentor", "cohort", "scope"),
                condition=Q(ends_at__isnull=True),
                name="consent_once",
            ),
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gte=F("starts_at")),
                name="consent_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(scope__in=["skills", "plan", "evidence"]), name="consent_scope"
            ),
            models.CheckConstraint(condition=~Q(mentee=F("mentor")), name="consent_of_two_people"),
        )

    def __str__(self) -> str:
        return f"{self.scope} of {self.mentee_id} to {self.mentor_id}"
