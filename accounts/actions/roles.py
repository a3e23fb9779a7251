"""What a user is to cohorts, kept on the user so that no page has to ask."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Exists, OuterRef

from accounts.models import CohortMentor, Membership, User


def refresh_roles(users: Iterable[int]) -> None:
    """Say again of these users whether they mentor or learn somewhere."""
    mentors = CohortMentor.objects.active().filter(mentor=OuterRef("pk"))
    memberships = Membership.objects.active().filter(
        mentee=OuterRef("pk"), cohort__closed_at__isnull=True
    )
    User.objects.filter(pk__in=list(users)).update(
        is_mentor=Exists(mentors), is_mentee=Exists(memberships)
    )
