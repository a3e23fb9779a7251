"""Rules about what is kept for how long: kept at the limit, gone a second later."""

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from accounts.actions import retention
from accounts.models import Cohort, Erasure, Invitation, Sighting, User
from accounts.models.leaving import GRACE
from planner.actions.erasure import erase_due
from tests.factories import PASSWORD, CohortFactory, MentorFactory, UserFactory, mentor_of

pytestmark = pytest.mark.django_db
SECOND, DAY = timedelta(seconds=1), timedelta(days=1)
YEAR = timedelta(days=365)


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def alice():
    return UserFactory(email="alice@example.com", name="Alice")


def test_sightings_are_kept_for_a_year(alice, now):
    Sighting.objects.create(mentee=alice, what="gaps", at=now - YEAR)
    assert retention.forget_sightings(now=now) == 0
    assert retention.forget_sightings(now=now + SECOND) == 1


ENDED = {"accepted_at": {}, "declined_at": {}, "withdrawn_at": {}, "expires_at": {}}


@pytest.mark.parametrize("how", ENDED)
def test_an_invited_address_is_kept_two_weeks_after_the_invitation_ended(how, now):
    ends = {"expires_at": now + 100 * DAY} | {how: now - 14 * DAY}
    invitation = Invitation.objects.create(
        cohort=CohortFactory(), email="x@example.com", name="X", digest="d", **ends
    )
    assert retention.forget_addresses(now=now) == 0
    assert retention.forget_addresses(now=now + SECOND) == 1
    invitation.refresh_from_db()
    assert (invitation.email, invitation.name, invitation.digest) == ("", "", None)
    assert retention.forget_addresses(now=now + DAY) == 0


def test_an_invitation_that_waits_keeps_its_address(now):
    Invitation.objects.create(cohort=CohortFactory(), email="x@example.com")
    assert retention.forget_addresses(now=now + 27 * DAY) == 0


def test_a_forgotten_invitation_opens_nothing_for_anybody(now):
    Invitation.objects.create(
        cohort=CohortFactory(), email="x@example.com", digest="d", expires_at=now - 15 * DAY
    )
    retention.forget_addresses(now=now)
    assert not Invitation.objects.redeemable(now).exists()


@pytest.mark.parametrize("status", ["SUCCESSFUL", "FAILED"])
def test_finished_tasks_are_kept_for_a_week(status, now):
    DBTaskResult.objects.create(
        args_kwargs={}, task_path="x", run_after=now, status=status, finished_at=now - 7 * DAY
    )
    assert retention.forget_tasks(now=now) == 0
    assert retention.forget_tasks(now=now + SECOND) == 1


def test_a_task_that_waits_is_kept(now):
    DBTaskResult.objects.create(args_kwargs={}, task_path="x", run_after=now)
    assert retention.forget_tasks(now=now + YEAR) == 0


def test_sessions_that_have_expired_go_and_what_is_noted_of_them(alice, now):
    Session.objects.create(session_key="old", session_data="x", expire_date=now)
    UserSession.objects.create(user=alice, session_key="old", ip="::1", user_agent="x")
    assert retention.forget_sessions(now=now) == 0
    assert UserSession.objects.exists()
    assert retention.forget_sessions(now=now + SECOND) == 1
    assert not UserSession.objects.exists()


def test_counted_tries_go_when_they_count_no_more(now):
    cache.set("tries", [1], 60)

    def rows():
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM waymark_cache WHERE cache_key LIKE '%%tries%%'")
            return cursor.fetchone()[0]

    retention.forget_cached(now=now)
    assert rows() == 1
    retention.forget_cached(now=now + timedelta(seconds=62))
    assert rows() == 0


# --- Accounts that lie idle -----------------------------------------------------------------------


def idle_since(user, moment):
    User.objects.filter(pk=user.pk).update(last_login=moment, date_joined=moment)


def test_after_a_year_there_is_a_mail_and_only_one(alice, now, mailoutbox, run_tasks):
    idle_since(alice, now - YEAR)
    assert retention.warn_idle(now=now) == 0
    assert [retention.warn_idle(now=now + SECOND) for _ in range(2)] == [1, 0]
    run_tasks()
    [mail] = mailoutbox
    assert mail.to == ["alice@example.com"]
    assert reverse("planner:my_data") in mail.body


def test_whoever_comes_back_is_not_written_to(alice, now, mailoutbox, run_tasks):
    idle_since(alice, now - YEAR - SECOND)
    retention.warn_idle(now=now)
    User.objects.filter(pk=alice.pk).update(last_login=now + SECOND)
    run_tasks()
    assert mailoutbox == []
    assert retention.warn_idle(now=now + YEAR) == 0
    assert retention.warn_idle(now=now + YEAR + 2 * SECOND) == 1


def test_who_never_signed_in_counts_from_joining(alice, now):
    User.objects.filter(pk=alice.pk).update(last_login=None, date_joined=now - YEAR - SECOND)
    assert retention.warn_idle(now=now) == 1


def test_after_two_years_in_all_everything_goes(alice, now):
    idle_since(alice, now - 2 * YEAR + GRACE)
    User.objects.filter(pk=alice.pk).update(warned_at=now - YEAR)
    assert retention.leave_idle(now=now) == 0
    assert retention.leave_idle(now=now + SECOND) == 1
    assert erase_due(now=now + GRACE) == []
    assert len(erase_due(now=now + GRACE + SECOND)) == 1


def test_nobody_goes_without_having_been_warned_a_month_before(alice, now):
    idle_since(alice, now - 5 * YEAR)
    assert retention.leave_idle(now=now) == 0
    retention.warn_idle(now=now)
    assert retention.leave_idle(now=now + 30 * DAY) == 0
    assert retention.leave_idle(now=now + 30 * DAY + SECOND) == 1


def test_whoever_signs_in_keeps_the_account(client, alice, now):
    Erasure.objects.create(user=alice, is_for_inactivity=True)
    sign_in(client, alice)
    assert not Erasure.objects.exists()


def sign_in(client, user):
    user.emailaddress_set.create(email=user.email, verified=True, primary=True)
    return client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})


def test_whoever_asked_for_it_is_told_at_sign_in(alice):
    Erasure.objects.create(user=alice)
    assert sign_in(Client(), alice).url == reverse("planner:my_data_leave")
    assert Erasure.objects.exists()


@pytest.mark.parametrize("role", ["is_staff", "is_superuser"])
def test_who_runs_the_site_is_left_alone(alice, now, role):
    idle_since(alice, now - 5 * YEAR)
    User.objects.filter(pk=alice.pk).update(**{role: True})
    assert (retention.warn_idle(now=now), retention.leave_idle(now=now)) == (0, 0)


@pytest.mark.parametrize("has_other", [True, False])
def test_a_cohort_outlives_a_lead_who_is_away_if_somebody_else_mentors_it(now, has_other):
    cohort = CohortFactory()
    if has_other:
        mentor_of(cohort, MentorFactory())
    idle_since(cohort.lead, now - 3 * YEAR)
    User.objects.filter(pk=cohort.lead.pk).update(warned_at=now - YEAR)
    assert retention.leave_idle(now=now) == 1
    cohort = Cohort.objects.get(pk=cohort.pk)
    assert (cohort.lead, cohort.is_closed) == ((None, False) if has_other else (cohort.lead, True))


def test_the_daily_job_says_what_it_did(alice, capsys, now):
    Sighting.objects.create(mentee=alice, what="gaps", at=now - 2 * YEAR)
    call_command("daily")
    said = capsys.readouterr().out
    assert "sightings: 1" in said
    assert "erased: 0" in said
