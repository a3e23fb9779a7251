"""Pay now and later as ranges, and what one goal could be worth, taken apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain import worth
from planner.domain.developer import Developer
from planner.domain.outlook import look_ahead
from planner.domain.standing import assess, assess_developer
from tests.domain.people import ENTRY, MID, SENIOR, developer_of, worked
from tests.domain.strategies import CATALOGUE, SKILLS, cases, developers, fewer_cases


def outlook_of(id_):
    return look_ahead(CATALOGUE, developer_of(worked(id_)["profile"]))


@fewer_cases
@given(developers())
def test_pay_after_never_lies_below_pay_now_nor_above_the_cap(developer):
    outlook = look_ahead(CATALOGUE, developer)
    now, after = worth.pay_now(outlook), worth.pay_after(outlook)
    assert now.low <= after.low + 1e-6
    assert now.high <= after.high + 1e-6
    assert after.low - 1e-6 <= after.central <= after.high + 1e-6
    assert after.high <= max(outlook.projection.cap, now.high) + 1e-6


def test_pay_now_is_the_estimate_unless_pay_was_stated():
    outlook = outlook_of("P5")
    assert worth.pay_now(outlook) == outlook.estimate.pay


def test_pay_now_is_what_was_stated():
    now = worth.pay_now(outlook_of("P10"))
    assert (now.low, now.central, now.high) == (88_000, 88_000, 88_000)


@pytest.mark.parametrize(("id_", "above"), [("P5", False), ("P10", False), ("P8", True)])
def test_who_is_paid_above_the_band(id_, above):
    assert worth.is_above_band(outlook_of(id_)) is above


def test_a_band_in_place():
    band = worth.band_in_place(CATALOGUE.level("mid"), 1.5)
    assert (band.low, band.central, band.high) == (142_500, 161_250, 180_000)


@pytest.mark.parametrize(("id_", "now"), [("P1", "entry"), ("P6", "mid"), ("P8", "senior")])
def test_the_band_is_that_of_the_years_that_count(id_, now):
    assert worth.band_level_now(CATALOGUE, outlook_of(id_)).code == now


def test_the_band_moves_on_with_released_years():
    outlook = look_ahead(CATALOGUE, Developer(years=8.0, skills=ENTRY))
    now = worth.band_level_now(CATALOGUE, outlook)
    assert now.order <= worth.band_level_after(CATALOGUE, outlook).order


def test_half_of_comparable_people_are_paid_within_the_spread():
    spread = worth.market_spread(CATALOGUE, outlook_of("P8"))
    assert spread.low == pytest.approx(0.81 * spread.central)
    assert spread.high == pytest.approx(1.22 * spread.central)


@cases
@given(developers(), SKILLS)
def test_what_a_skill_could_be_worth_is_a_range_of_two_parts(developer, skill):
    standing = assess_developer(CATALOGUE, developer)
    end = worth.next_proficiency(standing, skill)
    if end is not None:
        found = worth.worth_of_skill(CATALOGUE, developer, standing, skill, end)
        assert 0 <= found.gain.low <= found.gain.central <= found.gain.high
        assert found.gate + found.position == pytest.approx(found.gain.central)
        assert (found.goal.id, found.goal.end) == (skill, end)


@cases
@given(developers(), st.sampled_from(list(CATALOGUE.certifications)))
def test_what_a_certificate_could_be_worth(developer, certification):
    standing = assess_developer(CATALOGUE, developer)
    found = worth.worth_of_certification(CATALOGUE, developer, standing, certification)
    assert found.goal.kind == "certification"
    assert all(moved.now > moved.was for moved in (*found.groups, *found.expectations))


def test_docker_moves_the_cloud_expectation_and_its_pay_group():
    developer = Developer(years=4.0, skills=MID | {"docker": 0})
    standing = assess_developer(CATALOGUE, developer)
    found = worth.worth_of_skill(CATALOGUE, developer, standing, "docker", 2)
    assert [(m.thing.id, m.was, m.now) for m in found.expectations] == [("mid/cloud", 0.0, 1.0)]
    assert [moved.thing.id for moved in found.groups] == ["cloud-containers"]


@pytest.mark.parametrize(
    ("have", "following"), [(None, 2), (0, 2), (1, 2), (2, 3), (3, 4), (4, None)]
)
def test_the_next_proficiency(have, following):
    skills = {} if have is None else {"python": have}
    assert worth.next_proficiency(assess(CATALOGUE, skills, frozenset()), "python") == following


def test_a_complete_senior_has_no_way_left():
    outlook = look_ahead(CATALOGUE, Developer(years=12.0, skills=SENIOR))
    assert worth.pay_after(outlook).central == worth.pay_now(outlook).central
