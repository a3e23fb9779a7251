"""What a profile does not say, on the profile page and in one line of the dashboard."""

import re

import pytest
from django.utils import timezone

from planner import completeness_wording as wording
from planner.domain.completeness import CODES, Stated, judge_completeness
from planner.domain.developer import Developer
from planner.domain.standing import assess_developer
from tests.domain.people import ENTRY, MID, SENIOR
from tests.domain.strategies import CATALOGUE
from tests.factories import ProfileFactory

pytestmark = pytest.mark.django_db
PROFILE, DASHBOARD = "/profile/", "/dashboard/"
NOTHING = Stated(years=False, place=False, industry=False, certifications=False)
ROW = re.compile(r'row__title"><a href="([^"]+)">([^<]+)</a></p><p class="row__why">([^<]+)<')
LINE = re.compile(r'<p class="small">.*?<a href="([^"]+)">([^<]+)</a>: ([^<]+)</p>', re.S)
WHOLE = {
    "years_stated": 9, "place_id": "0012420", "industry_id": "513200", "current_pay": 150_000,
    "skills": SENIOR, "certifications": ["ckad"],
}  # fmt: skip


def profile_of(user, **fields):
    now = timezone.now()
    dated = {"years_stated_on": now.date()} if "years_stated" in fields else {}
    return ProfileFactory(user=user, onboarded_at=now, **dated, **fields)


def sentences(developer, stated=NOTHING):
    found = judge_completeness(CATALOGUE, developer, assess_developer(CATALOGUE, developer), stated)
    return {m.code: wording.effect(CATALOGUE, found, m) for m in found.missing}


# --- The sentences --------------------------------------------------------------------------------


def test_each_says_what_would_change():
    assert sentences(Developer(4, MID)) == {
        "years": "Anything from Entry-level to Mid-level, and pay within $77k–$133k.",
        "place": "Pay goes with it: $73k–$163k, from one end of the country to the other.",
        "industry": "Pay goes with it: $90k–$130k, from one industry to another.",
        "pay": "Private. It says where within $99k–$109k you are, and each gain starts from it.",
        "skills": "Scalability & high availability, Architecture trade-offs, Technical strategy &"
        " roadmaps and 6 more. With them 91% of Senior is met, without them 8%.",
    }


def test_before_entry_level_no_pay_is_claimed():
    found = sentences(Developer(0.0))
    assert "$" not in "".join(found.values())
    assert found["years"] == "Your level by years and every figure rest on them."


def test_years_that_move_no_level_move_pay():
    found = sentences(Developer(1.0, ENTRY))
    assert found["years"] == "Every figure rests on them: pay lies anywhere within $74k–$122k."


def test_certificates_are_asked_for_as_a_question():
    found = sentences(Developer(8, SENIOR | {"kubernetes": 3, "docker": 3}))
    assert re.fullmatch(r"If you hold .+: it goes with higher pay\.", found["certifications"])


def test_everything_that_can_be_missing_has_a_title_and_a_page():
    assert set(wording.TITLES) == set(wording.PAGES) == set(CODES)


# --- The profile page -----------------------------------------------------------------------------


def test_the_profile_lists_what_is_missing_with_the_field_for_it(as_alice, alice):
    profile_of(alice, years_stated=4, skills=MID, start_step=3)
    text = as_alice.get(PROFILE).text
    assert "2 of 6 parts are complete" in text
    rows = ROW.findall(text)
    assert [row[:2] for row in rows] == [
        ("/profile/#id_place", "Place of work"),
        ("/profile/#id_industry", "Industry"),
        ("/profile/#id_current_pay", "What you are paid"),
        ("/skills/", "Skills that are not assessed"),
    ]
    for field in ("id_place", "id_industry", "id_current_pay", "id_years"):
        assert f'id="{field}"' in text


def test_a_whole_profile_is_told_so(as_alice, alice):
    profile_of(alice, **WHOLE)
    text = as_alice.get(PROFILE).text
    assert "6 of 6 parts are complete" in text
    assert "Nothing that you could add would change a figure" in text
    assert ROW.findall(text) == []


@pytest.mark.parametrize(("step", "is_asked"), [(2, True), (3, False)])
def test_who_went_through_the_first_steps_has_no_certificate(as_alice, alice, step, is_asked):
    profile_of(alice, skills=SENIOR | {"kubernetes": 3, "docker": 3}, start_step=step)
    asked = [title for _, title, _ in ROW.findall(as_alice.get(PROFILE).text)]
    assert ("Certificates" in asked) == is_asked


@pytest.mark.parametrize("fields", [{}, WHOLE])
def test_it_asks_no_query(as_alice, alice, fields, django_assert_num_queries):
    profile_of(alice, **fields)
    with django_assert_num_queries(5):
        as_alice.get(PROFILE)


# --- The dashboard --------------------------------------------------------------------------------


def test_the_dashboard_has_one_line_for_the_largest_effect(as_alice, alice):
    profile_of(alice, years_stated=4, skills=MID)
    [(href, title, effect)] = LINE.findall(as_alice.get(DASHBOARD).text)
    assert (href, title) == ("/profile/#id_place", "Place of work")
    assert effect.startswith("Pay goes with it: $")


def test_neither_pay_nor_certificates_are_asked_for_there(as_alice, alice):
    fields = WHOLE | {"current_pay": None, "certifications": []}
    profile_of(alice, **fields)
    assert LINE.findall(as_alice.get(DASHBOARD).text) == []


@pytest.mark.parametrize("fields", [WHOLE, {"is_sample": True, "skills": MID}, {"skills": {}}])
def test_a_whole_a_made_up_and_an_empty_profile_have_no_line(as_alice, alice, fields):
    profile_of(alice, **fields)
    assert LINE.findall(as_alice.get(DASHBOARD).text) == []
