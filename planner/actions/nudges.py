"""Reminders: held, released, put in other words, queued once, and what is closed unanswered."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from accounts.mail import wants
from accounts.models import MailKind, SentMail, User
from planner.domain.mentoring.nudges import BETWEEN_MAILS, Mail, is_to_close, plan_nudges
from planner.models import Nudge, ReviewDecision, ReviewRequest
from planner.queries.matters import Open, load_open
from planner.queries.reminders import Turn, load_last_mails, load_nudges, to_matters, turns_of
from planner.tasks import send_closing, send_nudges


class AlreadySentError(Exception):
    """The reminder went out before it could be changed."""


def hold_nudge(*, turn: Turn, stage: int, by: User, now: datetime) -> None:
    """Do not send it. Raises AlreadySentError."""
    _change(turn, stage, now, held_at=now, held_by=by)


def release_nudge(*, turn: Turn, stage: int, now: datetime) -> None:
    """Send it after all, when it is due. Raises AlreadySentError."""
    _change(turn, stage, now, held_at=None, held_by=None)


def reword_nudge(*, turn: Turn, stage: int, words: str, now: datetime) -> None:
    """Say this instead of the usual sentence; nothing brings that back. Raises AlreadySentError."""
    _change(turn, stage, now, words=words)


@transaction.atomic
def _change(turn: Turn, stage: int, now: datetime, **fields: object) -> None:
    nudge = _nudge(turn, stage, now)
    if not Nudge.objects.filter(pk=nudge.pk, sent_at__isnull=True).update(**fields):
        raise AlreadySentError


def _nudge(turn: Turn, stage: int, now: datetime) -> Nudge:
    """The row of a reminder, made once however many ask for it."""
    nudge, _ = Nudge.objects.get_or_create(
        addressee_id=turn.person,
        matter=turn.open.key,
        stage=stage,
        defaults={"profile_id": turn.open.profile, "created_at": now},
    )
    return nudge


def queue_nudges(*, now: datetime) -> int:
    """Queue what is due, one mail a person, and close what is over; how many mails.

    It may run twice, also at the same time: who comes second finds everything done.
    """
    found = load_open(now)
    turns = turns_of(found)
    last = load_last_mails({turn.person for turn in turns})
    plan = plan_nudges(to_matters(turns, load_nudges(turns)), last, now)
    by_key = {turn.key: turn for turn in turns}
    queued = [_queue(mail, by_key, now) for mail in plan.mails]
    for one in found:
        if one.closes and is_to_close(one.since, now, one.pauses):
            close_unanswered(found=one, now=now)
    return sum(queued)


@transaction.atomic
def _queue(mail: Mail, turns: Mapping[str, Turn], now: datetime) -> bool:
    """Claim the mail for this run; its row of `SentMail` keeps every other one off for a week."""
    person = User.objects.select_for_update(of=("self",)).get(pk=mail.person)
    lately = SentMail.objects.filter(user=person, kind=MailKind.NUDGE)
    if lately.filter(sent_at__gt=now - BETWEEN_MAILS).exists() or not wants(person, MailKind.NUDGE):
        return False
    nudges = [_nudge(turns[line.matter], line.stage, now).pk for line in mail.nudges]
    due = Nudge.objects.filter(pk__in=nudges, sent_at__isnull=True, held_at__isnull=True)
    claimed = list(due.values_list("pk", flat=True))
    if not due.update(sent_at=now):
        return False
    sent = SentMail.objects.create(user=person, kind=MailKind.NUDGE, sent_at=now)
    send_nudges.enqueue(sent.pk, claimed)
    return True


@transaction.atomic
def close_unanswered(*, found: Open, now: datetime) -> bool:
    """Close a matter that nobody acted on; whoever acted meanwhile is not overruled."""
    if found.kind == "review":
        requests = ReviewRequest.objects.open().filter(pk=found.pk)
        is_closed = requests.update(closed_at=now, closed_as=ReviewRequest.ClosedAs.TIMED_OUT)
    else:
        decisions = ReviewDecision.objects.filter(pk=found.pk, lapsed_at__isnull=True)
        is_closed = decisions.update(lapsed_at=now)
    if is_closed:
        send_closing.enqueue(found.key)
    return bool(is_closed)
