"""The first run: three steps, each saved, to be left and taken up again."""

from datetime import date
from decimal import Decimal

import pytest

from planner.models import Profile
from planner.queries.catalogue import current_catalogue
from tests.factories import ProfileFactory
from tests.htmx import HTMX, element

pytestmark = pytest.mark.django_db
ABOUT, SKILLS, CERTIFICATIONS = "/start/about/", "/start/skills/", "/start/certifications/"
DASHBOARD = "/dashboard/"


def profile_of(user):
    return Profile.objects.get(user=user)


def test_somebody_new_is_led_to_the_first_step(as_alice):
    assert as_alice.get("/start/").url == ABOUT


def test_the_three_steps_lead_to_the_dashboard(as_alice, alice):
    assert as_alice.post(ABOUT, {"years": "4", "target": "senior"}).url == SKILLS
    assert as_alice.post(SKILLS).url == CERTIFICATIONS
    assert as_alice.post(CERTIFICATIONS, {"current_pay": "98000"}).url == DASHBOARD
    profile = profile_of(alice)
    assert (profile.years_stated, profile.target_id, profile.current_pay) == (4, "senior", 98_000)
    assert not profile.needs_start


def test_it_goes_on_where_it_was_left(as_alice):
    as_alice.post(ABOUT, {"years": "0"})
    assert as_alice.get("/start/").url == SKILLS
    as_alice.post(SKILLS)
    assert as_alice.get("/start/").url == CERTIFICATIONS


def test_going_back_takes_nothing_away(as_alice, alice):
    profile = ProfileFactory(user=alice, start_step=3)
    as_alice.post(ABOUT, {"years": "2"})
    profile.refresh_from_db()
    assert (profile.years_stated, profile.start_step) == (Decimal(2), 3)


def test_experience_is_asked_for(as_alice, alice):
    response = as_alice.post(ABOUT, {"target": "mid"})
    assert response.status_code == 422
    assert "Say how many years, or since when." in response.text
    assert profile_of(alice).start_step == 1


def test_the_second_step_asks_about_what_the_levels_expect(as_alice):
    rows = as_alice.get(SKILLS).context["sections"][0].rows
    assert 20 <= len(rows) <= 30
    assert rows[0].skill.id == "python"


def test_the_order_stays_while_one_answers(as_alice, alice):
    profile = ProfileFactory(user=alice)
    before = [row.skill.id for row in as_alice.get(SKILLS).context["sections"][0].rows]
    profile.skill_claims.create(skill_id="java", proficiency=3)
    after = [row.skill.id for row in as_alice.get(SKILLS).context["sections"][0].rows]
    assert after == before


def test_other_skills_are_found_in_the_second_step_too(as_alice):
    answer = as_alice.get(SKILLS, {"q": "golang"}, headers=HTMX)
    assert answer.context["sections"][0].rows[0].skill.id == "go"
    assert element(answer, "skill-list") == element(
        as_alice.get(SKILLS, {"q": "golang"}), "skill-list"
    )


def test_a_click_in_the_second_step_comes_back_to_it(as_alice):
    data = {"proficiency": "2", "was": "unassessed", "next": SKILLS}
    assert as_alice.post("/skills/git/proficiency/", data).url == "/start/skills/#skill-git"


def test_a_certificate_is_added_in_the_third_step(as_alice, alice):
    data = {"certification": "ckad", "earned_on": "2026-01-15"}
    assert as_alice.post(CERTIFICATIONS, data).url == CERTIFICATIONS
    assert profile_of(alice).certification_claims.get().expires_on == date(2028, 1, 15)
    assert profile_of(alice).needs_start


@pytest.mark.parametrize(
    "wrong", [{"current_pay": "1e999"}, {"certification": "ckad", "earned_on": "2999-01-01"}]
)
def test_what_is_wrong_in_the_third_step_keeps_one_there(as_alice, alice, wrong):
    assert as_alice.post(CERTIFICATIONS, wrong).status_code == 422
    assert profile_of(alice).needs_start


def test_the_rest_can_be_skipped(as_alice, alice):
    assert as_alice.post("/start/skip/").url == DASHBOARD
    assert not profile_of(alice).needs_start


def test_a_sample_is_one_click_away(as_alice, alice):
    assert "Use a sample profile" in as_alice.get(ABOUT).text
    assert as_alice.post("/start/sample/").url == DASHBOARD
    profile = profile_of(alice)
    assert profile.is_sample
    assert not profile.needs_start
    assert profile.skill_claims.count() == 20


def test_a_sample_overwrites_nothing(as_alice, alice):
    profile = ProfileFactory(user=alice, skills={"rust": 4})
    assert as_alice.post("/start/sample/").url == "/start/"
    assert profile.skill_claims.get().skill_id == "rust"
    assert not profile_of(alice).is_sample
    assert "Use a sample profile" not in as_alice.get(ABOUT).text


@pytest.mark.parametrize("path", ["/start/skip/", "/start/sample/"])
def test_a_link_does_nothing(as_alice, path):
    assert as_alice.get(path).status_code == 405


@pytest.mark.parametrize("path", [ABOUT, SKILLS, CERTIFICATIONS])
@pytest.mark.parametrize("count", [1, 20])
def test_a_step_takes_as_many_queries_for_many_skills(
    as_alice, alice, django_assert_num_queries, path, count
):
    catalogue = current_catalogue()
    ProfileFactory(
        user=alice,
        skills=dict.fromkeys(list(catalogue.skills)[:count], 1),
        certifications=list(catalogue.certifications)[:count],
    )
    with django_assert_num_queries(5):  # session, user, profile, skills, certificates
        as_alice.get(path)
