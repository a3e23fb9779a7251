"""The roadmap: the verdict, the steps with dates and money, its settings, and what is due."""

import re
from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse

from planner.models import PlanSettings, Profile
from tests.domain.people import ENTRY, SENIOR
from tests.factories import CertificationClaimFactory
from tests.htmx import HTMX, element
from tests.planner.test_dashboard import profile, title

pytestmark = pytest.mark.django_db
ROADMAP = "/roadmap/"
SETTINGS = {
    "hours_per_week": "6",
    "target": "senior",
    "objective": "next_level",
    "horizon_months": "36",
}
QUERIES = 7  # session, user, profile, version with skills, certificates, study, kept plan


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel("2026-11-24T12:00:00Z", tick=False):
        yield


def rows(response):
    return [*response.context["rows"], *response.context["more_rows"]]


def ids(response):
    return [row.planned.step.id for row in rows(response)]


def row_of(response, id_):
    return next(row for row in rows(response) if row.planned.step.id == id_)


# --- The verdict ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("years", "skills", "settings", "verdict"),
    [
        (1, ENTRY, {}, r"Mid-level by November 2028 – the years bind; your skills .* before"),
        (5, ENTRY, {}, r"Mid-level by \w+ 202\d – the skills bind; your years are there already"),
        (7, SENIOR, {}, r"You are at Senior; the plan goes on with what could pay"),
        (1, ENTRY, {"hours_per_week": 1}, r"Mid-level does not fit into 36 months at 1 .* a week"),
        (0, {}, {}, r"Say what you can do, and get a plan with dates"),
    ],
)  # fmt: skip
def test_the_heading_is_the_verdict(as_alice, alice, years, skills, settings, verdict):
    profile(alice, years, skills, **settings)
    assert re.fullmatch(verdict, title(as_alice.get(ROADMAP)))


def test_steps_hours_and_money_follow_as_ranges(as_alice, alice):
    profile(alice)
    page = as_alice.get(ROADMAP)
    assert re.search(r"\d+ steps, \d+–[\d,]+ hours of study at 6 hours a week\.", page.text)
    assert re.search(r"Together they could be worth \$[\d,]+–\$[\d,]+ a year", page.text)


def test_before_entry_level_no_pay_is_claimed(as_alice, alice):
    profile(alice, 0, {"python": 1})
    page = as_alice.get(ROADMAP)
    assert "No pay is claimed before entry level." in page.text
    assert page.context["pay_chart"] is None
    assert "could be worth $" not in page.text


def test_without_skills_no_plan_is_shown(as_alice, alice):
    profile(alice, 0, {})
    page = as_alice.get(ROADMAP)
    assert "Nothing is assessed yet" in page.text
    assert "timeline-title" not in page.text


def test_both_gates_are_shown_with_the_slack_between(as_alice, alice):
    profile(alice, 1, ENTRY)
    gates = as_alice.get(ROADMAP).context
    assert gates["gates"][1] == "November 2028"
    assert re.fullmatch(r"\d+ months: the skills come first", gates["slack"])


# --- The steps ------------------------------------------------------------------------------------


def test_each_step_says_what_when_and_why(as_alice, alice):
    profile(alice)
    page = as_alice.get(ROADMAP)
    kubernetes = row_of(page, "kubernetes")
    assert kubernetes.why.startswith("Goes with pay for “Kubernetes”")
    assert re.fullmatch(r"could be worth \$[\d,]+–\$[\d,]+ a year", kubernetes.worth)
    assert kubernetes.dates in page.text
    assert row_of(page, "ckad").waits == "Waits for Kubernetes"


def test_a_step_says_whether_the_level_needs_it_or_pay_goes_with_it(as_alice, alice):
    profile(alice)
    page = as_alice.get(ROADMAP)
    assert "for Senior" in str(element(page, f"step-{rows(page)[0].anchor}"))
    assert "for pay" in str(element(page, "step-kubernetes-2"))


def test_a_certification_says_cost_validity_and_renewal(as_alice, alice):
    profile(alice)
    page = as_alice.get(ROADMAP)
    ckad = row_of(page, "ckad")
    said = " ".join(str(element(page, "step-ckad-1")).split())
    assert "$445; valid 24 months, to be renewed by" in said
    assert (ckad.renew_by - ckad.planned.ends_on).days in (730, 731)


def test_what_ends_beyond_the_horizon_is_only_listed(as_alice, alice):
    profile(alice, hours_per_week=2)
    page = as_alice.get(ROADMAP)
    later = [step.id for step in page.context["plan"].later]
    assert later
    assert not set(later) & set(ids(page))
    assert "Beyond the horizon" in page.text


def test_many_steps_stand_behind_one_click(as_alice, alice):
    profile(alice)
    page = as_alice.get(ROADMAP)
    assert len(page.context["rows"]) == 12
    more = page.context["more_rows"]
    assert f"{len(more)} more steps, from" in page.text


def test_the_first_row_cannot_go_up_and_the_last_not_down(as_alice, alice):
    profile(alice)
    page = as_alice.get(ROADMAP)
    first, last = rows(page)[0], rows(page)[-1]
    for button in (f"up-{first.anchor}", f"down-{last.anchor}"):
        assert ("aria-disabled", "true") in element(page, button).attributes


def test_it_says_what_is_proved_and_what_would_be_as_good(as_alice, alice):
    profile(alice, 1, ENTRY)
    page = as_alice.get(ROADMAP)
    assert "No order reaches Mid-level sooner: that is proved." in page.text
    assert re.search(r"As good to begin with: \w+", page.text)


def test_it_says_why_it_begins_otherwise_than_the_dashboard(as_alice, alice):
    profile(alice)
    page = as_alice.get(ROADMAP)
    first = rows(page)[0].planned.step.id
    listed = next(
        s for s in page.context["view"].answer.outlook.suggestions if not s.step.is_practice_only
    )
    assert listed.step.id != first
    assert "The dashboard lists" in page.text


# --- Pay over time --------------------------------------------------------------------------------


def test_the_pay_curve_has_a_table_and_says_its_finding(as_alice, alice):
    profile(alice)
    page = as_alice.get(ROADMAP)
    moments = page.context["moments"]
    assert 6 <= len(moments) <= 8
    assert (moments[0].on, moments[-1].on) == (date(2026, 11, 24), date(2029, 11, 24))
    assert re.match(
        r"Pay could go from \$\d+k–\$\d+k today to \$\d+k–\$\d+k by", page.context["pay_label"]
    )


# --- Certificates in hand -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("certification", "expires_on", "said"),
    [
        ("ckad", date(2027, 3, 1), "Renew by 1 Mar 2027"),
        ("az-204", date(2027, 3, 1), "Retired: cannot be renewed, ends 1 Mar 2027"),
        ("ckad", date(2029, 11, 25), None),
        ("ckad", date(2026, 11, 23), None),
    ],
)
def test_certificates_that_end_within_the_horizon_are_due(
    as_alice, alice, certification, expires_on, said
):
    CertificationClaimFactory(
        profile=profile(alice), certification_id=certification, expires_on=expires_on
    )
    page = as_alice.get(ROADMAP).text
    assert (said or "Certificates to renew") in page or said is None
    assert ("Certificates to renew" in page) == (said is not None)


# --- Settings -------------------------------------------------------------------------------------


def test_settings_are_saved_where_they_belong(as_alice, alice):
    profile(alice)
    changed = {"hours_per_week": "10", "objective": "earnings", "horizon_months": "60"}
    assert as_alice.post(ROADMAP, SETTINGS | changed).url == ROADMAP
    saved = Profile.objects.get(user=alice)
    assert (saved.hours_per_week, saved.target_id) == (10, "senior")
    assert (saved.plan_settings.objective, saved.plan_settings.horizon_months) == ("earnings", 60)


def test_the_plan_answers_at_once_and_says_what_changed(as_alice, alice):
    profile(alice, target_id="senior")
    response = as_alice.post(ROADMAP, SETTINGS | {"hours_per_week": "12"}, headers=HTMX)
    first, second, *_ = response.context["changes"]
    assert first == "12 hours a week instead of 6."
    assert re.match(r"Senior comes .* sooner|\d+ steps end sooner, by up to", second)
    assert response.headers["HX-Trigger"]


def test_the_answer_is_the_very_element_of_the_page(as_alice, alice):
    profile(alice, target_id="senior")
    PlanSettings.objects.create(profile=alice.profile)
    part = as_alice.get(ROADMAP, headers=HTMX | {"HX-Target": "roadmap-plan"})
    assert element(part, "roadmap-plan") == element(as_alice.get(ROADMAP), "roadmap-plan")
    assert "<html" not in part.text


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("hours_per_week", "0", "Give whole hours from 1 to 80."),
        ("hours_per_week", "200", "Give whole hours from 1 to 80."),
        ("hours_per_week", "many", "Give whole hours from 1 to 80."),
        ("horizon_months", "0", "Give whole months from 1 to 600."),
        ("horizon_months", "601", "Give whole months from 1 to 600."),
        ("target", "entry", "You are at Mid-level already, which is above Entry-level."),
        ("target", "king", "Select a valid choice."),
        ("objective", "fame", "Select a valid choice."),
    ],
)
@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
def test_what_is_wrong_is_said_in_words(as_alice, alice, field, value, message, headers):
    profile(alice)
    response = as_alice.post(ROADMAP, SETTINGS | {field: value}, headers=headers)
    assert response.status_code == 422
    assert response.context["form"].errors[field][0].startswith(message)
    assert Profile.objects.get(user=alice).hours_per_week == 6
    assert not PlanSettings.objects.exists()


@pytest.mark.parametrize("horizon", ["1", "600"])
@pytest.mark.parametrize("hours", ["1", "80"])
def test_the_bounds_themselves_are_planned(as_alice, alice, horizon, hours):
    profile(alice)
    extreme = {"horizon_months": horizon, "hours_per_week": hours}
    assert as_alice.post(ROADMAP, SETTINGS | extreme, follow=True).status_code == 200


# --- Around ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("skills", [SENIOR, {"python": 1}], ids=["few steps", "many steps"])
def test_the_page_takes_as_many_queries_for_many(
    as_alice, alice, django_assert_num_queries, skills
):
    profile(alice, skills=skills)
    with django_assert_num_queries(QUERIES):
        as_alice.get(ROADMAP)


def test_the_roadmap_is_in_the_navigation(as_alice, alice):
    profile(alice)
    assert f'href="{reverse("planner:roadmap")}"' in as_alice.get("/dashboard/").text


@pytest.mark.parametrize("days", [0, 200, 2000])
def test_the_page_stands_on_any_day(as_alice, alice, days):
    profile(alice)
    with time_machine.travel(date(2026, 11, 24) + timedelta(days=days)):
        as_alice.force_login(alice)
        assert as_alice.get(ROADMAP).status_code == 200
