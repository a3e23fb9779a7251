"""Mails about cohorts and accounts. Only ids wait; what is sent is worked out when it is sent."""

from __future__ import annotations

from django.tasks import task
from django.utils import timezone

from accounts.mail import retried, send_mail
from accounts.models import Erasure, Invitation, User
from accounts.models.invitations import PREFIX, REMIND_AFTER
from accounts.tokens import digest_of, new_token


@task
@retried
def send_invitation(invitation_id: int) -> None:
    """Mail the link of an invitation, if it can still be accepted.

    The token is made here, so that only its digest is ever stored; sending again makes a new one.
    """
    now = timezone.now()
    redeemable = Invitation.objects.redeemable(now).select_related("cohort", "created_by")
    invitation = redeemable.filter(pk=invitation_id).exclude(email="").first()
    if invitation is None:
        return
    token = new_token(PREFIX)
    Invitation.objects.filter(pk=invitation.pk).update(digest=digest_of(token), sent_at=now)
    send_mail(
        to=invitation.email,
        template="mail/invitation.txt",
        context={
            "invitation": invitation,
            "token": token,
            "is_reminder": invitation.created_at + REMIND_AFTER <= now,
        },
    )


@task
def send_invitations(invitation_ids: list[int]) -> None:
    """One task for each, so that a mail that fails stops no other."""
    for invitation_id in invitation_ids:
        send_invitation.enqueue(invitation_id)


@task
@retried
def send_erasure_notice(user_id: int) -> None:
    """Say that an account is about to be erased, until when, and how to keep it.

    No mail that can be switched off: somebody else may have asked.
    """
    erasure = Erasure.objects.select_related("user").filter(user=user_id).first()
    if erasure is not None and erasure.user.is_active:
        send_mail(to=erasure.user.email, template="mail/erasure.txt", context={"erasure": erasure})


@task
@retried
def send_idle_warning(user_id: int) -> None:
    """Say that an account lies idle, unless its owner has come back."""
    user = User.objects.filter(pk=user_id, is_active=True).first()
    if user is not None and user.is_warned:
        send_mail(to=user.email, template="mail/idle.txt", context={"reader": user})
