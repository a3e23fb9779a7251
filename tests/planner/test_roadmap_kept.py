"""A plan that somebody keeps: adopting it, progress against it, its history."""

import re
from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse

from planner.models import KeptPlan, PlanSettings, SkillClaim
from tests.factories import ProfileFactory
from tests.planner.test_dashboard import profile
from tests.planner.test_roadmap import ROADMAP, rows
from tests.planner.test_roadmap_wishes import wish

pytestmark = pytest.mark.django_db
KEEP, STOP, HISTORY = "/roadmap/keep/", "/roadmap/stop/", "/roadmap/kept/"
TODAY = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel("2026-11-24T12:00:00Z", tick=False):
        yield


@pytest.fixture(autouse=True)
def developer(alice):
    return profile(alice)


def keep(client):
    page = client.get(ROADMAP)
    return client.post(KEEP, {"fingerprint": page.context["view"].fingerprint}, follow=True)


def later(client, user, days):
    """The roadmap so many days on."""
    with time_machine.travel(TODAY + timedelta(days=days)):
        client.force_login(user)
        return client.get(ROADMAP)


def url_of(kept):
    return reverse("planner:roadmap_kept_plan", args=[kept.pk])


def test_a_plan_is_kept_and_says_so(as_alice):
    page = keep(as_alice)
    assert "You follow this plan now." in page.text
    assert "The plan you keep: On time" in page.text
    assert "Keep this plan" not in page.text
    assert KeptPlan.objects.current().count() == 1


def test_a_changed_plan_can_be_kept_instead(as_alice):
    keep(as_alice)
    page = wish(as_alice, "kubernetes@2", "first")
    assert "Keep this plan instead" in page.text
    assert "Today’s plan has this different:" in page.text
    keep(as_alice)
    assert [kept.replaced_at is None for kept in KeptPlan.objects.latest_first()] == [True, False]


@pytest.mark.parametrize("fingerprint", ["", "0" * 64, "x" * 10_000])
def test_what_was_not_shown_is_not_kept(as_alice, fingerprint):
    response = as_alice.post(KEEP, {"fingerprint": fingerprint})
    assert response.status_code == 409
    assert "The plan has changed since" in response.text
    assert not KeptPlan.objects.exists()


def test_another_tab_changed_the_plan_meanwhile(as_alice, developer):
    shown = as_alice.get(ROADMAP).context["view"].fingerprint
    PlanSettings.objects.create(profile=developer, excluded=["kubernetes"])
    assert as_alice.post(KEEP, {"fingerprint": shown}).status_code == 409


def test_a_plan_without_steps_is_not_kept(as_alice, developer):
    catalogue = as_alice.get(ROADMAP).context["catalogue"]
    PlanSettings.objects.create(profile=developer, excluded=[*catalogue.positions])
    assert keep(as_alice).status_code == 409


def test_following_ends(as_alice):
    keep(as_alice)
    page = as_alice.post(STOP, follow=True)
    assert "You follow no plan now." in page.text
    assert page.context["progress"] is None


# --- Progress -------------------------------------------------------------------------------------


def test_nothing_done_falls_behind(as_alice, alice):
    keep(as_alice)
    assert later(as_alice, alice, 3).context["progress_said"] == "On time"
    progress = later(as_alice, alice, 700).context["progress"]
    assert progress.state == "behind"
    assert progress.days > 100


def test_what_is_reached_stands_solid_at_the_top(as_alice, developer):
    keep(as_alice)
    SkillClaim.objects.create(profile=developer, skill_id="go", proficiency=2)
    page = as_alice.get(ROADMAP)
    assert [row.step.id for row in page.context["done_rows"]] == ["go"]
    assert page.context["progress"].state == "ahead"
    assert "Done; planned until" in page.text


def test_progress_is_measured_in_days(as_alice, developer, alice):
    kept_steps = [row.planned for row in rows(as_alice.get(ROADMAP))]
    keep(as_alice)
    first = next(p for p in kept_steps if p.step.kind == "skill" and not p.step.practice_months)
    SkillClaim.objects.update_or_create(
        profile=developer, skill_id=first.step.id, defaults={"proficiency": first.step.end}
    )
    said = as_alice.get(ROADMAP).context["progress_said"]
    assert re.fullmatch(r"\d+ (days|months) ahead", said)


def test_a_finished_plan_is_done(as_alice, developer):
    keep(as_alice)
    for kept in [row.planned.step for row in rows(as_alice.get(ROADMAP))]:
        if kept.kind == "skill":
            SkillClaim.objects.update_or_create(
                profile=developer, skill_id=kept.id, defaults={"proficiency": 4}
            )
        else:
            developer.certification_claims.create(certification_id=kept.id, earned_on=TODAY)
    assert as_alice.get(ROADMAP).context["progress_said"].startswith("Done, ")


# --- History --------------------------------------------------------------------------------------


def test_history_says_what_changed_each_time(as_alice):
    keep(as_alice)
    wish(as_alice, "kubernetes@2", "excluded")
    keep(as_alice)
    page = as_alice.get(HISTORY)
    newest, oldest = page.context["rows"]
    assert re.search(r"No longer in the plan: .*Kubernetes", " ".join(newest.changes))
    assert oldest.changes == []
    assert "2 plans kept" in page.text


def test_history_is_empty_at_first(as_alice):
    assert "No plan is kept yet" in as_alice.get(HISTORY).text


def test_an_old_plan_is_read_as_it_was(as_alice, alice):
    before = [row.planned.step.id for row in rows(as_alice.get(ROADMAP))]
    keep(as_alice)
    wish(as_alice, "kubernetes@2", "excluded")
    page = as_alice.get(url_of(KeptPlan.objects.get()))
    assert [step.id for step, _ in page.context["steps"]] == before
    assert "Senior by November 2028: the plan of 24 November 2026" in page.text


def test_a_kept_plan_outlives_what_the_catalogue_had(as_alice):
    keep(as_alice)
    kept = KeptPlan.objects.get()
    for n, step in enumerate(kept.result["plan"]["steps"]):
        step["id"] = f"gone-{n}"
    kept.save()
    wish(as_alice, "kubernetes@2", "excluded")
    keep(as_alice)
    for url in (ROADMAP, HISTORY, url_of(kept)):
        assert as_alice.get(url).status_code == 200


def test_somebody_elses_plan_does_not_exist(as_alice, client, bob):
    keep(as_alice)
    ProfileFactory(user=bob)
    client.force_login(bob)
    kept = KeptPlan.objects.get()
    assert client.get(url_of(kept)).status_code == 404
    client.post(STOP)
    kept.refresh_from_db()
    assert kept.replaced_at is None


@pytest.mark.parametrize("pk", [0, 999_999, 2**63, 10**30])
def test_a_plan_that_never_was(as_alice, pk):
    assert as_alice.get(f"/roadmap/kept/{pk}/").status_code == 404


@pytest.mark.parametrize("count", [1, 4])
def test_history_takes_as_many_queries_for_many(
    as_alice, developer, django_assert_num_queries, count
):
    keep(as_alice)
    for excluded in ["kubernetes", "go", "redis"][: count - 1]:
        PlanSettings.objects.update_or_create(profile=developer, defaults={"excluded": [excluded]})
        keep(as_alice)
    with django_assert_num_queries(8):  # as the roadmap, and all kept plans
        as_alice.get(HISTORY)
