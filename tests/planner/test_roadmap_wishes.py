"""Wishes for the steps of a roadmap: order by hand, first, later, not for me, there already."""

import re

import pytest
import time_machine

from planner.models import PlanSettings, SkillClaim
from tests.domain.people import MID
from tests.htmx import HTMX, element
from tests.planner.test_dashboard import profile, title
from tests.planner.test_roadmap import ROADMAP, ids, row_of, rows

pytestmark = pytest.mark.django_db
STEPS, ORDER = "/roadmap/steps/", "/roadmap/order/"


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel("2026-11-24T12:00:00Z", tick=False):
        yield


@pytest.fixture(autouse=True)
def developer(alice):
    return profile(alice)


def wish(client, step, wish, **more):
    return client.post(STEPS, {"step": step, "wish": wish, **more}, headers=HTMX)


def have(client, step, proficiency, was):
    return wish(client, step, "have", proficiency=proficiency, was=was)


def settings():
    return PlanSettings.objects.get()


# --- Order by hand --------------------------------------------------------------------------------


def test_a_step_moves_up_by_one(as_alice):
    before = rows(as_alice.get(ROADMAP))
    moved = wish(as_alice, before[2].planned.key, "up")
    expected = [before[n].planned.key for n in (0, 2, 1)]
    assert [row.planned.key for row in rows(moved)[:3]] == expected
    assert moved.context["plan"].proof == "by_hand"


def test_down_takes_up_back(as_alice):
    before = ids(as_alice.get(ROADMAP))
    key = rows(as_alice.get(ROADMAP))[4].planned.key
    wish(as_alice, key, "up")
    assert ids(wish(as_alice, key, "down")) == before


def test_the_focus_can_stay_on_the_pressed_button(as_alice):
    row = rows(as_alice.get(ROADMAP))[3]
    answer = wish(as_alice, row.planned.key, "up")
    assert element(answer, f"up-{row.anchor}")
    assert "autofocus" not in answer.text


def test_the_planner_orders_again(as_alice):
    before = ids(as_alice.get(ROADMAP))
    wish(as_alice, rows(as_alice.get(ROADMAP))[4].planned.key, "up")
    answer = as_alice.post(ORDER, follow=True)
    assert "The planner orders the steps again." in answer.text
    assert ids(answer) == before
    assert settings().order == []


def test_what_comes_first_is_not_passed(as_alice):
    keys = [row.planned.key for row in rows(wish(as_alice, "ckad@1", "first"))]
    assert keys.index("ckad@1") == keys.index("kubernetes@2") + 1
    order = settings().order
    refused = wish(as_alice, "ckad@1", "up")
    assert refused.status_code == 409
    assert "stays where it is: Kubernetes has to come first." in refused.text
    assert settings().order == order


@pytest.mark.parametrize(("place", "end", "said"), [("up", 0, "first"), ("down", -1, "last")])
def test_the_ends_are_the_ends(as_alice, place, end, said):
    key = rows(as_alice.get(ROADMAP))[end].planned.key
    refused = wish(as_alice, key, place)
    assert refused.status_code == 409
    assert f"is the {said} step already." in refused.text
    assert not PlanSettings.objects.exists()


# --- First, later, not for me ---------------------------------------------------------------------


def test_a_step_is_wanted_first_with_what_it_needs(as_alice):
    answer = wish(as_alice, "ckad@1", "first")
    begun = ids(answer)[: ids(answer).index("ckad") + 1]
    assert begun[-2:] == ["kubernetes", "ckad"]
    assert set(begun) <= {"networking", "linux", "kubernetes", "ckad"}
    assert row_of(answer, "ckad").wish == "first"
    assert answer.context["changes"][0].startswith("You want Certified Kubernetes")


def test_a_step_is_put_off(as_alice):
    answer = wish(as_alice, "go@2", "later")
    assert ids(answer)[-1] == "go" or "go" in [s.id for s in answer.context["plan"].later]
    assert settings().later == ["go"]


@pytest.mark.parametrize("asked", ["first", "later", "excluded"])
def test_each_wish_can_be_taken_back(as_alice, asked):
    before = ids(as_alice.get(ROADMAP))
    wish(as_alice, "go@2", asked)
    answer = wish(as_alice, "go@2", "normal")
    assert ids(answer) == before
    assert answer.context["changes"][0] == "The planner places Go again."


def test_first_holds_in_an_order_by_hand_too(as_alice):
    wish(as_alice, rows(as_alice.get(ROADMAP))[4].planned.key, "up")
    assert ids(wish(as_alice, "go@2", "first"))[0] == "go"


def test_what_is_not_for_me_leaves_with_what_builds_on_it(as_alice):
    answer = wish(as_alice, "kubernetes@2", "excluded")
    assert not {"kubernetes", "ckad"} & set(ids(answer))
    left = str(element(answer, "roadmap-plan"))
    assert "Left out with it, because they build on it:" in left
    assert re.search(r"No longer in the plan: .*Kubernetes", " ".join(answer.context["changes"]))


def test_what_is_not_for_me_is_not_suggested_elsewhere(as_alice):
    wish(as_alice, "negotiation@2", "excluded")
    outlook = as_alice.get("/dashboard/").context["outlook"]
    assert "negotiation" not in [s.step.id for s in outlook.suggestions]


def test_everything_can_be_left_out_and_taken_back(as_alice, developer):
    catalogue = as_alice.get(ROADMAP).context["catalogue"]
    PlanSettings.objects.create(profile=developer, excluded=[*catalogue.positions])
    page = as_alice.get(ROADMAP)
    assert title(page) == "Nothing is left to plan: you left everything out"
    assert len(page.context["left_out"]) == len(catalogue.positions)
    assert "Undo" in page.text


def test_a_level_out_of_reach_is_said(as_alice, developer):
    asked = [s.step.id for s in as_alice.get(ROADMAP).context["plan"].steps if s.is_for_target]
    PlanSettings.objects.create(profile=developer, excluded=asked)
    page = as_alice.get(ROADMAP)
    assert title(page) == "Senior is out of reach without what you left out"


def test_the_reason_of_a_change_is_named(as_alice):
    answer = wish(as_alice, "kubernetes@2", "first")
    assert re.search(
        r" moves from .* to \w+ 20\d\d because Kubernetes now comes before it\.",
        " ".join(answer.context["changes"]),
    )


def test_what_changed_takes_the_focus(as_alice):
    assert wish(as_alice, "go@2", "first").text.count("autofocus") == 1


def test_without_scripts_the_change_is_said_after_the_redirect(as_alice):
    answer = as_alice.post(STEPS, {"step": "go@2", "wish": "first"}, follow=True)
    assert answer.redirect_chain == [(ROADMAP, 302)]
    assert "You want Go first, with what it needs." in answer.text


# --- There already --------------------------------------------------------------------------------


def test_what_is_there_already_is_stated(as_alice, alice):
    answer = have(as_alice, "kubernetes@2", "2", "unassessed")
    assert "kubernetes@2" not in [row.planned.key for row in rows(answer)]
    assert SkillClaim.objects.visible_to(alice).get(skill="kubernetes").proficiency == 2
    assert answer.context["changes"][0] == "You have Kubernetes at Working already."


def test_and_taken_back(as_alice, alice):
    before = ids(as_alice.get(ROADMAP))
    undo = have(as_alice, "kubernetes@2", "2", "unassessed").context["undo"]
    answer = have(as_alice, undo["key"], undo["proficiency"], undo["was"])
    assert ids(answer) == before
    assert not SkillClaim.objects.visible_to(alice).filter(skill="kubernetes").exists()
    assert answer.context["changes"][0] == "Kubernetes is to be learnt again."


def test_another_tab_was_faster(as_alice, developer):
    SkillClaim.objects.create(profile=developer, skill_id="kubernetes", proficiency=1)
    answer = have(as_alice, "kubernetes@2", "2", "unassessed")
    assert answer.status_code == 409
    assert "You changed this skill elsewhere meanwhile" in answer.text
    assert SkillClaim.objects.get(skill="kubernetes").proficiency == 1


# --- Odd input ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("step", "asked", "status"),
    [
        ("no-such@2", "first", 404),
        ("kubernetes@2", "fly", 422),
        ("kubernetes", "first", 422),
        ("kubernetes@9", "first", 422),
        ("a" * 5000 + "@2", "first", 422),
        ("kubernetes@2\x00", "first", 422),
        ("", "", 422),
        ("rust@4", "up", 409),
        ("ckad@1", "have", 409),
        ("kubernetes@2", "have", 409),
    ],
)
@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
def test_odd_wishes_are_refused(as_alice, step, asked, status, headers):
    response = as_alice.post(STEPS, {"step": step, "wish": asked}, headers=headers)
    assert response.status_code == status


def test_a_certificate_is_not_stated_as_a_skill(as_alice):
    answer = have(as_alice, "ckad@1", "1", "unassessed")
    assert answer.status_code == 409


def test_a_wish_outlives_its_step(as_alice, developer):
    PlanSettings.objects.create(
        profile=developer, first=["gone"], later=["git"], excluded=["gone"], order=["gone@2"]
    )
    page = as_alice.get(ROADMAP)
    assert page.status_code == 200
    assert page.context["left_out"] == []


def test_nobody_elses_settings_change(as_alice, bob):
    theirs = PlanSettings.objects.create(profile=profile(bob, 4, MID), first=["go"])
    wish(as_alice, "go@2", "excluded", profile=theirs.pk, user=bob.pk)
    theirs.refresh_from_db()
    assert (theirs.first, theirs.excluded) == (["go"], [])
