"""The gap page: every expectation of every level, and totals that agree with the verdict."""

import re

import pytest

from planner.queries.catalogue import current_catalogue
from planner.templatetags import words
from tests.domain.people import ENTRY, MID
from tests.factories import CertificationClaimFactory
from tests.htmx import HTMX, element
from tests.planner.test_dashboard import QUERIES, profile

pytestmark = pytest.mark.django_db
GAPS = "/gaps/"


def expectations(response):
    return [gap.expectation.id for group in response.context["levels"] for gap in group.gaps]


def test_every_expectation_of_every_level_is_listed(as_alice, alice):
    profile(alice)
    response = as_alice.get(GAPS)
    assert len(expectations(response)) == 15
    assert all(e.label in response.text for e in current_catalogue().expectations)


@pytest.mark.parametrize("level", ["entry", "mid", "senior"])
def test_one_level_alone(as_alice, alice, level):
    profile(alice)
    found = expectations(as_alice.get(GAPS, {"level": level}))
    assert found
    assert {expectation.split("/")[0] for expectation in found} == {level}


def test_an_unknown_level_shows_all(as_alice, alice):
    profile(alice)
    assert len(expectations(as_alice.get(GAPS, {"level": "guru"}))) == 15


def test_only_what_is_open(as_alice, alice):
    profile(alice, skills=MID)
    found = expectations(as_alice.get(GAPS, {"open": "1"}))
    assert {expectation.split("/")[0] for expectation in found} == {"senior"}


def test_nothing_open_in_a_level_is_said(as_alice, alice):
    profile(alice, skills=MID)
    assert "Nothing is open here" in as_alice.get(GAPS, {"open": "1", "level": "entry"}).text


def test_the_totals_agree_with_the_verdict(as_alice, alice):
    profile(alice, years=5, skills=ENTRY)
    response = as_alice.get(GAPS)
    said = int(re.search(r"is (\d+) expectations and about", response.context["lead"])[1])
    assert response.text.count("On your way to Mid-level") == said
    still_open = [gap for group in response.context["levels"] for gap in group.gaps if gap.is_open]
    assert response.context["title"].startswith(
        f"{sum(g.expectation.level == 'mid' for g in still_open)} of 6"
    )


def test_the_state_is_a_shape_and_a_word(as_alice, alice):
    profile(alice, skills=ENTRY | {"indexing": 2})
    response = as_alice.get(GAPS)
    page = response.text
    gaps = [gap for group in response.context["levels"] for gap in group.gaps]
    assert len({words.gap_icon(gap) for gap in gaps}) == 3
    for word in ("Met", "Part of the way: ", "Missing"):
        assert word in page


def test_what_is_missing_is_said_exactly(as_alice, alice):
    profile(alice, skills=ENTRY | {"indexing": 1})
    assert "Indexing strategies from Learning to Working" in as_alice.get(GAPS).text


def test_each_expectation_names_its_sources(as_alice, alice):
    profile(alice)
    page = as_alice.get(GAPS).text
    sources = {id_ for e in current_catalogue().expectations for id_ in e.sources}
    assert [id_ for id_ in sources if f'href="/method/#{id_}"' not in page] == []


def test_htmx_gets_the_very_table_of_the_page(as_alice, alice):
    profile(alice)
    page = as_alice.get(GAPS, {"level": "mid", "open": "1"})
    headers = HTMX | {"HX-Target": "gap-table"}
    part = as_alice.get(GAPS, {"level": "mid", "open": "1"}, headers=headers)
    assert element(part, "gap-table") == element(page, "gap-table")


@pytest.mark.parametrize("count", [1, 174])
def test_the_number_of_queries_does_not_depend_on_the_number_of_skills(
    as_alice, alice, count, django_assert_num_queries
):
    skills = list(current_catalogue().skills)[:count]
    CertificationClaimFactory(profile=profile(alice, skills=dict.fromkeys(skills, 2)))
    with django_assert_num_queries(QUERIES - 1):  # study changes no gap
        as_alice.get(GAPS)
