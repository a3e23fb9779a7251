"""What there is to learn, and where the figures come from.

A row turns into its domain value by `to_value`; who wants many asks `planner.queries.catalogue`.
"""

from __future__ import annotations

import secrets
from datetime import date
from typing import cast

from django.db import models
from django.db.models import Q, Value
from django.db.models.functions import Concat

from planner.domain.catalogue import Certification, Scope, Skill, Source, SourceKind, Status
from planner.domain.ranges import Range
from planner.models.fields import (
    LEVELS,
    id_field,
    one_of,
    position_field,
    range_bounds,
    words_field,
)

SOURCE_KINDS = {
    "article": "Article sentence",
    "survey": "Survey",
    "wages": "Wage statistics",
    "fact": "Quoted fact",
    "assumption": "Assumption",
}


class SourceEntry(models.Model):
    id = id_field()
    kind = models.CharField(max_length=16, choices=SOURCE_KINDS)
    title = models.CharField(max_length=200)
    detail = models.TextField()
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    licence = models.CharField(max_length=200)
    url = models.URLField(max_length=300, blank=True)
    position = position_field()

    class Meta:
        verbose_name = "source"
        constraints = (one_of("source_kind", "kind", SOURCE_KINDS),)

    def __str__(self) -> str:
        return f"{self.title} ({self.id})"

    def to_value(self) -> Source:
        return Source(
            id=self.id,
            kind=cast("SourceKind", self.kind),
            title=self.title,
            detail=self.detail,
            year=self.year,
            licence=self.licence,
            url=self.url,
        )


SCOPES = {"core": "core", "adjacent": "adjacent"}


class SkillEntry(models.Model):
    id = id_field()
    name = models.CharField(max_length=100, unique=True)
    category = models.CharField(max_length=32, db_index=True)
    scope = models.CharField(max_length=16, choices=SCOPES)
    first_expected_at = models.CharField(max_length=16, choices=LEVELS)
    is_named_in_article = models.BooleanField("named in the article", default=False)
    prerequisites = models.ManyToManyField(
        "self", symmetrical=False, blank=True, related_name="dependants"
    )
    hours_low = models.FloatField(help_text="Hours of study from nothing to working level.")
    hours_central = models.FloatField()
    hours_high = models.FloatField()
    practice_months = models.PositiveSmallIntegerField(default=0)
    hours_basis = models.CharField(max_length=200)
    aliases = words_field(help_text="Other names that mean this skill for certain.")
    implied_aliases = words_field(help_text="Products and parts that imply this skill.")
    ambiguous_aliases = words_field(help_text="Words that mean this skill in some contexts only.")
    disambiguation = models.CharField(max_length=300, blank=True)
    sources = words_field()
    position = position_field()

    class Meta:
        verbose_name = "skill"
        constraints = (
            one_of("skill_scope", "scope", SCOPES),
            one_of("skill_level", "first_expected_at", LEVELS),
            range_bounds("skill_hours", "hours"),
        )

    def __str__(self) -> str:
        return self.name

    def to_value(self, prerequisites: tuple[str, ...]) -> Skill:
        return Skill(
            id=self.id,
            name=self.name,
            category=self.category,
            scope=cast("Scope", self.scope),
            first_expected_at=self.first_expected_at,
            is_named_in_article=self.is_named_in_article,
            prerequisites=prerequisites,
            hours=Range(self.hours_low, self.hours_central, self.hours_high),
            practice_months=self.practice_months,
            hours_basis=self.hours_basis,
            aliases=tuple(self.aliases),
            implied_aliases=tuple(self.implied_aliases),
            ambiguous_aliases=tuple(self.ambiguous_aliases),
            disambiguation=self.disambiguation,
            sources=tuple(self.sources),
        )


STATUSES = {"active": "active", "unverified": "unverified", "retired": "retired"}


class CertificationEntry(models.Model):
    id = id_field()
    name = models.CharField(max_length=100, unique=True)
    vendor = models.CharField(max_length=64)
    code = models.CharField(max_length=64, blank=True)
    status = models.CharField(max_length=16, choices=STATUSES)
    status_note = models.CharField(max_length=200, blank=True)
    is_named_in_article = models.BooleanField("named in the article", default=False)
    primary_skill = models.ForeignKey(
        SkillEntry, models.PROTECT, related_name="primary_certifications"
    )
    evidences = models.ManyToManyField(SkillEntry, blank=True, related_name="certifications")
    hours_low = models.FloatField(help_text="Hours of study for the exam.")
    hours_central = models.FloatField()
    hours_high = models.FloatField()
    hours_basis = models.CharField(max_length=200)
    exam_cost_usd = models.DecimalField(
        "exam cost (USD)", max_digits=8, decimal_places=2, null=True, blank=True
    )
    cost_note = models.CharField(max_length=400, blank=True)
    validity_months = models.PositiveSmallIntegerField(null=True, blank=True)
    validity_note = models.CharField(max_length=400, blank=True)
    exam_minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    prerequisites_note = models.CharField(max_length=400, blank=True)
    experience_note = models.CharField(max_length=400, blank=True)
    notes = models.TextField(blank=True)
    sources = words_field()
    position = position_field()

    class Meta:
        verbose_name = "certification"
        constraints = (
            one_of("certification_status", "status", STATUSES),
            range_bounds("certification_hours", "hours"),
            models.CheckConstraint(
                condition=Q(exam_cost_usd__isnull=True) | Q(exam_cost_usd__gte=0),
                name="certification_cost",
            ),
        )

    def __str__(self) -> str:
        return self.name

    def to_value(self, evidences: tuple[str, ...]) -> Certification:
        return Certification(
            id=self.id,
            name=self.name,
            vendor=self.vendor,
            code=self.code,
            status=cast("Status", self.status),
            status_note=self.status_note,
            is_named_in_article=self.is_named_in_article,
            primary_skill=self.primary_skill_id,
            evidences=evidences,
            hours=Range(self.hours_low, self.hours_central, self.hours_high),
            hours_basis=self.hours_basis,
            exam_cost_usd=None if self.exam_cost_usd is None else float(self.exam_cost_usd),
            cost_note=self.cost_note,
            validity_months=self.validity_months,
            validity_note=self.validity_note,
            exam_minutes=self.exam_minutes,
            prerequisites_note=self.prerequisites_note,
            experience_note=self.experience_note,
            notes=self.notes,
            sources=tuple(self.sources),
        )


class CatalogueVersionQuerySet(models.QuerySet["CatalogueVersion"]):
    def keys(self) -> models.QuerySet[CatalogueVersion, str]:
        """The key under which processes remember the catalogue, as a query of one row."""
        return self.values_list(Concat("name", Value("."), "revision"), flat=True)

    def bump(self, today: date) -> None:
        """Say that a row has changed."""
        # Random: a counter gives a number again after a rollback, and with it a stale snapshot.
        changed = {"revision": secrets.token_hex(4), "updated_on": today}
        self.update_or_create(id=1, defaults=changed, create_defaults={"name": "local", **changed})


class CatalogueVersion(models.Model):
    """The only row: which fixtures were loaded; revision "0" means nothing was edited since."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    name = models.CharField(max_length=64)
    revision = models.CharField(max_length=16, default="0")
    updated_on = models.DateField()

    objects = CatalogueVersionQuerySet.as_manager()

    class Meta:
        constraints = (models.CheckConstraint(condition=Q(id=1), name="one_version"),)

    def __str__(self) -> str:
        return self.key

    @property
    def key(self) -> str:
        return f"{self.name}.{self.revision}"
