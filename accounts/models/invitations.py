"""Invitations into a cohort: of use once, for two weeks, and known here by their digest only."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Literal, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone

from accounts.models.cohorts import Cohort
from accounts.validators import validate_plain_text

if TYPE_CHECKING:
    from accounts.models.users import User

type State = Literal["waiting", "accepted", "declined", "withdrawn", "expired"]

VALID_FOR = timedelta(days=14)
REMIND_AFTER = timedelta(days=7)
PREFIX = "inv_"


def default_expiry() -> datetime:
    return timezone.now() + VALID_FOR


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def visible_to(self, viewer: User) -> Self:
        """Those of the cohorts that somebody mentors."""
        return self.filter(cohort__in=Cohort.objects.visible_to(viewer))

    def editable_by(self, viewer: User) -> Self:
        return self.filter(cohort__in=Cohort.objects.editable_by(viewer))

    def unanswered(self) -> Self:
        """Neither accepted nor declined nor withdrawn; may have expired."""
        return self.filter(
            accepted_at__isnull=True, declined_at__isnull=True, withdrawn_at__isnull=True
        )

    def redeemable(self, now: datetime) -> Self:
        """Those that could still be accepted by somebody."""
        return self.unanswered().filter(expires_at__gt=now, cohort__closed_at__isnull=True)

    def to_remind(self, now: datetime) -> Self:
        """Those mailed a week ago and not again since their first week: one reminder each.

        Only `sent_at` tells, as somebody without an account has no row of their own here.
        """
        return self.redeemable(now).filter(
            sent_at__lte=now - REMIND_AFTER, sent_at__lt=F("created_at") + REMIND_AFTER
        )


class Invitation(models.Model):
    """`email`: the only address whose account may accept; empty: whoever has the link, once.

    `digest`: of the token in the link; null until a mail with one goes out.
    """

    class Role(models.TextChoices):
        MENTEE = "mentee", "Mentee"
        MENTOR = "mentor", "Co-mentor"

    cohort = models.ForeignKey(Cohort, models.CASCADE, related_name="invitations")
    role = models.CharField(max_length=6, choices=Role, default=Role.MENTEE)
    email = models.EmailField("e-mail address", blank=True, default="")
    name = models.CharField(
        max_length=150, blank=True, default="", validators=[validate_plain_text]
    )
    digest = models.CharField(max_length=64, null=True, blank=True, unique=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="invitations_made"
    )
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField(default=default_expiry)
    sent_at = models.DateTimeField(null=True, blank=True)
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="invitations_accepted",
    )
    declined_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("cohort", "email"),
                condition=Q(
                    ~Q(email=""),
                    accepted_at__isnull=True,
                    declined_at__isnull=True,
                    withdrawn_at__isnull=True,
                ),
                name="invitation_once",
            ),
            models.CheckConstraint(
                condition=Q(email=Lower("email")), name="invitation_email_lower"
            ),
            models.CheckConstraint(
                condition=Q(role__in=["mentee", "mentor"]), name="invitation_role"
            ),
        )

    def __str__(self) -> str:
        return f"Invitation {self.pk} to cohort {self.cohort_id}"

    def state(self, now: datetime) -> State:
        """What became of it. A cohort that closes withdraws what nobody has answered."""
        ends: dict[State, datetime | None] = {
            "accepted": self.accepted_at,
            "declined": self.declined_at,
            "withdrawn": self.withdrawn_at,
        }
        answered = (state for state, moment in ends.items() if moment is not None)
        return next(answered, "waiting" if now < self.expires_at else "expired")
