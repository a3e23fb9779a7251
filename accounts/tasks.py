"""Mails about cohorts. Only ids wait in the queue; what is sent is worked out when it is sent."""

from __future__ import annotations

from django.tasks import task
from django.utils import timezone

from accounts.mail import retried, send_mail
from accounts.models import Invitation
from accounts.models.invitations import REMIND_AFTER, digest_of, new_token


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
    token = new_token()
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
