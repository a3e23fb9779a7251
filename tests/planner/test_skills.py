"""The skills editor: one click saves a skill, with htmx and without."""

import threading

import pytest
from django.db import connection
from django.urls import reverse

from planner import actions
from planner.models import SkillClaim
from planner.queries.catalogue import current_catalogue
from tests.factories import ProfileFactory, SkillClaimFactory
from tests.htmx import HTMX, element

pytestmark = pytest.mark.django_db
SKILLS = "/skills/"


def url_of(skill):
    return reverse("planner:set_proficiency", args=[skill])


def choose(client, skill, proficiency, was="unassessed", **options):
    data = {"proficiency": proficiency, "was": was, "next": SKILLS}
    return client.post(url_of(skill), data, **options)


def claimed(user):
    return dict(SkillClaim.objects.visible_to(user).values_list("skill_id", "proficiency"))


def shown(response):
    """The skills of a page, in order."""
    return [row.skill.id for section in response.context["sections"] for row in section.rows]


# --- Saving ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(("choice", "saved"), [("0", 0), ("1", 1), ("4", 4)])
def test_a_click_saves_a_skill(as_alice, alice, choice, saved):
    response = choose(as_alice, "python", choice)
    assert response.url == "/skills/#skill-python"
    assert claimed(alice) == {"python": saved}


def test_a_click_changes_a_skill(as_alice, alice):
    SkillClaimFactory(profile__user=alice, proficiency=1)
    choose(as_alice, "python", "3", was="1")
    assert claimed(alice) == {"python": 3}


def test_not_assessed_takes_the_claim_back(as_alice, alice):
    SkillClaimFactory(profile__user=alice, proficiency=1)
    choose(as_alice, "python", "unassessed", was="1")
    assert claimed(alice) == {}


def test_a_change_is_noted_on_the_profile(alice):
    profile = ProfileFactory(user=alice)
    before = profile.updated_at
    actions.set_proficiency(profile=profile, skill="python", proficiency=2, was=None)
    profile.refresh_from_db()
    assert profile.updated_at > before


def test_without_htmx_one_comes_back_to_the_list_one_came_from(as_alice):
    data = {"proficiency": "2", "was": "unassessed", "next": "/skills/?q=k8s"}
    response = as_alice.post(url_of("kubernetes"), data)
    assert response.url == "/skills/?q=k8s#skill-kubernetes"


def test_without_htmx_a_message_says_what_was_saved(as_alice):
    choose(as_alice, "git", "2")
    assert "Git &amp; version control: Working. Saved." in as_alice.get(SKILLS).text


@pytest.mark.parametrize(
    "next_url", ["https://evil.example/", "//evil.example", "javascript:1", ""]
)
def test_no_other_site_is_come_back_to(as_alice, next_url):
    data = {"proficiency": "2", "was": "unassessed", "next": next_url}
    assert as_alice.post(url_of("python"), data).url == "/skills/#skill-python"


def test_the_answer_to_htmx_is_the_row_of_the_page(as_alice):
    answer = choose(as_alice, "python", "1", headers=HTMX)
    page = as_alice.get(SKILLS)
    assert element(answer, "skill-python") == element(page, "skill-python")


def test_the_status_comes_along_with_the_row(as_alice):
    answer = choose(as_alice, "python", "2", headers=HTMX)
    status = element(answer, "skill-status")
    assert ("hx-swap-oob", "true") in status.attributes
    assert status.children == element(as_alice.get(SKILLS), "skill-status").children


def test_the_pressed_button_keeps_its_id_and_the_focus(as_alice):
    answer = choose(as_alice, "python", "2", headers=HTMX)
    pressed = element(answer, "python-2")
    assert ("aria-pressed", "true") in pressed.attributes
    assert "disabled" not in dict(pressed.attributes)


# --- Two tabs -------------------------------------------------------------------------------------


@pytest.mark.parametrize("headers", [HTMX, {}], ids=["htmx", "plain"])
def test_a_slower_tab_overwrites_nothing_and_is_told(as_alice, alice, headers):
    SkillClaimFactory(profile__user=alice, proficiency=3)
    response = choose(as_alice, "python", "1", was="2", headers=headers)
    assert response.status_code == 409
    assert claimed(alice) == {"python": 3}
    row = response.context["row"]
    assert (row.label, row.wanted_label) == ("Proficient", "Learning")
    assert "Changed elsewhere" in response.text


@pytest.mark.parametrize(
    ("was", "choice"), [("unassessed", "1"), ("2", "unassessed"), ("unassessed", "unassessed")]
)
def test_making_and_taking_back_mind_the_other_tab_too(as_alice, alice, was, choice):
    SkillClaimFactory(profile__user=alice, proficiency=3)
    assert choose(as_alice, "python", choice, was=was).status_code == 409
    assert claimed(alice) == {"python": 3}


def test_after_a_conflict_the_shown_row_can_be_chosen_from(as_alice, alice):
    SkillClaimFactory(profile__user=alice, proficiency=3)
    row = choose(as_alice, "python", "1", was="2", headers=HTMX).context["row"]
    choose(as_alice, "python", "1", was=row.value)
    assert claimed(alice) == {"python": 1}


def test_both_tabs_may_want_the_same(as_alice, alice):
    SkillClaimFactory(profile__user=alice, proficiency=3)
    assert choose(as_alice, "python", "3", was="1").status_code == 302


def test_of_two_at_the_very_same_time_one_is_told(real_transactions):
    profile, outcomes = ProfileFactory(), []

    def save(proficiency):
        try:
            actions.set_proficiency(
                profile=profile, skill="python", proficiency=proficiency, was=None
            )
            outcomes.append("saved")
        except actions.ChangedMeanwhileError:
            outcomes.append("told")
        finally:
            connection.close()

    threads = [threading.Thread(target=save, args=[level]) for level in (1, 2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["saved", "told"]


# --- Listing --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("text", "skill"), [("k8s", "kubernetes"), ("postgres", "postgresql")])
def test_a_skill_is_found_by_any_alias(as_alice, text, skill):
    response = as_alice.get(SKILLS, {"q": text})
    assert shown(response)[0] == skill
    assert f"Found for “{text}”" in response.text


def test_a_slip_is_asked_about(as_alice):
    response = as_alice.get(SKILLS, {"q": "djnago"})
    assert shown(response) == ["django"]
    assert "Did you mean" in response.text


def test_what_is_not_found_says_what_to_do(as_alice):
    assert "Nothing, and nothing close" in as_alice.get(SKILLS, {"q": "xyzzy"}).text


def test_a_search_shows_a_screenful_and_says_so(as_alice):
    response = as_alice.get(SKILLS, {"q": "a"})
    assert len(shown(response)) == 12
    assert "The first 12 of" in response.text


def test_what_is_open_for_the_target_comes_first(as_alice, alice):
    ProfileFactory(user=alice, target_id="mid", skills={"python": 3})
    ids = shown(as_alice.get(SKILLS))
    assert ids[:2] == ["database-fundamentals", "rest"]
    assert ids.index("docker") < ids.index("cicd")


def test_the_other_skills_are_one_click_away_by_area(as_alice):
    page = as_alice.get(SKILLS)
    for area in page.context["areas"]:
        assert f'href="/skills/?area={area.key}"' in page.text
    assert sum(area.count for area in page.context["areas"]) == len(current_catalogue().skills)


def test_an_area_lists_all_of_its_skills(as_alice):
    ids = shown(as_alice.get(SKILLS, {"area": "database"}))
    assert {current_catalogue().skills[id_].category for id_ in ids} == {"database"}
    assert "postgresql" in ids


def test_what_is_assessed_can_be_seen_alone(as_alice, alice):
    ProfileFactory(user=alice, skills={"rust": 0, "python": 3})
    assert shown(as_alice.get(SKILLS, {"area": "assessed"})) == ["python", "rust"]


def test_an_unknown_area_does_not_exist(as_alice):
    assert as_alice.get(SKILLS, {"area": "nonsense"}).status_code == 404


@pytest.mark.parametrize("query", [{}, {"q": "k8s"}, {"area": "cloud"}])
def test_the_list_for_htmx_is_the_list_of_the_page(as_alice, query):
    answer = as_alice.get(SKILLS, query, headers=HTMX)
    assert element(answer, "skill-list") == element(as_alice.get(SKILLS, query), "skill-list")
    assert "<html" not in answer.text


@pytest.mark.parametrize("count", [1, 20])
def test_the_page_takes_as_many_queries_for_many_skills(
    as_alice, alice, django_assert_num_queries, count
):
    skills = list(current_catalogue().skills)[:count]
    ProfileFactory(user=alice, skills=dict.fromkeys(skills, 2))
    # session, user, profile, skills, certificates, what mentors said
    with django_assert_num_queries(7):
        as_alice.get(SKILLS)


@pytest.mark.parametrize("count", [1, 20])
def test_a_click_takes_as_many_queries_for_many_skills(
    as_alice, alice, django_assert_max_num_queries, count
):
    skills = list(current_catalogue().skills)[:count]
    ProfileFactory(user=alice, skills=dict.fromkeys(skills, 2))
    with django_assert_max_num_queries(19):  # three twice, for what changed
        choose(as_alice, skills[0], "3", was="2", headers=HTMX)
