"""A mentor's morning: what waits by age, who needs somebody now, what was answered and closed."""

import re

import pytest
from django.core import mail
from django.utils import timezone

from accounts.actions import leave_cohort, switch_off
from accounts.models import MailKind, Scope, SentMail, Sighting
from planner.actions.reminders import queue_digests
from planner.models import GoalSuggestion
from planner.queries.digests import load_digest
from tests.planner.mentoring.people import ago, asked, learner, step, wants_more

pytestmark = pytest.mark.django_db


@pytest.fixture
def digest(run_tasks, cohort):
    """The text that goes to Mira this morning; None if no mail does."""

    def run():
        queue_digests(now=timezone.now())
        run_tasks()
        return mail.outbox[0].body if mail.outbox else None

    return run


def test_where_nothing_waits_there_is_no_mail(digest, cohort):
    learner(cohort, "Alice")
    assert digest() is None
    assert not SentMail.objects.exists()


def test_a_line_leads_to_a_page_that_is_shown(digest, cohort, as_mira):
    """Alice shows her plan and nothing else."""
    step(learner(cohort, "Alice", silent=30, scopes=[Scope.PLAN]), due=20)
    [link] = re.findall(r"(/mentees/\S+)", digest())
    assert as_mira.get(link).status_code == 200


def test_what_waits_is_sorted_by_its_age(digest, cohort):
    for name, days in (("Ben", 1), ("Alice", 5), ("Cleo", 3)):
        asked(learner(cohort, name), days)
    text = digest()
    parts = ["longer than the promised 4 days", "Alice: Python", "for 2 to 4 days", "Cleo",
             "less than 2 days", "Ben"]  # fmt: skip
    assert sorted(map(text.index, parts)) == list(map(text.index, parts))
    assert mail.outbox[0].subject == "3 reviews waiting"


def test_who_needs_somebody_now_is_named_with_the_reasons(digest, cohort):
    step(learner(cohort, "Alice", silent=20), due=20)
    step(learner(cohort, "Ben", silent=9), due=20)  # only to watch
    text = digest()
    assert "Alice: " in text
    assert "no sign for 20 days" in text
    assert "Ben" not in text


def test_answers_to_what_this_mentor_set_are_told_for_a_day(digest, cohort, mira):
    alice = learner(cohort, "Alice")
    step(alice, declined_at=ago(0.5), due=-9)
    step(alice, "git", declined_at=ago(2), due=-9)
    GoalSuggestion.objects.create(
        profile=alice, mentor=mira, level_id="senior", accepted_at=ago(0.1)
    )
    text = digest()
    assert "Alice declined Docker" in text
    assert "Alice accepted Senior as a goal" in text
    assert "Git" not in text


def test_what_closed_is_told_to_those_who_had_to_act_and_to_who_waited(digest, cohort, mira):
    asked(learner(cohort, "Alice"), 30)
    request = asked(learner(cohort, "Ben"), 30)
    type(request).objects.update(closed_at=ago(0.1), closed_as="timed_out")
    decision = wants_more(learner(cohort, "Cleo"), mira, 30)
    type(decision).objects.update(lapsed_at=ago(0.1))
    text = digest()
    assert "Ben: Python; no mentor answered for 28 days" in text
    assert "Cleo: Python; nothing came for 28 days" in text


def test_of_very_many_only_the_first_are_named_and_noted(digest, cohort):
    for n in range(13):
        asked(learner(cohort, f"Person{n}"), 9)
    assert "and 3 more" in digest()
    assert mail.outbox[0].subject == "13 reviews waiting"
    assert Sighting.objects.filter(what=Sighting.What.MAIL).count() == 10


def test_only_what_is_shown_is_told(digest, cohort):
    asked(learner(cohort, "Alice", silent=40, scopes=[Scope.PLAN]), 5)
    step(learner(cohort, "Ben", silent=40, scopes=[Scope.SKILLS]), due=30)
    assert digest() is None


def test_who_left_since_the_mail_was_queued_is_not_named(cohort, run_tasks):
    alice = learner(cohort, "Alice")
    asked(alice, 5)
    asked(learner(cohort, "Ben"), 5)
    queue_digests(now=timezone.now())
    leave_cohort(cohort=cohort, mentee=alice.user, now=timezone.now())
    run_tasks()
    assert "Ben" in mail.outbox[0].body
    assert "Alice" not in mail.outbox[0].body


def test_when_all_left_nothing_is_sent_and_nothing_counted(cohort, run_tasks):
    alice = learner(cohort, "Alice")
    asked(alice, 5)
    queue_digests(now=timezone.now())
    leave_cohort(cohort=cohort, mentee=alice.user, now=timezone.now())
    run_tasks()
    assert mail.outbox == []
    assert not SentMail.objects.exists()


def test_there_is_one_a_day(cohort):
    asked(learner(cohort, "Alice"), 5)
    assert [queue_digests(now=timezone.now()) for _ in range(2)] == [1, 0]


@pytest.mark.parametrize("why", ["off", "no second factor", "gone"])
def test_who_does_not_want_it_or_could_not_open_the_pages_gets_none(digest, cohort, mira, why):
    asked(learner(cohort, "Alice"), 5)
    if why == "off":
        switch_off(user=mira.pk, kind=MailKind.DIGEST)
    elif why == "gone":
        type(mira).objects.update(is_active=False)
    else:
        mira.authenticator_set.all().delete()
    assert digest() is None


@pytest.mark.parametrize("number", [1, 20])
def test_the_number_of_queries_is_fixed(cohort, mira, django_assert_num_queries, number):
    for n in range(number):
        alice = learner(cohort, f"Person{n}", silent=20)
        step(alice, due=20)
        asked(alice, 5)
    with django_assert_num_queries(15):
        load_digest(mira, timezone.now())
