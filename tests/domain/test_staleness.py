"""Claims for which nothing has spoken for long."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.dates import months_later
from planner.domain.staleness import FAST, LASTING, Claim, Stale, area_of, find_stale, judge
from tests.domain.strategies import CATALOGUE, PROFICIENCIES, SKILLS, fewer_cases

TODAY = date(2026, 11, 24)
DAYS = st.dates(date(2010, 1, 1), TODAY)
CLAIMS = st.builds(
    Claim, SKILLS, PROFICIENCIES, DAYS, st.none() | DAYS, st.none() | DAYS, st.none() | DAYS
)


@pytest.mark.parametrize(
    ("skill", "area", "months"),
    [("kubernetes", "fast", 24), ("python", "usual", 36), ("algorithms", "lasting", 60)],
)
def test_how_long_a_claim_is_fresh_depends_on_its_area(catalogue, skill, area, months):
    found = judge(catalogue, Claim(skill, 2, date(2020, 2, 29)))
    assert (found.area, found.months) == (area, months)
    assert found.since == months_later(date(2020, 2, 29), months)


def test_every_area_is_a_category_of_the_catalogue(catalogue):
    categories = {skill.category for skill in catalogue.skills.values()}
    assert categories >= FAST | LASTING
    assert not FAST & LASTING


def test_a_claim_is_stale_from_the_day_on(catalogue):
    claim = Claim("python", 3, date(2023, 11, 24))
    assert find_stale(catalogue, [claim], TODAY - timedelta(days=1)) == ()
    assert find_stale(catalogue, [claim], TODAY) == (
        Stale("python", TODAY, "stated", date(2023, 11, 24), 36, "usual"),
    )


@pytest.mark.parametrize("sign", ["stated", "confirmed", "evidenced", "studied"])
def test_any_sign_keeps_a_claim_fresh(catalogue, sign):
    old = Claim("python", 3, date(2015, 1, 1))
    fresh = replace(old, **{f"{sign}_on": date(2026, 1, 1)})
    assert [stale.last for stale in find_stale(catalogue, [old], TODAY)] == ["stated"]
    assert find_stale(catalogue, [fresh], TODAY) == ()
    assert judge(catalogue, fresh).last == sign


def test_of_two_signs_on_a_day_the_stronger_is_named(catalogue):
    day = date(2015, 1, 1)
    assert judge(catalogue, Claim("python", 3, day, day, day, day)).last == "studied"
    assert judge(catalogue, Claim("python", 3, day, day, day)).last == "evidenced"
    assert judge(catalogue, Claim("python", 3, day, day)).last == "confirmed"


def test_none_is_no_claim_and_what_the_catalogue_lost_is_not_judged(catalogue):
    day = date(2015, 1, 1)
    claims = [Claim("python", 0, day), Claim("gone", 4, day), Claim("git", 1, day)]
    assert [stale.skill for stale in find_stale(catalogue, claims, TODAY)] == ["git"]


def test_the_assumptions_decide(catalogue):
    row = replace(catalogue.assumptions["stale_months"], value="24")
    changed = replace(catalogue, assumptions={**catalogue.assumptions, "stale_months": row})
    assert judge(changed, Claim("python", 2, date(2024, 1, 31))).since == date(2026, 1, 31)


@fewer_cases
@given(st.lists(CLAIMS, max_size=8), st.integers(0, 2000))
def test_stale_claims_stay_stale_and_the_longest_come_first(claims, days):
    found = find_stale(CATALOGUE, claims, TODAY)
    assert [stale.since for stale in found] == sorted(stale.since for stale in found)
    assert set(found) <= set(find_stale(CATALOGUE, claims, TODAY + timedelta(days=days)))


@fewer_cases
@given(CLAIMS, DAYS)
def test_another_sign_never_makes_a_claim_stale_sooner(claim, day):
    more = replace(claim, studied_on=max(day, claim.studied_on or day))
    assert judge(CATALOGUE, more).since >= judge(CATALOGUE, claim).since
    assert judge(CATALOGUE, more).area == area_of(CATALOGUE, claim.skill)
