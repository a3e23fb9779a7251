from hypothesis import given
from hypothesis import strategies as st

from planner.domain.developer import Developer
from planner.domain.learning import presumed
from planner.domain.moves import apply, target_level
from planner.domain.next_skills import rank_next_skills
from planner.domain.path import find_path, is_reached
from planner.domain.standing import assess_developer
from tests.domain.people import ENTRY, MID, SENIOR
from tests.domain.strategies import CATALOGUE, SKILLS, developers, fewer_cases

LEVELS = st.sampled_from([level.code for level in CATALOGUE.levels])


def path_of(catalogue, developer, level):
    standing = assess_developer(catalogue, developer)
    return standing, find_path(catalogue, developer, standing, level)


def test_no_step_leads_to_where_one_is(catalogue):
    _, path = path_of(catalogue, Developer(4, MID), "mid")
    assert (path.steps, path.hours.central, path.is_complete) == ((), 0, True)


def test_the_way_to_mid(catalogue):
    _, path = path_of(catalogue, Developer(1, ENTRY), "mid")
    assert path.is_complete
    assert {e.level for e in path.expectations} == {"mid"}
    assert 100 < path.hours.central < 400


def test_a_way_over_two_levels_serves_both(catalogue):
    _, path = path_of(catalogue, Developer(1, ENTRY), "senior")
    assert {e.level for e in path.expectations} == {"mid", "senior"}


def test_everything_excluded_leaves_no_way(catalogue):
    alice = Developer(1, ENTRY, excluded=frozenset(catalogue.skills))
    _, path = path_of(catalogue, alice, "mid")
    assert (path.steps, path.is_complete) == ((), False)


def test_an_excluded_skill_that_is_not_needed_leaves_a_way(catalogue):
    alice = Developer(1, ENTRY, excluded=frozenset({"docker"}))
    _, path = path_of(catalogue, alice, "mid")
    assert path.is_complete
    assert "docker" not in [step.id for step in path.steps]


def test_what_is_taken_as_known_only_has_to_be_stated(catalogue):
    skills = {id_: level for id_, level in MID.items() if id_ not in ("system-design", "docker")}
    alice = Developer(4, skills | {"debugging": 1, "architecture-tradeoffs": 1})
    _, path = path_of(catalogue, alice, "mid")
    step = next(step for step in path.steps if step.id == "system-design")
    assert (step.start, step.end, step.hours.central) == (1, 1, 0)
    assert step.is_only_to_state
    assert not step.is_practice_only


def test_who_is_senior_needs_nothing(catalogue):
    _, path = path_of(catalogue, Developer(1, SENIOR), "senior")
    assert path.steps == ()


@fewer_cases
@given(developers(), LEVELS)
def test_the_steps_make_the_level_ready(catalogue, alice, level):
    standing, path = path_of(catalogue, alice, level)
    assert path.is_complete
    assert is_reached(catalogue, apply(catalogue, standing, path.steps), level)
    assert path.after == apply(catalogue, standing, path.steps)


@fewer_cases
@given(developers(), LEVELS)
def test_without_its_last_step_it_does_not(catalogue, alice, level):
    standing, path = path_of(catalogue, alice, level)
    if path.steps:
        assert not is_reached(catalogue, apply(catalogue, standing, path.steps[:-1]), level)


@fewer_cases
@given(developers(), LEVELS)
def test_hours_are_the_sum_of_the_steps(catalogue, alice, level):
    _, path = path_of(catalogue, alice, level)
    total = sum(step.hours.central for step in path.steps)
    assert abs(path.hours.central - total) < 1e-6
    assert path.hours.low <= path.hours.central <= path.hours.high


@fewer_cases
@given(developers(excluded=st.frozensets(SKILLS, max_size=5)), LEVELS)
def test_each_step_is_possible_when_it_comes(catalogue, alice, level):
    _, path = path_of(catalogue, alice, level)
    known = dict(presumed(catalogue, alice.skills))
    for step in path.steps:
        assert step.id not in alice.excluded
        assert (step.start, step.kind) == (known.get(step.id, 0), "skill")
        assert all(known.get(id_, 0) >= 1 for id_ in catalogue.skills[step.id].prerequisites)
        known[step.id] = step.end


@fewer_cases
@given(developers(), LEVELS)
def test_the_expectations_are_those_of_levels_up_to_the_target(catalogue, alice, level):
    _, path = path_of(catalogue, alice, level)
    levels = {each.code for each in catalogue.levels_up_to(level)}
    assert {expectation.level for expectation in path.expectations} <= levels
    assert bool(path.expectations) is bool(path.steps)


@fewer_cases
@given(developers())
def test_its_first_step_is_that_of_the_ranked_list(catalogue, alice):
    standing = assess_developer(catalogue, alice)
    path = find_path(catalogue, alice, standing, target_level(catalogue, alice, standing))
    if path.steps:
        assert path.steps[0] == rank_next_skills(catalogue, alice, standing)[0].steps[0]
