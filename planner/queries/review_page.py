"""All that the page of one review shows, as far as the mentee shows it to the viewer."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db.models import Prefetch, Q

from accounts.access import consents_to
from accounts.models import Scope
from planner.models import (
    Assignment,
    Evidence,
    MentorRating,
    PrivateNote,
    ReviewRequest,
    SkillClaim,
    Snippet,
)
from planner.queries.ratings import Rating, latest_ratings

if TYPE_CHECKING:
    from accounts.models import User

MOST_NOTES = 20


@dataclass(frozen=True, slots=True)
class Goal:
    """What a mentee is at it for: a cohort with the level that its programme leads to."""

    cohort: str
    level: str | None
    ends_on: date


@dataclass(frozen=True, slots=True)
class ReviewView:
    """What stands on the page beside the request itself.

    `versions`: every request for this skill, the latest first, with its decision and evidence.
    `claimed_now`: the proficiency that is claimed today. `own_blind`: what the viewer said of it
    before seeing the claim. `evidence_shown`: whether evidence is shared at all. `steps`: what
    mentors set for this skill, where the plan is shared.
    """

    versions: tuple[ReviewRequest, ...]
    evidence_shown: bool
    claimed_now: int | None
    ratings: tuple[Rating, ...]
    own_blind: Rating | None
    notes: tuple[PrivateNote, ...]
    snippets: tuple[Snippet, ...]
    goals: tuple[Goal, ...]
    steps: tuple[Assignment, ...]


def load_review(
    review: ReviewRequest, viewer: User, scopes: Collection[Scope], now: datetime
) -> ReviewView:
    """Seven queries, and one each for evidence and the plan where they are shared."""
    evidence_shown = Scope.EVIDENCE in scopes
    about = {"profile": review.profile_id, "skill": review.skill_id}
    ratings = MentorRating.objects.shown_to(viewer, now).filter(**about)
    claims = SkillClaim.objects.shown_to(viewer, now).filter(**about)
    notes = PrivateNote.objects.shown_to(viewer, now).filter(profile=review.profile_id)
    snippets = Snippet.objects.editable_by(viewer).filter(
        Q(skill=review.skill_id) | Q(skill__isnull=True)
    )
    latest = latest_ratings(ratings)
    blind = [r for r in latest if r.mentor == viewer.pk and r.at >= review.asked_at]
    return ReviewView(
        versions=tuple(_versions(about, viewer, now, evidence_shown=evidence_shown)),
        evidence_shown=evidence_shown,
        claimed_now=claims.values_list("proficiency", flat=True).first(),
        ratings=latest,
        own_blind=next((rating for rating in blind if not rating.saw_claim), None),
        notes=tuple(notes.order_by("-written_at", "-pk")[:MOST_NOTES]),
        snippets=tuple(snippets.order_by("title", "pk")),
        goals=tuple(_goals(review, viewer, now)),
        steps=tuple(_steps(about, viewer, now)) if Scope.PLAN in scopes else (),
    )


def _versions(
    about: dict[str, object], viewer: User, now: datetime, *, evidence_shown: bool
) -> Iterable[ReviewRequest]:
    rows = ReviewRequest.objects.shown_to(viewer, now).filter(**about)
    rows = rows.select_related("claimed_by", "decision__mentor").order_by("-version")
    if not evidence_shown:
        return rows
    shown = Evidence.objects.shown_to(viewer, now).latest_first()
    return rows.prefetch_related(Prefetch("evidence", shown))


def _goals(review: ReviewRequest, viewer: User, now: datetime) -> Iterable[Goal]:
    """The cohorts in which the mentee shows the viewer their skills."""
    given = consents_to(viewer, Scope.SKILLS, now).filter(mentee=review.profile.user_id)
    rows = given.order_by("cohort__ends_on", "cohort").values_list(
        "cohort__name", "cohort__programme__level__name", "cohort__ends_on"
    )
    return (Goal(*row) for row in rows)


def _steps(about: dict[str, object], viewer: User, now: datetime) -> Iterable[Assignment]:
    rows = Assignment.objects.shown_to(viewer, now).filter(
        **about, withdrawn_at__isnull=True, declined_at__isnull=True
    )
    return rows.select_related("mentor").order_by("due_on", "pk")
