import pytest
from hypothesis import given

from planner.domain.gaps import find_gaps
from planner.domain.standing import assess, assess_developer
from tests.domain.people import ENTRY, MID
from tests.domain.strategies import cases, developers

PYTHON_WEB = {"python": 3, "http": 2, "sql": 2}


def gap_of(catalogue, id_, skills, excluded=frozenset()):
    gaps = find_gaps(catalogue, assess(catalogue, skills, frozenset()), excluded)
    return next(gap for gap in gaps if gap.expectation.id == id_)


def needed(catalogue, id_, skills, excluded=frozenset()):
    return [member.skill for member in gap_of(catalogue, id_, skills, excluded).needed]


def test_one_gap_per_expectation_in_order(catalogue):
    gaps = find_gaps(catalogue, assess(catalogue, ENTRY, frozenset()))
    assert [gap.expectation for gap in gaps] == list(catalogue.expectations)


@pytest.mark.parametrize(
    ("skills", "status", "attained"),
    [
        ({}, "missing", 0),
        ({"indexing": 0}, "missing", 0),
        ({"indexing": 2}, "short", 1 / 3),
        ({"indexing": 2, "data-modeling": 2, "query-optimization": 1}, "short", (2 + 25 / 60) / 3),
        ({"indexing": 2, "data-modeling": 4, "query-optimization": 2}, "met", 1),
    ],
)
def test_status(catalogue, skills, status, attained):
    gap = gap_of(catalogue, "mid/database-optimisation", skills)
    assert (gap.status, gap.is_open) == (status, status != "met")
    assert gap.attainment == pytest.approx(attained)


def test_not_assessed_differs_from_none(catalogue):
    gap = gap_of(catalogue, "mid/database-optimisation", {"indexing": 0})
    have = {member.skill: member.have for member in gap.members}
    assert have == {"query-optimization": None, "indexing": 0, "data-modeling": None}


def test_all_of_needs_what_is_missing(catalogue):
    skills = {"indexing": 2, "data-modeling": 1}
    found = needed(catalogue, "mid/database-optimisation", skills)
    assert found == ["query-optimization", "data-modeling"]


def test_nothing_is_needed_once_met(catalogue):
    assert needed(catalogue, "mid/framework", MID) == []


@pytest.mark.parametrize(
    ("skills", "framework"),
    [
        ({"python": 3}, "django"),
        ({"java": 3}, "spring-boot"),
        ({"javascript": 2, "nodejs": 3}, "express"),
        ({"csharp": 3}, "dotnet"),
        ({"ruby": 2}, "rails"),
        ({"php": 2}, "laravel"),
        ({"python": 2, "java": 3}, "spring-boot"),
        (PYTHON_WEB | {"flask": 2}, "flask"),
        ({"java": 4, "fastapi": 1}, "fastapi"),
        (PYTHON_WEB | {"flask": 1, "django": 2}, "django"),
    ],
)
def test_any_of_needs_what_was_begun_or_fits_the_language(catalogue, skills, framework):
    assert needed(catalogue, "mid/framework", skills) == [framework]


def test_any_of_offers_what_is_left_once_something_is_excluded(catalogue):
    assert needed(catalogue, "mid/framework", PYTHON_WEB, frozenset({"django"})) == ["flask"]


def test_excluding_a_prerequisite_excludes_what_builds_on_it(catalogue):
    assert needed(catalogue, "mid/cloud", MID | {"docker": 0}, frozenset({"docker"})) == ["aws"]


def test_what_would_close_an_any_of_stays_known_with_everything_excluded(catalogue):
    assert len(needed(catalogue, "mid/framework", PYTHON_WEB, frozenset(catalogue.skills))) == 1


@cases
@given(developers())
def test_open_gaps_need_something_and_met_ones_nothing(catalogue, alice):
    for gap in find_gaps(catalogue, assess_developer(catalogue, alice)):
        assert bool(gap.needed) is gap.is_open
        assert all(not member.is_met for member in gap.needed)


@cases
@given(developers())
def test_closing_what_is_needed_closes_the_gap(catalogue, alice):
    for gap in find_gaps(catalogue, assess_developer(catalogue, alice)):
        closing = {member.skill: member.target for member in gap.needed}
        after = assess(catalogue, {**alice.skills, **closing}, alice.certifications)
        assert after.attainments[catalogue.expectations.index(gap.expectation)] > 1 - 1e-9
