"""Which mails somebody wants, and which they got lately, so that nobody gets too many."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone


class MailKind(models.TextChoices):
    """Mails that can be switched off. Invitations and security mails are sent in any case."""

    REVIEW = "review", "An answer to a review that you asked for"
    GUIDANCE = "guidance", "Something that a mentor assigns or suggests"
    NUDGE = "nudge", "A reminder of what waits for you, once a week at most"
    CERTIFICATE = "certificate", "A certificate that ends in 90, 30 or 7 days"
    SUMMARY = "summary", "Your week: what you did and what is next, on Mondays"
    DIGEST = "digest", "A mentor's list of what waits, each morning"


class MailChoiceQuerySet(models.QuerySet["MailChoice"]):
    def refused(self, kind: MailKind) -> Self:
        return self.filter(kind=kind, is_on=False)


class MailChoice(models.Model):
    """What somebody said about a kind of mail; without a row it is on."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="mail_choices")
    kind = models.CharField(max_length=11, choices=MailKind)
    is_on = models.BooleanField()

    objects = MailChoiceQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("user", "kind"), name="mail_choice_once"),
            models.CheckConstraint(
                condition=Q(
                    kind__in=["review", "guidance", "nudge", "certificate", "summary", "digest"]
                ),
                name="mail_choice_kind",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {'on' if self.is_on else 'off'}"


class SentMailQuerySet(models.QuerySet["SentMail"]):
    def since(self, moment: datetime) -> Self:
        return self.filter(sent_at__gte=moment)


class SentMail(models.Model):
    """That a mail of some kind went to somebody; not what it said."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="sent_mails")
    kind = models.CharField(max_length=11, choices=MailKind)
    sent_at = models.DateTimeField(default=timezone.now)

    objects = SentMailQuerySet.as_manager()

    class Meta:
        indexes = (models.Index(fields=("user", "kind", "-sent_at"), name="sent_mail_latest"),)

    def __str__(self) -> str:
        return f"{self.kind} on {self.sent_at:%Y-%m-%d}"
