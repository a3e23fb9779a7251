"""The summary of the week: on Mondays, only if there is something to say, and never of pay."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.core import mail
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from accounts.actions import switch_off
from accounts.mail import wanted_kinds
from accounts.models import Erasure, MailKind, SentMail
from planner import actions
from planner.actions.own_reminders import queue_summaries
from planner.models import (
    AgreedAction,
    Assignment,
    CheckIn,
    Pause,
    Profile,
    ReviewDecision,
    StudySession,
)
from planner.queries.summaries import load_summary
from tests.factories import MentorFactory, ProfileFactory, ReviewRequestFactory, UserFactory
from tests.races import at_once, needs_row_locks

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 11, 23, 6, tzinfo=UTC)
LAST_WEEK = date(2026, 11, 18)
SITE = "http://127.0.0.1:8000"


@pytest.fixture
def profile(alice):
    return ProfileFactory(
        user=alice, skills={"python": 3, "docker": 1}, years_stated=2, years_stated_on=LAST_WEEK,
        onboarded_at=timezone.now(), current_pay=91_234,
    )  # fmt: skip


@pytest.fixture
def on(run_tasks):
    """The daily job at a moment; the texts that it mailed."""

    def run(moment=MONDAY):
        mail.outbox.clear()
        with time_machine.travel(moment, tick=False):
            queue_summaries(now=timezone.now())
            run_tasks()
        return [message.body for message in mail.outbox]

    return run


def study(profile, hours="2.5", on=LAST_WEEK, item="docker"):
    return StudySession.objects.create(profile=profile, item=item, on=on, hours=hours)


def test_it_says_what_was_studied_done_and_is_next(profile, on):
    study(profile)
    study(profile, "4", item="python")
    with time_machine.travel(MONDAY - timedelta(days=3)):
        actions.set_proficiency(profile=profile, skill="docker", proficiency=2, was=1)
    (text,) = on()
    assert mail.outbox[0].subject == "Your week: 6.5 hours of study"
    assert "From 16 November to 22 November you studied 6.5 hours; your goal is 6 hours" in text
    assert text.index("- Python: 4 hours") < text.index("- Docker: 2.5 hours")
    assert "- Docker is at Working now" in text
    assert "Next: " in text
    assert "/roadmap/" in text


def test_a_week_in_which_nothing_was_gets_no_mail(profile, on):
    study(profile, on=LAST_WEEK - timedelta(days=7))
    study(profile, on=MONDAY.date())
    assert on() == []
    assert not SentMail.objects.exists()


@pytest.mark.parametrize("proficiency", [0, 1])
def test_what_went_down_or_was_said_again_is_nothing_done(profile, on, proficiency):
    with time_machine.travel(MONDAY - timedelta(days=3)):
        actions.set_proficiency(profile=profile, skill="docker", proficiency=proficiency, was=1)
    assert on() == []


def test_pay_is_never_in_it(profile, on):
    study(profile)
    (text,) = on()
    assert "$" not in text
    assert "91" not in text
    assert "pay" not in text


def test_what_waits_stands_in_it_without_words_or_names_of_others(profile, on):
    mira = MentorFactory(name="Mira")
    request = ReviewRequestFactory(profile=profile, skill_id="git")
    ReviewDecision.objects.create(
        request=request, mentor=mira, kind="more", words="words of Mira",
        decided_at=MONDAY - timedelta(days=2),
    )  # fmt: skip
    Assignment.objects.create(
        profile=profile, mentor=mira, skill_id="docker", proficiency=3, words="words of Mira",
        due_on=MONDAY.date() + timedelta(days=6),
    )  # fmt: skip
    check_in = CheckIn.objects.create(profile=profile, mentor=mira, held_on=date(2026, 11, 2))
    day = MONDAY.date() - timedelta(days=1)
    AgreedAction.objects.create(check_in=check_in, text="Ask Mira for words", due_on=day)
    (text,) = on()
    assert "- Git & version control: your review is answered" in text
    assert "- Docker to Proficient is due on 29 November" in text
    assert "- Agreed in the check-in of 2 November was due on 22 November" in text
    assert "Mira" not in text


def test_what_is_due_later_or_done_is_no_reason_for_a_mail(profile, on):
    for days, fields in ((7, {}), (0, {"proficiency": 1}), (0, {"declined_at": MONDAY})):
        Assignment.objects.create(
            profile=profile, skill_id="docker", due_on=MONDAY.date() + timedelta(days=days),
            **{"proficiency": 3, **fields},
        )  # fmt: skip
    assert on() == []


def test_stale_skills_are_noted_but_no_reason_for_a_mail(profile, on):
    profile.skill_claims.update(updated_at=MONDAY - timedelta(days=2000))
    assert on() == []
    study(profile)
    (text,) = on()
    assert "1 skill that nothing has spoken for in a long time" in text


def test_there_is_one_a_week_in_the_morning_of_the_person(profile, alice, on):
    type(alice).objects.update(time_zone="America/New_York")
    study(profile)
    hours = [hour for hour in range(96) if on(MONDAY - timedelta(days=1) + timedelta(hours=hour))]
    assert hours == [29]  # 11:00 UTC on Monday


def test_who_could_not_be_told_in_time_is_not_told(profile, on):
    study(profile)
    assert on(MONDAY + timedelta(days=2)) == []
    assert len(on(MONDAY + timedelta(days=1))) == 1


@pytest.mark.parametrize("why", ["off", "gone", "leaving", "pause", "sample", "not begun"])
def test_who_gets_none(profile, alice, on, why):
    study(profile)
    if why == "off":
        switch_off(user=alice.pk, kind=MailKind.SUMMARY)
    elif why == "gone":
        type(alice).objects.update(is_active=False)
    elif why == "leaving":
        Erasure.objects.create(user=alice)
    elif why == "pause":
        today = MONDAY.date()
        Pause.objects.create(profile=profile, starts_on=today, ends_on=today)
    elif why == "sample":
        Profile.objects.update(is_sample=True)
    else:
        Profile.objects.update(onboarded_at=None)
    assert on() == []


def test_one_click_from_the_mail_switches_it_off_and_nothing_else(profile, alice, on, client):
    study(profile)
    on()
    link = mail.outbox[0].extra_headers["List-Unsubscribe"].strip("<>").removeprefix(SITE)
    assert client.post(link, {"List-Unsubscribe": "One-Click"}).status_code == 200
    study(profile, on=LAST_WEEK + timedelta(days=7))
    assert on(MONDAY + timedelta(days=7)) == []
    assert set(wanted_kinds(alice)) == set(MailKind) - {MailKind.SUMMARY}


def test_another_choice_of_mails_does_not_matter(profile, alice, on):
    switch_off(user=alice.pk, kind=MailKind.DIGEST)
    alice.mail_choices.create(kind=MailKind.SUMMARY, is_on=True)
    study(profile)
    assert len(on()) == 1


@pytest.mark.parametrize("change", ["deleted", "off", "leaving"])
def test_between_queue_and_mail_everything_is_looked_at_again(profile, alice, run_tasks, change):
    session = study(profile)
    with time_machine.travel(MONDAY):
        assert queue_summaries(now=timezone.now()) == 1
        if change == "deleted":
            session.delete()
        elif change == "off":
            switch_off(user=alice.pk, kind=MailKind.SUMMARY)
        else:
            Erasure.objects.create(user=alice)
        run_tasks()
    assert mail.outbox == []


@pytest.mark.parametrize("number", [1, 20])
def test_the_number_of_queries_is_fixed(profile, alice, django_assert_num_queries, number):
    for n in range(number):
        study(profile, on=LAST_WEEK - timedelta(days=n % 3))
        Assignment.objects.create(
            profile=profile, skill_id="docker", proficiency=3, due_on=LAST_WEEK
        )
    load_summary(alice, MONDAY)
    with django_assert_num_queries(10):
        load_summary(alice, MONDAY)


@needs_row_locks
def test_of_many_runs_at_once_one_writes(real_transactions):
    profile = ProfileFactory(user=UserFactory(), onboarded_at=timezone.now())
    study(profile)
    queued = at_once(*[lambda: queue_summaries(now=MONDAY)] * 8)
    assert sum(queued) == DBTaskResult.objects.count() == 1


def test_whoever_was_reminded_this_week_has_had_their_mail(profile, on):
    study(profile)
    SentMail.objects.create(
        user=profile.user, kind=MailKind.NUDGE, sent_at=MONDAY - timedelta(days=6)
    )
    assert on() == []


def test_a_reminder_of_the_week_before_holds_nothing_back(profile, on):
    study(profile)
    SentMail.objects.create(
        user=profile.user, kind=MailKind.NUDGE, sent_at=MONDAY - timedelta(days=8)
    )
    assert len(on()) == 1
