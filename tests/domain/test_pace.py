"""The person's own pace."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.pace import FinishedStep, own_pace
from planner.domain.study_rules import StudyRules
from tests.domain.strategies import fewer_cases

RULES = StudyRules()
STEPS = st.lists(
    st.builds(FinishedStep, st.floats(5, 400), st.floats(5, 400)), min_size=3, max_size=20
)


def pace_of(*ratios, estimate=20.0, rules=RULES):
    return own_pace([FinishedStep(estimate, estimate * ratio) for ratio in ratios], rules)


@pytest.mark.parametrize(
    ("steps", "missing"),
    [
        ([], (3, 15.0)),
        ([FinishedStep(10, 20), FinishedStep(10, 20)], (1, 0.0)),
        ([FinishedStep(4, 4)] * 3, (0, 3.0)),
        ([FinishedStep(10, 0)] * 3, (3, 15.0)),  # nothing logged says nothing
        ([FinishedStep(0, 10)] * 3, (3, 15.0)),  # practice without study has no estimate
    ],
)
def test_too_little_gives_no_pace_and_says_what_is_missing(steps, missing):
    found = own_pace(steps, RULES)
    assert (found.factor, found.grade) == (None, None)
    assert (found.steps_missing, found.hours_missing) == missing


def test_enough_is_three_steps_and_fifteen_hours():
    found = own_pace([FinishedStep(5, 5)] * 3, RULES)
    assert (found.steps, found.hours) == (3, 15)
    assert found.factor.central == 1.0


def test_half_is_believed_after_three_steps_and_more_after_nine():
    assert pace_of(1.69, 1.69, 1.69).factor.central == pytest.approx(1.3)
    assert pace_of(*[1.69] * 9).factor.central == pytest.approx(1.69**0.75)


def test_the_middle_of_the_steps_counts():
    assert pace_of(1.0, 1.44, 9.0).factor.central == pytest.approx(1.2)
    assert pace_of(1.0, 1.44, 90.0).factor.central == pytest.approx(1.2)


@pytest.mark.parametrize(("ratio", "bound"), [(40, 2.0), (0.02, 0.5)])
def test_it_is_kept_between_bounds(ratio, bound):
    assert pace_of(*[ratio] * 30, estimate=50.0).factor.central == bound


def test_it_is_surer_with_more_steps_and_less_sure_where_they_differ():
    grades = [pace_of(*[1.2] * count).grade for count in (4, 5, 13)]
    assert grades == ["weak", "fair", "better"]
    assert pace_of(*[0.5, 1.0, 2.0] * 5).grade == "weak"


def test_the_range_is_the_error_of_a_median():
    found = pace_of(1.0, 1.0, 1.0).factor  # alike, so the spread is the assumed one
    assert found.high == pytest.approx(1.6 ** (1.2533 / 3**0.5))
    assert found.low == pytest.approx(1 / found.high)
    apart = pace_of(0.25, 0.5, 1.0, 2.0, 4.0, rules=StudyRules(pace_high=10)).factor
    assert apart.high == pytest.approx(2 ** (1.4826 * 1.2533 / 5**0.5))


def test_nothing_is_missing_where_a_pace_is_known():
    found = pace_of(1.0, 1.0, 1.0)
    assert (found.steps_missing, found.hours_missing) == (0, 0.0)


def test_short_steps_count_too():
    assert own_pace([FinishedStep(0.5, 0.5), *[FinishedStep(10, 10)] * 2], RULES).steps == 3


def test_the_rules_can_be_changed():
    assert pace_of(1.5, 1.5, rules=StudyRules(pace_steps=2)).factor is not None
    assert pace_of(1.5, 1.5, 1.5, rules=StudyRules(pace_prior_steps=0)).factor.central == (
        pytest.approx(1.5)
    )


@fewer_cases
@given(STEPS, st.randoms())
def test_a_pace_is_a_range_within_bounds_whatever_the_order(steps, random):
    factor = own_pace(steps, RULES).factor
    assert RULES.pace_low <= factor.low <= factor.central <= factor.high <= RULES.pace_high
    assert own_pace(random.sample(steps, len(steps)), RULES).factor == factor


@fewer_cases
@given(STEPS)
def test_it_lies_between_one_and_what_the_steps_show(steps):
    ratios = sorted(step.hours / step.estimate for step in steps)
    low, high = min(1.0, ratios[0]), max(1.0, ratios[-1])
    assert low - 1e-9 <= own_pace(steps, RULES).factor.central <= high + 1e-9


@fewer_cases
@given(STEPS, st.integers(0, 19), st.floats(1, 3))
def test_more_hours_for_a_step_never_make_a_faster_pace(steps, n, times):
    n %= len(steps)
    slower = FinishedStep(steps[n].estimate, steps[n].hours * times)
    changed = [*steps[:n], slower, *steps[n + 1 :]]
    was, now = own_pace(steps, RULES).factor, own_pace(changed, RULES).factor
    assert now.central >= was.central - 1e-12
