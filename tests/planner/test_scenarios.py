"""What-if scenarios side by side: dates, money, steps, and the reason for each difference."""

import re

import pytest
import time_machine

from planner.models import PlanSettings, Profile, Scenario
from tests.domain.people import ENTRY, MID
from tests.htmx import HTMX, element
from tests.planner.test_dashboard import profile, title

pytestmark = pytest.mark.django_db
PAGE = "/what-if/"
QUERIES = 7  # session, user, profile, version with skills, certificates, study, scenarios
AUSTIN, SAN_FRANCISCO = "0012420", "0041860"


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel("2026-11-24T12:00:00Z", tick=False):
        yield


@pytest.fixture
def alices(alice):
    return profile(alice, place_id=AUSTIN)


def scenario(profile, name="More hours", **changes):
    return Scenario.objects.create(profile=profile, name=name, **changes or {"hours_per_week": 12})


def column(response, name):
    return next(found for found in response.context["columns"] if found.name == name)


def reasons(response, name):
    return " ".join(column(response, name).reasons)


def facts(profile):
    """All that an adopted scenario could change."""
    found = Profile.objects.values().get(pk=profile.pk)
    settings = PlanSettings.objects.filter(profile=profile).values().first()
    return found, settings


# --- Side by side ---------------------------------------------------------------------------------


def test_without_a_scenario_the_plan_stands_alone(as_alice, alices):
    page = as_alice.get(PAGE)
    assert [found.name for found in page.context["columns"]] == ["As now"]
    assert title(page) == "What if you had more hours, another place or another aim?"


def test_without_skills_there_is_nothing_to_compare(as_alice, alice):
    profile(alice, 0, {})
    assert "Nothing is assessed yet" in as_alice.get(PAGE).text


def test_the_heading_says_which_is_soonest(as_alice, alice):
    scenario(profile(alice, 5, ENTRY), hours_per_week=12)
    assert re.fullmatch(
        r"“More hours” reaches Mid-level \d+ (days|months) sooner, by \w+ 202\d",
        title(as_alice.get(PAGE)),
    )


def test_the_heading_says_that_none_is_sooner(as_alice, alices):
    scenario(alices, "No certificates", certificates=False)
    expected = "None of these brings Senior sooner than the plan you have"
    assert title(as_alice.get(PAGE)) == expected


def test_more_hours_say_how_much_sooner(as_alice, alice):
    scenario(profile(alice, 5, ENTRY), hours_per_week=12)
    assert re.match(
        r"12 instead of 6 hours a week: Mid-level .+ sooner, \w+ 202\d instead of \w+ 202\d",
        reasons(as_alice.get(PAGE), "More hours"),
    )


def test_more_hours_bring_no_years(as_alice, alice):
    scenario(profile(alice, 1, ENTRY), hours_per_week=40)
    said = reasons(as_alice.get(PAGE), "More hours")
    assert "Mid-level stays in November 2028, since the years bind" in said


def test_no_certificates_say_how_many_hours_less(as_alice, alices):
    scenario(alices, "Plain", certificates=False)
    said = reasons(as_alice.get(PAGE), "Plain")
    assert re.match(r"No certificate steps: about \d+ hours less study; without \w+", said)


def test_a_place_moves_pay_and_says_so(as_alice, alices):
    scenario(alices, "West", place_id=SAN_FRANCISCO)
    page = as_alice.get(PAGE)
    said = reasons(page, "West")
    assert re.search(r"San Francisco.+ instead of Austin.+: .*pay follows the place: \$\d+k–", said)
    assert column(page, "West").pay_then != column(page, "As now").pay_then
    assert column(page, "West").level == column(page, "As now").level


def test_a_language_leaves_the_others_out(as_alice, alices):
    scenario(alices, "Rust", language="rust")
    page = as_alice.get(PAGE)
    assert reasons(page, "Rust").startswith("Rust and no other languages: ")
    assert not [s.title for s in column(page, "Rust").all_steps if s.title.startswith("Go to")]


def test_another_target_aim_and_horizon_are_named(as_alice, alice):
    alices = profile(alice, 5, ENTRY)
    scenario(alices, "Far", target_id="senior", objective="earnings", horizon_months=60)
    said = column(as_alice.get(PAGE), "Far").reasons
    assert said[0].startswith("Senior as the target instead of Mid-level: Senior ")
    assert said[1].startswith("A horizon of 5 years instead of 36 months: ")
    assert said[2].startswith("The aim “most earned over the horizon”: ")


def test_what_is_as_now_already_says_so(as_alice, alices):
    scenario(alices, "Same", hours_per_week=6)
    assert reasons(as_alice.get(PAGE), "Same") == "The same as now."


def test_before_entry_level_no_pay_is_claimed(as_alice, alice):
    scenario(profile(alice, 0, {"python": 1}), place_id=SAN_FRANCISCO)
    page = as_alice.get(PAGE)
    assert "no pay is claimed before entry level" in reasons(page, "More hours")
    assert "No pay is claimed before entry level." in page.text
    assert "$" not in str(element(page, "what-if"))


def test_money_is_a_range_and_promises_nothing(as_alice, alices):
    scenario(alices)
    page = as_alice.get(PAGE)
    for found in page.context["columns"]:
        assert re.fullmatch(r"\$\d+k–\$\d+k a year", found.pay_then)
        assert re.fullmatch(r"\$[\d,]+–\$[\d,]+ a year", found.worth)
        assert re.fullmatch(r"\$\d+k–\$\d+k", found.pay_over)
    assert not re.search(r"\b(earns you|will (earn|get|be paid)|adds)\b", page.text)


def test_first_steps_stand_open_and_the_rest_behind_one_click(as_alice, alices):
    page = as_alice.get(PAGE)
    found = column(page, "As now")
    assert len(found.first_steps) == 3
    assert found.all_steps[:3] == found.first_steps
    assert f"All {len(found.all_steps)} steps" in page.text


def test_the_latest_three_are_shown_until_others_are_chosen(as_alice, alices):
    first, *others = [scenario(alices, f"No {n}", hours_per_week=n) for n in range(1, 5)]
    page = as_alice.get(PAGE)
    assert page.context["shown"] == {other.pk for other in others}
    chosen = as_alice.get(PAGE, {"chosen": 1, "show": [first.pk]})
    assert chosen.context["shown"] == {first.pk}
    assert as_alice.get(PAGE, {"chosen": 1}).context["shown"] == set()


def test_more_than_three_are_cut_and_said(as_alice, alices):
    pks = [scenario(alices, f"No {n}", hours_per_week=n).pk for n in range(1, 5)]
    page = as_alice.get(PAGE, {"chosen": 1, "show": pks})
    assert page.context["shown"] == set(pks[:3])
    assert "Three fit beside your plan" in page.text


@pytest.mark.parametrize("odd", ["x", "-1", "0", "1e9", "9" * 40, "a\x00"])
def test_what_is_not_among_ones_own_cannot_be_shown(as_alice, alices, odd):
    assert as_alice.get(PAGE, {"chosen": 1, "show": odd}).status_code in {400, 404}


def test_the_partial_is_the_element_of_the_page(as_alice, alices):
    scenario(alices)
    page, part = as_alice.get(PAGE), as_alice.get(PAGE, headers=HTMX)
    assert element(part, "what-if") == element(page, "what-if")
    assert len(part.content) < len(page.content)


def test_the_same_scenario_gives_the_same_bytes(as_alice, alices):
    scenario(alices, "One", language="go", horizon_months=48)
    first, second = (str(element(as_alice.get(PAGE), "what-if")) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("number", [1, 12])
def test_the_number_of_queries_is_fixed(as_alice, alices, django_assert_num_queries, number):
    for n in range(1, number + 1):
        scenario(alices, f"No {n}", hours_per_week=n)
    with django_assert_num_queries(QUERIES):
        as_alice.get(PAGE)


def test_looking_changes_nothing(as_alice, alices):
    scenario(alices, "All", language="go", place_id=SAN_FRANCISCO, target_id="senior")
    before = facts(alices)
    as_alice.get(PAGE)
    assert facts(alices) == before


def test_what_is_alices_cannot_be_shown_by_others(client, alices, bob):
    client.force_login(bob)
    profile(bob, skills=MID)
    found = scenario(alices)
    assert client.get(PAGE, {"chosen": 1, "show": found.pk}).status_code == 404
    assert "More hours" not in client.get(PAGE).text


def test_the_roadmap_leads_here(as_alice, alices):
    assert f'href="{PAGE}"' in as_alice.get("/roadmap/").text
