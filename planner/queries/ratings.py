"""What mentors say of somebody's skills. Past these functions no row and no query exists."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, FilteredRelation, OuterRef, Q, QuerySet

from accounts.models import Consent, Scope
from planner.domain.mentoring import ratings as domain
from planner.models import MentorRating, Profile
from planner.names import person_name


@dataclass(frozen=True, slots=True)
class Rating:
    """What a mentor says of one skill: proficiency 0–4. `mentor`: None if the account is gone.

    `is_confirmed`: it comes from the answer to a review.
    """

    skill: str
    mentor: int | None
    by: str
    proficiency: int
    at: datetime
    saw_claim: bool
    is_confirmed: bool

    def to_value(self, person: int) -> domain.MentorRating:
        return domain.MentorRating(
            person, self.skill, self.mentor or 0, self.proficiency, self.at, not self.saw_claim
        )


@dataclass(frozen=True, slots=True)
class ClaimReview:
    """Where one claim stands with mentors. `waiting_since`: of the request that is open.

    `is_reviewable`: some mentor may see it. `ratings`: the latest of each mentor, latest first.
    """

    is_reviewable: bool
    waiting_since: datetime | None
    ratings: tuple[Rating, ...]


FIELDS = (
    "skill_id", "mentor_id", "mentor__name", "proficiency", "rated_at",
    "saw_claim", "decision_id",
)  # fmt: skip


def latest_ratings(rows: QuerySet[MentorRating]) -> tuple[Rating, ...]:
    """The latest rating of each mentor for each skill of one person, latest first; one query."""
    found = [_rating(*row) for row in rows.order_by("-rated_at", "-pk").values_list(*FIELDS)]
    return _latest(found)


def load_confirmations(profile: Profile) -> dict[str, Rating]:
    """By skill, what a mentor said last of one's own; one query."""
    ratings = latest_ratings(MentorRating.objects.filter(profile=profile))
    return {rating.skill: rating for rating in reversed(ratings)}


def is_rated(profile: Profile, skill: str, proficiency: int) -> bool:
    """Whether a mentor said this of one's own skill; one query."""
    rated = MentorRating.objects.filter(profile=profile, skill=skill, proficiency=proficiency)
    return rated.exists()


def load_claim_review(profile: Profile, skill: str, now: datetime) -> ClaimReview:
    """One query: the outer join has a row even without a rating or a request."""
    shown = Consent.objects.in_force(now).filter(mentee=OuterRef("user"), scope=Scope.SKILLS)
    of_skill = Q(mentor_ratings__skill=skill)
    asked = Q(review_requests__skill=skill, review_requests__closed_at__isnull=True)
    rows = (
        Profile.objects.filter(pk=profile.pk)
        .annotate(
            is_reviewable=Exists(shown),
            rating=FilteredRelation("mentor_ratings", condition=of_skill),
            open_request=FilteredRelation("review_requests", condition=asked),
        )
        .order_by("-rating__rated_at", "-rating__pk")
        .values_list("is_reviewable", "open_request__asked_at", *(f"rating__{f}" for f in FIELDS))
    )
    found = list(rows)
    is_reviewable, waiting_since = found[0][:2]
    ratings = [_rating(*row[2:]) for row in found if row[2] is not None]
    return ClaimReview(is_reviewable, waiting_since, _latest(ratings))


def _rating(
    skill: str,
    mentor: int | None,
    name: str | None,
    proficiency: int,
    at: datetime,
    saw_claim: bool,
    decision: int | None,
) -> Rating:
    by = "a former mentor" if mentor is None else person_name(name or "", mentor)
    return Rating(skill, mentor, by, proficiency, at, saw_claim, decision is not None)


def _latest(ratings: list[Rating]) -> tuple[Rating, ...]:
    """Of ratings that come latest first, the first of each mentor and skill."""
    found: dict[tuple[str, int | None], Rating] = {}
    for rating in ratings:
        found.setdefault((rating.skill, rating.mentor), rating)
    return tuple(found.values())
