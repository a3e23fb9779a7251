"""What goes with higher pay (groups of skills, places, industries) and the model's assumptions."""

from __future__ import annotations

from typing import cast

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q

from planner.domain.assumptions import Assumption
from planner.domain.catalogue import Evidence, Industry, PayGroup, Place, PlaceKind, Rule
from planner.domain.ranges import Range
from planner.models.catalogue import SourceEntry
from planner.models.fields import (
    RULES,
    id_field,
    one_of,
    position_field,
    range_bounds,
    validate_alternatives,
    words_field,
)


class PayGroupEntry(models.Model):
    id = id_field()
    label = models.CharField(max_length=100)
    levels = words_field(help_text="Codes of the levels it counts for.")
    rule = models.CharField(max_length=8, choices=RULES)
    members = models.JSONField(
        validators=(validate_alternatives,),
        help_text='Lists of alternatives: [[{"kind": "skill", "id": "go", "factor": 1.0}]].',
    )
    points_low = models.FloatField(help_text="100 × log points of pay.")
    points_central = models.FloatField()
    points_high = models.FloatField()
    basis_central = models.CharField(max_length=300)
    basis_low = models.CharField(max_length=300)
    basis_high = models.CharField(max_length=300)
    sources = words_field()
    position = position_field()

    class Meta:
        verbose_name = "pay group"
        constraints = (
            one_of("pay_group_rule", "rule", RULES),
            range_bounds("pay_group_points", "points"),
        )

    def __str__(self) -> str:
        return self.label

    def to_value(self) -> PayGroup:
        return PayGroup(
            id=self.id,
            label=self.label,
            levels=tuple(self.levels),
            rule=cast("Rule", self.rule),
            members=tuple(
                tuple(Evidence(**part) for part in alternatives) for alternatives in self.members
            ),
            points=Range(self.points_low, self.points_central, self.points_high),
            basis_central=self.basis_central,
            basis_low=self.basis_low,
            basis_high=self.basis_high,
            sources=tuple(self.sources),
        )


class AssumptionEntry(models.Model):
    is_figure = RegexValidator(
        r"^\d+(\.\d+)?(-\d+(\.\d+)?)?$", "A number, or two with a hyphen: 0.81-1.22."
    )

    key = id_field()
    value = models.CharField(max_length=32, validators=(is_figure,))
    low = models.FloatField(null=True, blank=True, help_text="The least that is plausible.")
    high = models.FloatField(null=True, blank=True, help_text="The most that is plausible.")
    meaning = models.CharField(max_length=200)
    why = models.TextField("why this value")
    position = position_field()

    class Meta:
        verbose_name = "assumption"
        constraints = (
            models.CheckConstraint(
                condition=Q(low__isnull=True) | Q(high__isnull=True) | Q(high__gte=F("low")),
                name="assumption_bounds",
            ),
        )

    def __str__(self) -> str:
        return self.key

    def to_value(self) -> Assumption:
        return Assumption(self.key, self.value, self.low, self.high, self.meaning, self.why)


PLACE_KINDS = {"metro": "metropolitan area", "state": "state"}


class PlaceEntry(models.Model):
    id = id_field()
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=8, choices=PLACE_KINDS)
    ratio = models.FloatField(null=True, blank=True, help_text="Its median over the national one.")
    median = models.PositiveIntegerField(null=True, blank=True)
    p75 = models.PositiveIntegerField("75th percentile", null=True, blank=True)
    p90 = models.PositiveIntegerField("90th percentile", null=True, blank=True)
    source = models.ForeignKey(SourceEntry, models.PROTECT, related_name="places")
    position = position_field()

    class Meta:
        verbose_name = "place"
        constraints = (
            one_of("place_kind", "kind", PLACE_KINDS),
            models.UniqueConstraint(fields=("kind", "name"), name="place_name"),
            models.CheckConstraint(
                condition=Q(ratio__isnull=True) | Q(ratio__gt=0), name="place_ratio"
            ),
        )

    def __str__(self) -> str:
        return self.name

    def to_value(self) -> Place:
        return Place(
            id=self.id,
            name=self.name,
            kind=cast("PlaceKind", self.kind),
            ratio=self.ratio,
            median=self.median,
            p75=self.p75,
            p90=self.p90,
            source=self.source_id,
        )


class IndustryEntry(models.Model):
    id = id_field()
    name = models.CharField(max_length=120, unique=True)
    ratio = models.FloatField(null=True, blank=True, help_text="Its median over that of all.")
    median = models.PositiveIntegerField(null=True, blank=True)
    source = models.ForeignKey(SourceEntry, models.PROTECT, related_name="industries")
    position = position_field()

    class Meta:
        verbose_name = "industry"
        verbose_name_plural = "industries"
        constraints = (
            models.CheckConstraint(
                condition=Q(ratio__isnull=True) | Q(ratio__gt=0), name="industry_ratio"
            ),
        )

    def __str__(self) -> str:
        return self.name

    def to_value(self) -> Industry:
        return Industry(self.id, self.name, self.ratio, self.median, self.source_id)
