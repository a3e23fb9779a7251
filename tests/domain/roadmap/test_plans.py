from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.developer import Developer
from planner.domain.learning import is_allowed, presumed
from planner.domain.next_skills import OBJECTIVES
from planner.domain.roadmap import Wishes, plan_roadmap
from planner.domain.standing import assess_developer
from tests.domain.people import ENTRY, MID, SENIOR
from tests.domain.strategies import CERTIFICATIONS, SKILLS, developers, plan_cases

TODAY = date(2026, 11, 24)
ANY_OBJECTIVE = st.sampled_from(OBJECTIVES)
ALICE = Developer(4, ENTRY | {"django": 2, "docker": 1}, hours_per_week=10)
every_objective = pytest.mark.parametrize("objective", OBJECTIVES)


def plan_of(catalogue, developer, objective="earnings", horizon=60.0, **more):
    standing = assess_developer(catalogue, developer)
    return plan_roadmap(
        catalogue, developer, standing, TODAY, objective=objective, horizon_months=horizon, **more
    )


def keys_before(plan, id_):
    """The keys of what is planned before the first step of this id."""
    ids = [key.split("@")[0] for key in plan.order]
    return plan.order[: ids.index(id_)]


def skill_of(catalogue, step):
    is_skill = step.kind == "skill"
    return step.id if is_skill else catalogue.certifications[step.id].primary_skill


@every_objective
def test_what_is_wanted_first_comes_first_with_what_it_needs(catalogue, objective):
    usual = plan_of(catalogue, ALICE, objective)
    late = usual.order[-1].split("@")[0]
    plan = plan_of(catalogue, ALICE, objective, wishes=Wishes(first=frozenset({late})))
    before = {key.split("@")[0] for key in keys_before(plan, late)}
    assert before <= catalogue.ancestors[late]
    assert len(keys_before(plan, late)) < len(keys_before(usual, late))
    assert sorted(plan.order) == sorted(usual.order)


@every_objective
def test_what_is_put_off_comes_last_with_what_needs_it(catalogue, objective):
    usual = plan_of(catalogue, ALICE, objective)
    soon = usual.order[0].split("@")[0]
    plan = plan_of(catalogue, ALICE, objective, wishes=Wishes(later=frozenset({soon})))
    after = plan.order[len(keys_before(plan, soon)) :]
    for id_ in {key.split("@")[0] for key in after}:
        skill = catalogue.certifications[id_].primary_skill if "@" in id_ else id_
        assert skill == soon or soon in catalogue.ancestors.get(skill, {soon})


def test_first_wins_over_later(catalogue):
    last = plan_of(catalogue, ALICE).order[-1].split("@")[0]
    both = Wishes(first=frozenset({last}), later=frozenset({last}))
    first = Wishes(first=frozenset({last}))
    assert plan_of(catalogue, ALICE, wishes=both) == plan_of(catalogue, ALICE, wishes=first)


@every_objective
def test_an_order_by_hand_is_kept(catalogue, objective):
    backwards = plan_of(catalogue, ALICE, objective).order[::-1]
    plan = plan_of(catalogue, ALICE, objective, wishes=Wishes(order=backwards))
    assert plan.proof == "by_hand"
    assert sorted(plan.order) == sorted(backwards)
    assert plan_of(catalogue, ALICE, objective, wishes=Wishes(order=plan.order)).order == plan.order


def test_an_order_by_hand_still_has_what_is_needed_before(catalogue):
    backwards = plan_of(catalogue, ALICE).order[::-1]
    known = dict(presumed(catalogue, ALICE.skills))
    for planned in plan_of(catalogue, ALICE, wishes=Wishes(order=backwards)).steps:
        if planned.step.kind == "skill":
            needed = catalogue.skills[planned.step.id].prerequisites
            assert all(known.get(id_, 0) >= 1 for id_ in needed)
            known[planned.step.id] = planned.step.end


def test_wishes_for_nothing_known_are_passed_over(catalogue):
    strange = frozenset({"no-such-skill", "", "docker@2"})
    wishes = Wishes(first=strange, later=strange)
    assert plan_of(catalogue, ALICE, wishes=wishes) == plan_of(catalogue, ALICE)


def test_unknown_keys_of_an_order_by_hand_are_passed_over(catalogue):
    order = plan_of(catalogue, ALICE).order
    strange = Wishes(order=("gone@2", *order[:3], "docker@9", "", "@"))
    plain = Wishes(order=order[:3])
    assert plan_of(catalogue, ALICE, wishes=strange) == plan_of(catalogue, ALICE, wishes=plain)


def test_a_warm_start_of_unknown_keys_is_passed_over(catalogue):
    plan = plan_of(catalogue, ALICE, warm_start=("gone@2", "", "docker@9"))
    assert sorted(plan.order) == sorted(plan_of(catalogue, ALICE).order)


@plan_cases
@given(developers(excluded=st.frozensets(SKILLS | CERTIFICATIONS, max_size=30)), ANY_OBJECTIVE)
def test_what_is_excluded_is_never_planned_nor_what_needs_it(catalogue, alice, objective):
    plan = plan_of(catalogue, alice, objective)
    for step in (*(planned.step for planned in plan.steps), *plan.later):
        assert step.id not in alice.excluded
        assert is_allowed(catalogue, alice.excluded, skill_of(catalogue, step))


@every_objective
def test_with_everything_excluded_there_is_no_plan(catalogue, objective):
    everything = frozenset(catalogue.skills) | frozenset(catalogue.certifications)
    plan = plan_of(catalogue, replace(ALICE, excluded=everything), objective)
    assert (plan.steps, plan.later, plan.order, plan.earned) == ((), (), (), 0)
    assert plan.reaches is None
    assert plan.total_gain.high == 0


@every_objective
def test_a_target_below_the_present_level_is_reached_today(catalogue, objective):
    plan = plan_of(catalogue, Developer(8, SENIOR, target="entry"), objective)
    assert plan.reaches.on == TODAY
    assert not any(planned.is_for_target for planned in plan.steps)


@every_objective
@pytest.mark.parametrize("horizon", [1.0, 600.0])
def test_the_shortest_and_the_longest_horizon_have_a_plan(catalogue, objective, horizon):
    plan = plan_of(catalogue, ALICE, objective, horizon)
    assert plan.earned >= 0
    assert len(plan.order) >= len(plan.steps)
    assert bool(plan.later) == (horizon == 1.0)


@every_objective
@pytest.mark.parametrize("pace", [0.01, 168.0])
def test_any_pace_has_a_plan(catalogue, objective, pace):
    plan = plan_of(catalogue, replace(ALICE, hours_per_week=pace), objective)
    assert plan.earned >= 0
    assert bool(plan.later) == (pace < 1)


@every_objective
def test_with_every_skill_open_there_is_a_plan(catalogue, objective):
    plan = plan_of(catalogue, Developer(0), objective, 120)
    assert len(catalogue.skills) == 174
    assert len(plan.order) == len(set(plan.order)) >= 30
    assert plan.reaches.level == "entry"


@plan_cases
@given(developers(), ANY_OBJECTIVE)
def test_a_plan_is_never_worse_than_the_one_on_screen(catalogue, alice, objective):
    shown = plan_of(catalogue, alice, objective, wishes=Wishes(order=("docker@2", "aws@2")))
    plan = plan_of(catalogue, alice, "earnings", warm_start=shown.order)
    assert plan.earned >= shown.earned - 0.01


@plan_cases
@given(developers(target=st.just("senior")), ANY_OBJECTIVE)
def test_the_level_is_never_reached_later_than_by_another_plan(catalogue, alice, objective):
    other = plan_of(catalogue, alice, objective, 600).reaches
    soonest = plan_of(catalogue, alice, "next_level", 600).reaches
    if other is not None:
        assert soonest is not None
        assert soonest.on <= other.on


def test_a_few_steps_are_proved_and_many_are_not(catalogue):
    everything = frozenset(catalogue.skills) - {"docker", "linux", "kubernetes", "containers"}
    few = plan_of(catalogue, Developer(7, MID, excluded=everything - MID.keys()))
    assert few.proof == "optimal"
    assert plan_of(catalogue, ALICE).proof == "best_known"
