"""The engine under other assumptions: an administrator may change each within its bounds."""

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.assumptions import parameters_from
from planner.domain.derivation import derive
from planner.domain.outlook import look_ahead
from planner.domain.pay import estimate
from planner.domain.projection import project
from planner.domain.standing import assess_developer, raised
from planner.domain.study_rules import StudyRules, study_rules_from
from tests.domain.strategies import CATALOGUE, developers, fewer_cases, plan_cases, raises

CHANGEABLE = [a for a in CATALOGUE.assumptions.values() if a.low is not None]


@st.composite
def catalogues(draw):
    """The shipped catalogue with each bounded assumption anywhere between its bounds."""
    changed = {}
    for assumption in CHANGEABLE:
        value = draw(st.sampled_from([assumption.low, assumption.high]) | _between(assumption))
        changed[assumption.key] = replace(assumption, value=str(value))
    return replace(CATALOGUE, assumptions={**CATALOGUE.assumptions, **changed})


def _between(assumption):
    return st.floats(assumption.low, assumption.high)


def test_the_numbers_are_read_from_the_rows(catalogue):
    found = catalogue.parameters
    assert found.credit == (0, 0.25, 0.6, 0.85, 1)
    assert found.hours_share == (0, 0.25, 1, 2, 4)
    assert found.market_spread_50 == (0.81, 1.22)


def test_the_rules_of_study_are_those_shipped_and_count_for_older_catalogues_too(catalogue):
    keys = {field.name for field in fields(StudyRules)}
    assert keys <= catalogue.assumptions.keys()
    assert catalogue.study == StudyRules() == study_rules_from({})
    changed = replace(catalogue.assumptions["pace_high"], value="3")
    assert study_rules_from({"pace_high": changed}) == StudyRules(pace_high=3)


def test_a_missing_assumption_is_named(catalogue):
    rest = {key: a for key, a in catalogue.assumptions.items() if key != "concavity"}
    with pytest.raises(KeyError, match="concavity"):
        parameters_from(rest)


def test_what_is_no_number_is_refused(catalogue):
    wrong = replace(catalogue.assumptions["concavity"], value="two")
    with pytest.raises(ValueError, match="two"):
        parameters_from({**catalogue.assumptions, "concavity": wrong})


@fewer_cases
@given(catalogues(), developers(), raises())
def test_estimates_stay_in_order_and_never_fall_with_skills(changed, alice, gained):
    before = assess_developer(changed, alice)
    was = estimate(changed, alice, before).pay
    now = estimate(changed, alice, raised(changed, before, *gained)).pay
    assert was.low <= was.central + 1e-6 <= was.high + 2e-6
    for bound in ("low", "central", "high"):
        assert getattr(was, bound) <= getattr(now, bound) + 1e-6


@fewer_cases
@given(catalogues(), developers(), raises(), st.floats(0, 120))
def test_gains_stay_in_their_range(changed, alice, gained, months):
    before = assess_developer(changed, alice)
    found = project(changed, alice, before, raised(changed, before, *gained), months)
    gain = found.gain_skill
    assert -1e-6 <= gain.low <= gain.central + 1e-6 <= gain.high + 2e-6
    assert found.gain_time >= -1e-6
    assert found.pay_after <= found.cap + 1e-6


@plan_cases
@given(catalogues(), developers())
def test_the_way_is_found_and_the_lines_add_up(changed, alice):
    outlook = look_ahead(changed, alice)
    lines = derive(changed, alice, outlook.standing, outlook.estimate).lines
    assert outlook.path.is_complete
    assert lines[-1].total == pytest.approx(outlook.estimate.pay.central)
