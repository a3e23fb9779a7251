"""Groups that mentors lead. Being in one gives a mentor a name to see, and nothing more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from accounts.validators import validate_plain_text

if TYPE_CHECKING:
    from accounts.models.users import User

MAX_NAME = 80


class CohortQuerySet(models.QuerySet["Cohort"]):
    def visible_to(self, viewer: User) -> Self:
        """The cohorts that somebody mentors now; closed ones too, whose consents have ended."""
        return self.filter(
            pk__in=CohortMentor.objects.active().filter(mentor=viewer).values("cohort")
        )

    def editable_by(self, viewer: User) -> Self:
        """Those of them that are still open."""
        return self.visible_to(viewer).open()

    def led_by(self, viewer: User) -> Self:
        """Those that somebody leads: only the lead may hand over, close and change mentors.

        Where the lead's account is gone or deactivated, any of the mentors may.
        """
        is_without = Q(lead__isnull=True) | Q(lead__is_active=False)
        return self.editable_by(viewer).filter(Q(lead=viewer) | is_without)

    def open(self) -> Self:
        return self.filter(closed_at__isnull=True)


class Cohort(models.Model):
    """A programme with its dates. What it expects of people is the planner's to say."""

    name = models.CharField(max_length=MAX_NAME, validators=[validate_plain_text])
    starts_on = models.DateField("first day")
    ends_on = models.DateField("last day")
    lead = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="led_cohorts"
    )
    created_at = models.DateTimeField(default=timezone.now)
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = CohortQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="cohort_ends_after_it_starts"
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def is_closed(self) -> bool:
        return self.closed_at is not None

    def is_led_by(self, mentor: User) -> bool:
        """The same of one of its mentors, as `led_by` has it."""
        is_without = self.lead is None or not self.lead.is_active
        return not self.is_closed and (is_without or self.lead_id == mentor.pk)


class PlaceQuerySet[Row: models.Model](models.QuerySet[Row]):
    """Who has a place in a cohort, as its mentor or to learn."""

    def active(self) -> Self:
        """Those who have not left it."""
        return self.filter(left_at__isnull=True)


class CohortMentor(models.Model):
    """Somebody mentors a cohort: whom of it they may see is for each mentee to say (`Consent`).

    A closed cohort keeps its mentors: they may look back at its name.
    """

    cohort = models.ForeignKey(Cohort, models.CASCADE, related_name="mentors")
    mentor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="mentored_cohorts"
    )
    joined_at = models.DateTimeField(default=timezone.now)
    left_at = models.DateTimeField(null=True, blank=True)

    objects = PlaceQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("cohort", "mentor"),
                condition=Q(left_at__isnull=True),
                name="cohort_mentor_once",
            ),
        )

    def __str__(self) -> str:
        return f"Mentor {self.mentor_id} of cohort {self.cohort_id}"


class Membership(models.Model):
    """Somebody learns in a cohort."""

    cohort = models.ForeignKey(Cohort, models.CASCADE, related_name="memberships")
    mentee = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships")
    joined_at = models.DateTimeField(default=timezone.now)
    left_at = models.DateTimeField(null=True, blank=True)

    objects = PlaceQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("cohort", "mentee"),
                condition=Q(left_at__isnull=True),
                name="membership_once",
            ),
        )

    def __str__(self) -> str:
        return f"Mentee {self.mentee_id} of cohort {self.cohort_id}"
