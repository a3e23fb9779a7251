"""What a profile states becomes history: each write is found there, and nothing changes it."""

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from planner import actions
from planner.domain.history import replay
from planner.models import CertificationClaim, Event, PlanSettings
from planner.models.history import AppendOnlyError
from planner.queries.history import read_state
from planner.queries.plans import load_plan
from tests.factories import ProfileFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def alice():
    return ProfileFactory(user=UserFactory(email="alice@example.com", name="Alice"))


def history(profile):
    return [event.to_value() for event in profile.events.all()]


def told(profile):
    return [(e.kind, e.key, e.was, e.now) for e in profile.events.in_order()]


def test_a_skill_is_told_with_what_it_was(alice):
    actions.set_proficiency(profile=alice, skill="python", proficiency=2, was=None)
    actions.set_proficiency(profile=alice, skill="python", proficiency=3, was=2)
    actions.set_proficiency(profile=alice, skill="python", proficiency=None, was=3)
    skills = [event for event in told(alice) if event[0] == "skill"]
    assert skills == [
        ("skill", "python", None, 2), ("skill", "python", 2, 3), ("skill", "python", 3, None),
    ]  # fmt: skip


def test_it_says_who_and_when(alice):
    before = timezone.now()
    actions.set_proficiency(profile=alice, skill="python", proficiency=2, was=None)
    event = alice.events.latest_first()[0]
    assert event.by == alice.user
    assert before <= event.at <= timezone.now()
    assert event.origin == Event.Origin.SELF


def test_what_fails_leaves_no_history(alice):
    with pytest.raises(actions.ChangedMeanwhileError):
        actions.set_proficiency(profile=alice, skill="python", proficiency=2, was=1)
    assert told(alice) == []


def test_what_changes_nothing_is_no_event(alice):
    actions.set_proficiency(profile=alice, skill="python", proficiency=2, was=None)
    count = alice.events.count()
    actions.set_proficiency(profile=alice, skill="python", proficiency=2, was=None)
    assert alice.events.count() == count


def test_the_history_of_a_busy_day_comes_to_what_the_profile_states(alice):
    start = read_state(alice.pk)
    today = timezone.localdate()
    actions.fill_sample(profile=alice, today=today)
    actions.set_rank(profile=alice, id_="docker", rank="excluded")
    actions.change_certification(
        claim=CertificationClaim.objects.get(), earned_on=today, expires_on=None
    )
    alice.refresh_from_db()
    view = load_plan(alice, today)
    actions.keep_plan(
        profile=alice, catalogue=view.catalogue, inputs=view.inputs, result=view.document
    )
    state = replay(history(alice), timezone.now())
    assert {**start.values, **state.values} == read_state(alice.pk).values
    assert PlanSettings.objects.get().excluded == ["docker"]


def test_clearing_a_profile_is_history_too(alice):
    new = read_state(alice.pk)  # a new profile has its hours a week by default
    actions.fill_sample(profile=alice, today=timezone.localdate())
    actions.clear_profile(profile=alice)
    assert read_state(alice.pk) == new
    state = replay(history(alice), timezone.now())
    assert {**new.values, **state.values} == new.values
    assert len(told(alice)) > 40


def test_nothing_changes_an_event(alice):
    actions.set_proficiency(profile=alice, skill="python", proficiency=2, was=None)
    event = alice.events.get(kind="skill")
    event.now = 4
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        event.save()
    with pytest.raises(AppendOnlyError):
        Event.objects.update(now=4)
    assert alice.events.get(kind="skill").now == 2


def test_nobody_else_becomes_who_made_an_event(alice):
    actions.set_proficiency(profile=alice, skill="python", proficiency=2, was=None)
    event = alice.events.get(kind="skill")
    event.by = UserFactory()
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        event.save(update_fields=["by"])
    assert alice.events.get(kind="skill").by == alice.user


def test_nothing_takes_an_event_away_but_the_end_of_its_profile(alice):
    actions.set_proficiency(profile=alice, skill="python", proficiency=2, was=None)
    with pytest.raises(AppendOnlyError):
        alice.events.all().delete()
    with pytest.raises(AppendOnlyError):
        alice.events.get(kind="skill").delete()
    alice.user.delete()
    assert not Event.objects.exists()


def test_an_event_outlives_the_account_of_who_made_it(alice):
    bob = UserFactory(name="Bob")
    Event.objects.create(profile=alice, by=bob, kind="review", key="python", now="confirm")
    bob.delete()
    assert alice.events.get().by is None
