"""Steps that a mentor sets: which, how they are withdrawn, declined, and taken into the plan."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from accounts.models import Consent
from planner import actions
from planner.models import Assignment, PlanSettings, Profile
from tests.domain.people import ENTRY
from tests.factories import SkillClaimFactory
from tests.planner.test_dashboard import profile as profile_of

pytestmark = pytest.mark.django_db
KAFKA = {"step": "other", "item": "kafka", "proficiency": "2", "words": "See the talk."}


@pytest.fixture
def address(alices):
    return f"/mentees/{alices.pk}/assignments/new/"


@pytest.fixture
def kafka(alices, mira):
    return alices.assignments.create(mentor=mira, skill_id="kafka", proficiency=2, words="Try it")


def own(assignment, what):
    return f"/guidance/steps/{assignment.pk}/{what}/"


def withdraw(assignment):
    return f"/mentees/{assignment.profile_id}/assignments/{assignment.pk}/withdraw/"


# --- Setting one ----------------------------------------------------------------------------------


def test_open_gaps_are_offered_first(as_mira, alices, address):
    form = as_mira.get(address).context["form"]
    keys = [key for key, _ in form.fields["step"].choices]
    assert "git@2" in keys
    assert keys[-1] == "other"
    assert as_mira.post(address, {"step": "git@2"}).status_code == 302
    found = Assignment.objects.get()
    assert (found.profile, found.skill_id, found.proficiency) == (alices, "git", 2)


def test_without_the_skills_nothing_is_offered(as_mira, address):
    Consent.objects.filter(scope="skills").update(ends_at=timezone.now())
    page = as_mira.get(address)
    assert [key for key, _ in page.context["form"].fields["step"].choices] == ["other"]
    assert "does not show you skills" in page.text
    assert as_mira.post(address, KAFKA | {"item": "docker", "proficiency": "1"}).status_code == 302


def test_anything_else_can_be_set_with_a_day_and_words(as_mira, alices, mira, address):
    day = timezone.localdate() + timedelta(days=7)
    assert as_mira.post(address, KAFKA | {"due_on": day.isoformat()}).status_code == 302
    found = Assignment.objects.get()
    assert (found.skill_id, found.proficiency, found.certification_id) == ("kafka", 2, None)
    assert (found.mentor, found.due_on, found.words) == (mira, day, "See the talk.")


def test_a_certification_needs_no_level(as_mira, alices, address):
    assert as_mira.post(address, {"step": "other", "item": "ckad"}).status_code == 302
    found = Assignment.objects.get()
    assert (found.certification_id, found.skill_id, found.proficiency) == ("ckad", None, None)


YESTERDAY = (timezone.localdate() - timedelta(days=1)).isoformat()
REFUSED = {
    "no step": ({"step": ""}, "This field is required."),
    "unknown step": ({"step": "cobol@2"}, "not one of the available choices"),
    "nothing chosen": ({"item": ""}, "Choose a skill or a certification."),
    "no level": ({"proficiency": ""}, "Say up to which level."),
    "a level of none": ({"proficiency": "0"}, "not one of the available choices"),
    "unknown skill": ({"item": "cobol"}, "not one of the available choices"),
    "there already": ({"item": "docker"}, "That is there already."),
    "yesterday": ({"due_on": YESTERDAY}, "This day is over."),
    "no day": ({"due_on": "soon"}, "Enter a valid date."),
    "a far day": ({"due_on": "3000-01-01"}, "Give a day between 1950 and 2100."),
    "NUL": ({"words": "a\x00b"}, "Null characters are not allowed."),
    "another direction": ({"words": "a\u202eb"}, "ordinary punctuation only"),
    "too many words": ({"words": "w" * 2_001}, "at most 2000 characters"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_bad_input_is_refused_and_kept(as_mira, address, what):
    change, message = REFUSED[what]
    response = as_mira.post(address, KAFKA | change)
    assert response.status_code == 422
    assert message in response.text
    assert response.context["form"]["words"].value() == (KAFKA | change)["words"]
    assert not Assignment.objects.exists()


def test_the_same_step_is_set_once_until_it_is_withdrawn(as_mira, address):
    as_mira.post(address, KAFKA)
    response = as_mira.post(address, KAFKA)
    assert response.status_code == 422
    assert "You set this step already." in response.text
    Assignment.objects.update(withdrawn_at=timezone.now())
    assert as_mira.post(address, KAFKA).status_code == 302


def test_co_mentors_may_set_the_same(as_mira, as_nick, address):
    assert as_mira.post(address, KAFKA).status_code == 302
    assert as_nick.post(address, KAFKA).status_code == 302
    assert Assignment.objects.count() == 2


def test_the_mentee_gets_a_mail_unless_it_is_withdrawn_before(as_mira, address, run_tasks):
    as_mira.post(address, KAFKA)
    run_tasks()
    assert [message.to for message in mail.outbox] == [["alice@example.com"]]
    as_mira.post(address, KAFKA | {"item": "redis"})
    as_mira.post(withdraw(Assignment.objects.get(skill="redis")))
    run_tasks()
    assert len(mail.outbox) == 1


# --- Withdrawing and declining --------------------------------------------------------------------


def test_a_mentor_withdraws_their_own_only(as_mira, as_nick, kafka):
    assert as_nick.post(withdraw(kafka)).status_code == 404
    assert as_mira.post(withdraw(kafka)).status_code == 302
    kafka.refresh_from_db()
    assert kafka.withdrawn_at is not None


def test_a_step_of_somebody_else_is_not_reached_through_a_mentee(as_mira, mira, bob, kafka):
    bobs = profile_of(bob)
    theirs = bobs.assignments.create(mentor=mira, skill_id="kafka", proficiency=2)
    address = f"/mentees/{kafka.profile_id}/assignments/{theirs.pk}/withdraw/"
    assert as_mira.post(address).status_code == 404


def test_the_mentee_declines_with_words(as_alice, kafka):
    assert "Apache Kafka / event streaming to Working" in as_alice.get(own(kafka, "decline")).text
    assert as_alice.post(own(kafka, "decline"), {"words": "Not now"}).url == "/guidance/"
    kafka.refresh_from_db()
    assert (kafka.answer, kafka.declined_at is not None) == ("Not now", True)
    assert "You: Not now" in as_alice.get("/guidance/").text


def test_declining_twice_keeps_the_first_answer(as_alice, kafka):
    as_alice.post(own(kafka, "decline"), {"words": "First"})
    response = as_alice.post(own(kafka, "decline"), {"words": "Second"})
    assert response.status_code == 409
    assert "answered or withdrawn meanwhile" in response.text
    kafka.refresh_from_db()
    assert kafka.answer == "First"


def test_words_that_are_too_long_are_kept(as_alice, kafka):
    response = as_alice.post(own(kafka, "decline"), {"words": "w" * 2_001})
    assert response.status_code == 422
    assert response.context["form"]["words"].value() == "w" * 2_001


def test_withdrawing_what_was_declined_leaves_it_declined(kafka):
    now = timezone.now()
    actions.decline_assignment(assignment=kafka, words="", now=now)
    actions.withdraw_assignment(assignment=kafka, now=now)
    kafka.refresh_from_db()
    assert (kafka.declined_at, kafka.withdrawn_at) == (now, None)


@pytest.mark.parametrize("what", ["decline", "first"])
def test_others_cannot_answer(client, charlie, kafka, what):
    client.force_login(charlie)
    assert client.post(own(kafka, what)).status_code == 404


# --- In the plan ----------------------------------------------------------------------------------


@pytest.fixture
def planned(alices):
    """Alice has a plan with some steps."""
    for skill, proficiency in ENTRY.items():
        SkillClaimFactory._meta.model.objects.update_or_create(
            profile=alices, skill_id=skill, defaults={"proficiency": proficiency}
        )
    Profile.objects.filter(pk=alices.pk).update(onboarded_at=timezone.now(), target="mid")
    return alices


def set_step(profile, mentor, skill, proficiency, **more):
    return profile.assignments.create(
        mentor=mentor, skill_id=skill, proficiency=proficiency, **more
    )


def test_the_roadmap_says_which_step_was_set_by_whom(as_alice, planned, mira):
    set_step(planned, mira, "debugging", 3)
    page = as_alice.get("/roadmap/")
    rows = [*page.context["rows"], *page.context["more_rows"]]
    assert {r.assigned for r in rows if r.planned.step.id == "debugging"} == {"Set by Mira"}
    assert {r.assigned for r in rows if r.planned.step.id != "debugging"} == {""}
    [assigned] = page.context["assigned_rows"]
    assert assigned.ends_on is not None
    assert not assigned.is_late


def test_a_plan_that_comes_too_late_says_so(as_alice, planned, mira):
    set_step(planned, mira, "debugging", 3, due_on=timezone.localdate())
    page = as_alice.get("/roadmap/")
    assert page.context["assigned_rows"][0].is_late
    assert "later than that" in page.text


def test_one_click_puts_it_first(as_alice, planned, mira):
    step = set_step(planned, mira, "debugging", 3)
    response = as_alice.post(own(step, "first"), follow=True)
    assert "Debugging &amp; troubleshooting comes first now" in response.text
    assert PlanSettings.objects.get(profile=planned).first == ["debugging"]
    assert response.context["assigned_rows"][0].is_first


def test_an_order_by_hand_is_kept_otherwise(as_alice, planned, mira):
    keys = [r.planned.key for r in as_alice.get("/roadmap/").context["rows"]]
    actions.set_order(profile=planned, order=keys)
    step = set_step(planned, mira, keys[-1].partition("@")[0], int(keys[-1][-1]))
    page = as_alice.post(own(step, "first"), follow=True)
    shown = [r.planned.key for r in page.context["rows"]]
    assert shown[0] in {keys[-1], *keys}
    assert shown.index(keys[-1]) < len(keys) - 1


def test_what_the_plan_has_no_place_for_stays_a_step(as_alice, planned, mira):
    step = set_step(planned, mira, "negotiation", 4)
    response = as_alice.post(own(step, "first"), follow=True)
    assert "has no place for it; it stays a step" in response.text
    assert "not in this plan" in response.text


def test_nothing_is_said_to_who_has_no_mentor_any_more(as_alice, planned, mira, alice):
    set_step(planned, mira, "debugging", 3)
    type(alice).objects.filter(pk=alice.pk).update(is_mentee=False)
    assert as_alice.get("/roadmap/").context["assigned_rows"] == []


@pytest.mark.parametrize("count", [1, 20])
@pytest.mark.parametrize(("address", "queries"), [("/roadmap/", 8), ("/dashboard/", 7)])
def test_a_mentee_costs_one_query_more(
    as_alice, planned, mira, django_assert_num_queries, count, address, queries
):
    for skill in [*ENTRY, *planned_skills()][:count]:
        set_step(planned, mira, skill, 4)
    with django_assert_num_queries(queries):
        as_alice.get(address)


def planned_skills():
    return (
        "kafka", "redis", "docker", "kubernetes", "graphql", "sql", "nosql", "mongodb", "go",
        "java", "kotlin",
    )  # fmt: skip


def test_the_dashboard_leads_to_what_was_set(as_alice, planned, mira):
    assert "No step from your mentors is left to do." in as_alice.get("/dashboard/").text
    set_step(planned, mira, "debugging", 4)
    assert "1 step from your mentors</b>, first Debugging" in as_alice.get("/dashboard/").text
