"""Evidence for what somebody claims, what they ask to have reviewed, and what mentors answer."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.core.validators import MaxLengthValidator, URLValidator
from django.db import models
from django.db.models import FETCH_RAISE, Q
from django.utils import timezone

from accounts.models import Scope
from accounts.validators import validate_plain_text, validate_text
from planner.domain.mentoring.reviews import Claim
from planner.models.catalogue import SkillEntry
from planner.models.fields import (
    PROFICIENCIES,
    one_of,
    proficiency_between,
    some_words_field,
)
from planner.models.profiles import HIDDEN_FROM_MENTORS, Profile
from planner.models.shown import ShownOwnQuerySet, ShownQuerySet

MAX_TEXT = 5_000
MAX_EVIDENCE = 200  # pieces, of a profile


class EvidenceQuerySet(ShownOwnQuerySet["Evidence"]):
    scope = Scope.EVIDENCE

    def latest_first(self) -> Self:
        return self.order_by("-created_at", "-pk")


class Evidence(models.Model):
    """Something that speaks for one or several skills: a link, a text, or both."""

    class Kind(models.TextChoices):
        REPOSITORY = "repository", "Repository"
        CHANGE = "change", "Merged change"
        TEXT = "text", "Write-up"
        CERTIFICATE = "certificate", "Certificate"
        TESTIMONY = "testimony", "Testimony of somebody else"

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="evidence")
    kind = models.CharField(max_length=11, choices=Kind)
    title = models.CharField(max_length=120, validators=[validate_plain_text])
    url = models.URLField(
        "link", max_length=500, blank=True, default="",
        validators=[URLValidator(schemes=["http", "https"]), validate_plain_text],
    )  # fmt: skip
    text = models.TextField(
        blank=True, default="", validators=[MaxLengthValidator(MAX_TEXT), validate_text]
    )
    skills = models.ManyToManyField(SkillEntry, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)
    updated_at = models.DateTimeField(default=timezone.now)

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "evidence"
        constraints = (
            one_of(
                "evidence_kind",
                "kind",
                ["repository", "change", "text", "certificate", "testimony"],
            ),
            models.CheckConstraint(
                condition=~Q(url="") | ~Q(text=""), name="evidence_has_link_or_text"
            ),
        )

    def __str__(self) -> str:
        return self.title


class ReviewRequestQuerySet(ShownOwnQuerySet["ReviewRequest"]):
    scope = Scope.SKILLS

    def for_mentors(self) -> Self:
        """With whose it is and who is at it; of the profile without what leads to pay."""
        hidden = (f"profile__{name}" for name in HIDDEN_FROM_MENTORS)
        return (
            self.select_related("profile__user", "profile__target", "skill", "claimed_by")
            .defer(*hidden)
            .fetch_mode(FETCH_RAISE)
        )

    def open(self) -> Self:
        """Those that a mentor has to answer."""
        return self.filter(closed_at__isnull=True)


class ReviewRequest(models.Model):
    """A claim that somebody asks to have reviewed; asking again makes the next version.

    `proficiency`: what was claimed when it was asked. A mentor who takes it (`claimed_by`) holds it
    until `claimed_until`, then it is free again.
    """

    class ClosedAs(models.TextChoices):
        ANSWERED = "answered", "Answered"
        WITHDRAWN = "withdrawn", "Withdrawn"
        TIMED_OUT = "timed_out", "Closed: nobody answered for 28 days"

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="review_requests")
    skill = models.ForeignKey(SkillEntry, models.PROTECT, related_name="+")
    version = models.PositiveSmallIntegerField(default=1)
    proficiency = models.PositiveSmallIntegerField(choices=PROFICIENCIES)
    words = some_words_field()
    evidence = models.ManyToManyField(Evidence, related_name="review_requests")
    asked_at = models.DateTimeField(default=timezone.now)
    claimed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    claimed_until = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_as = models.CharField(max_length=9, choices=ClosedAs, blank=True, default="")

    objects = ReviewRequestQuerySet.as_manager()

    class Meta:
        indexes = (
            models.Index(
                fields=("asked_at",), condition=Q(closed_at__isnull=True), name="review_waiting"
            ),
        )
        constraints = (
            models.UniqueConstraint(
                fields=("profile", "skill", "version"), name="review_version_once"
            ),
            models.UniqueConstraint(
                fields=("profile", "skill"),
                condition=Q(closed_at__isnull=True),
                name="review_one_open",
            ),
            proficiency_between("review_proficiency"),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, closed_as="")
                | Q(closed_at__isnull=False, closed_as__in=["answered", "withdrawn", "timed_out"]),
                name="review_closed_as_something",
            ),
            models.CheckConstraint(
                condition=Q(claimed_by__isnull=True) | Q(claimed_until__isnull=False),
                name="review_claimed_until_some_time",
            ),
        )

    def __str__(self) -> str:
        return f"{self.skill_id}, version {self.version}"

    @property
    def claim(self) -> Claim | None:
        """Who took it, until when; it may have run out."""
        if self.claimed_by_id is None or self.claimed_until is None:
            return None
        return Claim(self.claimed_by_id, self.claimed_until)


class ReviewDecision(models.Model):
    """What a mentor answered. `proficiency`: what they confirm; None if they confirm nothing.

    `seen_at`: when the mentee read it. `lapsed_at`: asked for more, and nothing came for 28 days.
    """

    class Kind(models.TextChoices):
        CONFIRM = "confirm", "Confirm"
        ADJUST = "adjust", "Confirm at another level"
        MORE = "more", "Ask for more"
        DECLINE = "decline", "Decline"

    request = models.OneToOneField(ReviewRequest, models.CASCADE, related_name="decision")
    mentor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="review_decisions"
    )
    kind = models.CharField(max_length=7, choices=Kind)
    proficiency = models.PositiveSmallIntegerField(null=True, blank=True, choices=PROFICIENCIES)
    words = some_words_field()
    decided_at = models.DateTimeField(default=timezone.now)
    seen_at = models.DateTimeField(null=True, blank=True)
    lapsed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(kind="confirm", proficiency__isnull=False)
                | Q(~Q(words=""), kind="adjust", proficiency__isnull=False)
                | Q(~Q(words=""), kind__in=["more", "decline"], proficiency__isnull=True),
                name="review_decision_complete",
            ),
            proficiency_between("review_decision_proficiency"),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.request}"


class MentorRatingQuerySet(ShownQuerySet["MentorRating"]):
    scope = Scope.SKILLS


class MentorRating(models.Model):
    """How well a mentor thinks that somebody can do something. The latest of a mentor counts.

    `saw_claim`: whether the mentor knew what the mentee claims. `decision`: what it came from.
    """

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="mentor_ratings")
    skill = models.ForeignKey(SkillEntry, models.PROTECT, related_name="+")
    mentor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="ratings_given"
    )
    proficiency = models.PositiveSmallIntegerField(choices=PROFICIENCIES)
    saw_claim = models.BooleanField()
    decision = models.OneToOneField(
        ReviewDecision, models.CASCADE, null=True, blank=True, related_name="rating"
    )
    rated_at = models.DateTimeField(default=timezone.now)

    objects = MentorRatingQuerySet.as_manager()

    class Meta:
        indexes = (
            models.Index(fields=("profile", "skill", "-rated_at"), name="mentor_rating_latest"),
        )
        constraints = (proficiency_between("mentor_rating_proficiency"),)

    def __str__(self) -> str:
        return f"{self.skill_id}: {self.get_proficiency_display()}"
