from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.mentoring.at_risk import (
    ALARM_BUDGET,
    EXCUSES,
    GROUPS,
    Facts,
    Verdict,
    alarm_share,
    is_alarm_too_wide,
    judge_risk,
    silent_days,
)
from tests.domain.mentoring import cohorts
from tests.domain.mentoring.cohorts import TODAY
from tests.domain.strategies import cases

seeds = pytest.mark.parametrize("seed", range(20))


def ago(days):
    return TODAY - timedelta(days=days)


def facts(silent=0, **known):
    """Somebody with work left who joined long ago and was last active `silent` days ago."""
    defaults = {"joined_on": ago(100), "assigned": 5, "left": 3, "last_active_on": ago(silent)}
    return Facts(**(defaults | known))


def group_of(silent=0, **known):
    return judge_risk(facts(silent, **known), TODAY).group


days_ago = st.integers(0, 60).map(ago)
anybody = st.builds(
    Facts,
    joined_on=days_ago,
    assigned=st.integers(0, 5),
    left=st.integers(0, 5),
    overdue=st.integers(0, 4),
    days_behind=st.integers(0, 40),
    share_behind=st.floats(0, 1),
    last_active_on=st.none() | days_ago,
    open_reviews=st.sampled_from([0, 0, 0, 1]),
    answered_on=st.none() | days_ago,
    paused_until=st.none() | st.integers(-40, 20).map(lambda n: ago(-n)),
    blockers=st.lists(st.sampled_from(["mild", "severe"]), max_size=2).map(tuple),
)


@pytest.mark.parametrize(
    ("silent", "known", "group"),
    [
        (0, {}, "none"),
        (27, {}, "none"),
        (28, {}, "disengaged"),
        (28, {"left": 0}, "none"),
        (0, {"days_behind": 60, "share_behind": 0.9, "overdue": 5}, "none"),
        (7, {"days_behind": 14}, "none"),
        (8, {"days_behind": 13}, "none"),
        (8, {"days_behind": 14}, "watch"),
        (8, {"share_behind": 0.25}, "watch"),
        (8, {"overdue": 1}, "none"),
        (8, {"overdue": 2}, "watch"),
        (14, {"days_behind": 14}, "watch"),
        (15, {"days_behind": 14}, "disengaged"),
        (15, {"days_behind": 14, "blockers": ("mild",)}, "watch"),
        (28, {"days_behind": 14, "blockers": ("mild",)}, "disengaged"),
        (0, {"days_behind": 14, "blockers": ("mild",)}, "none"),
        (0, {"days_behind": 14, "blockers": ("mild", "severe")}, "struggling"),
        (0, {"blockers": ("severe",)}, "none"),
    ],
)
def test_behind_and_silent(silent, known, group):
    assert group_of(silent, **known) == group


@pytest.mark.parametrize(
    "known",
    [
        {"assigned": 0, "left": 0},
        {"left": 0},
        {"joined_on": ago(13)},
        {"paused_until": TODAY},
        {"open_reviews": 1},
        {"answered_on": ago(3)},
        {"paused_until": ago(3)},
    ],
)
def test_what_keeps_somebody_from_being_flagged(known):
    assert group_of(40, days_behind=40, overdue=3, share_behind=0.6) == "disengaged"
    assert group_of(40, days_behind=40, overdue=3, share_behind=0.6, **known) == "none"


def test_after_a_fortnight_nobody_is_new():
    just_in = {"joined_on": ago(14), "last_active_on": None, "days_behind": 14}
    assert group_of(**just_in) == "watch"


@pytest.mark.parametrize(
    ("known", "days"),
    [
        ({}, 30),
        ({"joined_on": ago(20), "last_active_on": None}, 20),
        ({"answered_on": ago(5)}, 5),
        ({"paused_until": ago(6)}, 6),
        ({"paused_until": ago(-6)}, 0),
        ({"open_reviews": 1}, 0),
    ],
)
def test_silence_counts_from_what_came_last(known, days):
    assert silent_days(facts(30, **known), TODAY) == days


@pytest.mark.parametrize(
    ("silent", "known", "reasons"),
    [
        (7, {"days_behind": 13, "share_behind": 0.24}, []),
        (8, {}, [("silent", 8)]),
        (0, {"share_behind": 0.25}, [("share_behind", 0.25)]),
        (0, {"days_behind": 14}, [("days_behind", 14)]),
        (0, {"overdue": 1}, [("overdue", 1)]),
        (0, {"blockers": ("severe", "mild")}, [("severe_blocker", 1)]),
    ],
)
def test_reasons_come_with_their_figures(silent, known, reasons):
    verdict = judge_risk(facts(silent, **known), TODAY)
    assert [(reason.code, reason.figure) for reason in verdict.reasons] == reasons


@pytest.mark.parametrize(
    ("known", "explained"),
    [
        ({}, []),
        ({"assigned": 0, "left": 0}, [("no_work", 0)]),
        ({"left": 0}, [("all_done", 5)]),
        ({"joined_on": ago(13)}, [("new", 13)]),
        ({"joined_on": ago(14)}, []),
        ({"paused_until": TODAY}, [("paused", 0)]),
        ({"paused_until": ago(1)}, []),
        ({"paused_until": ago(-5), "blockers": ("mild",)}, [("paused", 5), ("blocker", 1)]),
        ({"open_reviews": 1}, [("review_waiting", 1)]),
    ],
)
def test_what_explains_it_is_said(known, explained):
    verdict = judge_risk(facts(40, days_behind=20, **known), TODAY)
    assert [(why.code, why.figure) for why in verdict.explained] == explained


@cases
@given(anybody, st.integers(0, 30))
def test_more_silence_never_lowers_the_group(alice, more):
    longer = {
        day: getattr(alice, day) and getattr(alice, day) - timedelta(days=more)
        for day in ("joined_on", "last_active_on", "answered_on")
    }
    before, after = judge_risk(alice, TODAY), judge_risk(replace(alice, **longer), TODAY)
    assert GROUPS.index(after.group) >= GROUPS.index(before.group)


@cases
@given(anybody, st.integers(0, 30), st.floats(0, 1), st.integers(0, 3))
def test_further_behind_never_lowers_the_group(alice, days, share, overdue):
    further = replace(
        alice,
        days_behind=alice.days_behind + days,
        share_behind=min(1.0, alice.share_behind + share),
        overdue=alice.overdue + overdue,
    )
    before, after = judge_risk(alice, TODAY), judge_risk(further, TODAY)
    assert GROUPS.index(after.group) >= GROUPS.index(before.group)


@cases
@given(anybody)
def test_nobody_is_flagged_without_a_reason_or_in_spite_of_an_excuse(alice):
    verdict = judge_risk(alice, TODAY)
    if verdict.is_flagged:
        assert verdict.reasons
        assert not EXCUSES & {explanation.code for explanation in verdict.explained}
        assert min(alice.left, alice.assigned) > 0


@cases
@given(anybody, st.integers(0, 30))
def test_a_pause_never_raises_the_group(alice, days):
    during = judge_risk(replace(alice, paused_until=ago(-days)), TODAY)
    assert during.group == "none"


def flagged(cohort):
    return alarm_share([judge_risk(facts, TODAY) for facts in cohort])


@seeds
def test_a_healthy_cohort_flags_few(seed):
    assert flagged(cohorts.healthy(Random(seed), 500)) <= 0.05


@seeds
def test_one_sign_alone_would_flag_many_more(seed):
    cohort = cohorts.healthy(Random(seed), 500)
    quiet = sum(silent_days(facts, TODAY) > 7 for facts in cohort) / len(cohort)
    behind = sum(facts.days_behind >= 14 for facts in cohort) / len(cohort)
    assert min(quiet, behind) > 2 * flagged(cohort)


@seeds
def test_the_new_and_the_paused_are_never_flagged(seed):
    assert flagged(cohorts.new(Random(seed))) == flagged(cohorts.paused(Random(seed))) == 0


@seeds
def test_everybody_who_is_behind_and_silent_is_found(seed):
    found = {judge_risk(facts, TODAY).group for facts in cohorts.vanished(Random(seed))}
    assert found == {"disengaged"}


@seeds
def test_everybody_with_something_severe_in_the_way_is_found(seed):
    found = [judge_risk(facts, TODAY).group for facts in cohorts.struggling(Random(seed))]
    assert found.count("struggling") > 0.95 * len(found)
    assert "none" not in found


def test_an_alarm_for_more_than_one_in_five_is_too_wide():
    verdicts = [Verdict("watch"), *[Verdict("none")] * 4]
    assert (alarm_share(verdicts), is_alarm_too_wide(verdicts)) == (ALARM_BUDGET, False)
    assert is_alarm_too_wide([*verdicts, Verdict("disengaged")])
    assert is_alarm_too_wide(verdicts, budget=0.1)
    assert (alarm_share([]), is_alarm_too_wide([])) == (0, False)
