"""The plan of a mentee for their mentor: steps and dates, what was set, what explains a pause."""

from datetime import date, timedelta

import pytest
import time_machine
from django.utils import timezone

from planner.models import Assignment, Profile
from tests.planner.mentoring.in_cohort import follows
from tests.planner.test_dashboard import title

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel("2026-11-24T12:00:00Z", tick=False):
        yield


@pytest.fixture
def address(alices):
    return f"/mentees/{alices.pk}/plan/"


@pytest.mark.parametrize(
    ("step", "verdict"),
    [
        ({"to": 2}, "Alice has done every step of the plan"),
        ({"to": 3, "ends_on": "2027-02-01"}, "Alice is on time with the plan"),
        ({"to": 3, "ends_on": "2026-11-12"}, "Alice is 12 days behind the plan"),
    ],
)
def test_the_heading_says_how_the_plan_goes(as_mira, alices, address, step, verdict):
    follows(alices, **step)
    assert title(as_mira.get(address)) == verdict


def test_the_steps_stand_with_their_days_and_states(as_mira, alices, address):
    follows(alices, id="kubernetes", ends_on="2026-11-12")
    page = as_mira.get(address)
    assert [step.id for step in page.context["steps"]] == ["kubernetes"]
    assert "12 Nov 2026" in page.text
    assert '<span class="badge badge--plan">Overdue</span>' in page.text
    assert "0 of 1 step reached" in page.text
    assert "$" not in page.text


def test_a_long_plan_shows_what_is_next_and_the_rest_on_demand(as_mira, alices, address):
    kept = follows(alices, id="kubernetes")
    [step] = kept.result["plan"]["steps"]
    skills = ["redis", "kafka", "docker", "kubernetes", "sql", "linux", "nosql", "mongodb", "rest"]
    kept.result["plan"]["steps"] = [step | {"id": skill, "to": 4} for skill in skills]
    kept.save()
    page = as_mira.get(address)
    assert [s.id for s in page.context["steps"]] == skills[:6]
    assert [s.id for s in page.context["later_steps"]] == skills[6:]
    assert "3 steps later" in page.text


def test_without_a_plan_the_page_says_so(as_mira, address):
    page = as_mira.get(address)
    assert title(page) == "Alice follows no plan"
    assert (page.context["steps"], page.context["later_steps"]) == ([], [])


def test_pace_and_last_change_are_told(as_mira, alices, address):
    moment = timezone.now() - timedelta(days=3)
    Profile.objects.filter(pk=alices.pk).update(hours_per_week=1, updated_at=moment)
    text = as_mira.get(address).text
    assert "1 hour of study a week; the profile last changed on 21 November 2026" in text


def test_pauses_and_blockers_are_told_the_open_ones_first(as_mira, alices, address):
    today = timezone.localdate()
    alices.blockers.create(text="Moved house", since=today, resolved_at=timezone.now())
    alices.blockers.create(text="No laptop", since=today, severity="stops")
    alices.pauses.create(starts_on=today, ends_on=today, words="A day off")
    explained = as_mira.get(address).context["explanations"]
    assert [blocker.text for blocker in explained.blockers] == ["No laptop", "Moved house"]
    assert [blocker.resolved_at is None for blocker in explained.blockers] == [True, False]
    assert explained.now == explained.pauses[0]


@pytest.mark.parametrize(
    ("first", "last", "is_on"), [(-2, -1, False), (-1, 0, True), (0, 1, True), (1, 2, False)]
)
def test_a_pause_is_on_from_its_first_to_its_last_day(as_mira, alices, address, first, last, is_on):
    today = timezone.localdate()
    days = {"starts_on": today + timedelta(first), "ends_on": today + timedelta(last)}
    alices.pauses.create(**days)
    assert (as_mira.get(address).context["explanations"].now is not None) == is_on


def test_the_steps_that_were_set_come_by_urgency(as_mira, alices, mira, address):
    week = timedelta(days=7)
    today, now = timezone.localdate(), timezone.now()
    declined = {"declined_at": now, "answer": "No time"}
    for skill, more in {
        "kafka": {}, "docker": {"due_on": today}, "redis": {"due_on": today + week},
        "graphql": {"due_on": today - week}, "sql": declined, "nosql": {"withdrawn_at": now},
    }.items():  # fmt: skip
        row = {"proficiency": 2, "mentor": mira, "profile": alices, "skill_id": skill} | more
        Assignment.objects.create(**row)
    page = as_mira.get(address)
    found = {task.assigned.id: task.state for task in page.context["tasks"]}
    assert list(found.items()) == [
        ("graphql", "overdue"), ("redis", "open"), ("kafka", "open"), ("docker", "done"),
        ("sql", "declined"),
    ]  # fmt: skip
    assert "Alice: No time" in page.text
    assert "Set by Mira, was due on 17 November" in page.text


def test_the_day_of_another_year_says_the_year(as_mira, alices, mira, address):
    due = {"due_on": date(2027, 1, 12), "proficiency": 2}
    Assignment.objects.create(profile=alices, mentor=mira, skill_id="kafka", **due)
    assert "Set by Mira, due 12 January 2027" in as_mira.get(address).text
