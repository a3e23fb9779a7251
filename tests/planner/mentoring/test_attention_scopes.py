"""Attention, by what each mentee shows: names without the plan, nothing without consent."""

import pytest

from accounts.models import Consent, Scope, Sighting
from planner.models import CheckIn, Pause
from tests.factories import MentorFactory
from tests.planner.mentoring.people import ago, asked, day_ago, learner, step, wants_more
from tests.planner.test_dashboard import title

pytestmark = pytest.mark.django_db


@pytest.fixture
def look(client, mira, cohort):
    client.force_login(mira)
    return lambda: client.get(f"/cohorts/{cohort.pk}/attention/")


def test_without_the_plan_there_is_a_name_and_no_verdict(look, cohort):
    step(learner(cohort, "Alice", silent=40, scopes=[Scope.SKILLS]), due=30)
    page = look()
    assert title(page) == "Nobody here shows you their plan"
    assert [one.name for one in page.context["view"].unshown] == ["Alice"]
    assert "overdue" not in page.text


def test_without_the_skills_nothing_is_said_of_reviews(look, cohort, mira):
    alice = learner(cohort, "Alice", silent=40, scopes=[Scope.PLAN])
    asked(alice, 10)
    CheckIn.objects.create(profile=alice, mentor=mira, held_on=day_ago(3))
    text = look().text
    assert "waiting for a mentor" not in text
    assert "review of" not in text
    assert "last contact" not in text


def test_without_the_plan_no_pause_shows_in_the_day_of_a_reminder(look, cohort, mira):
    alice = learner(cohort, "Alice", scopes=[Scope.SKILLS])
    wants_more(alice, mira, 5)
    before = [reminder.at for reminder in look().context["view"].reminders]
    Pause.objects.create(profile=alice, starts_on=day_ago(3), ends_on=day_ago(-20))
    assert [reminder.at for reminder in look().context["view"].reminders] == before != []


def test_consent_that_ends_ends_this(look, cohort):
    step(learner(cohort, "Alice", silent=40), due=30)
    Consent.objects.update(ends_at=ago(0))
    assert "overdue" not in look().text


def test_each_reading_is_noted_once_for_each_who_was_shown(look, cohort):
    alice, _ = learner(cohort, "Alice"), learner(cohort, "Ben", scopes=[Scope.EVIDENCE])
    look()
    sighting = Sighting.objects.get()
    assert (sighting.mentee, sighting.what) == (alice.user, Sighting.What.PEOPLE)


def test_another_mentor_finds_no_such_page(client, cohort):
    client.force_login(MentorFactory())
    assert client.get(f"/cohorts/{cohort.pk}/attention/").status_code == 404
