"""The learning log: when a step was begun, paused or finished, and the hours that went into it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone

from planner.models.fields import one_of, proficiency_between, some_words_field
from planner.models.profiles import EARLIEST, Profile

if TYPE_CHECKING:
    from accounts.models import User

MIN_HOURS, MAX_HOURS = Decimal("0.05"), Decimal(24)
MAX_SESSIONS = 5_000  # of one log


class LogQuerySet[Row: models.Model](models.QuerySet[Row]):
    def visible_to(self, viewer: User) -> Self:
        return self.filter(profile__user=viewer)

    def editable_by(self, viewer: User) -> Self:
        return self.filter(profile__user=viewer)


class StudySession(models.Model):
    """Hours of study on a day. `item`: the id of a skill or certification, which it may outlive.

    `key`: of the form that it came from, so that one sent twice is logged once.
    """

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="study_sessions")
    item = models.CharField(max_length=64)
    on = models.DateField("day")
    hours = models.DecimalField(
        max_digits=4,
        decimal_places=2,
        validators=[MinValueValidator(MIN_HOURS), MaxValueValidator(MAX_HOURS)],
    )
    words = some_words_field()
    key = models.UUIDField(null=True, blank=True, editable=False)
    created_at = models.DateTimeField(default=timezone.now)

    objects = LogQuerySet.as_manager()

    class Meta:
        indexes = (models.Index(fields=("profile", "-on"), name="study_session_latest"),)
        constraints = (
            models.UniqueConstraint(fields=("profile", "key"), name="study_session_once"),
            models.CheckConstraint(
                condition=Q(hours__range=(MIN_HOURS, MAX_HOURS)), name="study_session_hours"
            ),
            models.CheckConstraint(condition=Q(on__gte=EARLIEST), name="study_session_on"),
        )

    def __str__(self) -> str:
        return f"{self.hours} h of {self.item}"


class StepMark(models.Model):
    """That a step was begun, paused, taken up again or finished: rows are added only.

    `proficiency`: what a skill is to reach by it. `estimate`: the hours that it was thought to take
    from where it stood at that moment, so that a later catalogue changes no pace.
    """

    class What(models.TextChoices):
        START = "start", "Started"
        PAUSE = "pause", "Paused"
        FINISH = "finish", "Finished"

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="step_marks")
    item = models.CharField(max_length=64)
    what = models.CharField(max_length=6, choices=What)
    proficiency = models.PositiveSmallIntegerField(null=True, blank=True)
    estimate = models.DecimalField(max_digits=7, decimal_places=2, null=True, blank=True)
    at = models.DateTimeField(default=timezone.now)

    objects = LogQuerySet.as_manager()

    class Meta:
        indexes = (models.Index(fields=("profile", "item", "at"), name="step_mark_in_order"),)
        constraints = (
            one_of("step_mark_what", "what", ["start", "pause", "finish"]),
            proficiency_between("step_mark_proficiency"),
            models.CheckConstraint(
                condition=Q(estimate__isnull=True) | Q(estimate__gte=0), name="step_mark_estimate"
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_what_display()}: {self.item}"
