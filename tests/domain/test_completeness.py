"""What a profile does not say, and what would change if it did."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.completeness import CODES, Stated, judge_completeness
from planner.domain.developer import Developer
from planner.domain.pay import estimate
from planner.domain.standing import assess_developer, raised
from tests.domain.people import ENTRY, MID, SENIOR
from tests.domain.strategies import CATALOGUE, developers, fewer_cases

NOTHING = Stated(years=False, place=False, industry=False, certifications=False)
ALL = Stated(years=True, place=True, industry=True, certifications=True)
ANY = st.builds(Stated, st.booleans(), st.booleans(), st.booleans(), st.booleans())


def judged(developer, stated=NOTHING):
    standing = assess_developer(CATALOGUE, developer)
    return judge_completeness(CATALOGUE, developer, standing, stated)


def missing(developer, code, stated=NOTHING):
    return next(m for m in judged(developer, stated).missing if m.code == code)


def codes(developer, stated=NOTHING):
    return [m.code for m in judged(developer, stated).missing]


def test_somebody_new_is_asked_for_years_then_skills():
    assert codes(Developer(0.0)) == ["years", "skills", "place", "industry", "pay"]
    assert judged(Developer(0.0)).filled == ("certifications",)


def test_a_full_profile_has_nothing_missing():
    alice = Developer(7, SENIOR, current_pay=150_000)
    assert judged(alice, ALL).missing == ()
    assert judged(alice, ALL).filled == CODES


def test_years_move_the_level():
    found = missing(Developer(0.0, MID), "years")
    assert found.levels == ("entry", "mid")
    assert found.pay.low < found.pay.high - 40_000


def test_a_place_moves_pay_within_the_wage_tables():
    found = missing(Developer(4, MID), "place")
    central = estimate(CATALOGUE, bob := Developer(4, MID), assess_developer(CATALOGUE, bob))
    assert found.pay.central == central.pay.central
    assert found.pay.low == pytest.approx(0.7 * found.pay.central)
    assert found.pay.high == pytest.approx(1.5672 * found.pay.central, rel=1e-3)
    assert missing(Developer(4, MID, is_remote=True), "place").effect < found.effect


def test_unstated_skills_say_what_they_would_make_ready():
    found = missing(Developer(4, ENTRY), "skills")
    assert found.readiness == (0.0, 1.0)
    assert found.levels == ("entry", "mid")
    assert {"django", "docker", "debugging"} <= set(found.items)


def test_a_skill_that_is_assessed_is_not_missing():
    found = missing(Developer(4, ENTRY | {"docker": 0, "debugging": 1}), "skills")
    assert not {"docker", "debugging"} & set(found.items)


def test_what_is_not_for_me_is_not_asked_where_another_will_do():
    alice = Developer(4, ENTRY)
    without = replace(alice, excluded=frozenset({"django"}))
    assert "django" in missing(alice, "skills").items
    assert "django" not in missing(without, "skills").items


def test_certifications_are_those_that_count_and_that_skills_back():
    found = missing(Developer(4, MID | {"aws": 2}), "certifications")
    assert set(found.items) == {"aws-dva", "aws-saa"}
    assert found.pay.low == found.pay.central < found.pay.high


def test_stated_pay_would_say_where_in_the_range():
    found = missing(Developer(4, MID), "pay")
    standing = assess_developer(CATALOGUE, bob := Developer(4, MID))
    assert found.pay == estimate(CATALOGUE, bob, standing).pay
    assert "pay" not in codes(Developer(4, MID, current_pay=100_000))


def test_wage_tables_without_ratios_change_nothing():
    bare = replace(CATALOGUE, places={}, industries={})
    alice = Developer(4, MID)
    found = judge_completeness(bare, alice, assess_developer(bare, alice), NOTHING)
    assert not {"place", "industry"} & {m.code for m in found.missing}


@fewer_cases
@given(developers(), ANY)
def test_every_code_is_either_filled_or_missing(alice, stated):
    found = judged(alice, stated)
    assert sorted([*found.filled, *(m.code for m in found.missing)]) == sorted(CODES)
    for code in ("years", "place", "industry", "certifications"):
        assert not getattr(stated, code) or code in found.filled


@fewer_cases
@given(developers(), ANY)
def test_the_largest_effect_comes_first_after_the_years(alice, stated):
    rank = ["pre-entry", "entry", "mid", "senior"]
    found = [m for m in judged(alice, stated).missing if m.code != "years"]
    moved = [rank.index(m.levels[1]) - rank.index(m.levels[0]) for m in found]
    keys = [(-levels, -m.effect) for levels, m in zip(moved, found, strict=True)]
    assert keys == sorted(keys)
    assert "years" not in codes(alice, stated)[1:]


@fewer_cases
@given(developers(), ANY)
def test_figures_are_in_order_and_readiness_never_falls(alice, stated):
    for found in judged(alice, stated).missing:
        assert found.pay.low <= found.pay.central <= found.pay.high
        before, after = found.readiness
        assert 0 <= before <= after <= 1 + 1e-9


@fewer_cases
@given(developers(current_pay=st.none()))
def test_stating_the_skills_as_asked_closes_the_question(alice):
    asked = [m for m in judged(alice, ALL).missing if m.code == "skills"]
    for found in asked:
        standing = assess_developer(CATALOGUE, alice)
        after = raised(CATALOGUE, standing, dict.fromkeys(found.items, 4))
        then = replace(alice, skills=after.skills, target=judged(alice, ALL).target)
        again = [m.items for m in judged(then, ALL).missing if m.code == "skills"]
        assert not set(found.items) & {id_ for items in again for id_ in items}
