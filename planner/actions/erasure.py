"""Erasing an account: everything of it, also where others kept it, and what waits for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Model
from django_tasks_db.models import DBTaskResult

from accounts.actions.leaving import forget_outside
from accounts.models import Erasure, Invitation, SentMail, Tombstone, User
from accounts.models.leaving import mark_of
from planner.models import CertificateReminder, PrivateNote, ReviewDecision, ReviewRequest
from planner.tasks import GUIDANCE

type Subject = tuple[type[Model], Any]

# What a task that waits is about; once that is gone, so is the task. A test knows every task.
SUBJECTS: Mapping[str, Callable[..., Subject]] = {
    "accounts.tasks.send_invitation": lambda pk: (Invitation, pk),
    "accounts.tasks.send_invitations": lambda pks: (Invitation, pks[0]),
    "accounts.tasks.send_erasure_notice": lambda pk: (User, pk),
    "accounts.tasks.send_idle_warning": lambda pk: (User, pk),
    "planner.tasks.send_review_answer": lambda pk: (ReviewDecision, pk),
    "planner.tasks.send_guidance": lambda kind, pk: (GUIDANCE[kind][0].model, pk),
    "planner.tasks.send_nudges": lambda pk, nudges: (SentMail, pk),
    "planner.tasks.send_digest": lambda pk: (SentMail, pk),
    "planner.tasks.send_summary": lambda pk: (SentMail, pk),
    "planner.tasks.send_closing": lambda matter: _matter(*matter.split(":")),
    "planner.tasks.send_certificates": lambda pks: (CertificateReminder, pks[0]),
}


def _matter(kind: str, pk: str) -> Subject:
    return (ReviewRequest if kind == "review" else ReviewDecision), pk


def erase_due(*, now: datetime) -> list[str]:
    """Erase every account whose grace period is over; their marks, for `replay_tombstones`."""
    due = Erasure.objects.due(now).order_by("pk").values_list("user", flat=True)
    return [mark for pk in list(due) if (mark := _erase_if_due(pk, now))]


@transaction.atomic
def _erase_if_due(pk: int, now: datetime) -> str | None:
    """None if its owner took it back meanwhile, or another run was faster."""
    erasure = Erasure.objects.due(now).select_for_update(of=("self",)).filter(user=pk).first()
    return erase(user=erasure.user, now=now) if erasure else None


@transaction.atomic
def erase(*, user: User, now: datetime) -> str:
    """Delete an account with all of it. Only its mark stays, and what it wrote to others.

    Decisions, ratings and check-ins of a mentor belong to the mentee: they lose the name.
    """
    mark = mark_of(user.pk, user.date_joined)
    Tombstone.objects.get_or_create(mark=mark, defaults={"erased_at": now})
    forget_outside(user=user)
    PrivateNote.objects.filter(mentor=user).delete()
    user.delete()
    # Of those that are done nobody needs more than a few days; one that failed may tell of anybody.
    DBTaskResult.objects.finished().delete()
    _forget_tasks()
    return mark


def _forget_tasks() -> None:
    """Those that wait for something that is gone."""
    for waiting in DBTaskResult.objects.exclude(pk__in=DBTaskResult.objects.finished()):
        subject = SUBJECTS.get(waiting.task_path)
        if subject is None:
            continue
        model, pk = subject(*waiting.args_kwargs["args"])
        if not model._default_manager.filter(pk=pk).exists():
            waiting.delete()


def replay_tombstones(*, marks: Iterable[str], now: datetime) -> int:
    """After a backup was restored: erase again who was erased since. How many there were.

    `marks`: of a file that was kept beside the database; those in the database count anyway.
    """
    known = {*marks, *Tombstone.objects.values_list("mark", flat=True)}
    back = [user for user in User.objects.iterator() if mark_of(user.pk, user.date_joined) in known]
    for user in back:
        erase(user=user, now=now)
    return len(back)
