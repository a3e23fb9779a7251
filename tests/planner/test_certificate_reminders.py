"""Certificates that end: told 90, 30 and 7 days before, once each, by everybody's own calendar."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.core import mail
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from accounts.actions import switch_off
from accounts.models import Erasure, MailKind
from planner.actions.own_reminders import queue_certificate_reminders
from planner.models import CertificateReminder, CertificationClaim
from planner.queries.certificates import load_due
from tests.factories import CertificationClaimFactory, ProfileFactory, UserFactory
from tests.races import at_once, needs_row_locks

pytestmark = pytest.mark.django_db
END = date(2027, 3, 1)


@pytest.fixture
def claim(alice):
    return CertificationClaimFactory(profile=ProfileFactory(user=alice), expires_on=END)


@pytest.fixture
def morning(run_tasks):
    """The daily job so many days before the end; what it mailed."""

    def run(days, hour=6):
        mail.outbox.clear()
        day = END - timedelta(days=days)
        with time_machine.travel(datetime(day.year, day.month, day.day, hour, tzinfo=UTC)):
            queue_certificate_reminders(now=timezone.now())
            run_tasks()
        return [message.subject for message in mail.outbox]

    return run


def test_each_is_told_once_on_its_day(claim, morning):
    told = {days: morning(days) for days in range(95, -3, -1)}
    name = "Certified Kubernetes Application Developer"
    assert {days: subjects for days, subjects in told.items() if subjects} == {
        days: [f"{name} ends in {days} days"] for days in (90, 30, 7)
    }


def test_a_missed_run_tells_the_most_urgent_only(claim, morning):
    assert len(morning(29)) == 1
    assert len(morning(6)) == 1
    assert set(CertificateReminder.objects.values_list("days", flat=True)) == {30, 7}


def test_the_mail_says_when_where_and_how_to_get_no_more(claim, morning):
    morning(30)
    (message,) = mail.outbox
    assert message.to == ["alice@example.com"]
    assert "its last valid day is 1 March 2027, in 30 days." in message.body
    assert "/certifications/ckad/" in message.body
    assert "Switch this kind off with one click" in message.body
    assert message.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_several_are_told_in_one_mail(claim, morning):
    CertificationClaimFactory(
        profile=claim.profile, certification_id="cka", expires_on=END - timedelta(days=1)
    )
    assert morning(30) == ["2 certificates end soon"]


def test_the_day_is_that_of_the_person(claim, alice, morning):
    type(alice).objects.update(time_zone="Pacific/Auckland")  # 13 hours ahead
    assert morning(31, hour=10) != []  # the 90th day was missed
    assert morning(31, hour=12) != []  # it is the 30th day there


def test_what_was_renewed_is_told_again_before_its_new_end_only(claim, morning):
    morning(30)
    CertificationClaim.objects.update(expires_on=END + timedelta(days=700))
    assert [morning(days) for days in (7, 0)] == [[], []]
    assert len(morning(7 - 700)) == 1


@pytest.mark.parametrize("change", ["renewed", "removed", "off", "gone", "leaving", "over"])
def test_between_queue_and_mail_everything_is_looked_at_again(claim, alice, run_tasks, change):
    day = datetime(2027, 1, 30, 6, tzinfo=UTC)
    with time_machine.travel(day):
        assert queue_certificate_reminders(now=timezone.now()) == 1
    if change == "renewed":
        CertificationClaim.objects.update(expires_on=END + timedelta(days=1))
    elif change == "removed":
        claim.delete()
    elif change == "off":
        switch_off(user=alice.pk, kind=MailKind.CERTIFICATE)
    elif change == "gone":
        type(alice).objects.update(is_active=False)
    elif change == "leaving":
        Erasure.objects.create(user=alice)
    with time_machine.travel(day + timedelta(days=40 if change == "over" else 0)):
        run_tasks()
    assert mail.outbox == []


def test_a_made_up_profile_and_a_certificate_without_an_end_are_no_matter(claim, morning):
    CertificationClaimFactory(profile=ProfileFactory(is_sample=True), expires_on=END)
    CertificationClaim.objects.filter(pk=claim.pk).update(expires_on=None)
    assert morning(30) == []


def test_who_switched_it_off_gets_the_next_one_once_it_is_on_again(claim, alice, morning):
    switch_off(user=alice.pk, kind=MailKind.CERTIFICATE)
    assert morning(30) == []
    alice.mail_choices.update(is_on=True)
    assert len(morning(29)) == 1


@pytest.mark.parametrize("number", [1, 20])
def test_looking_takes_two_queries(django_assert_num_queries, number):
    for _ in range(number):
        CertificationClaimFactory(
            profile=ProfileFactory(user=UserFactory()), expires_on=timezone.localdate()
        )
    with django_assert_num_queries(2):
        load_due(timezone.now())


@needs_row_locks
def test_of_many_runs_at_once_one_tells(real_transactions):
    CertificationClaimFactory(expires_on=timezone.localdate() + timedelta(days=30))
    queued = at_once(*[lambda: queue_certificate_reminders(now=timezone.now())] * 8)
    assert sum(queued) == DBTaskResult.objects.count() == 1
