"""The learning log: hours by week and item, and the quiet streak."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.study import (
    Pause,
    Session,
    hours_by_item,
    hours_by_week,
    monday_of,
    recent_weeks,
    streak,
)
from tests.domain.strategies import fewer_cases

TODAY = date(2026, 11, 24)  # a Tuesday
MONDAY = date(2026, 11, 23)
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


# --- Weeks ----------------------------------------------------------------------------------------


def test_weeks_go_from_monday_to_sunday_over_the_new_year():
    sessions = [Session("git", date(2027, 1, 3), 1.5), Session("git", date(2026, 12, 28), 0.5)]
    assert hours_by_week(sessions) == {date(2026, 12, 28): 2.0}
    assert hours_by_week([Session("git", date(2027, 1, 4), 1)]) == {date(2027, 1, 4): 1}


def test_hours_by_item_are_in_order_of_ids():
    found = hours_by_item(
        [weeks_ago(3, 2), weeks_ago(2, 0.1), weeks_ago(1, 0.2), weeks_ago(0, 1, "ckad")]
    )
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
