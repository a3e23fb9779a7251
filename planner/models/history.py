"""What changed, when and by whom. Rows are only ever added: the database refuses to change one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.utils import timezone

from planner.domain.history import Change, Dated
from planner.models.fields import one_of
from planner.models.profiles import Profile

if TYPE_CHECKING:
    from accounts.models import User


class AppendOnlyError(Exception):
    """Somebody tried to change or delete what has happened."""


class EventQuerySet(models.QuerySet["Event"]):
    """Refuses what a trigger in the database refuses too; deleting a profile takes its events."""

    def update(self, **values: object) -> int:
        raise AppendOnlyError

    def delete(self) -> tuple[int, dict[str, int]]:
        raise AppendOnlyError

    def visible_to(self, viewer: User) -> Self:
        return self.filter(profile__user=viewer)

    def of_files(self, profile: Profile) -> Self:
        """Skills that were taken in from files."""
        return self.filter(profile=profile, origin=Event.Origin.FILE, kind=Event.Kind.SKILL)

    def in_order(self) -> Self:
        return self.order_by("at", "pk")

    def latest_first(self) -> Self:
        return self.order_by("-at", "-pk")


class Event(models.Model):
    """One change of a profile. `was`, `now`: as `planner.domain.history` has them.

    `origin`: what brought it about. It goes when its profile goes, and only then.
    """

    class Kind(models.TextChoices):
        SKILL = "skill", "Skill"
        CERTIFICATION = "certification", "Certificate"
        PROFILE = "profile", "About you"
        PLAN = "plan", "Plan"
        REVIEW = "review", "Review"
        STUDY = "study", "Study"

    class Origin(models.TextChoices):
        SELF = "self", "Stated"
        BASELINE = "baseline", "As it was when history began"
        START = "start", "First run"
        SAMPLE = "sample", "Sample profile"
        REVIEW = "review", "Taken over from a review"
        MENTOR = "mentor", "Accepted from a mentor"
        FILE = "file", "Taken in from a file"

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="events")
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    kind = models.CharField(max_length=13, choices=Kind)
    key = models.CharField(max_length=64)
    was = models.JSONField(null=True)
    now = models.JSONField(null=True)
    origin = models.CharField(max_length=8, choices=Origin, default=Origin.SELF)

    objects = EventQuerySet.as_manager()

    class Meta:
        indexes = (models.Index(fields=("profile", "at", "id"), name="event_in_order"),)
        constraints = (
            one_of(
                "event_kind",
                "kind",
                ["skill", "certification", "profile", "plan", "review", "study"],
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"

    def delete(self, *args: object, **options: object) -> tuple[int, dict[str, int]]:
        raise AppendOnlyError

    def to_value(self) -> Dated:
        return Dated(self.at, self.pk, Change(self.kind, self.key, self.was, self.now))
