"""What goes out once a day besides reminders of open matters: digests, and invitations again."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from accounts.access import has_second_factor
from accounts.mail import wants
from accounts.models import Invitation, MailKind, SentMail, User
from accounts.tasks import send_invitation
from planner.queries.digests import load_digest
from planner.tasks import send_digest

KEPT_FOR = timedelta(days=90)


def queue_invitation_reminders(*, now: datetime) -> int:
    """Send each unanswered invitation once more after a week; how many."""
    due = list(Invitation.objects.to_remind(now).values_list("pk", flat=True))
    return sum(_remind(invitation, now) for invitation in due)


@transaction.atomic
def _remind(pk: int, now: datetime) -> bool:
    """The first to note it sends it.

    A lock, not a comparing update: with the cohort's row in its condition PostgreSQL would not
    look at the invitation again after waiting for another run.
    """
    due = Invitation.objects.to_remind(now).select_for_update(of=("self",))
    invitation = due.filter(pk=pk).first()
    if invitation is None:
        return False
    invitation.sent_at = now
    invitation.save(update_fields=["sent_at"])
    send_invitation.enqueue(pk)
    return True


def queue_digests(*, now: datetime) -> int:
    """Queue a mail for each mentor for whom something waits, once a day; how many."""
    mentors = User.objects.filter(is_mentor=True, is_active=True).order_by("pk")
    return sum(_queue_digest(mentor, now) for mentor in list(mentors))


def _queue_digest(mentor: User, now: datetime) -> bool:
    """Only to somebody who could open the pages it leads to."""
    if not (wants(mentor, MailKind.DIGEST) and has_second_factor(mentor)):
        return False
    if not load_digest(mentor, now).parts:
        return False
    with transaction.atomic():
        User.objects.select_for_update(of=("self",)).get(pk=mentor.pk)
        midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
        today = SentMail.objects.filter(user=mentor, kind=MailKind.DIGEST).since(midnight)
        if today.exists():
            return False
        sent = SentMail.objects.create(user=mentor, kind=MailKind.DIGEST, sent_at=now)
        send_digest.enqueue(sent.pk)
    return True


def forget_sent_mails(*, now: datetime) -> None:
    """Delete the notes of mails that no rule looks at any more."""
    SentMail.objects.filter(sent_at__lt=now - KEPT_FOR).delete()
