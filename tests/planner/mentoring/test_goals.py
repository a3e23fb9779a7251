"""Levels that a mentor suggests to aim at: nothing changes until the mentee accepts."""

import pytest
from django.core import mail
from django.utils import timezone

from planner.models import Event, GoalSuggestion, Profile
from tests.domain.people import ENTRY, MID
from tests.factories import SkillClaimFactory
from tests.planner.test_dashboard import title

pytestmark = pytest.mark.django_db
SENIOR = {"level": "senior", "words": "You are nearly there."}


@pytest.fixture
def address(alices):
    return f"/mentees/{alices.pk}/goals/new/"


@pytest.fixture
def goal(alices, mira):
    return alices.goal_suggestions.create(mentor=mira, level_id="mid", words="Go on")


def own(goal, what):
    return f"/guidance/goals/{goal.pk}/{what}/"


def withdraw(goal):
    return f"/mentees/{goal.profile_id}/goals/{goal.pk}/withdraw/"


def skilled(profile, skills, years):
    profile.skill_claims.all().delete()
    for skill, proficiency in skills.items():
        SkillClaimFactory(profile=profile, skill_id=skill, proficiency=proficiency)
    stated = {"years_stated": years, "years_stated_on": timezone.localdate()}
    Profile.objects.filter(pk=profile.pk).update(**stated)


# --- Suggesting -----------------------------------------------------------------------------------


def test_a_suggestion_changes_nothing_and_is_mailed(as_mira, alices, mira, address, run_tasks):
    assert as_mira.post(address, SENIOR).url == f"/mentees/{alices.pk}/plan/"
    goal = GoalSuggestion.objects.get()
    assert (goal.level_id, goal.words, goal.mentor) == ("senior", "You are nearly there.", mira)
    alices.refresh_from_db()
    assert alices.target is None
    run_tasks()
    assert [message.to for message in mail.outbox] == [["alice@example.com"]]


def test_a_later_suggestion_takes_the_place_of_an_open_one(as_mira, as_nick, address):
    as_nick.post(address, SENIOR)
    as_mira.post(address, SENIOR)
    as_mira.post(address, {"level": "mid"})
    found = GoalSuggestion.objects.order_by("pk").values_list("mentor__name", "level")
    assert list(found) == [("Nick", "senior"), ("Mira", "mid")]


@pytest.mark.parametrize(
    ("sent", "message"),
    [
        ({"level": "chief"}, "not one of the available choices"),
        ({"level": "mid"}, "That is the target already."),
        ({"level": "entry"}, "Mid-level is reached already, which is above."),
        (SENIOR | {"words": "w" * 2_001}, "at most 2000 characters"),
    ],
)
def test_bad_input_is_refused_and_kept(as_mira, alices, address, sent, message):
    skilled(alices, MID, 4)
    Profile.objects.filter(pk=alices.pk).update(target="mid")
    response = as_mira.post(address, sent)
    assert response.status_code == 422
    assert message in response.text
    assert not GoalSuggestion.objects.exists()


def test_without_the_skills_the_level_reached_stays_hidden(as_mira, alices, alice, address):
    skilled(alices, MID, 4)
    alice.consents_given.filter(scope="skills").update(ends_at=timezone.now())
    assert as_mira.post(address, {"level": "entry"}).status_code == 302


def test_a_mentor_withdraws_their_own_only(as_mira, as_nick, goal):
    assert as_nick.post(withdraw(goal)).status_code == 404
    assert as_mira.post(withdraw(goal)).status_code == 302
    assert not GoalSuggestion.objects.exists()


def test_what_was_answered_cannot_be_withdrawn_any_more(as_mira, as_alice, goal):
    as_alice.post(own(goal, "accept"))
    as_mira.post(withdraw(goal))
    assert GoalSuggestion.objects.exists()


# --- Answering ------------------------------------------------------------------------------------


def test_accepting_makes_it_the_target_and_is_history(as_alice, alices, goal):
    assert as_alice.post(own(goal, "accept")).url == "/guidance/"
    alices.refresh_from_db()
    assert alices.target_id == "mid"
    event = Event.objects.get(profile=alices, key="target")
    assert (event.now, event.origin) == ("mid", Event.Origin.MENTOR)
    assert "Accepted" in as_alice.get("/guidance/").text


def test_declining_keeps_the_target_and_says_why(as_alice, as_mira, alices, goal):
    assert as_alice.get(own(goal, "decline")).status_code == 200
    assert as_alice.post(own(goal, "decline"), {"words": "Not yet"}).url == "/guidance/"
    alices.refresh_from_db()
    assert alices.target is None
    assert "Alice: Not yet" in as_mira.get(f"/mentees/{alices.pk}/plan/").text


@pytest.mark.parametrize("first", ["accept", "decline"])
@pytest.mark.parametrize("second", ["accept", "decline"])
def test_it_is_answered_once(as_alice, goal, first, second):
    as_alice.post(own(goal, first))
    response = as_alice.post(own(goal, second), {"words": "Again"})
    assert response.status_code == 409
    assert "answered or withdrawn meanwhile" in response.text
    goal.refresh_from_db()
    assert (goal.accepted_at is None) != (first == "accept")
    assert goal.answer == ""


def test_a_level_below_the_one_reached_is_not_taken_over(as_alice, alices, goal):
    GoalSuggestion.objects.update(level="entry")
    skilled(alices, MID, 4)
    response = as_alice.post(own(goal, "accept"))
    assert response.status_code == 409
    assert "Mid-level is reached already" in response.text
    goal.refresh_from_db()
    assert goal.accepted_at is None


def test_a_withdrawn_goal_is_gone_for_the_mentee(as_alice, as_mira, goal):
    as_mira.post(withdraw(goal))
    assert as_alice.post(own(goal, "accept")).status_code == 404


@pytest.mark.parametrize("what", ["accept", "decline"])
def test_others_cannot_answer(client, charlie, goal, what):
    client.force_login(charlie)
    assert client.post(own(goal, what)).status_code == 404


def test_the_page_says_what_waits(as_alice, alices, mira, goal):
    skilled(alices, ENTRY, 1)
    assert title(as_alice.get("/guidance/")) == "1 thing from your mentors waits for you"
    alices.assignments.create(
        mentor=mira, skill_id="kafka", proficiency=2, due_on=timezone.localdate().replace(year=2020)
    )
    assert title(as_alice.get("/guidance/")) == (
        "2 things from your mentors wait for you, 1 overdue"
    )
