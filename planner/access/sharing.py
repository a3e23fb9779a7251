"""What belongs to a cohort, for those who mentor it, and what mentees decide for themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q
from django.shortcuts import get_object_or_404

from accounts.models import Cohort, CohortMentor, Invitation, Membership

if TYPE_CHECKING:
    from accounts.models import User


def invitation_for_editing(viewer: User, cohort: int, pk: int) -> Invitation:
    """An invitation into an open cohort that the viewer mentors."""
    invitations = Invitation.objects.editable_by(viewer).select_related("cohort")
    return get_object_or_404(invitations, pk=pk, cohort=cohort)


def invitation_for_mailing(viewer: User, cohort: int, pk: int) -> Invitation:
    """The same, of an address and not accepted; mentors are invited by the lead alone."""
    by_mail = Invitation.objects.editable_by(viewer).exclude(email="")
    of_anybody = Q(role=Invitation.Role.MENTEE) | Q(cohort__in=Cohort.objects.led_by(viewer))
    sendable = by_mail.filter(of_anybody, accepted_at__isnull=True)
    return get_object_or_404(sendable.select_related("cohort"), pk=pk, cohort=cohort)


def membership_for_editing(viewer: User, cohort: int, pk: int) -> Membership:
    """Somebody's place in an open cohort that the viewer mentors; of them only the name."""
    memberships = Membership.objects.active().filter(cohort__in=Cohort.objects.editable_by(viewer))
    return get_object_or_404(memberships.select_related("cohort", "mentee"), pk=pk, cohort=cohort)


def mentor_for_leading(viewer: User, cohort: int, mentor: int) -> CohortMentor:
    """Another mentor of an open cohort that the viewer leads."""
    mentors = CohortMentor.objects.active().filter(cohort__in=Cohort.objects.led_by(viewer))
    others = mentors.exclude(mentor=viewer).select_related("cohort", "mentor")
    return get_object_or_404(others, cohort=cohort, mentor=mentor)


def own_membership(viewer: User, cohort: int) -> Membership:
    """The viewer's own place in a cohort."""
    memberships = Membership.objects.active().filter(mentee=viewer, cohort__closed_at__isnull=True)
    return get_object_or_404(memberships.select_related("cohort"), cohort=cohort)


def own_mentor(viewer: User, cohort: int, mentor: int) -> CohortMentor:
    """Somebody who mentors, or mentored, a cohort that the viewer is in; the latest time."""
    membership = own_membership(viewer, cohort)
    mentors = CohortMentor.objects.filter(cohort=membership.cohort, mentor=mentor)
    latest = mentors.select_related("cohort", "mentor").order_by("-pk")[:1]
    return get_object_or_404(latest)
