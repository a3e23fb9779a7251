"""The learning log: weeks, the quiet streak, and how far each step is."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.study import (
    Mark,
    Pause,
    Round,
    Session,
    hours_by_item,
    hours_by_week,
    monday_of,
    recent_weeks,
    rounds_by_item,
    streak,
    studied_at_hand,
)
from tests.domain.strategies import fewer_cases

TODAY = date(2026, 11, 24)  # a Tuesday
MONDAY = date(2026, 11, 23)
EARLY = datetime(2026, 1, 1, tzinfo=UTC)
DAYS = st.integers(0, 400).map(lambda n: TODAY - timedelta(days=n))
ITEMS = st.sampled_from(["docker", "python", "ckad"])
SESSIONS = st.lists(
    st.builds(Session, ITEMS, DAYS, st.integers(1, 480).map(lambda n: n / 20)), max_size=25
)
PAUSES = st.lists(
    st.tuples(DAYS, st.none() | st.integers(0, 90)).map(
        lambda p: Pause(p[0], None if p[1] is None else p[0] + timedelta(days=p[1]))
    ),
    max_size=3,
)


def weeks_ago(number, hours=1.0, item="docker"):
    return Session(item, MONDAY - timedelta(weeks=number), hours)


def mark(what, day, hour=12, item="docker"):
    return Mark(item, what, datetime(2026, 11, day, hour, tzinfo=UTC))


def study(day, hours=2.0, item="docker"):
    return Session(item, date(2026, 11, day), hours)


def docker(sessions=(), marks=()):
    return rounds_by_item(sessions, marks).get("docker", ())


# --- Weeks ----------------------------------------------------------------------------------------


def test_weeks_go_from_monday_to_sunday_over_the_new_year():
    sessions = [Session("git", date(2027, 1, 3), 1.5), Session("git", date(2026, 12, 28), 0.5)]
    assert hours_by_week(sessions) == {date(2026, 12, 28): 2.0}
    assert hours_by_week([Session("git", date(2027, 1, 4), 1)]) == {date(2027, 1, 4): 1}


def test_hours_by_item_are_in_order_of_ids():
    found = hours_by_item([study(3), study(4, 0.1), study(4, 0.2), study(5, 1, "ckad")])
    assert list(found.items()) == [("ckad", 1.0), ("docker", pytest.approx(2.3))]


@fewer_cases
@given(SESSIONS)
def test_no_hour_is_lost(sessions):
    total = pytest.approx(sum(session.hours for session in sessions))
    assert sum(hours_by_week(sessions).values()) == total
    assert sum(hours_by_item(sessions).values()) == total


def test_recent_weeks_end_with_this_one_and_say_whether_the_goal_is_met():
    found = recent_weeks([weeks_ago(0, 0.1), weeks_ago(1, 6.0)], TODAY, goal=6, count=3)
    assert [week.monday for week in found] == [MONDAY - timedelta(weeks=n) for n in (2, 1, 0)]
    assert [week.hours for week in found] == [0, 6, 0.1]
    assert [week.is_met for week in found] == [False, True, False]


def test_a_goal_of_decimals_is_met_by_their_sum():
    sessions = [weeks_ago(0, 0.1) for _ in range(3)]
    assert recent_weeks(sessions, TODAY, goal=0.3, count=1)[0].is_met


@pytest.mark.parametrize(
    ("first", "last", "paused"),
    [
        (date(2026, 11, 16), date(2026, 11, 22), [True, False]),
        (date(2026, 11, 22), date(2026, 11, 23), [True, True]),
        (date(2026, 11, 9), date(2026, 11, 15), [False, False]),
        (date(2026, 11, 30), None, [False, False]),
        (date(2026, 11, 29), None, [False, True]),
    ],
)
def test_a_week_is_paused_if_a_pause_touches_it(first, last, paused):
    found = recent_weeks([], TODAY, goal=6, pauses=[Pause(first, last)], count=2)
    assert [week.is_paused for week in found] == paused


# --- Streak ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("studied", "weeks", "has_this_week"),
    [
        ([], 0, False),
        ([0], 1, True),
        ([1], 1, False),  # this week may still come
        ([0, 1, 2], 3, True),
        ([1, 2, 3], 3, False),
        ([2, 3], 0, False),
        ([0, 2, 3], 1, True),
        ([-1], 0, False),  # still to come
    ],
)
def test_a_streak_counts_weeks_in_a_row_up_to_this_or_the_last(studied, weeks, has_this_week):
    found = streak([weeks_ago(n) for n in studied], TODAY)
    assert (found.weeks, found.has_this_week) == (weeks, has_this_week)


def test_a_streak_knows_its_first_monday():
    assert streak([weeks_ago(0), weeks_ago(1)], TODAY).since == MONDAY - timedelta(weeks=1)
    assert streak([], TODAY).since is None


def test_a_declared_pause_is_passed_over():
    holiday = Pause(MONDAY - timedelta(weeks=2), MONDAY - timedelta(days=1))
    assert streak([weeks_ago(0), weeks_ago(3), weeks_ago(4)], TODAY, [holiday]).weeks == 3
    assert streak([weeks_ago(3)], TODAY, [holiday]).weeks == 1


def test_study_in_a_pause_counts_all_the_same():
    assert streak([weeks_ago(0), weeks_ago(1)], TODAY, [Pause(date(2026, 1, 1))]).weeks == 2


def test_a_pause_without_an_end_does_not_go_back_for_ever():
    assert streak([weeks_ago(300)], TODAY, [Pause(date(2000, 1, 1))]).weeks == 1


@fewer_cases
@given(SESSIONS, PAUSES, DAYS)
def test_more_study_never_makes_a_streak_shorter(sessions, pauses, day):
    before = streak(sessions, TODAY, pauses).weeks
    assert streak([*sessions, Session("docker", day, 1)], TODAY, pauses).weeks >= before


@fewer_cases
@given(SESSIONS, PAUSES, PAUSES)
def test_a_pause_never_makes_a_streak_shorter(sessions, pauses, more):
    before = streak(sessions, TODAY, pauses).weeks
    assert streak(sessions, TODAY, [*pauses, *more]).weeks >= before


@fewer_cases
@given(SESSIONS, PAUSES, st.randoms())
def test_a_streak_is_a_row_of_weeks_with_study_whatever_the_order(sessions, pauses, random):
    found = streak(sessions, TODAY, pauses)
    shuffled = random.sample(sessions, len(sessions))
    assert streak(shuffled, TODAY, pauses) == found
    studied = {monday_of(session.on) for session in sessions}
    since = [monday for monday in studied if found.since and monday >= found.since]
    assert len(since) == found.weeks
    for earlier, later in pairwise(sorted([*since, MONDAY])):
        between = [earlier + timedelta(weeks=n) for n in range(1, (later - earlier).days // 7)]
        touched = [
            any(p.first <= m + timedelta(6) and (p.last or TODAY) >= m for p in pauses)
            for m in between
        ]
        assert all(touched)


@fewer_cases
@given(SESSIONS, st.integers(0, 6))
def test_a_streak_of_last_week_lives_all_week(sessions, days):
    then = MONDAY + timedelta(days=days)
    assert streak(sessions, then).weeks == streak(sessions, TODAY).weeks or days < 1


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
