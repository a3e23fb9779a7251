"""What somebody wants of their roadmap, and the plans they decided to keep."""

from __future__ import annotations

from typing import Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone

from accounts.models import Scope
from planner.domain.next_skills import OBJECTIVES
from planner.domain.roadmap import Wishes
from planner.models.fields import one_of, words_field
from planner.models.profiles import Profile
from planner.models.shown import ShownQuerySet

MAX_HORIZON_MONTHS = 600
OBJECTIVE_NAMES = {
    "next_level": "Soonest to the next level",
    "earnings": "Most earned over the horizon",
}


class PlanSettings(models.Model):
    """One per profile, made with the first wish; without a row everything is as by default.

    `first`, `later`, `excluded`: ids of skills and certifications. `order`: step keys, by hand.
    They may outlive what they name, so nothing refers to the catalogue here.
    """

    profile = models.OneToOneField(
        Profile, models.CASCADE, primary_key=True, related_name="plan_settings"
    )
    objective = models.CharField(
        max_length=16, default=OBJECTIVES[0], choices=OBJECTIVE_NAMES.items()
    )
    horizon_months = models.PositiveSmallIntegerField(
        default=36, validators=[MinValueValidator(1), MaxValueValidator(MAX_HORIZON_MONTHS)]
    )
    first = words_field()
    later = words_field()
    excluded = words_field()
    order = words_field()
    uses_own_pace = models.BooleanField("goes by the own pace", default=False)

    class Meta:
        verbose_name_plural = "plan settings"
        constraints = (
            one_of("plan_settings_objective", "objective", OBJECTIVES),
            models.CheckConstraint(
                condition=Q(horizon_months__range=(1, MAX_HORIZON_MONTHS)),
                name="plan_settings_horizon_months",
            ),
        )

    def __str__(self) -> str:
        return f"Plan settings of profile {self.pk}"

    @property
    def wishes(self) -> Wishes:
        return Wishes(frozenset(self.first), frozenset(self.later), tuple(self.order))


class CatalogueArchive(models.Model):
    """A whole catalogue that was in force, as `planner.documents.archive` writes it."""

    version = models.CharField(primary_key=True, max_length=96)
    document = models.JSONField()

    def __str__(self) -> str:
        return self.version


class CatalogueInForce(models.Model):
    """From when on a catalogue held, until the next row: what a past day was worked out with."""

    since = models.DateTimeField(default=timezone.now)
    catalogue = models.ForeignKey(CatalogueArchive, models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "catalogues in force"
        indexes = (models.Index(fields=("since",), name="catalogue_in_force_since"),)

    def __str__(self) -> str:
        return f"{self.catalogue_id} since {self.since:%Y-%m-%d}"


class KeptPlanQuerySet(ShownQuerySet["KeptPlan"]):
    scope = Scope.PLAN

    def current(self) -> Self:
        return self.filter(replaced_at__isnull=True)

    def latest_first(self) -> Self:
        return self.order_by("-adopted_at", "-pk")


class KeptPlan(models.Model):
    """A plan that somebody decided to follow, with all that it was made of. It never changes.

    `inputs`: the day and the profile as `manage.py plan` reads it. `result`: the plan document.
    `fingerprint`: of the result, so that the same plan is kept once.
    """

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="kept_plans")
    adopted_at = models.DateTimeField(default=timezone.now)
    replaced_at = models.DateTimeField(null=True, blank=True)
    catalogue = models.ForeignKey(CatalogueArchive, models.PROTECT, related_name="+")
    inputs = models.JSONField()
    result = models.JSONField()
    fingerprint = models.CharField(max_length=64)

    objects = KeptPlanQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("profile",),
                condition=Q(replaced_at__isnull=True),
                name="kept_plan_one_current",
            ),
        )

    def __str__(self) -> str:
        return f"Plan of {self.adopted_at:%Y-%m-%d}"
