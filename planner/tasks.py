"""Mails of the planner. Only ids wait in the queue; what is sent is worked out when it is sent."""

from __future__ import annotations

from django.tasks import task

from accounts.mail import send_mail
from accounts.models import MailChoice, MailKind
from planner.models import ReviewDecision


@task
def send_review_answer(decision_id: int) -> None:
    """Tell a mentee that a review is answered, unless they read it already or want no such mail."""
    decisions = ReviewDecision.objects.select_related("request__profile__user", "request__skill")
    decision = decisions.filter(pk=decision_id, seen_at__isnull=True).first()
    if decision is None:
        return
    mentee = decision.request.profile.user
    refused = MailChoice.objects.refused(MailKind.REVIEW).filter(user=mentee)
    if mentee.is_active and not refused.exists():
        send_mail(
            to=mentee.email, template="mail/review_answer.txt", context={"decision": decision}
        )
