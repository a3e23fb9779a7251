"""Reminders: after 7, 14 and 21 days, closed after 28, one mail a week to each person."""

from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from accounts.actions import leave_cohort, switch_off
from accounts.models import MailKind, SentMail, Sighting
from planner.actions.nudges import close_unanswered, hold_nudge, queue_nudges, reword_nudge
from planner.models import Nudge, Pause, ReviewRequest
from planner.queries.matters import load_open
from planner.queries.reminders import turns_of
from tests.factories import MentorFactory, mentor_of
from tests.planner.mentoring.people import ago, asked, day_ago, learner, step, wants_more

pytestmark = pytest.mark.django_db


@pytest.fixture
def remind(run_tasks):
    """What a daily run sends, as (address, text)."""

    def run(*, after=0):
        mail.outbox.clear()
        with time_machine.travel(timezone.now() + timedelta(days=after), tick=False):
            queue_nudges(now=timezone.now())
            run_tasks()
        return [(message.to[0], message.body) for message in mail.outbox]

    return run


def turn_of(matter):
    return next(t for t in turns_of(load_open(timezone.now())) if t.open.key.startswith(matter))


# --- Whom, and when -------------------------------------------------------------------------------


@pytest.mark.parametrize(("days", "mails"), [(6.9, 0), (7.1, 1), (13.9, 1), (27.9, 1)])
def test_a_review_that_waits_reminds_the_mentor(remind, cohort, days, mails):
    asked(learner(cohort, "Alice"), days)
    sent = remind()
    assert [to for to, _ in sent] == ["mira@example.com"] * mails
    assert all("Alice waits for a review of Python." in text for _, text in sent)


def test_every_mentor_who_may_answer_is_reminded_and_no_other(remind, cohort, nick):
    mentor_of(cohort, nick)
    mentor_of(cohort, MentorFactory(email="paul@example.com"))
    asked(learner(cohort, "Alice", mentors=[cohort.lead, nick]), 8)
    assert {to for to, _ in remind()} == {"mira@example.com", "nick@example.com"}


def test_asked_for_more_reminds_the_mentee(remind, cohort, mira):
    wants_more(learner(cohort, "Alice"), mira, 8)
    ((to, text),) = remind()
    assert to == "alice@example.com"
    assert "You were asked for more about Python" in text
    assert "Show the tests." not in text


def test_who_asked_again_is_not_reminded(remind, cohort, mira):
    alice = learner(cohort, "Alice")
    wants_more(alice, mira, 8)
    ReviewRequest.objects.create(profile=alice, skill_id="python", proficiency=2, version=2)
    assert remind() == []


def test_a_step_that_is_overdue_reminds_the_mentee(remind, cohort):
    step(learner(cohort, "Alice"), due=9)
    ((to, text),) = remind()
    assert to == "alice@example.com"
    assert "A step that a mentor set you is overdue: Docker." in text


def test_of_several_matters_there_is_one_mail(remind, cohort, mira):
    alice = learner(cohort, "Alice")
    step(alice, due=9)
    wants_more(alice, mira, 8)
    ((_, text),) = remind()
    assert text.count("\n- ") == 2


def test_there_is_one_mail_a_week_at_most(remind, cohort, mira):
    alice = learner(cohort, "Alice")
    step(alice, due=9)
    assert len(remind()) == 1
    wants_more(alice, mira, 8)
    assert [len(remind(after=days)) for days in (0, 1, 6, 7)] == [0, 0, 0, 1]


def test_each_stage_is_sent_once_over_four_weeks(remind, cohort):
    asked(learner(cohort, "Alice"), 0)
    days = [day for day in range(40) if remind(after=day + 0.01) and mail.outbox[0].to[0][0] == "m"]
    assert days == [7, 14, 21]


def test_a_pause_stops_the_clock(remind, cohort, mira):
    alice = learner(cohort, "Alice")
    wants_more(alice, mira, 20)
    Pause.objects.create(profile=alice, starts_on=day_ago(18), ends_on=day_ago(-1))
    assert remind() == []
    assert len(remind(after=8)) == 1


def test_the_pause_of_a_mentee_is_none_of_the_mentors(remind, cohort):
    alice = learner(cohort, "Alice")
    asked(alice, 8)
    Pause.objects.create(profile=alice, starts_on=day_ago(8), ends_on=day_ago(-1))
    assert len(remind()) == 1


# --- Held, reworded, switched off -----------------------------------------------------------------


def test_what_is_held_is_not_sent(remind, cohort, mira):
    asked(learner(cohort, "Alice"), 8)
    hold_nudge(turn=turn_of("review"), stage=7, by=mira, now=timezone.now())
    assert [bool(remind(after=days)) for days in (0, 5, 6)] == [False, False, True]


def test_a_mentors_words_are_sent_instead(remind, cohort):
    step(learner(cohort, "Alice"), due=9)
    reword_nudge(turn=turn_of("assignment"), stage=7, words="Half is fine.", now=timezone.now())
    ((_, text),) = remind()
    assert "- Half is fine." in text
    assert "overdue" not in text


def test_who_switched_reminders_off_gets_none(remind, cohort, mira):
    asked(learner(cohort, "Alice"), 8)
    switch_off(user=mira.pk, kind=MailKind.NUDGE)
    assert remind() == []


def test_a_mentor_without_a_second_factor_is_told_no_name(remind, cohort, mira):
    asked(learner(cohort, "Alice"), 8)
    mira.authenticator_set.all().delete()
    assert remind() == []


# --- What is true when the mail is sent -----------------------------------------------------------


def test_who_left_meanwhile_is_not_named(cohort, run_tasks):
    alice = learner(cohort, "Alice")
    asked(alice, 8)
    assert queue_nudges(now=timezone.now()) == 1
    leave_cohort(cohort=cohort, mentee=alice.user, now=timezone.now())
    run_tasks()
    assert mail.outbox == []
    assert not SentMail.objects.exists()
    assert not Sighting.objects.exists()


def test_what_was_done_meanwhile_is_left_out(cohort, run_tasks):
    alice = learner(cohort, "Alice")
    step(alice, due=9)
    step(alice, "python", due=9)
    queue_nudges(now=timezone.now())
    alice.skill_claims.update(proficiency=3)
    run_tasks()
    assert "Docker" in mail.outbox[0].body
    assert "Python" not in mail.outbox[0].body


def test_a_mentee_who_is_named_in_a_mail_finds_it_listed(remind, cohort, mira):
    alice = learner(cohort, "Alice")
    asked(alice, 8)
    remind()
    sighting = Sighting.objects.get()
    assert (sighting.mentee, sighting.viewer, sighting.what) == (alice.user, mira, "mail")


def test_a_second_run_sends_nothing_more(remind, cohort, mira):
    asked(learner(cohort, "Alice"), 8)
    assert [queue_nudges(now=timezone.now()) for _ in range(2)] == [1, 0]
    assert len(remind()) == 1
    assert Nudge.objects.get().sent_at is not None
    assert SentMail.objects.get().user == mira


# --- After 28 days --------------------------------------------------------------------------------


def test_a_review_that_nobody_answers_closes_and_the_mentee_is_told(remind, cohort):
    request = asked(learner(cohort, "Alice"), 28.1)
    ((to, text),) = remind()
    request.refresh_from_db()
    assert request.closed_as == "timed_out"
    assert to == "alice@example.com"
    assert "It waited for Mira" in text


def test_what_a_mentee_never_sent_lapses(remind, cohort, mira):
    decision = wants_more(learner(cohort, "Alice"), mira, 29)
    ((_, text),) = remind()
    decision.refresh_from_db()
    assert decision.lapsed_at is not None
    assert "You were asked for more about Python, and 28 days have passed." in text


def test_what_was_answered_meanwhile_does_not_close(cohort, mira):
    request = asked(learner(cohort, "Alice"), 29)
    (found,) = load_open(timezone.now())
    request.closed_at, request.closed_as = ago(0), ReviewRequest.ClosedAs.ANSWERED
    request.save()
    assert not close_unanswered(found=found, now=timezone.now())
    request.refresh_from_db()
    assert request.closed_as == "answered"


def test_no_reminder_says_anything_of_pay(remind, cohort, mira):
    alice = learner(cohort, "Alice")
    alice.current_pay = 91_234
    alice.save()
    asked(alice, 8)
    step(alice, due=9)
    assert not [text for _, text in remind() if "$" in text or "91234" in text.replace(",", "")]


@pytest.mark.parametrize("number", [1, 20])
def test_the_number_of_queries_for_what_is_open_is_fixed(cohort, django_assert_num_queries, number):
    for n in range(number):
        mentee = learner(cohort, f"Person{n}", silent=20)
        step(mentee, due=20)
        asked(mentee, 5)
    with django_assert_num_queries(14):
        load_open(timezone.now())
