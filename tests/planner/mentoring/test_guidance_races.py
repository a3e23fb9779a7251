"""Mentors and a mentee at the same moment: one answer holds, and nothing is set twice."""

import pytest
from django.utils import timezone

from planner import actions
from planner.models import Assignment, CheckIn, GoalSuggestion, Profile, SkillClaim
from tests.factories import CohortFactory, MentorFactory, ProfileFactory, UserFactory, member_of
from tests.races import at_once, needs_row_locks

pytestmark = needs_row_locks
BROWSERS = 8


@pytest.fixture
def mira(real_transactions):
    return MentorFactory(name="Mira")


@pytest.fixture
def alices(mira):
    profile = ProfileFactory(user=UserFactory(name="Alice"), skills={"docker": 2, "git": 1})
    member_of(CohortFactory(lead=mira), profile.user, mira)
    return profile


def tried(error, write):
    """A job that says whether its write went through."""

    def job():
        try:
            write()
        except error:
            return False
        return True

    return job


def test_the_same_step_is_set_once(alices, mira):
    kafka = {"id_": "kafka", "proficiency": 2, "due_on": None, "words": "", "now": timezone.now()}
    job = tried(
        actions.AssignedAlreadyError,
        lambda: actions.assign(profile=alices, mentor=mira, **kafka),
    )
    assert sum(at_once(*[job] * BROWSERS)) == 1
    assert Assignment.objects.count() == 1


def test_a_goal_is_accepted_or_declined(alices, mira):
    goal = alices.goal_suggestions.create(mentor=mira, level_id="mid")
    answer = {"goal": goal, "now": timezone.now()}
    jobs = [
        tried(actions.AnsweredMeanwhileError, lambda: actions.accept_goal(**answer)),
        tried(actions.AnsweredMeanwhileError, lambda: actions.decline_goal(words="No", **answer)),
    ]
    assert sum(at_once(*jobs * (BROWSERS // 2))) == 1
    goal.refresh_from_db()
    is_target = Profile.objects.get(pk=alices.pk).target_id == "mid"
    assert (goal.accepted_at is not None) == is_target != (goal.declined_at is not None)


def test_suggesting_at_once_leaves_one_open(alices, mira):
    def job():
        actions.suggest_goal(profile=alices, mentor=mira, level="mid", words="", now=timezone.now())

    at_once(*[job] * BROWSERS)
    assert GoalSuggestion.objects.count() == 1


def test_a_check_in_is_written_once(alices, mira):
    held = {"held_on": timezone.localdate(), "words": "We talked", "levels": {"git": 2}}
    job = tried(
        actions.HeldAlreadyError,
        lambda: actions.hold_check_in(
            profile=alices, mentor=mira, agreed=[], now=timezone.now(), **held
        ),
    )
    assert sum(at_once(*[job] * BROWSERS)) == 1
    assert CheckIn.objects.get().agreed_levels.count() == 1


def test_taking_over_and_stating_at_once_loses_nothing(alices):
    def state():
        actions.set_proficiency(profile=alices, skill="docker", proficiency=4, was=2)

    def take_over():
        actions.adopt_levels(profile=alices, levels={"docker": (3, 2), "git": (3, 1)})

    jobs = [tried(actions.ChangedMeanwhileError, job) for job in (state, take_over)]
    assert sum(at_once(*jobs)) == 1
    claimed = dict(SkillClaim.objects.values_list("skill", "proficiency"))
    assert claimed in ({"docker": 4, "git": 1}, {"docker": 3, "git": 3})
