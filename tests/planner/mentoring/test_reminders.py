"""The daily job: invitations once more, and that two runs do no more than one."""

from datetime import timedelta
from io import StringIO

import pytest
import time_machine
from django.core import mail
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from accounts.actions import invite, withdraw_invitation
from accounts.actions.invitations import Invitee
from accounts.models import Invitation, MailKind, SentMail
from planner.actions.reminders import queue_invitation_reminders
from tests.factories import CohortFactory
from tests.planner.mentoring.people import ago, asked, learner
from tests.races import at_once, needs_row_locks

pytestmark = pytest.mark.django_db
BEN = Invitee("ben@example.com")


@pytest.fixture
def invitation(cohort, mira, run_tasks):
    with time_machine.travel(ago(8), tick=False):
        invite(cohort=cohort, by=mira, people=[BEN], now=timezone.now())
        run_tasks()
    mail.outbox.clear()
    return Invitation.objects.get()


def run():
    out = StringIO()
    call_command("send_reminders", stdout=out)
    return out.getvalue().strip()


def test_it_says_what_it_queued(cohort, invitation):
    asked(learner(cohort, "Alice"), 8)
    assert run() == "reminders: 1, digests: 1, invitations again: 1, certificates: 0, summaries: 0"


def test_a_second_run_queues_nothing(cohort, invitation):
    asked(learner(cohort, "Alice"), 8)
    run()
    assert run() == "reminders: 0, digests: 0, invitations again: 0, certificates: 0, summaries: 0"


def test_an_invitation_is_sent_once_more_with_another_link(invitation, run_tasks):
    before = invitation.digest
    for _ in range(9):
        run()
        run_tasks()
    (message,) = mail.outbox
    invitation.refresh_from_db()
    assert message.to == ["ben@example.com"]
    assert "This is a reminder; the link of the earlier mail works no more." in message.body
    assert invitation.digest != before


def test_the_first_mail_of_an_invitation_is_no_reminder(cohort, mira, run_tasks):
    invite(cohort=cohort, by=mira, people=[BEN], now=timezone.now())
    run_tasks()
    assert "This is a reminder" not in mail.outbox[0].body


@pytest.mark.parametrize("days", [0, 6.9, 14.1])
def test_too_early_and_too_late_for_an_invitation(cohort, days):
    Invitation.objects.create(
        cohort=cohort, email="ben@example.com", created_at=ago(days), sent_at=ago(days),
        expires_at=ago(days) + timedelta(days=14),
    )  # fmt: skip
    assert queue_invitation_reminders(now=timezone.now()) == 0


def test_an_invitation_that_was_sent_again_by_hand_is_left_for_a_week(invitation):
    Invitation.objects.update(sent_at=ago(3))
    assert queue_invitation_reminders(now=timezone.now()) == 0
    assert queue_invitation_reminders(now=timezone.now() + timedelta(days=4)) == 1


def test_one_that_is_withdrawn_before_its_mail_goes_out_is_not_sent(invitation, run_tasks):
    queue_invitation_reminders(now=timezone.now())
    withdraw_invitation(invitation=invitation, now=timezone.now())
    run_tasks()
    assert mail.outbox == []


def test_what_is_done_is_forgotten_after_a_while(mira):
    for days in (1, 15):
        DBTaskResult.objects.create(
            args_kwargs={"args": [], "kwargs": {}}, task_path="planner.tasks.send_digest",
            queue_name="default", backend_name="default", run_after=ago(days),
            status="SUCCESSFUL", finished_at=ago(days),
        )  # fmt: skip
    for days in (80, 100):
        SentMail.objects.create(user=mira, kind=MailKind.NUDGE, sent_at=ago(days))
    run()
    assert DBTaskResult.objects.count() == 1
    assert SentMail.objects.count() == 1


@needs_row_locks
def test_of_many_runs_at_once_one_sends_an_invitation_again(real_transactions):
    Invitation.objects.create(
        cohort=CohortFactory(), email="ben@example.com", created_at=ago(8), sent_at=ago(8)
    )
    queued = at_once(*[lambda: queue_invitation_reminders(now=timezone.now())] * 8)
    assert sum(queued) == DBTaskResult.objects.count() == 1
