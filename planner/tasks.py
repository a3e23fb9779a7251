"""Mails of the planner. Only ids wait in the queue; what is sent is worked out when it is sent."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.tasks import task
from django.utils import timezone

from accounts.access import may_see
from accounts.mail import retried, send_to_user, wants
from accounts.models import MailKind, Scope, SentMail, User
from planner.models import Assignment, CheckIn, GoalSuggestion, ReviewDecision

# What mentors give along: where to find it, and what the mentee must still show to get word of it.
GUIDANCE: dict[str, tuple[QuerySet[Any], Scope]] = {
    "assignment": (
        Assignment.objects.filter(withdrawn_at__isnull=True, declined_at__isnull=True)
        .select_related("skill", "certification"),
        Scope.PLAN,
    ),
    "goal": (
        GoalSuggestion.objects.filter(accepted_at__isnull=True, declined_at__isnull=True)
        .select_related("level"),
        Scope.PLAN,
    ),
    "check_in": (CheckIn.objects.all(), Scope.SKILLS),
}  # fmt: skip


@task
@retried
def send_review_answer(decision_id: int) -> None:
    """Tell a mentee that a review is answered, unless they read it already."""
    decisions = ReviewDecision.objects.select_related(
        "request__profile__user", "request__skill", "mentor"
    )
    decision = decisions.filter(pk=decision_id, seen_at__isnull=True).first()
    if decision is not None and _is_between(
        decision.mentor, decision.request.profile.user, Scope.SKILLS
    ):
        _send(
            decision.request.profile.user,
            MailKind.REVIEW,
            "mail/review_answer.txt",
            {"decision": decision},
        )


@task
@retried
def send_guidance(kind: str, pk: int) -> None:
    """Tell a mentee what a mentor set, suggested or wrote down: a key of `GUIDANCE`, and its id."""
    found, scope = GUIDANCE[kind]
    given = found.select_related("profile__user", "mentor").filter(pk=pk).first()
    if given is not None and _is_between(given.mentor, given.profile.user, scope):
        context = {"what": kind, "given": given}
        _send(given.profile.user, MailKind.GUIDANCE, "mail/guidance.txt", context)


def _is_between(mentor: User | None, mentee: User, scope: Scope) -> bool:
    """Whether the mentee still shows the mentor this: if not, all between them has ended."""
    return mentor is not None and may_see(mentor, mentee, scope, timezone.now())


def _send(user: User, kind: MailKind, template: str, context: dict[str, Any]) -> None:
    if wants(user, kind):
        send_to_user(user=user, kind=kind, template=template, context=context)
        SentMail.objects.create(user=user, kind=kind, sent_at=timezone.now())
