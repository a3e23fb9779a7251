"""Leaving: hidden at once, taken back with a click, and after two weeks not a trace."""

import re
from datetime import timedelta

import pytest
from django.apps import apps
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

import accounts.tasks
import planner.tasks
from accounts.access import may_see
from accounts.actions.leaving import LeadsCohortsError, ask_erasure, end_sessions, keep_account
from accounts.models import (
    CohortMentor,
    Consent,
    Erasure,
    Invitation,
    Membership,
    Scope,
    Tombstone,
    User,
)
from accounts.models.leaving import GRACE, mark_of
from planner.actions.erasure import SUBJECTS, erase, erase_due, replay_tombstones
from planner.models import (
    PrivateNote,
    Profile,
    ReviewDecision,
    ShareLink,
)
from tests.factories import MentorFactory, UserFactory
from tests.permissions.world import ALICE, COHORT

pytestmark = pytest.mark.django_db
SECOND = timedelta(seconds=1)


@pytest.fixture
def alice(world):
    return world.users["alice"]


@pytest.fixture
def now():
    return timezone.now()


# --- From the moment of asking --------------------------------------------------------------------


def test_mentors_see_nothing_from_that_moment_on(world, alice, now):
    assert may_see(world.users["mira"], alice, Scope.SKILLS, now)
    ask_erasure(user=alice, now=now)
    assert not Consent.objects.in_force(now).filter(mentee=alice).exists()
    assert not Membership.objects.active().filter(mentee=alice).exists()
    assert world.clients["mira"].get(f"/mentees/{alice.profile.pk}/").status_code == 404
    assert "Alice" not in world.clients["mira"].get(f"/cohorts/{COHORT}/people/").text


def test_links_are_dead_from_that_moment_on(world, alice, now):
    live = ShareLink.objects.usable(now).filter(profile=alice.profile)
    before = live.count()
    ask_erasure(user=alice, now=now)
    assert (before > 0, live.count()) == (True, 0)


def test_a_mail_that_was_queued_is_not_sent(world, alice, now, mailoutbox, run_tasks):
    decision = ReviewDecision.objects.get(request__profile=alice.profile)
    planner.tasks.send_review_answer.enqueue(decision.pk)
    ask_erasure(user=alice, now=now)
    run_tasks()
    assert [mail.subject[:28] for mail in mailoutbox] == ["Your account will be erased "]


def test_a_mentor_sees_nobody_any_more(world, now):
    nick, mira = world.users["nick"], world.users["mira"]
    ask_erasure(user=nick, now=now)
    assert not CohortMentor.objects.active().filter(mentor=nick).exists()
    assert CohortMentor.objects.active().filter(mentor=mira).exists()


def test_who_leads_a_cohort_hands_it_over_first(world, now):
    with pytest.raises(LeadsCohortsError) as caught:
        ask_erasure(user=world.users["mira"], now=now)
    assert caught.value.names == ["Autumn"]
    assert not Erasure.objects.exists()


def test_asking_twice_moves_nothing(alice, now):
    first = ask_erasure(user=alice, now=now)
    again = ask_erasure(user=alice, now=now + timedelta(days=3))
    assert (again.due_at, first.due_at) == (first.due_at, now + GRACE)


def test_it_can_be_taken_back_and_what_ended_stays_ended(alice, now):
    ask_erasure(user=alice, now=now)
    assert (keep_account(user=alice), keep_account(user=alice)) == (True, False)
    assert erase_due(now=now + 2 * GRACE) == []
    assert not Consent.objects.in_force(now).filter(mentee=alice).exists()
    assert alice.profile.skill_claims.exists()


def test_every_other_session_ends(alice):
    here, there, of_bob = Client(), Client(), Client()
    for client, user in ((here, alice), (there, alice), (of_bob, UserFactory())):
        client.force_login(user)
    end_sessions(user=alice, but=here.session.session_key)
    answers = [client.get("/gaps/").status_code for client in (here, there, of_bob)]
    assert answers == [200, 302, 200]


# --- After two weeks ------------------------------------------------------------------------------


def test_not_a_second_early(alice, now):
    ask_erasure(user=alice, now=now)
    assert erase_due(now=now + GRACE - SECOND) == []
    assert erase_due(now=now + GRACE) == [mark_of(ALICE, alice.date_joined)]
    assert not User.objects.filter(pk=ALICE).exists()
    assert erase_due(now=now + GRACE) == []


def test_of_others_nothing_goes(world, alice, now):
    models_kept = ("accounts.User", "planner.Profile", "planner.Evidence", "accounts.Cohort")
    before = {name: apps.get_model(name).objects.count() for name in models_kept}
    erase(user=alice, now=now)
    after = {name: apps.get_model(name).objects.count() for name in models_kept}
    assert {name: before[name] - after[name] for name in before} == {
        "accounts.User": 1, "planner.Profile": 1, "planner.Evidence": 1, "accounts.Cohort": 0
    }  # fmt: skip


def test_what_a_mentor_answered_stays_without_the_name(world, now):
    erase(user=world.users["mira"], now=now)
    decision = ReviewDecision.objects.get(request__profile__user=ALICE)
    assert (decision.mentor, decision.words) == (None, "decision-words-4711")
    assert not PrivateNote.objects.exists()


def test_tasks_that_wait_for_somebody_erased_go_too(world, alice, now):
    decision = ReviewDecision.objects.get(request__profile=alice.profile)
    planner.tasks.send_review_answer.enqueue(decision.pk)
    accounts.tasks.send_invitation.enqueue(Invitation.objects.exclude(email="").first().pk)
    erase(user=alice, now=now)
    assert [task.task_path for task in DBTaskResult.objects.all()] == [
        "accounts.tasks.send_invitation"
    ]


def test_every_task_says_what_it_is_about():
    tasks = {
        f"{module.__name__}.{name}"
        for module in (accounts.tasks, planner.tasks)
        for name, value in vars(module).items()
        if hasattr(value, "enqueue") and value.func.__module__ == module.__name__
    }
    assert tasks == set(SUBJECTS)


# --- A backup that is restored --------------------------------------------------------------------


def test_a_restored_backup_brings_nobody_back(alice, tmp_path, now):
    joined, marks = alice.date_joined, tmp_path / "tombstones"
    ask_erasure(user=alice, now=now - GRACE)
    call_command("erase_due", tombstones=marks, verbosity=0)
    Tombstone.objects.all().delete()  # as in the backup
    UserFactory(pk=ALICE, email="alice@example.com", date_joined=joined)
    other = UserFactory(email="other@example.com")
    call_command("replay_tombstones", marks)
    assert not User.objects.filter(pk=ALICE).exists()
    assert User.objects.filter(pk=other.pk).exists()
    assert Tombstone.objects.count() == 1


def test_somebody_else_with_the_same_number_is_not_erased(alice, now):
    erase(user=alice, now=now)
    UserFactory(pk=ALICE)
    assert replay_tombstones(marks=[], now=now) == 0


def test_a_mark_says_nothing_about_anybody(alice, now):
    mark = erase(user=alice, now=now)
    assert re.fullmatch("[0-9a-f]{64}", mark)


def test_two_runs_at_once_erase_once(alice, now):
    ask_erasure(user=alice, now=now - GRACE)
    call_command("daily", verbosity=0)
    call_command("daily", verbosity=0)
    assert Tombstone.objects.count() == 1
    assert not Profile.objects.filter(user=ALICE).exists()


def test_somebody_without_a_profile_can_leave_too(now):
    erase(user=(user := MentorFactory()), now=now)
    assert not User.objects.filter(pk=user.pk).exists()
