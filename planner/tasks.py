"""Mails of the planner. Only ids wait in the queue; what is sent is worked out when it is sent."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.tasks import task
from django.utils import timezone

from accounts.access import has_second_factor, may_see
from accounts.actions import note_sightings
from accounts.mail import retried, send_to_user, wants
from accounts.models import MailKind, Scope, SentMail, Sighting, User
from planner.models import Assignment, CheckIn, GoalSuggestion, ReviewDecision
from planner.queries.certificates import load_endings
from planner.queries.digests import load_digest
from planner.queries.mentees import shown_name
from planner.queries.reminders import load_closed, load_lines
from planner.queries.summaries import load_summary

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
        context = {"decision": decision, "mentor": shown_name(decision.mentor)}
        _send(decision.request.profile.user, MailKind.REVIEW, "mail/review_answer.txt", context)


@task
@retried
def send_guidance(kind: str, pk: int) -> None:
    """Tell a mentee what a mentor set, suggested or wrote down: a key of `GUIDANCE`, and its id."""
    found, scope = GUIDANCE[kind]
    given = found.select_related("profile__user", "mentor").filter(pk=pk).first()
    if given is not None and _is_between(given.mentor, given.profile.user, scope):
        context = {"what": kind, "given": given, "mentor": shown_name(given.mentor)}
        _send(given.profile.user, MailKind.GUIDANCE, "mail/guidance.txt", context)


@task
@retried
def send_nudges(sent_mail_id: int, nudge_ids: list[int]) -> None:
    """Remind somebody of what still waits for them; the mail was claimed by `sent_mail_id`.

    If nothing waits any more, or they may not see it any more, it does not count as a mail.
    """
    sent, now = _claimed(sent_mail_id), timezone.now()
    if sent is None:
        return
    lines = load_lines(sent.user, nudge_ids, now)
    if not lines or not wants(sent.user, MailKind(sent.kind)):
        sent.delete()
        return
    _send_claimed(sent, "mail/nudge.txt", {"lines": lines})
    _note_named(sent.user, {line.mentee for line in lines}, now)


@task
@retried
def send_digest(sent_mail_id: int) -> None:
    """Tell a mentor what waits, if anything still does."""
    sent, now = _claimed(sent_mail_id), timezone.now()
    if sent is None:
        return
    digest = load_digest(sent.user, now)
    if not (
        digest.parts and wants(sent.user, MailKind(sent.kind)) and has_second_factor(sent.user)
    ):
        sent.delete()
        return
    _send_claimed(sent, "mail/digest.txt", {"digest": digest})
    _note_named(sent.user, digest.mentees, now)


@task
@retried
def send_closing(matter: str) -> None:
    """Tell a mentee that something was closed because nobody acted for 28 days."""
    closed = load_closed(matter, timezone.now())
    if closed is not None:
        _send(closed.mentee, MailKind.REVIEW, "mail/closing.txt", {"closed": closed})


@task
@retried
def send_certificates(reminder_ids: list[int]) -> None:
    """Tell somebody which certificates end soon: those of them that still do."""
    user, endings = load_endings(reminder_ids, timezone.now())
    if user is not None and endings:
        _send(user, MailKind.CERTIFICATE, "mail/certificate.txt", {"endings": endings})


@task
@retried
def send_summary(sent_mail_id: int) -> None:
    """Tell somebody what they did in the week that is over; nothing if there is nothing to tell."""
    sent = _claimed(sent_mail_id)
    if sent is None:
        return
    summary = load_summary(sent.user, timezone.now())
    if not summary.is_worth_a_mail or not wants(sent.user, MailKind.SUMMARY):
        sent.delete()
        return
    _send_claimed(sent, "mail/summary.txt", {"summary": summary})


def _claimed(pk: int) -> SentMail | None:
    return SentMail.objects.select_related("user").filter(pk=pk).first()


def _send_claimed(sent: SentMail, template: str, context: dict[str, Any]) -> None:
    send_to_user(user=sent.user, kind=MailKind(sent.kind), template=template, context=context)


def _note_named(reader: User, mentees: set[int], now: datetime) -> None:
    """For each mentee that somebody else's mail named."""
    others = sorted(mentees - {reader.pk})
    note_sightings(viewer=reader, mentees=others, what=Sighting.What.MAIL, now=now)


def _is_between(mentor: User | None, mentee: User, scope: Scope) -> bool:
    """Whether the mentee still shows the mentor this: if not, all between them has ended."""
    return mentor is not None and may_see(mentor, mentee, scope, timezone.now())


def _send(user: User, kind: MailKind, template: str, context: dict[str, Any]) -> None:
    if wants(user, kind):
        send_to_user(user=user, kind=kind, template=template, context=context)
        SentMail.objects.create(user=user, kind=kind, sent_at=timezone.now())
