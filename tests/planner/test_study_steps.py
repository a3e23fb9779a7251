"""Steps that are begun and finished, the plan that answers, the own pace, what mentors see."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from planner import access, actions
from planner.models import Event, PlanSettings, SkillClaim, StepMark
from planner.queries.plans import load_plan
from planner.queries.study import load_log
from tests.factories import CohortFactory, MentorFactory, ProfileFactory, member_of
from tests.htmx import HTMX
from tests.planner.study_log import LOG, NOON, STEPS, TODAY, beginner, learner, mark, studied

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(NOON, tick=False) as now:
        yield now


@pytest.fixture
def alices(alice):
    return beginner(alice)


# --- Steps ----------------------------------------------------------------------------------------


def test_a_step_is_begun_paused_taken_up_and_finished(as_alice, alices, today):
    for what, state in [
        ("start", "started"), ("pause", "paused"), ("start", "started"), ("finish", "finished"),
    ]:  # fmt: skip
        assert mark(as_alice, what).url == LOG
        assert load_log(alices).round_of("docker").state == state
        today.shift(60)
    assert StepMark.objects.count() == 4


def test_each_change_of_a_step_becomes_history(as_alice, alices):
    mark(as_alice, "start")
    mark(as_alice, "finish")
    told = alices.events.filter(kind=Event.Kind.STUDY).in_order()
    assert [(e.key, e.was, e.now) for e in told] == [
        ("docker", None, "started"), ("docker", "started", "finished"),
    ]  # fmt: skip
    assert {event.by for event in told} == {alices.user}


@pytest.mark.parametrize("what", ["start", "pause"])
def test_a_double_click_marks_once(as_alice, alices, what):
    mark(as_alice, "start")
    mark(as_alice, what)
    mark(as_alice, what)
    assert StepMark.objects.filter(what=what).count() == 1


@pytest.mark.parametrize("what", ["pause", "finish"])
def test_what_is_not_begun_is_neither_paused_nor_finished(as_alice, alices, what):
    response = as_alice.post(STEPS, {"step": "docker@2", "what": what}, follow=True)
    assert "That was so already" in response.text
    assert not StepMark.objects.exists()


@pytest.mark.parametrize(
    "data",
    [{}, {"step": "docker@2", "what": "burn"}, {"step": "docker", "what": "start"}],
)
def test_what_no_form_sends_is_refused(as_alice, alices, data):
    assert as_alice.post(STEPS, data).status_code == 422
    assert not StepMark.objects.exists()


def test_an_unknown_step_does_not_exist(as_alice, alices):
    assert mark(as_alice, "start", "no-such-skill@2").status_code == 404


@pytest.mark.parametrize(
    ("step", "url"),
    [("docker@2", "/skills/docker/#hours-title"), ("cka@1", "/certifications/cka/#facts-title")],
)
def test_from_a_page_it_leads_back_to_it(as_alice, alices, step, url):
    assert mark(as_alice, "start", step, next="item").url == url
    page = as_alice.get(url).text
    assert "In progress: 0 of" in page
    assert "Finish<span" in page


def test_finishing_states_nothing_by_itself_but_offers_it(as_alice, alices):
    mark(as_alice, "start")
    mark(as_alice, "finish")
    assert alices.skill_claims.get(skill="docker").proficiency == 1
    for address in (LOG, "/dashboard/", "/roadmap/"):
        assert "Set Docker to Working" in as_alice.get(address).text
    offered = {"was": "1", "proficiency": "2", "next": LOG}
    as_alice.post("/skills/docker/proficiency/", offered)
    assert SkillClaim.objects.get(profile=alices, skill="docker").proficiency == 2
    assert "Set Docker to Working" not in as_alice.get(LOG).text


def test_a_finished_certification_offers_to_add_the_certificate(as_alice, alices):
    mark(as_alice, "start", "cka@1")
    mark(as_alice, "finish", "cka@1")
    assert "/certifications/?add=cka" in as_alice.get(LOG).text
    as_alice.post("/certifications/add/", {"certification": "cka", "earned_on": "2026-11-24"})
    assert "?add=cka" not in as_alice.get(LOG).text


def test_what_the_catalogue_no_longer_has_can_be_finished(as_alice, alices):
    studied(alices, "gone-skill")
    assert mark(as_alice, "finish", "gone-skill@4").url == LOG
    assert load_log(alices).open_rounds == ()


def test_the_offer_does_not_last_for_ever(as_alice, alices, today):
    mark(as_alice, "start")
    mark(as_alice, "finish")
    today.shift(timedelta(days=8))
    as_alice.force_login(alices.user)
    assert "Set Docker to Working" not in as_alice.get(LOG).text


def test_a_step_of_the_roadmap_is_begun_there(as_alice, alices):
    step = load_plan(access.profile_for_reading(alices.user), TODAY).answer.plan.steps[0]
    data = {"step": step.key, "wish": "start"}
    response = as_alice.post("/roadmap/steps/", data, headers=HTMX)
    assert response.context["changes"][0].endswith(" now.")
    assert response.context["rows"][0].study.state == "started"
    assert load_log(alices).round_of(step.step.id).state == "started"


# --- The plan answers -----------------------------------------------------------------------------


def test_logged_hours_shorten_what_is_left(as_alice, alices, alice):
    def left():
        return as_alice.get("/skills/docker/").context["study"].left.central

    before = left()
    studied(alices, hours=4)
    assert left() == pytest.approx(before - 4)
    assert learner(alice).developer.studied == (("docker", 4.0),)


def test_logged_hours_bring_the_dates_of_the_plan_nearer(as_alice, alices, alice):
    def first_step():
        plan = load_plan(access.profile_for_reading(alice), TODAY).answer.plan
        return next(planned for planned in plan.steps if planned.step.hours.central)

    before = first_step()
    studied(alices, before.step.id, 6)
    assert first_step().step.id == before.step.id
    assert first_step().ends_on < before.ends_on


def test_hours_before_a_skill_was_raised_are_behind(as_alice, alices, alice):
    studied(alices, hours=4, on=TODAY - timedelta(days=3))
    raised = {"profile": alices, "skill": "docker"}
    actions.set_proficiency(**raised, proficiency=2, was=1)
    assert learner(alice).developer.studied == ()
    studied(alices, hours=2)
    assert learner(alice).developer.studied == (("docker", 2.0),)


def test_that_a_skill_is_still_right_or_lower_puts_no_hours_behind(alices, alice):
    studied(alices, hours=4, on=TODAY - timedelta(days=3))
    changed = {"profile": alices, "skill": "docker"}
    actions.set_proficiency(**changed, proficiency=1, was=1)
    actions.set_proficiency(**changed, proficiency=0, was=1)
    assert learner(alice).developer.studied == (("docker", 4.0),)


def test_the_log_of_others_counts_nothing(alices, alice, bob):
    studied(ProfileFactory(user=bob), hours=9)
    assert learner(alice).developer.studied == ()


# --- The own pace ---------------------------------------------------------------------------------


@pytest.fixture
def slow(alices):
    """Three finished steps that took twice the estimate each."""
    for number, item in enumerate(["kafka", "redis", "graphql"]):
        day = TODAY - timedelta(days=40 - number)
        studied(alices, item, 20, day)
        alices.step_marks.create(
            item=item, what="finish", proficiency=2, estimate=10,
            at=timezone.now() - timedelta(days=40 - number),
        )  # fmt: skip
    return alices


def test_too_little_shows_no_pace_but_what_is_missing(as_alice, alices):
    page = as_alice.get(LOG).text
    assert "Your own pace does not show yet" in page
    assert "3 more finished steps with logged hours and 15 hours more in finished steps" in page
    assert "My own pace" not in page


def test_the_pace_shows_with_how_sure_it_is(as_alice, slow):
    page = as_alice.get(LOG)
    assert page.context["pace"].factor.central == pytest.approx(2**0.5)
    assert "Steps take you about 41% more time than estimated" in page.text
    assert "from 3 finished steps with 60 hours" in page.text


def test_the_plan_goes_by_it_only_if_wanted(as_alice, slow, alice):
    assert learner(alice).developer.pace == 1.0
    assert as_alice.post("/log/pace/", {"use": "1"}).url == "/log/#pace-title"
    assert learner(alice).developer.pace == pytest.approx(2**0.5)
    as_alice.post("/log/pace/", {"use": "0"})
    assert learner(alice).developer.pace == 1.0


def test_that_it_goes_by_it_is_history_of_the_plan(as_alice, slow):
    as_alice.post("/log/pace/", {"use": "1"})
    told = slow.events.get(kind=Event.Kind.PLAN, key="uses_own_pace")
    assert (told.was, told.now) == (None, True)


def test_a_choice_that_is_none_changes_nothing(as_alice, slow):
    as_alice.post("/log/pace/", {"use": "perhaps"})
    assert not PlanSettings.objects.exists()


def test_a_step_is_measured_by_the_estimate_of_its_start(as_alice, alices, today):
    mark(as_alice, "start", "kafka@2")
    begun = StepMark.objects.get().estimate
    today.shift(timedelta(days=1))
    as_alice.force_login(alices.user)
    studied(alices, "kafka", 5, TODAY)
    actions.set_proficiency(profile=alices, skill="kafka", proficiency=1, was=None)
    mark(as_alice, "finish", "kafka@2")
    (done,) = load_log(alices).done
    assert (done.estimate, done.hours, done.goal) == (float(begun), 5.0, 2)
    assert StepMark.objects.get(what="finish").estimate < begun


# --- For mentors ----------------------------------------------------------------------------------


@pytest.fixture
def shown(client, alices, alice):
    """What Mira is shown of the plan of Alice."""
    mira = MentorFactory(name="Mira")
    member_of(CohortFactory(lead=mira), alice, mira)
    client.force_login(mira)
    return lambda: client.get(f"/mentees/{alices.pk}/plan/").text


def test_mentors_see_what_is_begun_and_how_much_was_studied(shown, alices):
    assert "No hours are logged." in shown()
    now = timezone.now()
    alices.step_marks.create(item="kafka", what="start", at=now - timedelta(days=9))
    alices.step_marks.create(item="kafka", what="pause", at=now - timedelta(days=2))
    studied(alices, hours=3, on=TODAY - timedelta(days=40))
    studied(alices, hours=2, on=TODAY - timedelta(days=4))
    page = shown()
    assert "Paused 22 November 2026" in page
    assert "2 hours in the last 4 weeks; the last on 20 November 2026." in page


def test_mentors_never_see_the_notes_of_the_log(shown, alices):
    alices.study_sessions.create(item="docker", on=TODAY, hours=1, words="study-note-4711")
    assert "study-note-4711" not in shown()
