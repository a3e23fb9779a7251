"""What if: only what depends on a change moves, twice the same, and never worse than the plan."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.developer import Developer
from planner.domain.pay import place_factor
from planner.domain.roadmap import Wishes, plan_roadmap
from planner.domain.scenarios import (
    NAMES,
    Changes,
    Inputs,
    apply_changes,
    clash,
    effects,
    options,
    outcome_now,
    work_out,
)
from planner.domain.standing import assess_developer
from tests.domain.people import ENTRY, MID
from tests.domain.strategies import CATALOGUE, developers, plan_cases

TODAY = date(2026, 11, 24)
PLACE = next(place for place in CATALOGUE.places.values() if (place.ratio or 1) > 1.2)
SINGLE = {
    "target": "senior",
    "horizon_months": 60.0,
    "objective": "earnings",
    "language": "go",
    "framework": "spring-boot",
    "certificates": False,
    "hours_per_week": 11.0,
    "place": PLACE.id,
    "is_remote": True,
}
ALICE = Inputs(Developer(4, MID, location_ratio=0.9, current_pay=90_000.0))


def changes():
    """Some of the single changes together."""
    chosen = st.fixed_dictionaries({}, optional={n: st.just(v) for n, v in SINGLE.items()})
    return chosen.map(lambda found: Changes(**found))


def kept(catalogue, inputs, order):
    """The plan if somebody sticks to an order under these inputs."""
    developer = inputs.developer
    return plan_roadmap(
        catalogue,
        developer,
        assess_developer(catalogue, developer),
        TODAY,
        objective=inputs.objective,
        horizon_months=inputs.horizon_months,
        wishes=Wishes(order=order),
    )


# --- Inputs ---------------------------------------------------------------------------------------


def test_no_change_changes_nothing(catalogue):
    assert apply_changes(catalogue, ALICE, Changes()) == ALICE
    assert effects(catalogue, ALICE, Changes(), TODAY) == ()


@pytest.mark.parametrize("name", NAMES)
def test_each_change_moves_its_own_input_only(catalogue, name):
    moved = apply_changes(catalogue, ALICE, Changes(**{name: SINGLE[name]}))
    back = {
        "target": {"target"},
        "hours_per_week": {"hours_per_week"},
        "place": {"location_ratio", "current_pay"},
        "is_remote": {"is_remote", "current_pay"},
        "language": {"excluded"},
        "framework": {"excluded"},
        "certificates": {"excluded"},
    }.get(name, set())
    was = ALICE.developer
    developer = replace(moved.developer, **{field: getattr(was, field) for field in back})
    assert developer == was
    assert moved != ALICE


def test_the_other_languages_are_left_out_but_not_what_the_chosen_one_builds_on(catalogue):
    excluded = apply_changes(catalogue, ALICE, Changes(language="kotlin")).developer.excluded
    assert {"go", "python", "rust"} <= excluded
    assert not {"kotlin", "java"} & excluded


def test_a_preferred_skill_is_for_me_again(catalogue):
    alice = replace(ALICE, developer=replace(ALICE.developer, excluded=frozenset({"go", "docker"})))
    excluded = apply_changes(catalogue, alice, Changes(language="go")).developer.excluded
    assert "go" not in excluded
    assert "docker" in excluded


def test_with_and_without_certificates(catalogue):
    without = apply_changes(catalogue, ALICE, Changes(certificates=False))
    assert frozenset(catalogue.certifications) <= without.developer.excluded
    assert apply_changes(catalogue, without, Changes(certificates=True)) == ALICE


def test_stated_pay_moves_with_the_place(catalogue):
    moved = apply_changes(catalogue, ALICE, Changes(place=PLACE.id)).developer
    factor = place_factor(catalogue, moved) / place_factor(catalogue, ALICE.developer)
    assert factor > 1.3
    assert moved.current_pay == pytest.approx(90_000 * factor)


@pytest.mark.parametrize(
    "gone", [{"place": "nowhere"}, {"target": "chief"}, {"language": "cobol"}, {"framework": "x"}]
)
def test_what_the_catalogue_no_longer_has_is_passed_over(catalogue, gone):
    assert apply_changes(catalogue, ALICE, Changes(**gone)) == ALICE


def test_languages_and_frameworks_are_those_of_an_any_of(catalogue):
    assert {"python", "go", "nodejs"} <= set(options(catalogue, "language"))
    assert {"django", "spring-boot"} <= set(options(catalogue, "framework"))
    assert not set(options(catalogue, "language")) & set(options(catalogue, "framework"))


@pytest.mark.parametrize(
    ("language", "framework", "needed"),
    [
        ("go", "django", ("python",)),
        ("python", "django", ()),
        (None, "django", ()),
        ("go", None, ()),
        ("go", "no-such", ()),
    ],
)
def test_a_framework_of_another_language(catalogue, language, framework, needed):
    assert clash(catalogue, language, framework) == needed


# --- Outcomes -------------------------------------------------------------------------------------


@plan_cases
@given(developers(), changes())
def test_the_same_scenario_twice_is_the_same(catalogue, alice, wanted):
    once = effects(catalogue, Inputs(alice), wanted, TODAY)
    work_out.cache_clear()
    assert repr(effects(catalogue, Inputs(alice), wanted, TODAY)) == repr(once)


@plan_cases
@given(developers(), changes())
def test_effects_lead_from_the_plan_to_the_scenario(catalogue, alice, wanted):
    found = effects(catalogue, Inputs(alice), wanted, TODAY)
    if found:
        assert found[0].before == outcome_now(catalogue, Inputs(alice), TODAY)
        assert found[-1].after.inputs == apply_changes(catalogue, Inputs(alice), wanted)
        assert all(one.after is other.before for one, other in pairwise(found))


@plan_cases
@given(developers(), changes())
def test_never_worse_than_keeping_the_order_of_the_plan(catalogue, alice, wanted):
    now = Inputs(alice)
    found = effects(catalogue, now, wanted, TODAY)
    if not found:
        return
    after = found[-1].after
    stuck = kept(catalogue, after.inputs, outcome_now(catalogue, now, TODAY).plan.order)
    if after.inputs.objective == "next_level" and stuck.reaches:
        assert after.plan.reaches is not None
        assert after.plan.reaches.on <= stuck.reaches.on
        if after.plan.reaches.on < stuck.reaches.on:
            return
    assert after.plan.earned >= stuck.earned - 1


@pytest.mark.parametrize("name", ["place", "is_remote"])
def test_a_place_moves_pay_and_no_level(catalogue, name):
    found = effects(catalogue, ALICE, Changes(**{name: SINGLE[name]}), TODAY)
    before, after = found[-1].before, found[-1].after
    assert after.pay_then != before.pay_then
    assert after.plan.reaches.on == before.plan.reaches.on


def test_more_hours_bring_a_level_sooner_that_skills_bind(catalogue):
    found = effects(catalogue, Inputs(Developer(5, ENTRY)), Changes(hours_per_week=12.0), TODAY)
    assert found[0].after.plan.reaches.on < found[0].before.plan.reaches.on


def test_pay_over_the_horizon_lies_between_its_ends(catalogue):
    outcome = outcome_now(catalogue, ALICE, TODAY)
    years = outcome.inputs.horizon_months / 12
    assert 90_000 * years <= outcome.pay_over.central <= outcome.pay_then.central * years
    assert outcome.pay_over.low < outcome.pay_over.central < outcome.pay_over.high


def test_without_certificates_there_is_none_in_the_plan(catalogue):
    (effect,) = effects(catalogue, ALICE, Changes(certificates=False), TODAY)
    assert "certification" in {planned.step.kind for planned in effect.before.plan.steps}
    assert "certification" not in {planned.step.kind for planned in effect.after.plan.steps}
