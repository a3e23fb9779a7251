"""A state of the history read with a catalogue: who somebody was at the end of a day."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from fixtures import build
from planner.domain.developer import Developer, HeldCertification
from planner.domain.history import EMPTY, State
from planner.domain.past import days_between, look_back

CATALOGUE = build.catalogue()
DAY = date(2026, 3, 1)
HELD = {"earned_on": "2024-02-28", "expires_on": "2026-02-28"}


def told(**fields):
    """A state of these details of a profile."""
    return State({("profile", name): value for name, value in fields.items()})


def developer_of(state, day=DAY):
    return look_back(CATALOGUE, state, day).developer


def test_nothing_stated_is_somebody_at_the_very_beginning():
    then = look_back(CATALOGUE, EMPTY, DAY)
    assert then.developer == Developer(years=0.0)
    assert not then.has_experience
    assert (then.met, then.kept, then.held) == (0, None, ())
    assert set(then.readiness.values()) == {0.0}
    assert then.target == CATALOGUE.levels[0].code


def test_years_grow_until_that_day_and_no_further():
    state = told(years_stated="4.00", years_stated_on="2025-03-01")
    assert developer_of(state).years == pytest.approx(5.0, abs=0.01)
    assert developer_of(state, date(2025, 3, 1)).years == 4.0
    assert look_back(CATALOGUE, state, DAY).has_experience


def test_years_count_from_the_beginning_where_that_is_stated():
    assert developer_of(told(experience_started_on="2020-03-01")).years == pytest.approx(
        6, abs=0.01
    )


def test_years_without_their_day_are_not_stated():
    then = look_back(CATALOGUE, told(years_stated="4.00"), DAY)
    assert not then.has_experience


def test_a_certificate_counts_until_its_last_day():
    state = State({("certification", "ckad"): HELD})
    then, later = (look_back(CATALOGUE, state, date(2026, 2, 28) + timedelta(n)) for n in (0, 1))
    assert then.developer.certifications == {"ckad"}
    assert then.developer.expires == (("ckad", date(2026, 2, 28)),)
    assert later.developer.certifications == frozenset()
    assert [one.id for one in later.held] == ["ckad"]


def test_a_certificate_keeps_its_dates_and_its_link():
    linked = HELD | {"verification_url": "https://example.com/alice"}
    (held,) = look_back(CATALOGUE, State({("certification", "ckad"): linked}), DAY).held
    days = date(2024, 2, 28), date(2026, 2, 28)
    assert held == HeldCertification("ckad", *days, "https://example.com/alice")


def test_what_the_catalogue_does_not_have_counts_nothing():
    state = State({("skill", "no-such"): 3, ("skill", "python"): 2, ("certification", "old"): HELD})
    then = look_back(CATALOGUE, state, DAY)
    assert then.developer.skills == {"python": 2}
    assert then.held == ()


def test_every_detail_is_that_of_the_developer():
    place = next(where for where in CATALOGUE.places.values() if where.ratio)
    industry = next(where for where in CATALOGUE.industries.values() if where.ratio)
    state = told(
        place=place.id, industry=industry.id, is_remote=True, target="senior",
        hours_per_week=9, current_pay=98_000,
    )  # fmt: skip
    state = State({**state.values, ("plan", "excluded"): ["docker"], ("plan", "kept"): 7})
    then = look_back(CATALOGUE, state, DAY)
    assert then.developer == Developer(
        years=0.0, location_ratio=place.ratio, industry_ratio=industry.ratio, is_remote=True,
        target="senior", hours_per_week=9.0, current_pay=98_000.0, excluded=frozenset({"docker"}),
    )  # fmt: skip
    assert (then.place, then.industry, then.kept, then.target) == (
        place.id, industry.id, 7, "senior",
    )  # fmt: skip


def test_a_place_that_is_gone_moves_no_pay():
    assert developer_of(told(place="atlantis")).location_ratio == 1.0


def test_expectations_are_met_only_in_full():
    (first, *_) = [e for e in CATALOGUE.expectations if len(e.members) == 1]
    (member,) = first.members
    met, short = (
        look_back(CATALOGUE, State({("skill", member.skill): level}), DAY).met
        for level in (member.target, member.target - 1)
    )
    assert met == short + 1


@pytest.mark.parametrize(("length", "count"), [(0, 1), (1, 2), (58, 59), (59, 60), (1095, 60)])
def test_days_lie_evenly_from_the_first_to_the_last(length, count):
    first = date(2025, 3, 3)
    days = days_between(first, first + timedelta(days=length), 60)
    assert len(days) == count
    assert (days[0], days[-1]) == (first, first + timedelta(days=length))
    gaps = {(after - before).days for before, after in pairwise(days)}
    assert max(gaps, default=0) - min(gaps, default=0) <= 1
