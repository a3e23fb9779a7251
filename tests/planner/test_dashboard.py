"""The dashboard: verdict, money, next skills, gaps and certificates of one developer."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from planner.models import SkillClaim
from planner.queries.catalogue import current_catalogue
from tests.domain.people import ENTRY, MID, SENIOR
from tests.factories import CertificationClaimFactory, ProfileFactory
from tests.htmx import HTMX, element

pytestmark = pytest.mark.django_db
DASHBOARD = "/dashboard/"
QUERIES = 6  # session, user, profile, catalogue version with skills, certificates, study


def profile(user, years=4, skills=MID, **more):
    today = timezone.localdate()
    return ProfileFactory(
        user=user,
        years_stated=years,
        years_stated_on=today,
        onboarded_at=timezone.now(),
        skills=skills,
        **more,
    )


def title(response):
    return re.search(r"<h1>(.*?)</h1>", response.text, re.S)[1]


def tiles(response):
    return {tile.label: tile.value for tile in response.context["tiles"]}


# --- The verdict and the money --------------------------------------------------------------------


def test_who_has_not_begun_is_sent_to_the_first_run(as_alice, alice):
    ProfileFactory(user=alice, onboarded_at=None)
    assert as_alice.get(DASHBOARD).url == reverse("planner:start")


def test_the_heading_is_the_verdict(as_alice, alice):
    profile(alice)
    assert re.fullmatch(
        r"Senior is 3 expectations and about \d+ hours away", title(as_alice.get(DASHBOARD))
    )


def test_an_empty_profile_is_met_with_a_start(as_alice, alice):
    profile(alice, years=0, skills={})
    response = as_alice.get(DASHBOARD)
    assert title(response) == "Say what you can do, and see how far you are"
    assert "Choose your skills" in response.text
    assert "How sure this is" not in response.text


def test_pay_is_a_range_now_and_after(as_alice, alice):
    profile(alice, years=5, skills=ENTRY)
    found = tiles(as_alice.get(DASHBOARD))
    assert found["Pay now"] == "$78k–$109k"
    assert re.fullmatch(r"\$\d+k–\$\d+k", found["After these steps"])
    assert re.fullmatch(r"\d+–\d+ h", found["Study to Mid-level"])


def test_no_pay_now_before_entry_level(as_alice, alice):
    profile(alice, years=1, skills={"python": 2})
    response = as_alice.get(DASHBOARD)
    assert tiles(response)["Entry-level band"] == "$74k–$90k"
    assert "Pay now" not in response.text
    assert "No pay is claimed before entry level" in response.text
    assert "could be worth" not in response.text


def test_stated_pay_is_what_the_change_starts_from(as_alice, alice):
    profile(alice, years=5, skills=ENTRY, current_pay=90_000)
    found = tiles(as_alice.get(DASHBOARD))
    assert found["Your pay"] == "$90k"
    assert found["After these steps"].startswith("$9")


def test_above_the_band_nothing_is_claimed(as_alice, alice):
    profile(alice, years=12, skills=SENIOR, current_pay=240_000)
    response = as_alice.get(DASHBOARD)
    assert set(tiles(response)) == {"Your pay"}
    assert "no rise is claimed" in response.text
    assert "could be worth" not in response.text


def test_skills_ahead_of_years(as_alice, alice):
    profile(alice, years=1)
    response = as_alice.get(DASHBOARD)
    assert title(response) == "Your skills are ready for Mid-level; the years come in 2 years"
    assert "Meanwhile Senior is " in response.text


def test_years_that_were_never_stated_are_not_said_to_be_0(as_alice, alice):
    ProfileFactory(user=alice, onboarded_at=timezone.now(), skills=ENTRY)
    assert "years of experience not stated" in as_alice.get(DASHBOARD).text


def test_every_tile_leads_to_its_derivation(as_alice, alice):
    profile(alice, years=5, skills=ENTRY)
    urls = {tile.url for tile in as_alice.get(DASHBOARD).context["tiles"]}
    assert urls == {"/estimate/", "/estimate/#projection", "/gaps/"}


# --- Next skills ----------------------------------------------------------------------------------


def ranked(response):
    return [study.suggestion.step.id for study in response.context["studies"]]


def test_five_steps_of_study_are_listed(as_alice, alice):
    profile(alice, years=5, skills=ENTRY)
    response = as_alice.get(DASHBOARD)
    assert len(ranked(response)) == 5
    assert "At work, beside study:" in response.text


def test_the_list_is_sorted_by_what_it_says(as_alice, alice):
    profile(alice, years=5, skills=ENTRY)
    for rank, figure in (("next_level", "progress_per_hour"), ("earnings", "gain_per_hour")):
        studies = as_alice.get(DASHBOARD, {"rank": rank}).context["studies"]
        figures = [round(getattr(study.suggestion, figure), 6) for study in studies]
        assert figures == sorted(figures, reverse=True)


def test_an_unknown_ranking_is_the_usual_one(as_alice, alice):
    profile(alice)
    usual = ranked(as_alice.get(DASHBOARD))
    assert ranked(as_alice.get(DASHBOARD, {"rank": "luck"})) == usual


@pytest.mark.parametrize("rank", ["next_level", "earnings"])
def test_htmx_gets_the_very_card_of_the_page(as_alice, alice, rank):
    profile(alice)
    page = as_alice.get(DASHBOARD, {"rank": rank})
    part = as_alice.get(DASHBOARD, {"rank": rank}, headers=HTMX | {"HX-Target": "next-skills"})
    assert element(part, "next-skills") == element(page, "next-skills")
    assert "<html" not in part.text


def test_one_click_begins_a_skill(as_alice, alice):
    profile(alice, years=4, skills=MID | {"negotiation": 0})
    study = next(s for s in as_alice.get(DASHBOARD).context["studies"] if s.can_begin)
    skill = study.suggestion.step.id
    data = {"was": study.stated, "next": DASHBOARD, "proficiency": "1"}
    response = as_alice.post(reverse("planner:set_proficiency", args=[skill]), data)
    assert response.url.startswith(DASHBOARD)
    assert SkillClaim.objects.get(profile__user=alice, skill=skill).proficiency == 1


@pytest.mark.parametrize("rank", ["next_level", "earnings"])
def test_each_figure_leads_to_its_own_derivation(as_alice, alice, rank):
    profile(alice, years=5, skills=ENTRY)
    for study in as_alice.get(DASHBOARD, {"rank": rank}).context["studies"]:
        derived = as_alice.get(study.url.partition("#")[0]).context["worth"]
        assert derived.gain == study.suggestion.gain
        assert derived.steps == study.suggestion.steps


def test_a_skill_that_was_begun_has_no_button(as_alice, alice):
    profile(alice, skills=MID | {"negotiation": 1})
    studies = as_alice.get(DASHBOARD).context["studies"]
    begun = next(s for s in studies if s.suggestion.step.id == "negotiation")
    assert not begun.can_begin


def test_what_was_taken_as_known_is_said(as_alice, alice):
    profile(alice, skills={"docker": 2})
    assert "Taken as known" in as_alice.get(DASHBOARD).text


# --- Gaps, certificates, sureness, queries --------------------------------------------------------


def test_the_gaps_are_those_of_the_target(as_alice, alice):
    profile(alice, years=5, skills=ENTRY)
    gaps = as_alice.get(DASHBOARD).context["gaps"]
    assert {gap.expectation.level for gap in gaps["rows"]} == {"mid"}
    assert gaps["sub"] == "6 of 6 expectations not fully met"


def test_no_certificate_is_an_empty_state_that_says_what_one_would_change(as_alice, alice):
    profile(alice)
    page = as_alice.get(DASHBOARD).text
    assert "No certifications yet" in page
    assert re.search(r"takes about \d+ hours with what comes first; could be worth \$", page)


@pytest.mark.parametrize(
    ("days", "said"), [(-1, "counts nothing"), (30, "Expires "), (400, "Valid to ")]
)
def test_certificates_say_how_they_stand(as_alice, alice, days, said):
    expires_on = timezone.localdate() + timedelta(days=days)
    CertificationClaimFactory(profile=profile(alice), expires_on=expires_on)
    assert said in as_alice.get(DASHBOARD).text


def test_sureness_comes_with_its_reasons(as_alice, alice):
    profile(alice, years=5, skills=ENTRY)
    page = as_alice.get(DASHBOARD).text
    assert "How sure this is: weak" in page
    assert "Your years and your skills point to different levels." in page


def test_one_sees_ones_own_profile_only(as_alice, alice, bob):
    profile(alice)
    profile(bob, years=12, skills=SENIOR)
    assert as_alice.get(DASHBOARD).context["profile"].name == "Alice"


@pytest.mark.parametrize("count", [1, 20, 174])
def test_the_number_of_queries_does_not_depend_on_the_number_of_skills(
    as_alice, alice, count, django_assert_num_queries
):
    skills = list(current_catalogue().skills)[:count]
    CertificationClaimFactory(profile=profile(alice, skills=dict.fromkeys(skills, 2)))
    with django_assert_num_queries(QUERIES):
        as_alice.get(DASHBOARD)


def test_years_already_stated_are_not_asked_for_again(as_alice, alice):
    profile(alice, years=12, skills={})
    page = as_alice.get(DASHBOARD).text
    assert "Choose your skills" in page
    assert "State your years" not in page
