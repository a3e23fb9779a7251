"""The derivation of the pay estimate."""

import re

import pytest

from planner.queries.catalogue import current_catalogue
from tests.domain.people import ENTRY, MID, SENIOR
from tests.planner.test_dashboard import QUERIES, profile

pytestmark = pytest.mark.django_db
ESTIMATE = "/estimate/"
DENVER = "0019740"


def dollars(text):
    return int(re.sub(r"[^0-9−]", "", text).replace("−", "-"))


def test_the_lines_add_up_to_the_estimate(as_alice, alice):
    profile(alice, years=4, skills=MID, place_id=DENVER)
    rows = as_alice.get(ESTIMATE).context["rows"]
    *lines, last = [dollars(row.amount) for row in rows]
    assert sum(lines) == pytest.approx(last, abs=len(lines))
    assert rows[0].label == "The article's floor for Mid-level"


def test_each_line_names_its_sources_and_assumptions(as_alice, alice):
    profile(alice, place_id=DENVER)
    page = as_alice.get(ESTIMATE).text
    for id_ in ("L19.1", "so2023", "bls-oews-metros-2025"):
        assert f'href="/method/#{id_}"' in page
    for key in ("tenure_share_mid", "concavity", "prof_2_working", "gate_strength"):
        assert f'href="/method/#assumption:{key}"' in page


def test_the_pay_groups_show_what_is_covered(as_alice, alice):
    profile(alice)
    response = as_alice.get(ESTIMATE)
    assert all(
        entry.group.label in response.text for entry in response.context["derivation"].groups
    )


def test_years_that_skills_do_not_support(as_alice, alice):
    profile(alice, years=5, skills=ENTRY)
    page = as_alice.get(ESTIMATE).text
    assert "<dt>Years your skills support</dt><dd>2 years</dd>" in page
    assert "<dt>Years that count</dt><dd>3.8 years</dd>" in page


def test_time_and_skills_stand_apart(as_alice, alice):
    profile(alice, years=5, skills=ENTRY)
    page = as_alice.get(ESTIMATE).text
    assert "Time alone, " in page
    assert "Skills of the way" in page


@pytest.mark.parametrize(("years", "is_said"), [(3, False), (8, True)])
def test_years_that_skills_release_are_said_where_there_are_some(as_alice, alice, years, is_said):
    profile(alice, years=years)
    assert ("from years that more skills release" in as_alice.get(ESTIMATE).text) is is_said


def test_somebody_above_the_band_gets_context_but_no_claim(as_alice, alice):
    profile(alice, years=12, skills=SENIOR, current_pay=240_000)
    page = as_alice.get(ESTIMATE).text
    assert "So no rise is claimed." in page
    assert "p75 171,980" in page


def test_a_place_brings_its_percentiles(as_alice, alice):
    profile(alice, place_id=DENVER)
    place = current_catalogue().places[DENVER]
    assert f"{place.p90:,}" in as_alice.get(ESTIMATE).text


@pytest.mark.parametrize(
    ("place", "source"),
    [(DENVER, "bls-oews-metros-2025"), ("4800000", "bls-oews-states-2025")],
)
def test_the_place_names_itself_and_its_own_table(as_alice, alice, place, source):
    profile(alice, place_id=place)
    row = next(row for row in as_alice.get(ESTIMATE).context["rows"] if row.label == "Place")
    assert row.note.startswith(current_catalogue().places[place].name)
    assert row.sources == (source,)


def test_remote_work_counts_the_place_in_part(as_alice, alice):
    profile(alice, place_id=DENVER, is_remote=True)
    page = as_alice.get(ESTIMATE).text
    assert "in part: you work remotely" in page
    assert 'href="/method/#assumption:remote_location_exponent"' in page


def test_no_derivation_before_entry_level(as_alice, alice):
    profile(alice, years=0, skills={"python": 1})
    page = as_alice.get(ESTIMATE).text
    assert "<h1>No pay is claimed before entry level</h1>" in page
    assert 'href="/method/#L13.1"' in page
    assert "From the floor of the band" not in page


def test_half_of_comparable_people_are_outside(as_alice, alice):
    profile(alice)
    page = as_alice.get(ESTIMATE).text
    assert "The other half are paid less or more than that." in page
    assert "not a promise" in page


def test_the_number_of_queries(as_alice, alice, django_assert_num_queries):
    profile(alice, skills=dict.fromkeys(current_catalogue().skills, 2))
    with django_assert_num_queries(QUERIES):
        as_alice.get(ESTIMATE)
