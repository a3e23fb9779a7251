"""Changes between states, and the state of any moment."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from planner.domain.history import (
    EMPTY,
    STATE_KINDS,
    Change,
    Dated,
    State,
    apply,
    find_changes,
    in_order,
    replay,
    states,
)
from tests.domain.strategies import fewer_cases

START = datetime(2026, 3, 1, 9, tzinfo=UTC)
DATES = st.fixed_dictionaries({"earned_on": st.just("2025-01-01"), "expires_on": st.none()})
VALUES = (
    st.integers(0, 4)
    | st.booleans()
    | st.text(max_size=4)
    | st.lists(st.sampled_from(["docker", "rust"]), max_size=2)
    | DATES
)
KEYS = st.tuples(st.sampled_from(STATE_KINDS), st.sampled_from(["a", "b", "c"]))
STATES = st.dictionaries(KEYS, VALUES, max_size=8).map(State)


@st.composite
def histories(draw):
    """Some states that followed each other, and the changes between them with their moments."""
    followed = draw(st.lists(STATES, max_size=6))
    at, number, history, shown = START, 0, [], []
    for before, after in pairwise([EMPTY, *followed]):
        at += timedelta(hours=draw(st.integers(0, 3)))
        for change in find_changes(before, after):
            number += 1
            history.append(Dated(at, number, change))
        shown.append((at, after))
    return history, shown


def skill(at_hour, number, was, now, key="python", kind="skill"):
    return Dated(START + timedelta(hours=at_hour), number, Change(kind, key, was, now))


def values_at(history, hour):
    return dict(replay(history, START + timedelta(hours=hour)).values)


def test_changes_are_what_came_what_went_and_what_is_another():
    before = State({("skill", "git"): 2, ("skill", "rust"): 1, ("plan", "objective"): "earnings"})
    after = State({("skill", "git"): 3, ("skill", "go"): 0, ("plan", "objective"): "earnings"})
    assert find_changes(before, after) == (
        Change("skill", "git", 2, 3),
        Change("skill", "go", None, 0),
        Change("skill", "rust", 1, None),
    )


def test_a_state_at_a_moment_has_what_happened_at_it():
    history = [skill(0, 1, None, 1), skill(5, 2, 1, 3)]
    assert values_at(history, -1) == {}
    assert values_at(history, 0) == {("skill", "python"): 1}
    assert values_at(history, 4.99) == {("skill", "python"): 1}
    assert values_at(history, 5) == {("skill", "python"): 3}


def test_of_two_changes_at_one_moment_the_later_number_counts():
    assert values_at([skill(0, 2, 1, 4), skill(0, 1, None, 1)], 0) == {("skill", "python"): 4}


def test_reviews_and_study_are_told_but_are_no_part_of_a_state():
    history = [skill(0, 1, None, {"kind": "confirmed"}, kind="review"), skill(0, 2, None, 1)]
    assert values_at(history, 1) == {("skill", "python"): 1}
    assert values_at([skill(0, 1, None, 2.5, kind="study")], 1) == {}


def test_entries_of_one_kind_are_in_order_of_their_keys():
    state = State({("skill", "rust"): 1, ("plan", "first"): ["go"], ("skill", "git"): 2})
    assert list(state.of("skill").items()) == [("git", 2), ("rust", 1)]
    assert state.of("certification") == {}


def test_a_state_does_not_change_with_what_it_was_made_of():
    before = State({("skill", "git"): 2})
    apply(before, [Change("skill", "git", 2, None), Change("skill", "go", None, 1)])
    assert before.values == {("skill", "git"): 2}


@fewer_cases
@given(STATES, STATES)
def test_changes_lead_from_one_state_to_the_other_and_back(before, after):
    changes = find_changes(before, after)
    assert apply(before, changes).values == after.values
    back = [Change(c.kind, c.key, c.now, c.was) for c in changes]
    assert apply(after, back).values == before.values
    assert all(change.was != change.now for change in changes)


@fewer_cases
@given(STATES)
def test_nothing_changed_means_no_changes(state):
    assert find_changes(state, State(dict(state.values))) == ()
    assert apply(state, ()).values == state.values


@fewer_cases
@given(histories())
def test_replay_at_the_end_is_the_last_state(told):
    history, shown = told
    last_at, last = shown[-1] if shown else (START, EMPTY)
    assert replay(history, last_at).values == last.values
    assert replay(history, START - timedelta(days=1)).values == {}


@fewer_cases
@given(histories())
def test_replay_of_any_moment_is_what_was_shown_then(told):
    history, shown = told
    for at, state in dict(shown).items():  # the last of each moment
        assert replay(history, at).values == state.values


@fewer_cases
@given(histories(), st.randoms())
def test_the_order_in_which_changes_are_read_does_not_matter(told, random):
    history, shown = told
    shuffled = random.sample(history, len(history))
    assert in_order(shuffled) == history
    for at, _ in shown:
        assert replay(shuffled, at).values == replay(history, at).values


@fewer_cases
@given(histories(), st.lists(st.integers(-2, 20), max_size=6), st.randoms())
def test_states_of_many_moments_are_those_of_each(told, hours, random):
    history, _ = told
    moments = [START + timedelta(hours=hour) for hour in hours]
    found = list(states(random.sample(history, len(history)), moments))
    assert [s.values for s in found] == [replay(history, m).values for m in sorted(moments)]
