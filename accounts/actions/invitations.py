"""Inviting people into a cohort, and what becomes of an invitation: once, by the right person."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from allauth.account.models import EmailAddress
from django.db import transaction

from accounts.access import has_second_factor
from accounts.actions.cohorts import active_mentors, lock
from accounts.actions.consent import give
from accounts.actions.roles import refresh_roles
from accounts.models import Cohort, CohortMentor, Invitation, Membership, Scope, User
from accounts.models.invitations import VALID_FOR, digest_of, new_token
from accounts.tasks import send_invitation


class InvitationSpentError(Exception):
    """The invitation was used, declined, withdrawn or has expired, or its cohort is closed."""


class WrongAddressError(Exception):
    """The invitation is for another address than those that this account has confirmed."""


class AlreadyInsideError(Exception):
    """The person mentors the cohort, or learns in it, already."""


class SecondFactorMissingError(Exception):
    """Mentors need a second factor before they join."""


@transaction.atomic
def invite(
    *,
    cohort: Cohort,
    by: User,
    email: str,
    now: datetime,
    name: str = "",
    role: Invitation.Role = Invitation.Role.MENTEE,
) -> Invitation:
    """Invite the owner of an address; the mail goes out once this is committed.

    An unanswered invitation of the same address is withdrawn: its link works no more.
    Raises InvitationSpentError if the cohort is closed.
    """
    locked, email = lock(cohort), email.lower()
    if locked.is_closed:
        raise InvitationSpentError
    locked.invitations.unanswered().filter(email=email).update(withdrawn_at=now)
    invitation = Invitation.objects.create(
        cohort=locked, created_by=by, email=email, name=name, role=role, created_at=now,
        expires_at=now + VALID_FOR,
    )  # fmt: skip
    send_invitation.enqueue(invitation.pk)
    return invitation


@transaction.atomic
def make_link(*, cohort: Cohort, by: User, now: datetime) -> tuple[Invitation, str]:
    """An invitation for whoever gets its link, and the token in it, which is shown only now.

    Raises InvitationSpentError if the cohort is closed.
    """
    locked, token = lock(cohort), new_token()
    if locked.is_closed:
        raise InvitationSpentError
    invitation = Invitation.objects.create(
        cohort=locked, created_by=by, created_at=now, expires_at=now + VALID_FOR,
        digest=digest_of(token),
    )  # fmt: skip
    return invitation, token


@transaction.atomic
def accept_invitation(
    *,
    invitation: Invitation,
    user: User,
    now: datetime,
    scopes: Collection[Scope] = (),
    mentors: Collection[int] | None = None,
) -> None:
    """Join the cohort. A mentee shows `scopes` to those of its `mentors` (None: all of them now).

    Raises InvitationSpentError, WrongAddressError, AlreadyInsideError, SecondFactorMissingError.
    """
    cohort = lock(invitation.cohort)
    refuse_wrong_address(invitation, user)
    present = active_mentors(cohort)
    is_member = cohort.memberships.active().filter(mentee=user).exists()
    if user.pk in present or (is_member and invitation.role == Invitation.Role.MENTOR):
        raise AlreadyInsideError
    if invitation.role == Invitation.Role.MENTOR and not has_second_factor(user):
        raise SecondFactorMissingError
    _spend(invitation, user, now)
    if invitation.role == Invitation.Role.MENTOR:
        CohortMentor.objects.create(cohort=cohort, mentor=user, joined_at=now)
    else:
        _join(cohort, user, scopes, present if mentors is None else present & set(mentors), now)
    refresh_roles([user.pk])


@transaction.atomic
def decline_invitation(*, invitation: Invitation, user: User, now: datetime) -> None:
    """Refuse it. Raises InvitationSpentError, WrongAddressError."""
    lock(invitation.cohort)
    refuse_wrong_address(invitation, user)
    if not Invitation.objects.redeemable(now).filter(pk=invitation.pk).update(declined_at=now):
        raise InvitationSpentError


@transaction.atomic
def withdraw_invitation(*, invitation: Invitation, now: datetime) -> None:
    """Take it back. One that was answered meanwhile stays as it is."""
    lock(invitation.cohort)
    Invitation.objects.unanswered().filter(pk=invitation.pk).update(withdrawn_at=now)


def refuse_wrong_address(invitation: Invitation, user: User) -> None:
    """Raise WrongAddressError unless the account has confirmed the address, if there is one."""
    if not invitation.email:
        return
    confirmed = EmailAddress.objects.filter(
        user=user, verified=True, email__iexact=invitation.email
    )
    if not confirmed.exists():
        raise WrongAddressError


def _spend(invitation: Invitation, user: User, now: datetime) -> None:
    """Use the invitation up, unless somebody was faster."""
    usable = Invitation.objects.redeemable(now).filter(pk=invitation.pk)
    if not usable.update(accepted_at=now, accepted_by=user):
        raise InvitationSpentError


def _join(
    cohort: Cohort, user: User, scopes: Collection[Scope], mentors: Collection[int], now: datetime
) -> None:
    """Be in the cohort and show exactly this, whatever was shown before."""
    Membership.objects.get_or_create(
        cohort=cohort, mentee=user, left_at=None, defaults={"joined_at": now}
    )
    cohort.consents.open().filter(mentee=user).update(ends_at=now)
    give(cohort, user, mentors, set(scopes), now)
