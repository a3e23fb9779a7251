"""One what-if: kept by name, changed, refused, adopted, deleted; the profile stays as it is."""

import pytest
from django.db import IntegrityError
from django.urls import reverse

from planner import actions
from planner.models import PlanSettings, Profile, Scenario
from tests.factories import ProfileFactory
from tests.planner.test_dashboard import profile
from tests.planner.test_scenarios import (
    AUSTIN,
    PAGE,
    SAN_FRANCISCO,
    alices,
    column,
    facts,
    reasons,
    scenario,
    today,
)

__all__ = ["alices", "today"]  # fixtures

pytestmark = pytest.mark.django_db
NEW = "/what-if/new/"
EVERYTHING = {
    "name": "Everything", "hours_per_week": "10", "target": "senior", "objective": "earnings",
    "horizon_months": "60", "language": "go", "framework": "go-web", "certificates": "no",
    "place": SAN_FRANCISCO, "is_remote": "yes",
}  # fmt: skip


def url(action, pk):
    return reverse(f"planner:scenario_{action}", args=[pk])


# --- Kept by name ---------------------------------------------------------------------------------


def test_a_scenario_is_kept_with_all_its_changes(as_alice, alices):
    before = facts(alices)
    assert as_alice.post(NEW, EVERYTHING).url == PAGE
    found = Scenario.objects.get(profile=alices).changes
    assert (found.hours_per_week, found.target, found.objective) == (10.0, "senior", "earnings")
    assert (found.language, found.framework, found.certificates) == ("go", "go-web", False)
    assert (found.place, found.is_remote, found.horizon_months) == (SAN_FRANCISCO, True, 60.0)
    assert facts(alices) == before


def test_the_form_shows_what_a_scenario_has_and_changes_it(as_alice, alices):
    as_alice.post(NEW, EVERYTHING)
    address = url("edit", Scenario.objects.get().pk)
    form = as_alice.get(address).context["form"]
    assert {name: str(form[name].value()) for name in EVERYTHING} == EVERYTHING
    assert as_alice.post(address, EVERYTHING | {"name": "Less", "target": ""}).url == PAGE
    found = Scenario.objects.get()
    assert (found.name, found.target_id, found.language) == ("Less", None, "go")


REFUSED = {
    "no hours": ({"hours_per_week": "0"}, "Give whole hours from 1 to 80."),
    "too many hours": ({"hours_per_week": "200"}, "Give whole hours from 1 to 80."),
    "no horizon": ({"horizon_months": "0"}, "Give whole months from 1 to 600."),
    "too long a horizon": ({"horizon_months": "601"}, "Give whole months from 1 to 600."),
    "words for hours": ({"hours_per_week": "many"}, "Give whole hours from 1 to 80."),
    "NUL": ({"name": "a\x00b"}, "Null characters are not allowed."),
    "no name": ({"name": " "}, "This field is required."),
    "a long name": ({"name": "n" * 61}, "at most 60 characters"),
    "another direction": ({"name": "a\u202eb"}, "ordinary punctuation only"),
    "unknown place": ({"place": "atlantis"}, "not one of the available choices"),
    "unknown language": ({"language": "cobol"}, "not one of the available choices"),
    "unknown framework": ({"framework": "docker"}, "not one of the available choices"),
    "unknown target": ({"target": "chief"}, "not one of the available choices"),
    "a target below": ({"target": "entry"}, "You are at Mid-level already"),
    "another language": ({"framework": "django"}, "Django builds on Python."),
}


@pytest.mark.parametrize("what", REFUSED)
def test_bad_input_is_refused_and_kept(as_alice, alices, what):
    change, message = REFUSED[what]
    response = as_alice.post(NEW, EVERYTHING | change)
    assert response.status_code == 422
    assert message in response.text
    assert response.context["form"]["place"].value() == (EVERYTHING | change)["place"]
    assert not Scenario.objects.exists()


def test_a_scenario_that_changes_nothing_is_refused(as_alice, alices):
    response = as_alice.post(NEW, {"name": "Nothing"})
    assert response.status_code == 422
    assert "Change at least one thing" in response.text


@pytest.mark.parametrize("name", ["More hours", "MORE hours", " more hours "])
def test_a_name_is_taken_once(as_alice, alices, name):
    scenario(alices)
    response = as_alice.post(NEW, EVERYTHING | {"name": name})
    assert response.status_code == 422
    assert "You have a what-if of that name already" in response.text


def test_a_scenario_may_keep_its_own_name(as_alice, alices):
    pk = scenario(alices).pk
    assert as_alice.post(url("edit", pk), EVERYTHING | {"name": "More hours"}).status_code == 302


def test_others_may_use_the_same_name(as_alice, alices, bob):
    scenario(ProfileFactory(user=bob), "Everything")
    assert as_alice.post(NEW, EVERYTHING).status_code == 302


def test_a_name_in_two_tabs_is_refused_by_the_database(alices):
    scenario(alices)
    with pytest.raises(actions.NameTakenError):
        actions.add_scenario(profile=alices, fields={"name": "more HOURS", "hours_per_week": 3})
    assert Scenario.objects.count() == 1


def test_twelve_are_as_many_as_fit(as_alice, alices):
    for n in range(1, 13):
        scenario(alices, f"No {n}", hours_per_week=n)
    assert "as many what-ifs as fit" in as_alice.get(PAGE).text
    response = as_alice.post(NEW, EVERYTHING)
    assert response.status_code == 422
    assert "You have 12 what-ifs, which is as many as fit." in response.text
    assert Scenario.objects.count() == 12


@pytest.mark.parametrize(
    "bad",
    [{"hours_per_week": 0}, {"hours_per_week": 81}, {"horizon_months": 601}, {"objective": "x"}],
)
def test_the_database_holds_the_bounds(alices, bad):
    with pytest.raises(IntegrityError):
        scenario(alices, **bad)


def test_a_name_is_escaped(as_alice, alices):
    as_alice.post(NEW, EVERYTHING | {"name": "<b>bold</b>"})
    page = as_alice.get(PAGE).text
    assert "<b>bold" not in page
    assert "&lt;b&gt;bold" in page


# --- Adopted and deleted --------------------------------------------------------------------------


def test_adopting_writes_the_changes_into_profile_and_settings(as_alice, alices):
    as_alice.post(NEW, EVERYTHING)
    assert as_alice.post(url("adopt", Scenario.objects.get().pk)).url == "/roadmap/"
    found = Profile.objects.select_related("plan_settings").get(pk=alices.pk)
    assert (found.hours_per_week, found.target_id) == (10, "senior")
    assert (found.place_id, found.is_remote) == (SAN_FRANCISCO, True)
    settings = found.plan_settings
    assert (settings.objective, settings.horizon_months) == ("earnings", 60)
    assert {"python", "django", "ckad"} <= set(settings.excluded)
    assert not {"go", "go-web"} & set(settings.excluded)


def test_adopting_leaves_everything_else(as_alice, alice):
    alices = profile(alice, place_id=AUSTIN, current_pay=91_000)
    PlanSettings.objects.create(profile=alices, first=["redis"], excluded=["rust"], order=["go@2"])
    as_alice.post(url("adopt", scenario(alices, place_id=SAN_FRANCISCO).pk))
    found = Profile.objects.select_related("plan_settings").get(pk=alices.pk)
    settings = found.plan_settings
    assert (found.current_pay, found.hours_per_week, found.target_id) == (91_000, 6, None)
    assert (settings.first, settings.excluded, settings.order) == (["redis"], ["rust"], ["go@2"])


def test_adopting_says_what_changed(as_alice, alices):
    pk = scenario(alices, "West", place_id=SAN_FRANCISCO, hours_per_week=9).pk
    page = as_alice.post(url("adopt", pk), follow=True)
    assert "“West” is your plan now: 9 instead of 6 hours a week; San Francisco" in page.text
    assert "What you said you are paid stays as it was." in page.text


def test_once_adopted_it_is_the_same_as_now(as_alice, alices):
    as_alice.post(NEW, EVERYTHING)
    pk = Scenario.objects.get().pk
    as_alice.post(url("adopt", pk))
    page = as_alice.get(PAGE)
    assert reasons(page, "Everything") == "The same as now."
    assert column(page, "Everything").all_steps == column(page, "As now").all_steps
    assert "the same as your plan already" in as_alice.post(url("adopt", pk), follow=True).text


def test_deleting_takes_one_away(as_alice, alices):
    kept, gone = scenario(alices, "Kept"), scenario(alices, "Gone")
    page = as_alice.post(url("delete", gone.pk), follow=True)
    assert "“Gone” is deleted." in page.text
    assert list(Scenario.objects.all()) == [kept]


def test_a_cleared_profile_has_no_scenarios(alices):
    scenario(alices)
    actions.clear_profile(profile=alices)
    assert not Scenario.objects.exists()


# --- Somebody else's ------------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["bob", "charlie"])
@pytest.mark.parametrize(
    ("method", "action"), [("get", "edit"), ("post", "edit"), ("post", "adopt"), ("post", "delete")]
)
def test_what_is_alices_does_not_exist_for_others(client, alices, request, who, method, action):
    found = scenario(alices)
    client.force_login(request.getfixturevalue(who))
    response = getattr(client, method)(url(action, found.pk), EVERYTHING)
    assert response.status_code == 404
    found.refresh_from_db()
    assert (found.name, found.hours_per_week) == ("More hours", 12)


@pytest.mark.parametrize("pk", [0, 999, 10**25])
def test_a_scenario_that_there_is_not(as_alice, alices, pk):
    assert as_alice.get(url("edit", pk)).status_code == 404
    assert as_alice.post(url("adopt", pk)).status_code == 404
