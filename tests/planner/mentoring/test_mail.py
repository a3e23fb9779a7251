"""Mails between mentors and mentees: what they say, when they are not sent, and what goes wrong."""

import smtplib
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from accounts.actions import leave_cohort, switch_off
from accounts.mail import WAITS
from accounts.models import MailKind, SentMail
from planner.models import CheckIn, GoalSuggestion
from planner.tasks import send_guidance, send_review_answer
from tests.planner.mentoring.people import ago, day_ago, learner, step, wants_more

pytestmark = pytest.mark.django_db
WORKER = {
    "queue_names": ["default"], "interval": 0, "batch": True, "backend_name": "default",
    "startup_delay": False, "max_tasks": None, "worker_id": "test", "excluded_queue_names": [],
}  # fmt: skip


class RefusingBackend(BaseEmailBackend):
    """A mail server that is away."""

    def send_messages(self, messages):
        raise smtplib.SMTPServerDisconnected("Connection unexpectedly closed for ben@example.com")


@pytest.fixture
def no_server(settings):
    settings.MAILERS = {"default": {"BACKEND": f"{__name__}.RefusingBackend"}}


@pytest.fixture
def work():
    """What the real worker does with each task until none waits."""

    def run():
        while waiting := DBTaskResult.objects.ready().first():
            waiting.claim("test")
            Worker(**WORKER).run_task(waiting)

    return run


@pytest.fixture
def mentee(cohort):
    return learner(cohort, "Alice")


@pytest.fixture
def answer(mentee, mira):
    return wants_more(mentee, mira, 1)


# --- What they say --------------------------------------------------------------------------------


def test_an_answer_says_what_and_of_whom_but_not_the_words(answer, run_tasks):
    send_review_answer.enqueue(answer.pk)
    run_tasks()
    (message,) = mail.outbox
    assert message.to == ["alice@example.com"]
    assert "Mira answered your request for review of Python:\nasks you for more." in message.body
    assert "Show the tests." not in message.body
    assert "mira@example.com" not in message.body


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("assignment", "Mira set you a step: Docker to Proficient, due on"),
        ("goal", "Mira suggests that you aim at Senior."),
        ("check_in", "Mira wrote down what you agreed on in your check-in of"),
    ],
)
def test_what_a_mentor_gives_along_is_told(mentee, mira, run_tasks, kind, expected):
    send_guidance.enqueue(kind, given(mentee, mira)[kind].pk)
    run_tasks()
    assert expected in mail.outbox[0].body
    assert SentMail.objects.get().kind == MailKind.GUIDANCE


def given(mentee, mira):
    return {
        "assignment": step(mentee, due=-9, words="Private words"),
        "goal": GoalSuggestion.objects.create(profile=mentee, mentor=mira, level_id="senior"),
        "check_in": CheckIn.objects.create(profile=mentee, mentor=mira, held_on=day_ago(0)),
    }


def test_every_mail_can_be_switched_off_from_its_header(answer, run_tasks):
    send_review_answer.enqueue(answer.pk)
    run_tasks()
    (message,) = mail.outbox
    url = message.extra_headers["List-Unsubscribe"].strip("<>")
    assert message.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert url in message.body
    assert f"\nList-Unsubscribe: <{url}>\n" in message.message().as_string()


def test_a_name_with_a_line_break_makes_no_header(answer, mira, run_tasks):
    type(mira).objects.filter(pk=mira.pk).update(name="Mira & <b>Ünal</b>")
    send_review_answer.enqueue(answer.pk)
    run_tasks()
    assert "Mira & <b>Ünal</b> answered" in mail.outbox[0].body


# --- When they are not sent -----------------------------------------------------------------------


@pytest.mark.parametrize("why", ["left", "read", "off", "deactivated", "no mentor"])
def test_an_answer_is_not_told_if_meanwhile(answer, mentee, cohort, run_tasks, why):
    send_review_answer.enqueue(answer.pk)
    if why == "left":
        leave_cohort(cohort=cohort, mentee=mentee.user, now=timezone.now())
    elif why == "read":
        type(answer).objects.update(seen_at=timezone.now())
    elif why == "off":
        switch_off(user=mentee.user_id, kind=MailKind.REVIEW)
    elif why == "deactivated":
        type(mentee.user).objects.filter(pk=mentee.user_id).update(is_active=False)
    else:
        type(answer).objects.update(mentor=None)
    run_tasks()
    assert mail.outbox == []
    assert not SentMail.objects.exists()


@pytest.mark.parametrize("field", ["withdrawn_at", "declined_at"])
def test_a_step_that_is_off_again_is_not_told(mentee, run_tasks, field):
    send_guidance.enqueue("assignment", step(mentee, **{field: ago(0)}).pk)
    run_tasks()
    assert mail.outbox == []


# --- When the mail server is away -----------------------------------------------------------------


def test_a_mail_is_tried_five_times_and_then_given_up(answer, no_server, work):
    send_review_answer.enqueue(answer.pk)
    with time_machine.travel(timezone.now(), tick=False) as clock:
        for wait in (timedelta(0), *WAITS):
            clock.shift(wait)
            work()
    assert [row.status for row in rows()] == ["SUCCESSFUL"] * 4 + ["FAILED"]
    assert "GivenUpError" in rows()[-1].exception_class_path
    assert "ben@example.com" not in rows()[-1].traceback
    assert not SentMail.objects.exists()


def rows():
    return list(DBTaskResult.objects.order_by("enqueued_at"))


def test_a_mail_waits_before_it_is_tried_again(answer, no_server, work):
    send_review_answer.enqueue(answer.pk)
    work()
    (waiting,) = DBTaskResult.objects.exclude(status="SUCCESSFUL")
    assert waiting.run_after > timezone.now() + timedelta(seconds=50)
    assert waiting.args_kwargs == {"args": [answer.pk], "kwargs": {"tries": 2}}


def test_a_mail_that_failed_once_is_sent_once(answer, settings, work):
    working = settings.MAILERS
    settings.MAILERS = {"default": {"BACKEND": f"{__name__}.RefusingBackend"}}
    send_review_answer.enqueue(answer.pk)
    work()
    settings.MAILERS = working
    with time_machine.travel(timezone.now() + timedelta(minutes=2), tick=False):
        work()
        work()
    assert len(mail.outbox) == SentMail.objects.count() == 1


def test_a_task_that_breaks_stops_no_other(answer, work):
    broken = send_guidance.enqueue("unheard of", 1)
    DBTaskResult.objects.create(
        args_kwargs={"args": [], "kwargs": {}}, task_path="planner.tasks.gone",
        queue_name="default", backend_name="default", run_after=ago(0),
    )  # fmt: skip
    send_review_answer.enqueue(answer.pk)
    work()
    assert len(mail.outbox) == 1
    assert DBTaskResult.objects.get(pk=broken.id).status == "FAILED"
    assert not DBTaskResult.objects.ready().exists()
