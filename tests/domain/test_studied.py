"""What logged hours and the own pace do to steps, ranking, path and plan; never to pay or level."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.developer import Developer
from planner.domain.learning import (
    hours_between,
    left_to_study,
    presumed,
    skill_step,
    steps_to_certification,
    total_hours,
)
from planner.domain.next_skills import rank_next_skills
from planner.domain.outlook import look_ahead
from planner.domain.ranges import Range
from planner.domain.roadmap import plan_roadmap
from planner.domain.roadmap.calendar import step_dates
from planner.domain.standing import assess_developer
from planner.domain.worth import worth_of_skill
from tests.domain.people import ENTRY, MID
from tests.domain.strategies import CATALOGUE, SKILLS, cases, developers, fewer_cases, plan_cases

TODAY = date(2026, 11, 24)
HOURS = st.floats(0.05, 400)
PACES = st.floats(0.5, 2)
STUDIED = st.dictionaries(SKILLS, HOURS, min_size=1, max_size=4).map(lambda d: tuple(d.items()))


def left(developer, skill, start, end, catalogue=CATALOGUE):
    step = skill_step(catalogue, {skill: start}, skill, end)
    return left_to_study(catalogue, developer, (step,))[0].hours


def plan_of(developer, objective="next_level", horizon=60.0, **more):
    standing = assess_developer(CATALOGUE, developer)
    return plan_roadmap(
        CATALOGUE,
        developer,
        standing,
        TODAY,
        objective=objective,
        horizon_months=horizon,
        **more,
    )


def more_studied(developer, hours):
    return replace(developer, studied=tuple((id_, h + hours) for id_, h in developer.studied))


# --- Steps ----------------------------------------------------------------------------------------


def test_logged_hours_are_taken_off_each_estimate(catalogue):
    alice = Developer(4, {"docker": 0}, studied=(("docker", 10.0),))
    whole = catalogue.skills["docker"].hours
    assert whole == Range(15, 25, 40)
    assert left(alice, "docker", 0, 2) == Range(5, 15, 30)


def test_a_share_of_a_step_stays_until_it_is_finished():
    alice = Developer(4, {"docker": 0}, studied=(("docker", 36.5),))
    assert left(alice, "docker", 0, 2) == Range(1.5, 2.5, 4)


def test_the_share_is_an_assumption(catalogue):
    row = replace(catalogue.assumptions["least_share_left"], value="0.3")
    changed = replace(catalogue, assumptions={**catalogue.assumptions, "least_share_left": row})
    alice = Developer(4, {"docker": 0}, studied=(("docker", 1000.0),))
    assert left(alice, "docker", 0, 2, changed) == Range(4.5, 7.5, 12)


def test_at_a_slow_pace_a_logged_hour_covers_less_of_the_estimate():
    alice = Developer(4, {"docker": 0}, studied=(("docker", 15.0),), pace=1.5)
    assert left(alice, "docker", 0, 2).central == 15


def test_what_is_more_than_a_step_goes_to_the_next_one_of_the_skill():
    alice = Developer(4, {"docker": 0}, studied=(("docker", 15.0),))
    assert left(alice, "docker", 0, 1).central == 0.625  # of 6.25, a tenth stays
    assert left(alice, "docker", 1, 2).central == 9.375
    assert left(alice, "docker", 0, 2).central == 10


def test_a_certification_has_a_log_of_its_own(catalogue):
    alice = Developer(4, {"kubernetes": 2}, studied=(("ckad", 10.0), ("kubernetes", 30.0)))
    steps = steps_to_certification(catalogue, alice.skills, "ckad")
    (exam,) = left_to_study(catalogue, alice, steps)
    assert exam.hours.central == catalogue.certifications["ckad"].hours.central - 10


def test_steps_of_other_skills_are_left_alone():
    alice = Developer(4, {"docker": 0}, studied=(("rust", 15.0),))
    assert left(alice, "docker", 0, 2) == CATALOGUE.skills["docker"].hours


@cases
@given(SKILLS, HOURS, PACES, st.tuples(*[st.integers(0, 4)] * 3).map(sorted))
def test_hours_left_do_not_depend_on_where_steps_are_cut(skill, hours, pace, levels):
    start, middle, end = levels
    alice = Developer(4, {skill: start}, studied=((skill, hours),), pace=pace)
    whole = left(alice, skill, start, end)
    parts = left(alice, skill, start, middle) + left(alice, skill, middle, end)
    estimate = hours_between(CATALOGUE, skill, start, end)
    for bound in ("low", "central", "high"):
        found, full = getattr(whole, bound), getattr(estimate, bound)
        assert found == pytest.approx(getattr(parts, bound), abs=1e-9)
        assert found == pytest.approx(max(0.1 * full, full - hours / pace), abs=1e-9)
    assert whole.low <= whole.central + 1e-9 <= whole.high + 2e-9


# --- What sees it ---------------------------------------------------------------------------------


def test_somebody_half_way_through_a_step_is_led_to_its_end():
    alice = Developer(4, ENTRY)
    last = rank_next_skills(CATALOGUE, alice, assess_developer(CATALOGUE, alice))
    skill = next(s for s in reversed(last) if s.serves and s.hours.central > 30).step.id
    bob = replace(alice, studied=((skill, 500.0),))
    ranked = rank_next_skills(CATALOGUE, bob, assess_developer(CATALOGUE, bob))
    was, now = ([s.step.id for s in ranking].index(skill) for ranking in (last, ranked))
    assert now < was


def test_path_outlook_worth_and_plan_see_what_was_studied():
    alice = Developer(4, ENTRY)
    bob = replace(alice, studied=(("docker", 10.0),))
    was, now = look_ahead(CATALOGUE, alice), look_ahead(CATALOGUE, bob)
    assert now.path.hours.central == was.path.hours.central - 10
    assert now.projection.months < was.projection.months
    standing = assess_developer(CATALOGUE, alice)
    worths = [worth_of_skill(CATALOGUE, d, standing, "docker", 2) for d in (alice, bob)]
    assert worths[0].hours.central - worths[1].hours.central == 10
    assert plan_of(bob).hours.central == plan_of(alice).hours.central - 10
    assert plan_of(bob).reaches.on < plan_of(alice).reaches.on


def test_a_pace_moves_dates_and_leaves_hours():
    alice = Developer(5, ENTRY)
    slow = replace(alice, pace=1.5)
    assert look_ahead(CATALOGUE, slow).path == look_ahead(CATALOGUE, alice).path
    assert plan_of(slow).reaches.on > plan_of(alice).reaches.on
    assert plan_of(slow).steps == plan_of(replace(alice, hours_per_week=4)).steps
    assert look_ahead(CATALOGUE, slow).projection.months > (
        look_ahead(CATALOGUE, alice).projection.months
    )


def test_a_renewal_has_a_log_too():
    ends = (("ckad", date(2027, 6, 1)),)
    alice = Developer(5, MID | {"kubernetes": 3}, frozenset({"ckad"}), expires=ends)
    bob = replace(alice, studied=(("ckad", 5.0),))
    hours = [
        next(p.step.hours.central for p in plan_of(d).steps if p.step.is_renewal)
        for d in (alice, bob)
    ]
    assert hours[0] - hours[1] == 5


def test_developers_with_different_logs_or_paces_are_not_the_same():
    alice = Developer(4, MID)
    assert alice == replace(alice, studied=(), pace=1.0)
    assert alice != replace(alice, studied=(("docker", 1.0),))
    assert alice != replace(alice, pace=1.1)
    assert hash(alice) == hash(replace(alice, pace=1.0))


# --- What always holds ----------------------------------------------------------------------------


@fewer_cases
@given(developers(studied=STUDIED, pace=PACES))
def test_study_alone_changes_neither_pay_nor_level(alice):
    was, now = (look_ahead(CATALOGUE, d) for d in (replace(alice, studied=(), pace=1.0), alice))
    assert now.estimate == was.estimate
    assert now.standing == was.standing
    assert (now.target, now.gaps) == (was.target, was.gaps)
    assert now.projection.pay_now == was.projection.pay_now


@fewer_cases
@given(developers(studied=STUDIED, pace=PACES), HOURS, PACES)
def test_the_same_steps_never_end_later_for_more_study_or_a_faster_pace(alice, hours, pace):
    steps = look_ahead(CATALOGUE, replace(alice, studied=())).path.steps
    faster = replace(more_studied(alice, hours), pace=min(pace, alice.pace))

    def ends(developer):
        left = left_to_study(CATALOGUE, developer, steps)
        return [e for _, e, _ in step_dates(left, TODAY, developer.estimated_hours_per_week)]

    assert all(now <= was for was, now in zip(ends(alice), ends(faster), strict=True))


@plan_cases
@given(developers(studied=STUDIED), HOURS)
def test_more_logged_hours_never_make_the_level_later(alice, hours):
    was, now = plan_of(alice), plan_of(more_studied(alice, hours))
    assert was.reaches is None or now.reaches.on <= was.reaches.on


@plan_cases
@given(developers(studied=STUDIED), PACES, PACES)
def test_a_slower_pace_never_makes_the_level_sooner(alice, pace, other):
    slow, fast = (replace(alice, pace=p) for p in (max(pace, other), min(pace, other)))
    was, now = plan_of(slow), plan_of(fast)
    assert was.reaches is None or now.reaches.on <= was.reaches.on


@fewer_cases
@given(developers(studied=STUDIED, pace=PACES))
def test_presumed_skills_are_counted_from_where_planning_starts(alice):
    start = presumed(CATALOGUE, alice.skills)
    for id_, hours in alice.studied:
        if start.get(id_, 0) < 4:
            step = skill_step(CATALOGUE, start, id_, 4)
            found = total_hours(left_to_study(CATALOGUE, alice, (step,))).central
            full = step.hours.central
            assert found == pytest.approx(max(0.1 * full, full - hours / alice.pace))
