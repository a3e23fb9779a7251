"""Wishes for a roadmap, and plans that are kept."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Literal

from django.utils import timezone

from planner.actions.catalogue import archive_catalogue
from planner.actions.history import recording
from planner.documents import fingerprint
from planner.documents.plan import Document
from planner.domain.catalogue import Catalogue
from planner.models import KeptPlan, PlanSettings, Profile

type Rank = Literal["first", "later", "excluded", "normal"]

RANKS = ("first", "later", "excluded")


def set_rank(*, profile: Profile, id_: str, rank: Rank, order: Sequence[str] | None = None) -> None:
    """Wish a skill or certification first, later or not at all; *normal* takes that back.

    `order`: the order by hand that goes with it, if there is one.
    """
    with recording(profile):
        settings = _settings(profile)
        for name in RANKS:
            others = [other for other in getattr(settings, name) if other != id_]
            setattr(settings, name, [*others, id_] if name == rank else others)
        if order is not None:
            settings.order = list(order)
        settings.save(update_fields=[*RANKS, "order"])
        profile.touch()


def set_order(*, profile: Profile, order: Sequence[str]) -> None:
    """Put the steps of these keys in an order by hand; none leaves the order to the planner."""
    with recording(profile):
        settings = _settings(profile)
        settings.order = list(order)
        settings.save(update_fields=["order"])
        profile.touch()


def write_settings(
    *,
    profile: Profile,
    objective: str,
    horizon_months: int,
    leave_out: Collection[str],
    take_back: Collection[str],
) -> None:
    """Set what the plan aims at, and what is not for this person any more or again.

    Part of a larger write, which records what it changes.
    """
    settings = _settings(profile)
    settings.objective, settings.horizon_months = objective, horizon_months
    others = [id_ for id_ in settings.excluded if id_ not in {*leave_out, *take_back}]
    settings.excluded = [*others, *sorted(leave_out)]
    settings.save(update_fields=["objective", "horizon_months", "excluded"])


def keep_plan(
    *,
    profile: Profile,
    catalogue: Catalogue,
    inputs: Document,
    result: Document,
    at: datetime | None = None,
) -> KeptPlan:
    """Follow a plan from now on (or from `at`, for made-up people).

    The one before stays as history; the same one stays as it is.
    """
    with recording(profile, at=at):  # one at a time: tabs may hurry
        current, mark = profile.kept_plans.current().first(), fingerprint(result)
        if current is not None and current.fingerprint == mark:
            return current
        _stop(profile)
        archive = archive_catalogue(catalogue)
        return KeptPlan.objects.create(
            profile=profile, catalogue=archive, inputs=inputs, result=result, fingerprint=mark,
            adopted_at=at or timezone.now(),
        )  # fmt: skip


def stop_plan(*, profile: Profile) -> None:
    """Follow no plan any more. The one that was followed stays as history."""
    with recording(profile):
        _stop(profile)


def _stop(profile: Profile) -> None:
    profile.kept_plans.current().update(replaced_at=timezone.now())


def _settings(profile: Profile) -> PlanSettings:
    """The row to change. The profile, which everybody takes first, keeps others off it."""
    settings, _ = PlanSettings.objects.get_or_create(profile=profile)
    return settings
