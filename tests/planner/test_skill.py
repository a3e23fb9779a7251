"""The page of one skill."""

import pytest
from django.urls import reverse

from planner.models import SkillClaim
from planner.queries.catalogue import current_catalogue
from tests.domain.people import ENTRY, MID
from tests.factories import CertificationClaimFactory
from tests.planner.test_dashboard import QUERIES, profile

pytestmark = pytest.mark.django_db


def page_of(client, skill):
    return client.get(reverse("planner:skill", args=[skill]))


@pytest.mark.parametrize("slug", ["no-such-skill", "ckad"])
def test_an_unknown_skill_does_not_exist(as_alice, alice, slug):
    profile(alice)
    assert page_of(as_alice, slug).status_code == 404


def test_the_page_says_what_a_skill_serves_and_opens(as_alice, alice):
    profile(alice, skills=ENTRY)
    page = page_of(as_alice, "docker").text
    for said in ("Cloud or containers", "Linux / Unix", "Kubernetes", "Docker Certified Associate"):
        assert said in page


def test_a_prerequisite_is_stated_taken_as_known_or_neither(as_alice, alice):
    profile(alice, skills={"linux": 3, "docker": 1})
    assert "(Proficient)" in page_of(as_alice, "docker").text
    assert "(Not assessed)" in page_of(as_alice, "kubernetes").text
    assert "(taken as known)" in page_of(as_alice, "linux").text


def test_hours_lead_from_where_one_stands(as_alice, alice):
    profile(alice, skills={"docker": 2})
    efforts = page_of(as_alice, "docker").context["efforts"]
    assert [effort.proficiency for effort in efforts] == [3, 4]
    assert all(effort.hours.low < effort.hours.high for effort in efforts)


def test_an_expert_has_nothing_left(as_alice, alice):
    profile(alice, skills=MID | {"docker": 4})
    page = page_of(as_alice, "docker").text
    assert "nothing is left to study" in page
    assert "There is nothing further to reach here." in page


def test_what_it_could_be_worth_is_a_range_with_its_parts(as_alice, alice):
    profile(alice)
    page = page_of(as_alice, "kubernetes").text
    assert "What Kubernetes to Working could be worth" in page
    assert "Higher position in the band" in page
    assert "Years that more skills release" in page


@pytest.mark.parametrize(("asked", "goal"), [("3", 3), ("4", 4), ("1", 3), ("9", 3), ("x", 3)])
def test_the_worth_of_the_proficiency_that_was_asked_about(as_alice, alice, asked, goal):
    profile(alice, skills={"docker": 2})
    response = as_alice.get("/skills/docker/", {"to": asked})
    assert response.context["worth"].goal.end == goal


def test_no_worth_before_entry_level(as_alice, alice):
    profile(alice, years=0, skills={"python": 1})
    page = page_of(as_alice, "kubernetes").text
    assert "No pay is claimed before entry level." in page
    assert "Higher position in the band" not in page


def test_a_skill_without_pay_figure_says_so(as_alice, alice):
    profile(alice)
    assert "No source gives a pay figure for it alone." in page_of(as_alice, "git").text


def test_the_choice_on_the_page_is_saved_and_leads_back(as_alice, alice):
    profile(alice, skills={})
    row = page_of(as_alice, "docker").context["row"]
    data = {"was": row.value, "next": "/skills/docker/", "proficiency": "3"}
    response = as_alice.post(reverse("planner:set_proficiency", args=["docker"]), data)
    assert response.url.startswith("/skills/docker/")
    assert SkillClaim.objects.get(profile__user=alice).proficiency == 3


def test_every_skill_has_a_page(as_alice, alice):
    profile(alice)
    for skill in current_catalogue().skills:
        assert page_of(as_alice, skill).status_code == 200, skill


@pytest.mark.parametrize("count", [1, 174])
def test_the_number_of_queries_does_not_depend_on_the_number_of_skills(
    as_alice, alice, count, django_assert_num_queries
):
    skills = list(current_catalogue().skills)[:count]
    CertificationClaimFactory(profile=profile(alice, skills=dict.fromkeys(skills, 2)))
    with django_assert_num_queries(QUERIES + 2):  # what mentors say of it, and whether it is stale
        page_of(as_alice, "docker")
