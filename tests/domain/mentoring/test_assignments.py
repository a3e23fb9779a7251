"""What becomes of a step that a mentor set."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.mentoring.assignments import LEFT, STATES, Assigned, by_urgency, state_of

TODAY = date(2026, 11, 24)
DAY = timedelta(days=1)
DOCKER = Assigned(1, "docker", 2)
CKAD = Assigned(2, "ckad", None)


@pytest.mark.parametrize(
    ("assigned", "skills", "certifications", "state"),
    [
        (DOCKER, {}, (), "open"),
        (DOCKER, {"docker": 1}, (), "open"),
        (DOCKER, {"docker": 2}, (), "done"),
        (DOCKER, {"docker": 4}, (), "done"),
        (replace(DOCKER, proficiency=0), {}, (), "open"),
        (CKAD, {"ckad": 4}, (), "open"),
        (CKAD, {}, ("ckad",), "done"),
        (replace(DOCKER, is_declined=True), {"docker": 2}, (), "declined"),
        (replace(DOCKER, is_declined=True, is_withdrawn=True), {}, (), "withdrawn"),
    ],
)
def test_a_step_is_done_once_it_is_reached(assigned, skills, certifications, state):
    assert state_of(assigned, skills, certifications, TODAY) == state


def test_it_is_overdue_from_the_day_after():
    on = {
        day: state_of(replace(DOCKER, due_on=TODAY + day), {}, (), TODAY)
        for day in (-DAY, 0 * DAY, DAY)
    }
    assert on == {-DAY: "overdue", 0 * DAY: "open", DAY: "open"}


def test_what_is_done_is_never_overdue():
    assert state_of(replace(DOCKER, due_on=TODAY - DAY), {"docker": 2}, (), TODAY) == "done"


def test_its_step_on_the_roadmap():
    assert (DOCKER.step_key, CKAD.step_key) == ("docker@2", "ckad@1")


@given(
    st.lists(
        st.tuples(st.sampled_from(STATES), st.none() | st.dates(date(2026, 1, 1), date(2027, 1, 1)))
    )
)
def test_what_is_left_comes_first_by_its_day(drawn):
    found = [(replace(DOCKER, key=n, due_on=day), state) for n, (state, day) in enumerate(drawn)]
    ordered = by_urgency(found)
    assert sorted(ordered, key=str) == sorted(found, key=str)
    left = [state in LEFT for _, state in ordered]
    assert left == sorted(left, reverse=True)
    for state in STATES:
        days = [a.due_on or date.max for a, s in ordered if s == state]
        assert days == sorted(days)
