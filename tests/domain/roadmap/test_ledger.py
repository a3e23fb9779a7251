import pytest
from hypothesis import given

from planner.domain.developer import Developer
from planner.domain.moves import apply, target_level
from planner.domain.pay import covered_share
from planner.domain.roadmap.ledger import ledger_of, start_state, step_effect
from planner.domain.roadmap.pool import open_steps
from planner.domain.standing import assess_developer
from tests.domain.strategies import developers, fewer_cases, plan_cases


def figures(catalogue, standing):
    shares = [
        covered_share(catalogue, level.code, standing.coverages) for level in catalogue.levels
    ]
    return [*standing.readiness, *shares]


@fewer_cases
@given(developers())
def test_sums_are_the_readiness_and_covered_shares_of_a_standing(catalogue, alice):
    standing = assess_developer(catalogue, alice)
    sums = start_state(catalogue, standing).sums
    assert sums == pytest.approx(figures(catalogue, standing), abs=1e-9)


@plan_cases
@given(developers())
def test_sums_follow_each_step(catalogue, alice):
    standing = assess_developer(catalogue, alice)
    state, ledger = start_state(catalogue, standing), ledger_of(catalogue)
    target, after = target_level(catalogue, alice, standing), standing
    for step in open_steps(catalogue, alice, standing, target):
        ledger.apply(state, step_effect(catalogue, standing, step))
        after = apply(catalogue, after, [step])
        assert state.sums == pytest.approx(figures(catalogue, after), abs=1e-9)


def test_filling_a_slot_again_changes_nothing(catalogue):
    ledger = ledger_of(catalogue)
    slot = next(n for n, weights in enumerate(ledger.weights) if weights)
    empty = start_state(catalogue, assess_developer(catalogue, Developer(0)))
    once = ledger.after(empty, ((slot, 0.6),))
    assert once.sums != empty.sums
    assert ledger.after(once, ((slot, 0.6), (slot, 0.25))) == once
