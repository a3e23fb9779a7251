from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.mentoring.reviews import (
    DECISIONS,
    Claim,
    Request,
    age_band,
    check_decision,
    confirmable_together,
    holder_of,
    is_raised,
    may_answer,
    queue_order,
    state_of,
    take,
    who_acts,
)
from tests.domain.strategies import PROFICIENCIES, cases

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
ALICE, BOB, DANA = 1, 2, 3
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
INSTANT = timedelta.resolution
HELD_BY_BOB = Claim(BOB, NOW + MINUTE)
RUN_OUT = Claim(BOB, NOW)

claims = st.none() | st.builds(
    Claim, st.sampled_from([BOB, DANA]), st.integers(-40, 40).map(lambda n: NOW + n * MINUTE)
)
requests = st.builds(
    Request,
    key=st.integers(0, 999),
    person=st.sampled_from([ALICE, BOB]),
    asked_at=st.integers(0, 240).map(lambda hours: NOW - hours * timedelta(hours=1)),
    due_on=st.none() | st.integers(-3, 12).map(lambda days: (NOW + days * DAY).date()),
    claim=claims,
    decision=st.none() | st.sampled_from(DECISIONS),
    is_withdrawn=st.booleans(),
    is_timed_out=st.booleans(),
)
queues = st.lists(requests, max_size=8, unique_by=lambda request: request.key)


def request(key=1, days=0, due_in=None, **facts):
    due_on = None if due_in is None else (NOW + due_in * DAY).date()
    return Request(key, ALICE, NOW - days * DAY, due_on, **facts)


@pytest.mark.parametrize(
    ("facts", "state", "turn"),
    [
        ({}, "waiting", "mentor"),
        ({"claim": HELD_BY_BOB}, "claimed", "mentor"),
        ({"claim": RUN_OUT}, "waiting", "mentor"),
        ({"decision": "confirm", "claim": HELD_BY_BOB}, "answered", None),
        ({"decision": "confirm_at"}, "answered", None),
        ({"decision": "decline"}, "answered", None),
        ({"decision": "more"}, "answered", "mentee"),
        ({"decision": "more", "is_timed_out": True}, "timed_out", None),
        ({"is_timed_out": True}, "timed_out", None),
        ({"is_withdrawn": True, "claim": HELD_BY_BOB}, "withdrawn", None),
    ],
)
def test_state_and_whose_turn_it_is(facts, state, turn):
    assert (state_of(request(**facts), NOW), who_acts(request(**facts), NOW)) == (state, turn)


@pytest.mark.parametrize(
    ("age", "band"),
    [
        (timedelta(0), "fresh"),
        (2 * DAY - INSTANT, "fresh"),
        (2 * DAY, "due"),
        (4 * DAY, "due"),
        (4 * DAY + INSTANT, "late"),
    ],
)
def test_age_bands_against_the_promise_of_four_days(age, band):
    assert age_band(NOW - age, NOW) == band


@pytest.mark.parametrize(
    ("due_in", "raised"), [(None, False), (-1, False), (0, True), (7, True), (8, False)]
)
def test_raised_in_the_last_week_before_the_date(due_in, raised):
    assert is_raised(request(due_in=due_in), NOW.date()) is raised


def test_the_queue_has_the_raised_first_then_the_oldest():
    asked = [
        request(1, days=1), request(2, days=6), request(3, days=3, due_in=90),
        request(4, days=0, due_in=2), request(5, days=2, due_in=7),
        request(6, days=9, decision="more"),
    ]  # fmt: skip
    assert [r.key for r in queue_order(asked, NOW)] == [5, 4, 2, 3, 1]


@cases
@given(queues, st.data())
def test_the_queue_holds_what_waits_for_a_mentor_in_one_order(asked, data):
    found = queue_order(data.draw(st.permutations(asked)), NOW)
    assert found == queue_order(asked, NOW)
    assert {r.key for r in found} == {r.key for r in asked if who_acts(r, NOW) == "mentor"}
    for before, after in pairwise(found):
        raised = is_raised(before, NOW.date()), is_raised(after, NOW.date())
        assert raised[0] >= raised[1]
        assert raised[0] > raised[1] or before.asked_at <= after.asked_at


@pytest.mark.parametrize(
    ("claim", "may"),
    [(None, True), (RUN_OUT, True), (HELD_BY_BOB, False), (Claim(DANA, NOW + MINUTE), True)],
)
def test_what_is_free_run_out_or_ones_own_may_be_taken(claim, may):
    assert take(claim, DANA, NOW) == (Claim(DANA, NOW + 30 * MINUTE) if may else None)


@cases
@given(st.lists(st.tuples(st.sampled_from([BOB, DANA]), st.integers(0, 45)), max_size=20))
def test_nobody_loses_a_claim_while_it_lasts(tries):
    claim, now = None, NOW
    for mentor, minutes in tries:
        now += minutes * MINUTE
        holder, taken = holder_of(claim, now), take(claim, mentor, now)
        assert (taken is None) == (holder not in {None, mentor})
        claim = taken or claim
        assert holder_of(claim, now) == (holder or mentor)
        assert holder_of(claim, claim.until - INSTANT) == claim.holder
        assert holder_of(claim, claim.until) is None


def test_nobody_answers_their_own_request():
    own = replace(request(), person=BOB)
    assert (may_answer(own, BOB, NOW), may_answer(own, DANA, NOW)) == (False, True)


@cases
@given(queues)
def test_confirmed_together_is_what_bob_may_answer_one_by_one(asked):
    found = confirmable_together(asked, BOB, NOW)
    for one in asked:
        is_open = state_of(one, NOW) in {"waiting", "claimed"}
        may = is_open and one.person != BOB and holder_of(one.claim, NOW) != DANA
        assert (one in found) is may


@pytest.mark.parametrize(
    ("decision", "confirmed", "words", "problems"),
    [
        ("confirm", None, "", []),
        ("confirm", 3, "", []),
        ("confirm", 2, "Nearly", ["level_differs"]),
        ("confirm_at", 2, "No tests yet", []),
        ("confirm_at", 4, "More than you think", []),
        ("confirm_at", 0, "", ["words_missing"]),
        ("confirm_at", 3, "Yes", ["level_same"]),
        ("confirm_at", None, "", ["level_missing", "words_missing"]),
        ("confirm_at", 5, "Great", ["level_out_of_range"]),
        ("confirm_at", -1, "Oh", ["level_out_of_range"]),
        ("more", None, "Show me a test", []),
        ("more", None, " \n\t…!", ["words_missing"]),
        ("decline", 1, "\u200b\u00a0", ["words_missing"]),
        ("decline", None, "名前", []),
        ("approve", None, "Yes", ["unknown_decision"]),
        ("", None, "", ["unknown_decision"]),
    ],
)
def test_what_is_wrong_with_a_decision(decision, confirmed, words, problems):
    assert check_decision(decision, 3, confirmed, words) == tuple(problems)


@cases
@given(st.sampled_from(DECISIONS), PROFICIENCIES, st.none() | st.integers(-1, 5))
def test_only_a_plain_confirmation_needs_no_words(decision, claimed, confirmed):
    problems = check_decision(decision, claimed, confirmed, " ")
    assert ("words_missing" in problems) is (decision != "confirm")
    assert not check_decision("confirm", claimed, None, "")
    assert "words_missing" not in check_decision(decision, claimed, confirmed, "1")
