"""What mentors give along: steps and goals, notes, check-ins; and what explains a quiet week."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from accounts.access import shown_to
from accounts.models import Scope
from accounts.validators import validate_plain_text, validate_text
from planner.models.catalogue import CertificationEntry, SkillEntry
from planner.models.expectations import LevelEntry
from planner.models.fields import (
    PROFICIENCIES,
    one_of,
    proficiency_between,
    some_words_field,
)
from planner.models.profiles import Profile
from planner.models.reviews import MAX_TEXT
from planner.models.shown import ShownOwnQuerySet, ShownQuerySet

if TYPE_CHECKING:
    from accounts.models import User


class GuidanceQuerySet[Row: models.Model](ShownQuerySet[Row]):
    """What mentors write for a mentee: theirs to read, and a mentor's while the plan is shown."""

    scope = Scope.PLAN


class Assignment(models.Model):
    """A step that a mentor sets: a skill to a proficiency, or a certification; maybe with a day.

    `answer`: what the mentee said on declining it.
    """

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="assignments")
    mentor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="assignments_made"
    )
    skill = models.ForeignKey(SkillEntry, models.PROTECT, null=True, blank=True, related_name="+")
    proficiency = models.PositiveSmallIntegerField(null=True, blank=True, choices=PROFICIENCIES)
    certification = models.ForeignKey(
        CertificationEntry, models.PROTECT, null=True, blank=True, related_name="+"
    )
    due_on = models.DateField("due", null=True, blank=True)
    words = some_words_field()
    assigned_at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    declined_at = models.DateTimeField(null=True, blank=True)
    answer = some_words_field()

    objects = GuidanceQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(
                    skill__isnull=False, proficiency__isnull=False, certification__isnull=True
                )
                | Q(skill__isnull=True, proficiency__isnull=True, certification__isnull=False),
                name="assignment_of_one_thing",
            ),
            proficiency_between("assignment_proficiency"),
        )

    def __str__(self) -> str:
        return f"{self.skill_id or self.certification_id}"


class GoalSuggestion(models.Model):
    """A level that a mentor suggests to aim at. It changes nothing until the mentee accepts."""

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="goal_suggestions")
    mentor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="goals_suggested"
    )
    level = models.ForeignKey(LevelEntry, models.PROTECT, related_name="+")
    words = some_words_field()
    suggested_at = models.DateTimeField(default=timezone.now)
    accepted_at = models.DateTimeField(null=True, blank=True)
    declined_at = models.DateTimeField(null=True, blank=True)
    answer = some_words_field()

    objects = GuidanceQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("profile", "mentor"),
                condition=Q(accepted_at__isnull=True, declined_at__isnull=True),
                name="goal_suggestion_one_open",
            ),
        )

    def __str__(self) -> str:
        return self.level_id


class SnippetQuerySet(models.QuerySet["Snippet"]):
    def editable_by(self, viewer: User) -> Self:
        return self.filter(mentor=viewer)


class Snippet(models.Model):
    """Words that a mentor writes again and again, for one skill or for any."""

    mentor = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="snippets")
    skill = models.ForeignKey(SkillEntry, models.PROTECT, null=True, blank=True, related_name="+")
    title = models.CharField(max_length=80, validators=[validate_plain_text])
    text = models.TextField(validators=[MaxLengthValidator(2_000), validate_text])
    created_at = models.DateTimeField(default=timezone.now)

    objects = SnippetQuerySet.as_manager()

    def __str__(self) -> str:
        return self.title


class PrivateNoteQuerySet(models.QuerySet["PrivateNote"]):
    def shown_to(self, viewer: User, now: datetime) -> Self:
        """A mentor's own notes, as long as they may see the mentee at all."""
        may_see = shown_to(viewer, Scope.SKILLS, now, "profile__user")
        return self.filter(may_see, mentor=viewer)


class PrivateNote(models.Model):
    """What a mentor notes for themselves. It is the mentee's data too: their export holds it."""

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="private_notes")
    mentor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="private_notes"
    )
    text = models.TextField(validators=[MaxLengthValidator(MAX_TEXT), validate_text])
    written_at = models.DateTimeField(default=timezone.now)

    objects = PrivateNoteQuerySet.as_manager()

    def __str__(self) -> str:
        return f"Note of {self.written_at:%Y-%m-%d}"


class CheckInQuerySet(ShownQuerySet["CheckIn"]):
    scope = Scope.SKILLS


class CheckIn(models.Model):
    """A conversation of a mentee and a mentor: what they agreed on. Both see all of it."""

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="check_ins")
    mentor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="check_ins_held"
    )
    held_on = models.DateField("day")
    words = some_words_field()
    created_at = models.DateTimeField(default=timezone.now)

    objects = CheckInQuerySet.as_manager()

    def __str__(self) -> str:
        return f"Check-in of {self.held_on:%Y-%m-%d}"


class AgreedLevel(models.Model):
    """The proficiency that both agreed on."""

    check_in = models.ForeignKey(CheckIn, models.CASCADE, related_name="agreed_levels")
    skill = models.ForeignKey(SkillEntry, models.PROTECT, related_name="+")
    proficiency = models.PositiveSmallIntegerField(choices=PROFICIENCIES)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("check_in", "skill"), name="agreed_level_once"),
            proficiency_between("agreed_level_proficiency"),
        )

    def __str__(self) -> str:
        return f"{self.skill_id}: {self.get_proficiency_display()}"


class AgreedAction(models.Model):
    """Something to do until a day."""

    class Who(models.TextChoices):
        MENTEE = "mentee", "Mentee"
        MENTOR = "mentor", "Mentor"

    check_in = models.ForeignKey(CheckIn, models.CASCADE, related_name="agreed_actions")
    who = models.CharField(max_length=6, choices=Who, default=Who.MENTEE)
    text = models.CharField(max_length=200, validators=[validate_plain_text])
    due_on = models.DateField("due", null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (one_of("agreed_action_who", "who", ["mentee", "mentor"]),)

    def __str__(self) -> str:
        return self.text


class ExplanationQuerySet[Row: models.Model](ShownOwnQuerySet[Row]):
    """What a mentee says about a quiet time, shown together with the plan."""

    scope = Scope.PLAN


class PauseQuerySet(ExplanationQuerySet["Pause"]):
    def on(self, day: date) -> Self:
        return self.filter(starts_on__lte=day, ends_on__gte=day)


class Pause(models.Model):
    """A time without study that a mentee declares, first and last day. Clocks stand still in it."""

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="pauses")
    starts_on = models.DateField("from")
    ends_on = models.DateField("up to and with")
    words = some_words_field()

    objects = PauseQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="pause_dates"),
        )

    def __str__(self) -> str:
        return f"{self.starts_on:%Y-%m-%d} to {self.ends_on:%Y-%m-%d}"


class BlockerQuerySet(ExplanationQuerySet["Blocker"]):
    def open(self) -> Self:
        return self.filter(resolved_at__isnull=True)


class Blocker(models.Model):
    """Something that a mentee says is in the way."""

    class Severity(models.TextChoices):
        SLOWS = "slows", "It slows me down"
        STOPS = "stops", "I cannot go on"

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="blockers")
    severity = models.CharField(max_length=5, choices=Severity, default=Severity.SLOWS)
    text = models.CharField(max_length=200, validators=[validate_plain_text])
    since = models.DateField()
    resolved_at = models.DateTimeField(null=True, blank=True)

    objects = BlockerQuerySet.as_manager()

    class Meta:
        constraints = (one_of("blocker_severity", "severity", ["slows", "stops"]),)

    def __str__(self) -> str:
        return self.text
