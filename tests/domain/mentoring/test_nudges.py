from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.mentoring.nudges import (
    BETWEEN_MAILS,
    STAGES,
    Matter,
    Pause,
    due_nudge,
    is_to_close,
    may_mail,
    moment_of,
    note_sent,
    open_for,
    plan_nudges,
    runs_from,
)
from tests.domain.strategies import cases

START = datetime(2026, 11, 2, 8, tzinfo=UTC)
ALICE, BOB = 1, 2
DAY, INSTANT = timedelta(days=1), timedelta.resolution


def day(n):
    return START + n * DAY


days = st.integers(-5, 30).map(day)
pauses = st.lists(
    st.builds(lambda at, n: Pause(at, n and at + n * DAY), days, st.none() | st.integers(1, 15)),
    max_size=3,
).map(tuple)
matters = st.lists(
    st.builds(
        Matter,
        key=st.sampled_from("abcdefg"),
        person=st.sampled_from([ALICE, BOB]),
        since=st.integers(0, 20 * 24).map(lambda hours: START + hours * DAY / 24),
        skipped=st.frozensets(st.sampled_from(STAGES), max_size=2),
        pauses=st.just(()) | pauses,
    ),
    max_size=6,
    unique_by=lambda matter: matter.key,
)


def matter(key="a", since=0, person=ALICE, **facts):
    return Matter(key, person, day(since), **facts)


@pytest.mark.parametrize(
    ("age", "sent", "stage"),
    [
        (0, [], None),
        (6.99, [], None),
        (7, [], 7),
        (13.99, [7], None),
        (14, [7], 14),
        (14, [], 14),
        (20, [14], None),
        (21, [7, 14], 21),
        (27.99, [7, 14], 21),
        (28, [7, 14], None),
        (90, [], None),
    ],
)
def test_nudges_after_7_14_and_21_days(age, sent, stage):
    assert due_nudge(START, sent, day(age)) == stage


def test_closes_after_28_days():
    assert not is_to_close(START, day(28) - INSTANT)
    assert is_to_close(START, day(28))


def test_a_pause_stops_the_clock():
    away = [Pause(day(5), day(10)), Pause(day(8), day(12))]
    assert open_for(START, day(20), away) == 13 * DAY
    assert due_nudge(START, [], day(13.99), away) is None
    assert moment_of(START, 7 * DAY, away) == day(14)


def test_what_is_held_stays_as_it_is():
    held = [Pause(day(6))]
    assert open_for(START, day(90), held) == 6 * DAY
    assert moment_of(START, 6 * DAY, held) == day(6)
    assert moment_of(START, 7 * DAY, held) is None


@cases
@given(days, st.integers(0, 60), pauses)
def test_open_for_counts_the_days_outside_pauses(since, age, away):
    def is_paused(at):
        return any(p.since <= at and (p.until is None or at < p.until) for p in away)

    now = since + age * DAY
    counted = sum(not is_paused(since + n * DAY) for n in range(age))
    assert open_for(since, now, away) == counted * DAY


@cases
@given(days, st.integers(1, 40), pauses)
def test_the_moment_is_the_first_at_which_it_was_open_for_so_long(since, age, away):
    at = moment_of(since, age * DAY, away)
    if at is None:
        assert open_for(since, day(500), away) < age * DAY
    else:
        assert open_for(since, at, away) == age * DAY
        assert open_for(since, at - INSTANT, away) < age * DAY


@pytest.mark.parametrize(("since_last", "may"), [(None, True), (6.99, False), (7, True)])
def test_at_most_one_mail_a_week(since_last, may):
    last = None if since_last is None else day(10 - since_last)
    assert may_mail(last, day(10)) is may


def test_one_mail_holds_everything_that_is_due_to_its_reader():
    opened = [matter("new", 5), matter("old", -8), matter("b", 0, BOB), matter("due", 0)]
    mails = plan_nudges(opened, {}, day(7)).mails
    assert [(m.person, [(n.matter, n.stage) for n in m.nudges]) for m in mails] == [
        (ALICE, [("old", 14), ("due", 7)]),
        (BOB, [("b", 7)]),
    ]


def test_who_had_a_mail_this_week_waits_and_the_date_is_said():
    plan = plan_nudges([matter()], {ALICE: day(5)}, day(7))
    assert plan.mails == ()
    assert [(u.day, u.at) for u in plan.upcoming] == [
        (7, day(12)), (14, day(14)), (21, day(21)), (28, day(28)),
    ]  # fmt: skip


def test_a_nudge_whose_turn_comes_with_the_next_gives_way_to_it():
    plan = plan_nudges([matter()], {ALICE: day(7)}, day(8))
    assert [(u.day, u.at) for u in plan.upcoming] == [(14, day(14)), (21, day(21)), (28, day(28))]


def test_a_nudge_whose_turn_comes_after_the_next_is_left_out():
    plan = plan_nudges([matter()], {ALICE: day(13)}, day(13.5))
    assert [(u.day, u.at) for u in plan.upcoming] == [(14, day(20)), (21, day(21)), (28, day(28))]


def test_what_is_sent_now_is_not_upcoming():
    plan = plan_nudges([matter()], {}, day(7))
    assert [(u.day, u.at) for u in plan.upcoming] == [(14, day(14)), (21, day(21)), (28, day(28))]
    assert [u.is_closing for u in plan.upcoming] == [False, False, True]


def test_a_pause_that_goes_on_holds_back_mail_and_closing():
    away = Pause(day(20), day(40))
    plan = plan_nudges([matter(since=-8, pauses=(away,))], {}, day(30))
    assert (plan.mails, plan.closing) == ((), ())
    assert [(u.day, u.at) for u in plan.upcoming] == [(28, day(40))]
    assert runs_from(matter(pauses=(away,)), day(40)) == day(40)


def test_what_is_held_has_no_date():
    plan = plan_nudges([matter(pauses=(Pause(day(10)),))], {}, day(30))
    assert (plan.mails, plan.closing, plan.upcoming) == ((), (), ())


def test_a_skipped_nudge_is_neither_sent_nor_made_up_for():
    opened = [matter(skipped=frozenset({14}))]
    assert plan_nudges(opened, {}, day(15)).mails == ()
    assert [u.day for u in plan_nudges(opened, {}, day(15)).upcoming] == [21, 28]


def run(opened, until=95):
    """Plan every morning and note what was done: (day, mail) of all mails, day by closed matter."""
    last, sent, closed, plans = {}, [], {}, []
    for n in range(until):
        plan = plan_nudges(opened, last, day(n))
        sent += [(n, mail) for mail in plan.mails]
        closed |= dict.fromkeys(plan.closing, n)
        opened = [m for m in note_sent(opened, plan.mails) if m.key not in plan.closing]
        last |= {mail.person: day(n) for mail in plan.mails}
        assert plan_nudges(opened, last, day(n)) == replace(plan, mails=(), closing=())
        plans.append(plan)
    return sent, closed, plans


@cases
@given(matters)
def test_nobody_gets_two_mails_within_a_week(opened):
    sent, _, _ = run(opened)
    for person in (ALICE, BOB):
        dates = [day(n) for n, mail in sent if mail.person == person]
        assert all(after - before >= BETWEEN_MAILS for before, after in pairwise(dates))


@cases
@given(matters)
def test_each_nudge_goes_out_once_to_its_person_before_closing(opened):
    sent, closed, _ = run(opened)
    by_key = {m.key: m for m in opened}
    nudges = [(n, mail.person, nudge) for n, mail in sent for nudge in mail.nudges]
    assert max(Counter(nudge for _, _, nudge in nudges).values(), default=1) == 1
    for n, person, nudge in nudges:
        m = by_key[nudge.matter]
        assert (person, nudge.stage in m.skipped) == (m.person, False)
        assert n < closed.get(m.key, 999)
        assert runs_from(m, day(n)) == day(n)
        assert open_for(m.since, day(n), m.pauses) >= nudge.stage * DAY


@cases
@given(matters)
def test_everything_closes_as_soon_as_was_announced(opened):
    _, closed, plans = run(opened)
    announced = {u.matter: u.at for u in plans[0].upcoming if u.is_closing}
    for m in opened:
        running = (n for n in range(95) if runs_from(m, day(n)) == day(n))
        at = announced.get(m.key, day(999))
        assert closed.get(m.key) == next((n for n in running if day(n) >= at), None)


@cases
@given(matters)
def test_nothing_is_sent_or_closed_that_was_not_announced_the_day_before(opened):
    _, _, plans = run(opened)
    for n, (before, after) in enumerate(pairwise(plans), start=1):
        announced = {(u.matter, u.day): u.at for u in before.upcoming}
        done = [(nudge.matter, nudge.stage) for mail in after.mails for nudge in mail.nudges]
        done += [(key, 28) for key in after.closing]
        assert all(announced[what] <= day(n) for what in done)


@cases
@given(matters)
def test_nobody_is_closed_out_without_two_reminders(opened):
    plain = [replace(m, skipped=frozenset(), pauses=()) for m in opened]
    sent, closed, _ = run(plain)
    reminded = Counter(nudge.matter for _, mail in sent for nudge in mail.nudges)
    assert set(closed) == {m.key for m in plain}
    assert all(reminded[key] >= 2 for key in closed)
