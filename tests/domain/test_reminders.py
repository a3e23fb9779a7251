"""Reminders of certificates and of the week: each once, the most urgent where a run was missed."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.developer import HeldCertification
from planner.domain.reminders import (
    DAYS_BEFORE,
    ExpiryReminder,
    expiry_reminders_due,
    is_summary_due,
)
from tests.domain.strategies import cases

END = date(2027, 3, 1)
CKAD = HeldCertification("ckad", date(2025, 3, 1), END)
BERLIN = ZoneInfo("Europe/Berlin")


def due(days_before, *sent, held=CKAD):
    already = [ExpiryReminder("ckad", END, days) for days in sent]
    found = expiry_reminders_due([held], already, END - timedelta(days=days_before))
    return [reminder.days for reminder in found]


@pytest.mark.parametrize(
    ("days_before", "expected"),
    [(91, []), (90, [90]), (31, [90]), (30, [30]), (8, [30]), (7, [7]), (0, [7]), (-1, [])],
)
def test_a_reminder_is_due_from_its_day_on(days_before, expected):
    assert due(days_before) == expected


def test_what_was_sent_is_not_sent_again():
    assert due(60, 90) == []
    assert due(20, 90) == [30]
    assert due(20, 30) == []
    assert due(5, 90, 30) == [7]
    assert due(20, 7) == []  # the clock went back: the more urgent one was sent


def test_a_late_run_sends_only_the_most_urgent():
    assert due(3) == [7]
    assert due(3, 7) == []


def test_a_renewed_certificate_is_reminded_of_anew():
    renewed = HeldCertification("ckad", END, date(2029, 3, 1))
    sent = [ExpiryReminder("ckad", END, days) for days in DAYS_BEFORE]
    assert expiry_reminders_due([renewed], sent, END) == ()
    found = expiry_reminders_due([renewed], sent, date(2029, 2, 1))
    assert found == (ExpiryReminder("ckad", date(2029, 3, 1), 30),)


def test_what_does_not_end_needs_no_reminder():
    assert due(5, held=HeldCertification("ckad")) == []


def test_the_soonest_end_comes_first_and_doubles_count_once():
    aws = HeldCertification("aws-dva", None, END - timedelta(days=2))
    found = expiry_reminders_due([CKAD, aws, CKAD], [], END - timedelta(days=5))
    assert [reminder.certification for reminder in found] == ["aws-dva", "ckad"]


@cases
@given(st.lists(st.integers(-5, 120), max_size=40))
def test_any_runs_send_each_at_most_once_and_never_a_less_urgent_one_later(runs):
    sent = []
    for days_before in sorted(runs, reverse=True):
        today = END - timedelta(days=days_before)
        sent += expiry_reminders_due([CKAD], sent, today)
        assert expiry_reminders_due([CKAD], sent, today) == ()
    days = [reminder.days for reminder in sent]
    assert days == sorted(set(days), reverse=True)
    reached = [n for n in runs if n >= 0]
    assert (min(days, default=None) == 7) == (min(reached, default=99) <= 7)


# --- The summary of the week ----------------------------------------------------------------------


def summary(now, last=None, weekday=0, hour=8):
    return is_summary_due(now, last, weekday=weekday, hour=hour)


def at(day, hour=8, minute=0):
    return datetime(2026, 11, day, hour, minute, tzinfo=BERLIN)  # the 23rd is a Monday


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (at(23, 7, 59), False),
        (at(23), True),
        (at(24, 20), True),
        (at(25, 7, 59), True),
        (at(25), False),
        (at(29), False),
    ],
)
def test_a_summary_is_due_from_its_hour_on_for_two_days(now, expected):
    assert summary(now) is expected


def test_a_summary_of_sunday_may_come_on_monday():
    assert summary(at(23, 9), weekday=6, hour=10)
    assert not summary(at(24, 10), weekday=6, hour=10)


def test_one_summary_for_each_moment():
    assert not summary(at(24), last=at(23))
    assert not summary(at(24, 9), last=at(24))
    assert summary(at(23), last=at(16))
    assert summary(at(23), last=at(18, 7))  # the one before came late


def test_another_weekday_does_not_bring_two_in_a_row():
    assert not summary(at(25), last=at(23), weekday=2)
    assert summary(at(28), last=at(23), weekday=5)


def test_the_last_one_may_be_of_another_zone():
    assert not summary(at(23, 9), last=datetime(2026, 11, 23, 7, 30, tzinfo=UTC))
    assert not summary(at(23, 9), last=datetime(2026, 11, 23, 7, 0, tzinfo=UTC))


def test_the_hour_is_that_of_the_wall_when_clocks_change():
    autumn = datetime(2026, 10, 26, 8, tzinfo=BERLIN)
    assert summary(autumn, last=datetime(2026, 10, 19, 8, tzinfo=BERLIN))
    assert not summary(autumn - timedelta(minutes=1))


@cases
@given(
    st.integers(0, 6),
    st.integers(0, 23),
    st.lists(st.integers(0, 24 * 70), min_size=1, max_size=60, unique=True),
)
def test_any_runs_send_no_more_than_one_a_week(weekday, hour, runs):
    sent = []
    for hours in sorted(runs):
        now = at(1, 0) + timedelta(hours=hours)
        if summary(now, sent[-1] if sent else None, weekday, hour):
            sent.append(now)
            assert not summary(now, now, weekday, hour)
    moments = {(s - timedelta(days=weekday, hours=hour)).isocalendar()[:2] for s in sent}
    assert len(moments) == len(sent)
    assert all(later - earlier >= timedelta(days=5) for earlier, later in pairwise(sent))


@cases
@given(st.integers(0, 6), st.integers(0, 23), st.integers(0, 23))
def test_a_daily_run_sends_one_every_week(weekday, hour, run):
    sent = []
    for day in range(70):
        now = at(1, run) + timedelta(days=day)
        if summary(now, sent[-1] if sent else None, weekday, hour):
            sent.append(now)
    assert len(sent) in (10, 11)
