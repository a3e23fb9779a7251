"""When somebody was last heard of: the same signs on every page and in every mail."""

from __future__ import annotations

from datetime import UTC, date, tzinfo
from typing import Any, Literal

from django.db.models import Max, Model, OuterRef, QuerySet, Subquery

from planner.models import (
    Assignment,
    CheckIn,
    Profile,
    ReviewRequest,
    StepMark,
    StudySession,
)


def load_last_signs(
    profiles: QuerySet[Profile], today: date, by: Literal["pk", "user"], zone: tzinfo = UTC
) -> dict[int, date]:
    """The last day of each profile, by its key or its user's; one query.

    Signs are: what changes the profile, a request for review, a step declined, a check-in, study
    that is logged, and a sign-in, as somebody in the middle of a long step changes nothing.
    `zone`: of whoever reads it. The clocks of reminders run in UTC, on pages and in the daily job.
    """
    rows = profiles.values_list(
        by,
        "updated_at",
        "user__last_login",
        _latest(ReviewRequest, "asked_at"),
        _latest(Assignment, "declined_at"),
        _latest(CheckIn, "held_on", held_on__lte=today),
        _latest(StudySession, "on", on__lte=today),
        _latest(StepMark, "at"),
    )
    return {
        key: max(day if type(day) is date else day.astimezone(zone).date() for day in days if day)
        for key, *days in rows
    }


def _latest(model: type[Model], moment: str, **known: date) -> Subquery:
    """The last such moment of each profile."""
    return latest(model._default_manager.filter(profile=OuterRef("pk"), **known), moment)


def latest(rows: QuerySet[Any], moment: str) -> Subquery:
    """The last such moment of rows that are all of one profile."""
    lasts = rows.order_by().values("profile").annotate(last=Max(moment))
    return Subquery(lasts.values("last"))
