"""What somebody shows by a link, and the feed of their own dates: known here by digest only."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Literal, Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.validators import validate_plain_text
from planner.models.fields import words_field
from planner.models.profiles import Profile

if TYPE_CHECKING:
    from accounts.models import User


class Part(models.TextChoices):
    """What a link may show, in the order of its page."""

    NAME = "name", _("Your name")
    LEVEL = "level", _("Level and readiness")
    SKILLS = "skills", _("Skills, the confirmed ones marked")
    CERTIFICATES = "certificates", _("Certificates")
    PLAN = "plan", _("Plan: its steps and dates")
    EVIDENCE = "evidence", _("Evidence: titles only")


class ShareLinkQuerySet(models.QuerySet["ShareLink"]):
    def visible_to(self, viewer: User) -> Self:
        return self.filter(profile__user=viewer)

    def editable_by(self, viewer: User) -> Self:
        return self.filter(profile__user=viewer)

    def live(self, now: datetime) -> Self:
        """Neither revoked nor expired."""
        return self.filter(revoked_at__isnull=True, expires_at__gt=now)

    def usable(self, now: datetime) -> Self:
        """Live, of an account that is in use and not about to be erased."""
        return self.live(now).filter(
            profile__user__is_active=True, profile__user__erasure__isnull=True
        )

    def latest_first(self) -> Self:
        return self.order_by("-created_at", "-pk")


class ShareLink(models.Model):
    """A page to read for whoever has the link. `parts`: what it shows; pay is none of them."""

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="share_links")
    label = models.CharField(max_length=60, validators=[validate_plain_text])
    digest = models.CharField(max_length=64, unique=True)
    parts = words_field()
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    opened = models.PositiveIntegerField(default=0)

    objects = ShareLinkQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("created_at")), name="share_link_expires"
            ),
        )

    def __str__(self) -> str:
        return self.label

    @property
    def shown(self) -> list[Part]:
        """What it shows, as far as that is still known."""
        return [part for part in Part if part.value in self.parts]

    def state(self, now: datetime) -> Literal["live", "revoked", "expired"]:
        if self.revoked_at is not None:
            return "revoked"
        return "live" if self.expires_at > now else "expired"


class FeedQuerySet(models.QuerySet["CalendarFeed"]):
    def usable(self) -> Self:
        return self.filter(profile__user__is_active=True, profile__user__erasure__isnull=True)


class CalendarFeed(models.Model):
    """The secret address of one's own dates; a new one takes its place, none switches it off."""

    profile = models.OneToOneField(Profile, models.CASCADE, related_name="calendar_feed")
    digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(default=timezone.now)
    last_read_at = models.DateTimeField(null=True, blank=True)

    objects = FeedQuerySet.as_manager()

    def __str__(self) -> str:
        return f"Calendar of profile {self.profile_id}"
