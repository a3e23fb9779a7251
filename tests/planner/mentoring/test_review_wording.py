"""The sentences about reviews."""

from datetime import UTC, datetime, timedelta

import pytest

from planner import review_wording as wording
from planner.models import ReviewDecision

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("age", "said"),
    [
        ({"minutes": 59}, "under an hour"),
        ({"hours": 1}, "1 hour"),
        ({"hours": 47}, "47 hours"),
        ({"hours": 48}, "2 days"),
        ({"days": 29, "hours": 23}, "29 days"),
    ],
)
def test_an_age_is_said_in_hours_then_in_days(age, said):
    assert wording.age_said(NOW - timedelta(**age), NOW) == said


@pytest.mark.parametrize(
    ("waiting", "late", "said"),
    [
        (0, 0, "Nothing waits for your review"),
        (1, 0, "1 review waits for an answer, none longer than 4 days"),
        (1, 1, "1 review waits for an answer, longer than 4 days already"),
        (3, 2, "3 reviews wait for an answer, 2 of them longer than 4 days"),
        (3, 3, "3 reviews wait for an answer, all longer than 4 days"),
    ],
)
def test_the_heading_of_the_queue_is_the_verdict(waiting, late, said):
    assert wording.queue_title(waiting, late) == said


@pytest.mark.parametrize(
    ("waiting", "unread", "said"),
    [
        (0, 0, "No review is waiting"),
        (1, 0, "1 review waits for a mentor"),
        (2, 0, "2 reviews wait for a mentor"),
        (2, 1, "1 answer to read"),
        (0, 3, "3 answers to read"),
    ],
)
def test_the_heading_of_ones_own_reviews_says_what_comes_first(waiting, unread, said):
    assert wording.mine_title(waiting, unread) == said


def test_up_to_the_promise_an_answer_is_expected_then_it_is_late():
    asked = NOW - timedelta(days=4)
    assert "aim to answer" in wording.waiting_said(asked, NOW, "")
    assert "see it as late" in wording.waiting_said(asked, NOW + timedelta(seconds=1), "")


def test_every_decision_has_words_and_a_next_step():
    for kind in ReviewDecision.Kind:
        assert wording.decision_said(kind, 2, 1)
        assert wording.next_said(kind)


def test_nothing_confirmed_is_said_too():
    said = wording.confirmed_together([], ["Alice, Docker"])
    assert said == "Nothing was confirmed. Not possible any more: Alice, Docker."
