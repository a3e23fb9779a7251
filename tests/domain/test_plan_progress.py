"""How far somebody is on the plan that they keep."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.roadmap.difference import OutlineStep
from planner.domain.roadmap.progress import measure_progress

START = date(2026, 11, 24)


def step(id_, week, weeks, hours=None, practice_weeks=0, kind="skill", end=2):
    begin = START + timedelta(weeks=week)
    return OutlineStep(
        kind, id_, 0, end, begin, begin + timedelta(weeks=max(weeks, practice_weeks)),
        6.0 * weeks if hours is None else hours, round(practice_weeks / 4),
    )  # fmt: skip


PLAN = [step("go", 0, 4), step("redis", 4, 4), step("kafka", 8, 4)]


def progress(done, week, plan=PLAN, certifications=()):
    skills = dict.fromkeys(done, 2)
    return measure_progress(plan, skills, certifications, START + timedelta(weeks=week))


@pytest.mark.parametrize(
    ("done", "week", "state", "days"),
    [
        ([], 0, "on_time", 0),
        ([], 4, "on_time", 0),
        ([], 5, "behind", 7),
        (["go"], 4, "on_time", 0),
        (["go"], 2, "ahead", 14),
        (["go"], 7, "on_time", 0),
        (["go"], 10, "behind", 14),
        (["go", "redis"], 2, "ahead", 42),
        (["go", "redis", "kafka"], 10, "done", 14),
        (["go", "redis", "kafka"], 20, "done", 0),
    ],
)
def test_ahead_on_time_or_behind_in_days(done, week, state, days):
    found = progress(done, week)
    assert (found.state, found.days) == (state, days)


def test_the_order_of_the_work_does_not_matter():
    assert progress(["kafka"], 6).state == progress(["go"], 6).state == "on_time"


def test_a_part_of_the_way_is_not_the_step():
    found = measure_progress(PLAN, {"go": 1}, (), START + timedelta(weeks=1))
    assert found.done == ()


def test_what_should_be_done_by_now_is_counted():
    assert [progress([], week).due for week in (0, 4, 8, 12)] == [0, 1, 2, 3]


def test_practice_is_judged_by_its_end():
    plan = [step("mentoring", 0, 0, practice_weeks=26), *PLAN]
    done = ["go", "redis", "kafka"]
    assert progress(done, 20, plan).state == "on_time"
    assert (progress(done, 28, plan).state, progress(done, 28, plan).days) == ("behind", 14)


def test_study_with_practice_after_it_holds_nothing_up():
    plan = [step("negotiation", 0, 2, practice_weeks=30), step("go", 2, 4), step("redis", 6, 4)]
    assert progress(["go"], 7, plan).state == "on_time"


def test_nothing_done_is_never_ahead():
    plan = [step("negotiation", 0, 20, practice_weeks=30), step("go", 20, 4)]
    assert progress([], 0, plan).state == "on_time"
    assert progress(["go"], 19, plan).days == 35  # the end of its study, not of the practice


def test_a_certificate_counts_once_it_is_held():
    plan = [step("ckad", 0, 4, kind="certification", end=1)]
    assert progress([], 2, plan).left == tuple(plan)
    assert progress([], 2, plan, {"ckad"}).state == "done"


def test_a_renewal_counts_once_the_certificate_ends_later():
    plan = [replace(step("ckad", 0, 4, kind="certification", end=1), start=1)]
    day = START + timedelta(weeks=2)
    assert measure_progress(plan, {}, {"ckad"}, day).left == tuple(plan)
    assert measure_progress(plan, {}, {"ckad"}, day, {"ckad"}).state == "done"


def test_a_plan_without_steps_is_done():
    assert progress([], 3, []).state == "done"


@given(st.sets(st.sampled_from(["go", "redis", "kafka"])), st.integers(0, 60))
def test_more_done_is_never_further_behind(done, week):
    def lead(ids):
        found = progress(ids, week)
        return {"behind": -found.days, "on_time": 0}.get(found.state, found.days)

    if progress({"go", *done}, week).state != "done":
        assert lead({"go", *done}) >= lead(done)
