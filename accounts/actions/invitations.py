"""Inviting people into a cohort, and what becomes of an invitation: once, by the right person."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from allauth.account.models import EmailAddress
from django.db import transaction
from django.db.models import Count

from accounts.access import has_second_factor
from accounts.actions.cohorts import active_mentors, lock
from accounts.actions.consent import give
from accounts.actions.roles import refresh_roles
from accounts.models import Cohort, CohortMentor, Invitation, Membership, Scope, User
from accounts.models.invitations import PREFIX, VALID_FOR
from accounts.tasks import send_invitations
from accounts.tokens import digest_of, new_token

MAX_OPEN = 200  # unanswered invitations of a cohort that were made by hand
MAILS_AN_HOUR = 100  # invitations that somebody mails by hand, in all their cohorts
MAILS_A_DAY = 1_000  # the same with those of whole rosters
MAILS_TO_ONE = 3  # invitations of one cohort to one address in a day


class InvitationSpentError(Exception):
    """The invitation was used, declined, withdrawn or has expired, or its cohort is closed."""


class WrongAddressError(Exception):
    """The invitation is for another address than those that this account has confirmed."""


class AlreadyInsideError(Exception):
    """The person mentors the cohort, or learns in it, already."""


class SecondFactorMissingError(Exception):
    """Mentors need a second factor before they join."""


class TooManyInvitationsError(Exception):
    """More than fit: `what` is in_cohort, in_hour, in_day or to_one (then with the addresses)."""

    def __init__(self, what: str, emails: Collection[str] = ()) -> None:
        super().__init__(what)
        self.what, self.emails = what, frozenset(emails)


@dataclass(frozen=True)
class Invitee:
    """Whom to invite. The name is what the mentor knows them by; it may be empty."""

    email: str
    name: str = ""


@transaction.atomic
def invite(
    *,
    cohort: Cohort,
    by: User,
    people: Collection[Invitee],
    now: datetime,
    role: Invitation.Role = Invitation.Role.MENTEE,
) -> list[Invitation]:
    """Invite some people by hand, as many as fit. Raises as `invite_all` does."""
    locked = lock(cohort)
    User.objects.select_for_update().get(pk=by.pk)  # one at a time, for the count over cohorts
    again = [person.email.lower() for person in people]
    waiting = locked.invitations.redeemable(now).exclude(email__in=again).count()
    _refuse_more_than(MAX_OPEN, waiting + len(people), "in_cohort")
    lately = _mailed_by(by, now - timedelta(hours=1))
    _refuse_more_than(MAILS_AN_HOUR, lately + len(people), "in_hour")
    return invite_all(locked=locked, by=by, people=people, now=now, role=role)


def invite_all(
    *,
    locked: Cohort,
    by: User,
    people: Iterable[Invitee],
    now: datetime,
    role: Invitation.Role = Invitation.Role.MENTEE,
) -> list[Invitation]:
    """Invite the owners of these addresses, all or none; the mails go out after the commit.

    `locked`: the cohort, whose row the caller holds. An unanswered invitation of the same address
    is withdrawn: its link works no more. A fixed number of queries. Raises InvitationSpentError if
    the cohort is closed, and TooManyInvitationsError.
    """
    named = {person.email.lower(): person.name for person in people}
    if locked.is_closed:
        raise InvitationSpentError
    _refuse_more_than(MAILS_A_DAY, _mailed_by(by, now - timedelta(days=1)) + len(named), "in_day")
    _refuse_pestering(locked, named, now)
    locked.invitations.unanswered().filter(email__in=named).update(withdrawn_at=now)
    made = Invitation.objects.bulk_create(
        Invitation(
            cohort=locked, created_by=by, email=email, name=name, role=role, created_at=now,
            expires_at=now + VALID_FOR,
        )
        for email, name in named.items()
    )  # fmt: skip
    send_invitations.enqueue([invitation.pk for invitation in made])
    return made


@transaction.atomic
def make_link(*, cohort: Cohort, by: User, now: datetime) -> tuple[Invitation, str]:
    """An invitation for whoever gets its link, and the token in it, which is shown only now.

    Raises InvitationSpentError if the cohort is closed, and TooManyInvitationsError.
    """
    locked, token = lock(cohort), new_token(PREFIX)
    if locked.is_closed:
        raise InvitationSpentError
    _refuse_more_than(MAX_OPEN, locked.invitations.redeemable(now).count() + 1, "in_cohort")
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


def _mailed_by(mentor: User, since: datetime) -> int:
    made = Invitation.objects.filter(created_by=mentor, created_at__gt=since)
    return made.exclude(email="").count()


def _refuse_more_than(limit: int, number: int, what: str) -> None:
    if number > limit:
        raise TooManyInvitationsError(what)


def _refuse_pestering(cohort: Cohort, emails: Collection[str], now: datetime) -> None:
    """Nobody is mailed again and again, whatever they answered."""
    lately = cohort.invitations.filter(email__in=emails, created_at__gt=now - timedelta(days=1))
    counted = lately.values_list("email").annotate(Count("pk")).filter(pk__count__gte=MAILS_TO_ONE)
    if pestered := [email for email, _ in counted]:
        raise TooManyInvitationsError("to_one", pestered)


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
    cohort.consents.filter(mentee=user).end(now)
    give(cohort, user, mentors, set(scopes), now)
