"""What if: changes of a plan under a name, beside a profile that they leave as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone

from planner.domain.next_skills import OBJECTIVES
from planner.domain.scenarios import Changes
from planner.models.expectations import LevelEntry
from planner.models.pay import PlaceEntry
from planner.models.plans import MAX_HORIZON_MONTHS, OBJECTIVE_NAMES
from planner.models.profiles import MAX_HOURS_PER_WEEK, Profile

if TYPE_CHECKING:
    from accounts.models import User

MAX_NAME = 60
MAX_SCENARIOS = 12


class ScenarioQuerySet(models.QuerySet["Scenario"]):
    def visible_to(self, viewer: User) -> Self:
        return self.filter(profile__user=viewer)

    def editable_by(self, viewer: User) -> Self:
        return self.filter(profile__user=viewer)

    def in_order(self) -> Self:
        return self.order_by("created_at", "pk")


class Scenario(models.Model):
    """Null or empty: as in the profile. `language`, `framework`: ids of skills to prefer.

    They may outlive what they name, so those two do not refer to the catalogue.
    """

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="scenarios")
    name = models.CharField(max_length=MAX_NAME)
    created_at = models.DateTimeField(default=timezone.now)
    hours_per_week = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(MAX_HOURS_PER_WEEK)],
    )
    target = models.ForeignKey(LevelEntry, models.PROTECT, null=True, blank=True, related_name="+")
    objective = models.CharField(
        max_length=16, blank=True, default="", choices=OBJECTIVE_NAMES.items()
    )
    horizon_months = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(MAX_HORIZON_MONTHS)],
    )
    language = models.CharField(max_length=64, blank=True, default="")
    framework = models.CharField(max_length=64, blank=True, default="")
    certificates = models.BooleanField(null=True, blank=True)
    place = models.ForeignKey(PlaceEntry, models.PROTECT, null=True, blank=True, related_name="+")
    is_remote = models.BooleanField(null=True, blank=True)

    objects = ScenarioQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint("profile", Lower("name"), name="scenario_name_once"),
            models.CheckConstraint(
                condition=Q(hours_per_week__isnull=True)
                | Q(hours_per_week__range=(1, MAX_HOURS_PER_WEEK)),
                name="scenario_hours_per_week",
            ),
            models.CheckConstraint(
                condition=Q(horizon_months__isnull=True)
                | Q(horizon_months__range=(1, MAX_HORIZON_MONTHS)),
                name="scenario_horizon_months",
            ),
            models.CheckConstraint(
                condition=Q(objective__in=["", *OBJECTIVES]), name="scenario_objective"
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def changes(self) -> Changes:
        hours, horizon = self.hours_per_week, self.horizon_months
        return Changes(
            target=self.target_id,
            horizon_months=None if horizon is None else float(horizon),
            objective=next((known for known in OBJECTIVES if known == self.objective), None),
            language=self.language or None,
            framework=self.framework or None,
            certificates=self.certificates,
            hours_per_week=None if hours is None else float(hours),
            place=self.place_id,
            is_remote=self.is_remote,
        )
