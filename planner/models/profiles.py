"""What somebody says about themselves: experience, place, pay, plans, skills, certificates."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator, URLValidator
from django.db import models
from django.db.models import FETCH_RAISE, F, Q
from django.utils import timezone

from accounts.access import shown_to
from accounts.models import Scope
from accounts.validators import validate_plain_text
from planner.domain.developer import Experience, HeldCertification, Proficiency
from planner.models.catalogue import CertificationEntry, SkillEntry
from planner.models.expectations import LevelEntry
from planner.models.pay import IndustryEntry, PlaceEntry
from planner.models.shown import ShownOwnQuerySet

if TYPE_CHECKING:
    from accounts.models import User

EARLIEST = date(1950, 1, 1)
MAX_YEARS = 60
MAX_HOURS_PER_WEEK = 80
MAX_PAY = 10_000_000
START_STEPS = 3
HIDDEN_FROM_MENTORS = ("current_pay", "place", "is_remote", "industry")  # pay and what leads to it


class ProfileQuerySet(models.QuerySet["Profile"]):
    """`shown_to`: what mentees let a mentor see, on pages that never show pay."""

    def visible_to(self, viewer: User) -> Self:
        return self.filter(user=viewer)

    def editable_by(self, viewer: User) -> Self:
        return self.filter(user=viewer)

    def shown_to(self, viewer: User, now: datetime, scope: Scope = Scope.SKILLS) -> Self:
        return self.filter(shown_to(viewer, scope, now))

    def for_reading(self) -> Self:
        return self.select_related("user", "plan_settings")

    def for_mentors(self) -> Self:
        """Without what nobody else may see: pay, and what it is worked out from."""
        shown = self.select_related("user", "plan_settings").defer(*HIDDEN_FROM_MENTORS)
        return shown.fetch_mode(FETCH_RAISE)


class Profile(models.Model):
    """One per user, made when first needed (`planner.access`). Pay is for its owner alone."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="profile")
    experience_started_on = models.DateField("working as a developer since", null=True, blank=True)
    years_stated = models.DecimalField(
        "years of experience",
        max_digits=4,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(MAX_YEARS)],
    )
    years_stated_on = models.DateField(null=True, blank=True)
    place = models.ForeignKey(PlaceEntry, models.PROTECT, null=True, blank=True, related_name="+")
    is_remote = models.BooleanField("works remotely", default=False)
    industry = models.ForeignKey(
        IndustryEntry, models.PROTECT, null=True, blank=True, related_name="+"
    )
    hours_per_week = models.PositiveSmallIntegerField(
        "hours of study a week",
        default=6,
        validators=[MinValueValidator(1), MaxValueValidator(MAX_HOURS_PER_WEEK)],
    )
    current_pay = models.PositiveIntegerField(
        "current pay",
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(MAX_PAY)],
    )
    target = models.ForeignKey(LevelEntry, models.PROTECT, null=True, blank=True, related_name="+")
    is_sample = models.BooleanField(default=False)
    start_step = models.PositiveSmallIntegerField(default=1)
    onboarded_at = models.DateTimeField(null=True, blank=True)
    updated_at = models.DateTimeField(default=timezone.now)

    objects = ProfileQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(experience_started_on__isnull=True) | Q(years_stated__isnull=True),
                name="profile_experience_stated_once",
            ),
            models.CheckConstraint(
                condition=Q(years_stated__isnull=True, years_stated_on__isnull=True)
                | Q(years_stated__isnull=False, years_stated_on__isnull=False),
                name="profile_years_with_their_day",
            ),
            models.CheckConstraint(
                condition=Q(years_stated__isnull=True)
                | Q(years_stated__range=(Decimal(0), Decimal(MAX_YEARS))),
                name="profile_years",
            ),
            models.CheckConstraint(
                condition=Q(experience_started_on__isnull=True)
                | Q(experience_started_on__gte=EARLIEST),
                name="profile_experience_started_on",
            ),
            models.CheckConstraint(
                condition=Q(hours_per_week__range=(1, MAX_HOURS_PER_WEEK)),
                name="profile_hours_per_week",
            ),
            models.CheckConstraint(
                condition=Q(current_pay__isnull=True) | Q(current_pay__range=(1, MAX_PAY)),
                name="profile_current_pay",
            ),
            models.CheckConstraint(
                condition=Q(start_step__range=(1, START_STEPS)), name="profile_start_step"
            ),
        )

    def __str__(self) -> str:
        return f"Profile {self.pk}"

    @property
    def needs_start(self) -> bool:
        """Whether the first run is still to be done or left out."""
        return self.onboarded_at is None

    @property
    def experience(self) -> Experience | None:
        """What was stated, as a value that grows by itself; None if nothing was."""
        if self.experience_started_on is not None:
            return Experience(0.0, self.experience_started_on)
        if self.years_stated is None or self.years_stated_on is None:
            return None
        return Experience(float(self.years_stated), self.years_stated_on)

    def touch(self, *changed: str) -> None:
        """Save these fields, and that something of the profile changed just now."""
        self.updated_at = timezone.now()
        self.save(update_fields=[*changed, "updated_at"])

    def reach_step(self, step: int) -> None:
        """Note how far the first run has come; going back takes nothing away."""
        self.start_step = max(self.start_step, step)
        self.save(update_fields=["start_step"])

    def finish_start(self) -> None:
        """Note that the first run is done (or was left out); the first time counts."""
        if self.onboarded_at is None:
            self.onboarded_at = timezone.now()
            self.save(update_fields=["onboarded_at"])


class ClaimQuerySet[Claim: models.Model](ShownOwnQuerySet[Claim]):
    """Claims of a profile: who may see its skills may see them."""

    scope = Scope.SKILLS


class SkillClaim(models.Model):
    """How well somebody can do something. No row: *not assessed*, which is not *none*."""

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="skill_claims")
    skill = models.ForeignKey(SkillEntry, models.PROTECT, related_name="+")
    proficiency = models.PositiveSmallIntegerField(
        choices=[(level.value, level.name.capitalize()) for level in Proficiency]
    )
    updated_at = models.DateTimeField(default=timezone.now)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("profile", "skill"), name="skill_claim_once"),
            models.CheckConstraint(
                condition=Q(proficiency__range=(0, 4)), name="skill_claim_proficiency"
            ),
        )

    def __str__(self) -> str:
        return f"{self.skill_id}: {self.get_proficiency_display()}"


class CertificationClaim(models.Model):
    """A certificate in hand. `expires_on` is its last valid day; None if it does not expire.

    `verification_url`: where its issuer says that it is real.
    """

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="certification_claims")
    certification = models.ForeignKey(CertificationEntry, models.PROTECT, related_name="+")
    earned_on = models.DateField()
    expires_on = models.DateField(null=True, blank=True)
    verification_url = models.URLField(
        "verification link", max_length=500, blank=True, default="",
        validators=[URLValidator(schemes=["http", "https"]), validate_plain_text],
    )  # fmt: skip

    objects = ClaimQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("profile", "certification"), name="certification_claim_once"
            ),
            models.CheckConstraint(
                condition=Q(expires_on__isnull=True) | Q(expires_on__gte=F("earned_on")),
                name="certification_claim_dates",
            ),
            models.CheckConstraint(
                condition=Q(earned_on__gte=EARLIEST), name="certification_claim_earned_on"
            ),
        )

    def __str__(self) -> str:
        return self.certification_id

    def to_value(self) -> HeldCertification:
        return HeldCertification(
            self.certification_id, self.earned_on, self.expires_on, self.verification_url
        )
