"""The learning log: how far each step is, from marks and study in any order."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.study import (
    Mark,
    Round,
    Session,
    hours_by_item,
    rounds_by_item,
    studied_at_hand,
)
from tests.domain.strategies import fewer_cases

EARLY = datetime(2026, 1, 1, tzinfo=UTC)
ITEMS = st.sampled_from(["docker", "python", "ckad"])
SESSIONS = st.lists(
    st.builds(
        Session,
        ITEMS,
        st.integers(0, 340).map(lambda days: EARLY.date() + timedelta(days=days)),
        st.integers(1, 480).map(lambda n: n / 20),
    ),
    max_size=25,
)


def mark(what, day, hour=12, item="docker"):
    return Mark(item, what, datetime(2026, 11, day, hour, tzinfo=UTC))


def study(day, hours=2.0, item="docker"):
    return Session(item, date(2026, 11, day), hours)


def docker(sessions=(), marks=()):
    return rounds_by_item(sessions, marks).get("docker", ())


# --- Rounds ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], []),
        ([("start", 2)], [(2, None, None)]),
        ([("start", 2), ("start", 5)], [(2, None, None)]),
        ([("start", 2), ("pause", 4)], [(2, 4, None)]),
        ([("start", 2), ("pause", 4), ("pause", 6)], [(2, 6, None)]),
        ([("start", 2), ("pause", 4), ("start", 6)], [(2, None, None)]),
        ([("start", 2), ("finish", 9)], [(2, None, 9)]),
        ([("start", 2), ("pause", 4), ("finish", 9)], [(2, None, 9)]),
        ([("finish", 9)], [(9, None, 9)]),
        ([("pause", 4)], []),
        ([("pause", 4), ("start", 6)], [(6, None, None)]),
        ([("start", 2), ("finish", 9), ("pause", 10)], [(2, None, 9)]),
        ([("start", 2), ("finish", 9), ("start", 12)], [(2, None, 9), (12, None, None)]),
        ([("start", 2), ("finish", 9), ("finish", 9)], [(2, None, 9)]),
        ([("start", 2), ("finish", 9), ("finish", 12)], [(2, None, 9), (12, None, 12)]),
    ],
)
def test_marks_in_odd_orders(marks, expected):
    found = docker(marks=[mark(*entry) for entry in marks])

    def day(on):
        return on.day if on else None

    assert [(r.started_on.day, day(r.paused_on), day(r.finished_on)) for r in found] == expected


@pytest.mark.parametrize(
    ("marks", "state"),
    [
        ([("start", 2)], "started"),
        ([("start", 2), ("pause", 4)], "paused"),
        ([("start", 2), ("finish", 4)], "finished"),
    ],
)
def test_the_state_of_a_round(marks, state):
    assert docker(marks=[mark(*entry) for entry in marks])[-1].state == state


def test_marks_of_one_day_go_by_their_time():
    morning, noon, evening = mark("start", 2, 8), mark("finish", 2, 12), mark("start", 2, 18)
    assert [r.state for r in docker(marks=[evening, morning, noon])] == ["finished", "started"]


def test_study_begins_a_step_that_nobody_started():
    assert docker([study(5), study(3)]) == (Round("docker", date(2026, 11, 3), hours=4.0),)


def test_study_before_the_start_moves_it():
    assert docker([study(3)], [mark("start", 5)])[0].started_on == date(2026, 11, 3)


def test_study_after_a_pause_takes_the_step_up_again():
    marks = [mark("start", 2), mark("pause", 4)]
    assert docker([study(4)], marks)[0].state == "paused"
    assert docker([study(5)], marks)[0].state == "started"


def test_study_up_to_the_day_of_a_finish_belongs_to_it():
    marks = [mark("start", 2), mark("finish", 9)]
    done, new = docker([study(9, 3), study(10, 1), study(2, 2)], marks)
    assert (done.hours, done.state) == (5, "finished")
    assert (new.hours, new.state, new.started_on.day) == (1, "started", 10)


def test_a_second_finish_ends_what_was_studied_in_between():
    marks = [mark("start", 2), mark("finish", 9), mark("finish", 20)]
    first, second = docker([study(5, 3), study(12, 4)], marks)
    assert (first.hours, second.hours) == (3, 4)
    assert (second.started_on.day, second.finished_on.day) == (12, 20)


@st.composite
def logs(draw):
    marks = draw(
        st.lists(
            st.builds(
                Mark,
                ITEMS,
                st.sampled_from(["start", "pause", "finish"]),
                st.integers(0, 8000).map(lambda hours: EARLY + timedelta(hours=hours)),
            ),
            max_size=12,
            unique_by=lambda mark: mark.at,
        )
    )
    return draw(SESSIONS), marks


@fewer_cases
@given(logs(), st.randoms())
def test_rounds_hold_every_hour_and_follow_each_other(log, random):
    sessions, marks = log
    found = rounds_by_item(sessions, marks)
    shuffled = [random.sample(entries, len(entries)) for entries in log]
    assert rounds_by_item(*shuffled) == found
    for item, rounds in found.items():
        hours = sum(s.hours for s in sessions if s.item == item)
        assert sum(r.hours for r in rounds) == pytest.approx(hours)
        assert all(r.state == "finished" for r in rounds[:-1])
        assert all(r.started_on <= (r.finished_on or date.max) for r in rounds)
        for one, other in pairwise(rounds):
            assert one.finished_on <= other.started_on


# --- The step at hand -----------------------------------------------------------------------------


def test_hours_at_hand_are_those_since_the_finish():
    marks = [mark("start", 2), mark("finish", 9), mark("start", 10, item="ckad")]
    sessions = [study(5), study(12, 1.5), study(11, 4, "ckad"), study(12, 1, "ckad")]
    assert studied_at_hand(sessions, marks) == (("ckad", 5.0), ("docker", 1.5))
    assert studied_at_hand([study(5)], marks) == ()


def test_hours_at_hand_are_those_since_the_skill_was_raised():
    sessions = [study(5, 8), study(12, 1), study(13, 2)]
    assert studied_at_hand(sessions, [], {"docker": date(2026, 11, 12)}) == (("docker", 3.0),)
    assert studied_at_hand(sessions, [], {"docker": date(2026, 11, 14)}) == ()


@fewer_cases
@given(logs())
def test_hours_at_hand_are_some_of_those_logged(log):
    sessions, marks = log
    logged = hours_by_item(sessions)
    for item, hours in studied_at_hand(sessions, marks):
        assert 0 < hours <= logged[item] + 1e-9
