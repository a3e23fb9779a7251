from datetime import UTC, datetime, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.mentoring.ratings import (
    MIN_PAIRS,
    MentorRating,
    SelfRating,
    calibrate,
    disagreements,
    pair_ratings,
)
from tests.domain.strategies import PROFICIENCIES, cases

START = datetime(2026, 11, 24, tzinfo=UTC)
ALICE, BOB, DANA = 1, 2, 3
SKILLS = ["go", "kafka", "python", "redis", "rest", "sql"]

moments = st.integers(0, 30).map(lambda days: START + timedelta(days=days))
own_ratings = st.lists(
    st.builds(
        SelfRating, st.sampled_from([ALICE, DANA]), st.sampled_from(SKILLS), PROFICIENCIES, moments
    ),
    max_size=12,
)
mentor_ratings = st.lists(
    st.builds(
        MentorRating, st.sampled_from([ALICE, DANA]), st.sampled_from(SKILLS),
        st.sampled_from([BOB, DANA]), PROFICIENCIES, moments, st.booleans(),
    ),
    max_size=20,
)  # fmt: skip


def own(skill, level, day=0):
    return SelfRating(ALICE, skill, level, START + timedelta(days=day))


def other(skill, level, day=0, mentor=BOB, is_blind=False):
    return MentorRating(ALICE, skill, mentor, level, START + timedelta(days=day), is_blind)


def test_both_ratings_are_kept():
    pair = pair_ratings([own("go", 3)], [other("go", 1)])[0]
    assert (pair.own.proficiency, pair.other.proficiency) == (3, 1)
    assert (pair.difference, pair.size) == (-2, 2)


def test_the_latest_rating_of_each_mentor_counts():
    rated = [other("go", 1, day=2), other("go", 4, day=1), other("go", 3, day=0, mentor=DANA)]
    pairs = pair_ratings([own("go", 2, day=1), own("go", 0, day=0)], rated)
    assert [(p.own.proficiency, p.other.mentor, p.other.proficiency) for p in pairs] == [
        (2, BOB, 1),
        (2, DANA, 3),
    ]


def test_of_two_at_once_the_last_counts():
    assert pair_ratings([own("go", 1)], [other("go", 1), other("go", 2)])[0].other.proficiency == 2


def test_what_only_one_side_rated_has_no_pair():
    assert pair_ratings([own("go", 1)], [other("sql", 1)]) == ()


@cases
@given(own_ratings, mentor_ratings)
def test_one_pair_for_each_mentor_and_skill_that_both_rated(mine, theirs):
    rated = {(r.person, r.skill) for r in mine}
    expected = {(r.person, r.skill, r.mentor) for r in theirs if (r.person, r.skill) in rated}
    pairs = pair_ratings(mine, theirs)
    assert len(pairs) == len(expected)
    for pair in pairs:
        key = pair.other.person, pair.other.skill, pair.other.mentor
        assert pair.other.at == max(r.at for r in theirs if (r.person, r.skill, r.mentor) == key)


def test_disagreements_the_largest_first_then_the_most_recent():
    mine = [own("go", 0), own("kafka", 3), own("rest", 2), own("sql", 2), own("redis", 4, day=5)]
    theirs = [other("go", 1), other("kafka", 1, 3), other("rest", 2), other("sql", 1, 1),
              other("redis", 2)]  # fmt: skip
    found = disagreements(pair_ratings(mine, theirs))
    assert [pair.own.skill for pair in found] == ["redis", "kafka", "sql", "go"]


@cases
@given(own_ratings, mentor_ratings)
def test_disagreements_are_those_that_differ_in_order_of_size(mine, theirs):
    pairs = pair_ratings(mine, theirs)
    found = disagreements(pairs)
    assert set(found) == {pair for pair in pairs if pair.difference != 0}
    assert all((a.size, a.at) >= (b.size, b.at) for a, b in combinations(found, 2))
    assert found == disagreements(reversed(pairs))


@pytest.mark.parametrize(("count", "is_enough"), [(0, False), (4, False), (5, True)])
def test_fewer_than_five_pairs_are_too_few_to_say(count, is_enough):
    pairs = [pair_ratings([own(s, 2)], [other(s, 2)])[0] for s in SKILLS[:count]]
    assert (calibrate(pairs) is not None) is is_enough


def test_calibration():
    levels = zip(SKILLS, [2, 2, 3, 4, 1], [2, 2, 2, 2, 2], strict=False)
    pairs = [
        pair_ratings([own(s, mine)], [other(s, theirs, is_blind=s < "python")])[0]
        for s, mine, theirs in levels
    ]
    found = calibrate(pairs)
    assert (found.pairs, found.blind) == (5, 2)
    assert (found.agreement, found.within_one) == (0.4, 0.8)
    assert found.mean_difference == pytest.approx(-0.4)


@cases
@given(own_ratings, mentor_ratings)
def test_shares_stay_between_none_and_all(mine, theirs):
    pairs = pair_ratings(mine, theirs)
    if found := calibrate(pairs):
        assert len(pairs) >= MIN_PAIRS
        assert 0 <= found.agreement <= found.within_one <= 1
        assert found.agreement * len(pairs) == pytest.approx(len(pairs) - len(disagreements(pairs)))
