"""Making, handing over and closing cohorts, and who is in them."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from accounts.actions.roles import refresh_roles
from accounts.models import Cohort, CohortMentor, User


class LeadStaysError(Exception):
    """The lead of a cohort has to hand it over, or close it, before leaving."""


class NotAMentorError(Exception):
    """The person mentors this cohort no longer, or never did."""


@transaction.atomic
def create_cohort(
    *, lead: User, name: str, starts_on: date, ends_on: date, now: datetime
) -> Cohort:
    """A cohort with one mentor and nobody in it."""
    cohort = Cohort.objects.create(
        name=name, starts_on=starts_on, ends_on=ends_on, lead=lead, created_at=now
    )
    CohortMentor.objects.create(cohort=cohort, mentor=lead, joined_at=now)
    refresh_roles([lead.pk])
    return cohort


@transaction.atomic
def hand_over(*, cohort: Cohort, by: User, to: User) -> None:
    """Make another mentor of the cohort its lead; what each may see stays as it is.

    Raises NotAMentorError, also if `by` leads it no longer.
    """
    locked = lock(cohort)
    present = locked.mentors.active().filter(mentor=to, mentor__is_active=True)
    if not locked.is_led_by(by) or not present.exists():
        raise NotAMentorError
    locked.lead = to
    locked.save(update_fields=["lead"])


@transaction.atomic
def leave_as_mentor(*, cohort: Cohort, mentor: User, now: datetime) -> None:
    """Mentor the cohort no longer: whatever its mentees showed this mentor is shown no more.

    Raises LeadStaysError.
    """
    locked = lock(cohort)
    if locked.lead_id == mentor.pk and not locked.is_closed:
        raise LeadStaysError
    locked.mentors.active().filter(mentor=mentor).update(left_at=now)
    locked.consents.filter(mentor=mentor).end(now)
    refresh_roles([mentor.pk])


@transaction.atomic
def remove_mentee(*, cohort: Cohort, mentee: int, now: datetime) -> None:
    """Take somebody out of the cohort; all they showed its mentors is shown no more."""
    locked = lock(cohort)
    locked.memberships.active().filter(mentee=mentee).update(left_at=now)
    locked.consents.filter(mentee=mentee).end(now)
    refresh_roles([mentee])


@transaction.atomic
def close_cohort(*, cohort: Cohort, now: datetime) -> None:
    """End a cohort: every consent in it ends, and nobody can join any more."""
    locked = lock(cohort)
    if locked.is_closed:
        return
    locked.closed_at = now
    locked.save(update_fields=["closed_at"])
    locked.consents.all().end(now)
    locked.invitations.unanswered().update(withdrawn_at=now)
    members = list(locked.memberships.active().values_list("mentee", flat=True))
    locked.memberships.active().update(left_at=now)
    refresh_roles(members)


def lock(cohort: Cohort) -> Cohort:
    """The cohort as it is now; whoever else wants to change it waits."""
    return Cohort.objects.select_for_update(of=("self",)).get(pk=cohort.pk)


def active_mentors(cohort: Cohort) -> frozenset[int]:
    """The ids of those who mentor a cohort now."""
    return frozenset(
        CohortMentor.objects.active().filter(cohort=cohort).values_list("mentor", flat=True)
    )
