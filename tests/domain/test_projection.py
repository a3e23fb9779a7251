from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.developer import Developer
from planner.domain.projection import project
from planner.domain.standing import assess_developer, raised
from tests.domain.people import ENTRY, MID, developer_of, worked
from tests.domain.strategies import cases, developers, raises

MONTHS = st.floats(0, 240)


def projected(catalogue, developer, skills, certifications=(), months=0.0):
    before = assess_developer(catalogue, developer)
    return project(
        catalogue, developer, before, raised(catalogue, before, skills, certifications), months
    )


def test_time_and_skills_are_apart(catalogue):
    developer = developer_of(worked("P5")["profile"])
    plan = {"aws": 2, "kubernetes": 2, "cicd": 2}
    found = projected(catalogue, developer, plan, ["ckad"], 9)
    time_alone = projected(catalogue, developer, {}, (), 9)
    assert found.gain_time == time_alone.gain_time == pytest.approx(3320.62, abs=0.01)
    assert found.gain_skill.central == pytest.approx(4816.51, abs=0.01)
    assert time_alone.gain_skill.central == 0


def test_nothing_learnt_in_no_time_is_worth_nothing(catalogue):
    found = projected(catalogue, Developer(4, MID), {})
    assert (found.pay_after, found.gain_time) == (found.pay_now, 0)


def test_gains_scale_with_the_pay_that_is_known(catalogue):
    alice = Developer(4, MID)
    estimated = projected(catalogue, alice, {"kubernetes": 2})
    half_paid = replace(alice, current_pay=estimated.estimate_now / 2)
    halved = projected(catalogue, half_paid, {"kubernetes": 2})
    assert halved.gain_skill.central == pytest.approx(estimated.gain_skill.central / 2)


def test_somebody_above_the_band_gets_no_claim(catalogue):
    found = projected(
        catalogue, Developer(4, MID, current_pay=300_000.0), {"kubernetes": 2}, (), 24
    )
    assert found.pay_after == found.cap == 300_000
    assert found.gain_skill.high == 0


def test_the_gate_releases_years_already_worked(catalogue):
    found = projected(catalogue, Developer(8, ENTRY), MID)
    assert 0 < found.gain_gate < found.gain_skill.central


@cases
@given(developers(), raises(), MONTHS)
def test_gains_are_never_negative_and_in_order(catalogue, alice, gained, months):
    found = projected(catalogue, alice, *gained, months)
    gain = found.gain_skill
    assert found.gain_time >= -1e-6
    assert found.gain_gate >= -1e-6
    assert -1e-6 <= gain.low <= gain.central + 1e-6
    assert gain.central <= gain.high + 1e-6


@cases
@given(developers(), raises(), MONTHS)
def test_nothing_goes_beyond_the_cap(catalogue, alice, gained, months):
    found = projected(catalogue, alice, *gained, months)
    assert found.pay_after <= found.cap + 1e-6
    assert found.pay_after_time + found.gain_skill.high <= found.cap + 1e-6


@cases
@given(developers(), raises(), MONTHS)
def test_the_parts_add_up(catalogue, alice, gained, months):
    found = projected(catalogue, alice, *gained, months)
    parts = found.pay_now + found.gain_time + found.gain_skill.central
    assert found.pay_after == pytest.approx(parts)


@cases
@given(developers(), raises(), raises(), MONTHS)
def test_learning_more_never_gains_less(catalogue, alice, some, others, months):
    before = assess_developer(catalogue, alice)
    after = raised(catalogue, before, *some)
    even_more = raised(catalogue, after, *others)
    less = project(catalogue, alice, before, after, months).gain_skill.central
    more = project(catalogue, alice, before, even_more, months).gain_skill.central
    assert less <= more + 1e-6
