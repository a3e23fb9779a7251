"""Who saw what of whom, and when: written at each reading by a mentor, shown to the mentee."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from accounts.models.cohorts import Cohort

if TYPE_CHECKING:
    from accounts.models.users import User


class SightingQuerySet(models.QuerySet["Sighting"]):
    def visible_to(self, viewer: User) -> Self:
        """What others saw of somebody."""
        return self.filter(mentee=viewer)

    def latest_first(self) -> Self:
        return self.order_by("-at", "-pk")


class Sighting(models.Model):
    """One reading: what was seen, not its content. Only its mentee sees it; nobody changes it."""

    class What(models.TextChoices):
        MATRIX = "matrix", "Skills and gaps, in the table of the cohort"
        PEOPLE = "people", "Level and progress, in the list of the cohort"
        EXPORT = "export", "Skills and gaps, in a file of the cohort"
        GAPS = "gaps", "Your skills and gaps"
        PLAN = "plan", "Your plan and progress"
        EVIDENCE = "evidence", "Your evidence"
        REVIEW = "review", "A claim that you asked to have reviewed"
        CHECK_IN = "check_in", "Your check-in page"
        QUEUE = "queue", "Your name and claim, in the list of what waits for review"
        MAIL = "mail", "Your name, in a mail about what waits"
        NOTES = "notes", "Your name, beside their own notes on you"

    mentee = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="sightings")
    viewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    cohort = models.ForeignKey(Cohort, models.SET_NULL, null=True, related_name="+")
    what = models.CharField(max_length=8, choices=What)
    at = models.DateTimeField(default=timezone.now)

    objects = SightingQuerySet.as_manager()

    class Meta:
        indexes = (models.Index(fields=("mentee", "-at"), name="sighting_of_mentee"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(
                    what__in=[
                        "matrix", "people", "export", "gaps", "plan", "evidence", "review",
                        "check_in", "queue", "mail", "notes",
                    ]
                ),
                name="sighting_what",
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.what} of {self.mentee_id} on {self.at:%Y-%m-%d}"
