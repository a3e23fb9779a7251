"""What each level expects and pays."""

from __future__ import annotations

from typing import cast

from django.db import models
from django.db.models import F, Q

from planner.domain.catalogue import Expectation, Level, Member, Rule
from planner.models.catalogue import SkillEntry
from planner.models.fields import LEVELS, RULES, id_field, one_of, position_field, words_field


class LevelEntry(models.Model):
    code = id_field()
    name = models.CharField(max_length=32, unique=True)
    order = models.PositiveSmallIntegerField(unique=True)
    years_from = models.PositiveSmallIntegerField()
    years_to = models.PositiveSmallIntegerField(null=True, blank=True)
    pay_low = models.PositiveIntegerField("pay from (USD a year)")
    pay_high = models.PositiveIntegerField("pay to (USD a year)")
    years_sources = words_field()
    pay_sources = words_field()
    position = position_field()

    class Meta:
        verbose_name = "level"
        constraints = (
            one_of("level_code", "code", LEVELS),
            models.CheckConstraint(
                condition=Q(years_to__isnull=True) | Q(years_to__gt=F("years_from")),
                name="level_years",
            ),
            models.CheckConstraint(condition=Q(pay_high__gt=F("pay_low")), name="level_pay"),
        )

    def __str__(self) -> str:
        return self.name

    def to_value(self) -> Level:
        return Level(
            code=self.code,
            name=self.name,
            order=self.order,
            years_from=self.years_from,
            years_to=self.years_to,
            pay_low=self.pay_low,
            pay_high=self.pay_high,
            years_sources=tuple(self.years_sources),
            pay_sources=tuple(self.pay_sources),
        )


class ExpectationEntry(models.Model):
    id = id_field(help_text="The level and the group: mid/cloud.")
    level = models.ForeignKey(LevelEntry, models.PROTECT, related_name="expectations")
    group = models.SlugField(max_length=64)
    label = models.CharField(max_length=100)
    rule = models.CharField(max_length=8, choices=RULES)
    weight = models.FloatField()
    article_ref = models.CharField("place in the article", max_length=200)
    basis = models.CharField(max_length=300)
    sources = words_field()
    position = position_field()

    class Meta:
        verbose_name = "expectation"
        constraints = (
            one_of("expectation_rule", "rule", RULES),
            models.CheckConstraint(condition=Q(weight__gt=0), name="expectation_weight"),
            models.UniqueConstraint(fields=("level", "group"), name="expectation_level_group"),
        )

    def __str__(self) -> str:
        return self.id

    def to_value(self, members: tuple[Member, ...]) -> Expectation:
        return Expectation(
            level=self.level_id,
            group=self.group,
            label=self.label,
            rule=cast("Rule", self.rule),
            weight=self.weight,
            members=members,
            article_ref=self.article_ref,
            basis=self.basis,
            sources=tuple(self.sources),
        )


class ExpectationMemberManager(models.Manager["ExpectationMember"]):
    def get_by_natural_key(self, expectation: str, skill: str) -> ExpectationMember:
        return self.get(expectation=expectation, skill=skill)


TARGETS = {1: "learning", 2: "working", 3: "proficient", 4: "expert"}


class ExpectationMember(models.Model):
    expectation = models.ForeignKey(ExpectationEntry, models.CASCADE, related_name="members")
    skill = models.ForeignKey(SkillEntry, models.PROTECT, related_name="expectation_members")
    target = models.PositiveSmallIntegerField(choices=TARGETS)
    is_extension = models.BooleanField(
        "not named in the article",
        default=False,
        help_text="Of the same kind as those that the article names, but added by us.",
    )
    position = position_field()

    objects = ExpectationMemberManager()

    class Meta:
        verbose_name = "member"
        constraints = (
            models.UniqueConstraint(fields=("expectation", "skill"), name="member_once"),
            one_of("member_target", "target", TARGETS),
        )

    def __str__(self) -> str:
        return f"{self.expectation_id}: {self.skill_id}"

    def natural_key(self) -> tuple[str, str]:
        return self.expectation_id, self.skill_id

    def to_value(self) -> Member:
        return Member(self.skill_id, self.target, self.is_extension)
