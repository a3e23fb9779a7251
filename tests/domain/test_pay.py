from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.developer import Developer, HeldCertification, active_certifications
from planner.domain.pay import (
    band_at,
    bands_at,
    base_pay,
    covered_share,
    effective_years,
    estimate,
    gate_years,
    place_factor,
    position,
    skill_position,
    tenure,
)
from planner.domain.standing import assess_developer, raised
from tests.domain.people import ENTRY, SENIOR, developer_of, worked
from tests.domain.strategies import CERTIFICATIONS, YEARS, cases, developers, raises

CENT = 0.005


@pytest.fixture
def denver(catalogue):
    """P5, whose intermediate values the pay model spells out, with her standing."""
    developer = developer_of(worked("P5")["profile"])
    return developer, assess_developer(catalogue, developer)


def estimate_of(catalogue, developer):
    return estimate(catalogue, developer, assess_developer(catalogue, developer))


class TestWorkedExample:
    def test_gate(self, catalogue, denver):
        _, standing = denver
        assert gate_years(catalogue, standing.readiness) == pytest.approx(
            2 + 3 + 5 * 0.123529 / 0.8, abs=1e-5
        )

    def test_years_below_the_gate_all_count(self):
        assert effective_years(4, 5.77, 0.4) == 4

    def test_coverage(self, catalogue, denver):
        _, standing = denver
        points = 6.8 * 0.60 + 2.6 * 0.30 + 0.5 * 0.85
        assert covered_share(catalogue, "mid", standing.coverages) == pytest.approx(points / 34.2)

    def test_diminishing_returns(self, catalogue, denver):
        _, standing = denver
        found = skill_position(catalogue, "mid", standing.coverages)
        assert found == pytest.approx(0.285184, abs=1e-6)

    def test_position(self, catalogue, denver):
        _, standing = denver
        mid = catalogue.level("mid")
        assert tenure(catalogue, mid, 4) == 0.5
        found = position(catalogue, mid, 4, standing.coverages)
        assert found == pytest.approx(0.360370, abs=1e-6)

    def test_pay(self, catalogue, denver):
        developer, standing = denver
        assert base_pay(catalogue, 4, standing.coverages) == pytest.approx(104_009.24, abs=CENT)
        found = estimate(catalogue, developer, standing)
        assert found.pay.central == pytest.approx(105_257.35, abs=CENT)


@pytest.mark.parametrize(
    ("years", "band"),
    [
        (0, (74_000, 90_000)),
        (2, (74_000, 90_000)),
        (2.5, (84_500, 105_000)),
        (3, (95_000, 120_000)),
        (5, (95_000, 120_000)),
        (5.5, (107_500, 140_000)),
        (6, (120_000, 160_000)),
        (60, (120_000, 160_000)),
    ],
)
def test_the_band_is_interpolated_between_two(catalogue, years, band):
    assert band_at(catalogue, years) == band


@pytest.mark.parametrize(
    ("years", "codes", "share"),
    [(2.0, ("entry", "entry"), 0), (2.25, ("entry", "mid"), 0.25), (6.0, ("senior", "senior"), 0)],
)
def test_bands_at(catalogue, years, codes, share):
    lower, upper, found = bands_at(catalogue, years)
    assert ((lower.code, upper.code), found) == (codes, share)


@pytest.mark.parametrize(("skills", "gate"), [({}, 2), (ENTRY, 2), (SENIOR, 10)])
def test_years_that_skills_support(catalogue, skills, gate):
    standing = assess_developer(catalogue, Developer(0, skills))
    assert gate_years(catalogue, standing.readiness) == pytest.approx(gate)


def test_years_beyond_the_gate_count_in_part():
    assert effective_years(5, 2, 0.4) == pytest.approx(3.8)


@pytest.mark.parametrize(
    ("developer", "factor"),
    [
        (Developer(1), 1),
        (Developer(1, location_ratio=1.21), 1.21),
        (Developer(1, location_ratio=1.21, is_remote=True), 1.1),
        (Developer(1, industry_ratio=1.21), 1.1),
        (Developer(1, location_ratio=1.57, industry_ratio=1.4), 1.6),
        (Developer(1, location_ratio=0.5), 0.7),
    ],
)
def test_place(catalogue, developer, factor):
    assert place_factor(catalogue, developer) == pytest.approx(factor)


def test_pre_entry_is_never_claimed(catalogue):
    alice = estimate_of(catalogue, Developer(4, {"python": 2}))
    assert (alice.level.shown, alice.is_claimed) == ("pre-entry", False)


def figures(found):
    return found.pay.low, found.pay.central, found.pay.high


@cases
@given(developers(), raises())
def test_more_skills_never_lower_an_estimate(catalogue, alice, gained):
    before = assess_developer(catalogue, alice)
    after = raised(catalogue, before, *gained)
    was = figures(estimate(catalogue, alice, before))
    now = figures(estimate(catalogue, alice, after))
    assert all(old <= new + 1e-6 for old, new in zip(was, now, strict=True))


@cases
@given(developers(), YEARS)
def test_more_time_never_lowers_an_estimate(catalogue, alice, years):
    later = replace(alice, years=max(alice.years, years))
    was, now = figures(estimate_of(catalogue, alice)), figures(estimate_of(catalogue, later))
    assert all(old <= new + 1e-6 for old, new in zip(was, now, strict=True))


@cases
@given(developers())
def test_low_central_high_are_in_order_and_in_the_band(catalogue, alice):
    found = estimate_of(catalogue, alice)
    low, central, high = figures(found)
    assert low <= central <= high
    assert found.band[0] - 1e-6 <= central <= found.band[1] + 1e-6


@cases
@given(developers(location_ratio=st.just(1.0), industry_ratio=st.just(1.0)))
def test_an_ordinary_place_never_goes_beyond_the_article(catalogue, alice):
    low, _, high = figures(estimate_of(catalogue, alice))
    assert low >= 74_000
    assert high <= 160_000


@cases
@given(developers(), st.floats(0, 0.01))
def test_a_few_days_never_move_it_much(catalogue, alice, moment):
    later = replace(alice, years=alice.years + moment)
    was, now = estimate_of(catalogue, alice), estimate_of(catalogue, later)
    steps = [new - old for old, new in zip(figures(was), figures(now), strict=True)]
    assert max(steps) <= 600 * was.place_factor


@cases
@given(developers(certifications=st.just(frozenset())), st.sets(CERTIFICATIONS, max_size=4))
def test_expired_certificates_count_nothing(catalogue, alice, ids):
    today = date(2026, 5, 1)
    held = tuple(HeldCertification(id_, None, today - timedelta(1)) for id_ in ids)
    bob = replace(alice, certifications=active_certifications(held, today))
    assert figures(estimate_of(catalogue, bob)) == figures(estimate_of(catalogue, alice))
