"""Rows of a profile that its owner may show to mentors."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, Self

from django.db import models

from accounts.access import shown_to
from accounts.models import Scope

if TYPE_CHECKING:
    from accounts.models import User


class ShownQuerySet[Row: models.Model](models.QuerySet[Row]):
    """The owner's own rows, and those of mentees who open `scope` to a mentor."""

    scope: ClassVar[Scope]

    def visible_to(self, viewer: User) -> Self:
        return self.filter(profile__user=viewer)

    def shown_to(self, viewer: User, now: datetime) -> Self:
        return self.filter(shown_to(viewer, self.scope, now, "profile__user"))


class ShownOwnQuerySet[Row: models.Model](ShownQuerySet[Row]):
    """What its owner writes."""

    def editable_by(self, viewer: User) -> Self:
        return self.filter(profile__user=viewer)
