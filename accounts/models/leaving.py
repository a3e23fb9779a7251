"""Leaving for good: an account that is to be erased, and what is remembered of one that was."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone

GRACE = timedelta(days=14)


def default_due() -> datetime:
    return timezone.now() + GRACE


class ErasureQuerySet(models.QuerySet["Erasure"]):
    def due(self, now: datetime) -> Self:
        return self.filter(due_at__lte=now)


class Erasure(models.Model):
    """Somebody asked to have everything deleted. Until `due_at` they may sign in and take it back.

    Everything they showed to others is hidden from the moment they ask. `is_for_inactivity`:
    nobody asked, the account lay idle; signing in is enough to take that back.
    """

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="erasure")
    asked_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField(default=default_due)
    is_for_inactivity = models.BooleanField(default=False)

    objects = ErasureQuerySet.as_manager()

    def __str__(self) -> str:
        return f"Erasure of {self.user_id} on {self.due_at:%Y-%m-%d}"


def mark_of(user_id: int, date_joined: datetime) -> str:
    """What tells an erased account again in a restored backup, and nothing about a person."""
    return hashlib.sha256(f"{user_id}:{date_joined.isoformat()}".encode()).hexdigest()


class Tombstone(models.Model):
    """An account that was erased: a backup from before must not bring it back."""

    mark = models.CharField(max_length=64, unique=True)
    erased_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"Erased on {self.erased_at:%Y-%m-%d}"
