"""Job ads that somebody keeps, to hold them against their skills."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.core.validators import (
    MaxLengthValidator,
    MaxValueValidator,
    MinValueValidator,
    URLValidator,
)
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from planner.domain.reading import MAX_CHARACTERS
from planner.models.profiles import MAX_PAY, Profile

if TYPE_CHECKING:
    from accounts.models import User

MAX_LINE = 120
MAX_JOB_ADS = 30
# Characters of all of somebody's ads together: they are read anew wherever they are compared.
MAX_ALL_TEXT = 3 * MAX_CHARACTERS
PAY_BOUNDS = [MinValueValidator(1), MaxValueValidator(MAX_PAY)]


class JobAdQuerySet(models.QuerySet["JobAd"]):
    def visible_to(self, viewer: User) -> Self:
        return self.filter(profile__user=viewer)

    def editable_by(self, viewer: User) -> Self:
        return self.filter(profile__user=viewer)

    def in_order(self) -> Self:
        return self.order_by("-created_at", "-pk")


class JobAd(models.Model):
    """`text`: the ad as it was read. It is somebody else's text, kept for its owner alone.

    `corrections`: by skill, what the ad asks for where it was read wrongly: required, optional,
    mentioned or no. `pay_low`, `pay_high`: as the ad states them, dollars a year.
    """

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="job_ads")
    title = models.CharField(max_length=MAX_LINE)
    employer = models.CharField(max_length=MAX_LINE, blank=True, default="")
    link = models.URLField(
        max_length=500,
        blank=True,
        default="",
        validators=[URLValidator(schemes=["http", "https"])],
    )
    text = models.TextField(validators=[MaxLengthValidator(MAX_CHARACTERS)])
    pay_low = models.PositiveIntegerField(null=True, blank=True, validators=PAY_BOUNDS)
    pay_high = models.PositiveIntegerField(null=True, blank=True, validators=PAY_BOUNDS)
    corrections = models.JSONField(default=dict, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    objects = JobAdQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(pay_low__isnull=True, pay_high__isnull=True)
                | Q(pay_low__gte=1, pay_high__lte=MAX_PAY, pay_low__lte=F("pay_high")),
                name="job_ad_pay",
            ),
        )

    def __str__(self) -> str:
        return self.title
