"""An invitation as whoever holds its link sees it."""

from __future__ import annotations

from enum import Enum, auto

from accounts.models import Cohort, CohortMentor, Invitation, Membership, User
from planner.queries.mentees import shown_name


class Place(Enum):
    """What somebody is to a cohort."""

    NONE = auto()
    MENTEE = auto()
    MENTOR = auto()


def find_invitation(digest: str) -> Invitation | None:
    """The invitation whose link somebody opened; one query, none without a digest."""
    if not digest:
        return None
    found = Invitation.objects.filter(digest=digest)
    return found.select_related("cohort", "created_by").first()


def mentors_of(cohort: Cohort) -> tuple[tuple[int, str], ...]:
    """Who mentors a cohort now: ids and names; one query."""
    mentors = CohortMentor.objects.active().filter(cohort=cohort).select_related("mentor")
    return tuple((m.mentor_id, shown_name(m.mentor)) for m in mentors.order_by("joined_at", "pk"))


def place_of(cohort: Cohort, user: User) -> Place:
    """At most two queries."""
    if CohortMentor.objects.active().filter(cohort=cohort, mentor=user).exists():
        return Place.MENTOR
    if Membership.objects.active().filter(cohort=cohort, mentee=user).exists():
        return Place.MENTEE
    return Place.NONE
