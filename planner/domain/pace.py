"""The person's own pace: how the hours that steps took them compare with the estimates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import exp, log, sqrt
from statistics import median

from planner.domain.ranges import Range
from planner.domain.study_rules import StudyRules
from planner.domain.sureness import Grade

MEDIAN_ERROR = 1.2533  # of a median against a mean, in standard errors
MAD_TO_SD = 1.4826  # a normal distribution's standard deviation over its median deviation
SURE, FAIR = 1.4, 1.7  # the widest range, as high / low, of either grade


@dataclass(frozen=True, slots=True)
class FinishedStep:
    """A step that is done: the central estimate of its hours, and the hours that were logged."""

    estimate: float
    hours: float


@dataclass(frozen=True, slots=True)
class Pace:
    """`factor`: own hours over estimated ones; above 1 is slower. None while too little is logged.

    `steps`, `hours`: what it rests on; `steps_missing`, `hours_missing`: what is still wanting.
    """

    factor: Range | None
    grade: Grade | None
    steps: int
    hours: float
    steps_missing: int
    hours_missing: float


def own_pace(finished: Iterable[FinishedStep], rules: StudyRules) -> Pace:
    """The pace that finished steps show. Steps without logged hours say nothing of it.

    The middle of the ratios, on a log scale (twice as long and half as long weigh alike), drawn
    towards 1 as if so many steps of exactly the estimated length were there beside them, and kept
    between bounds. The range is the standard error of a median either way, with a spread of single
    steps that is assumed at least.
    """
    counted = [step for step in finished if step.hours > 0 and step.estimate > 0]
    steps, hours = len(counted), sum(step.hours for step in counted)
    steps_missing = max(0, round(rules.pace_steps) - steps)
    hours_missing = max(0.0, rules.pace_hours - hours)
    if steps_missing or hours_missing:
        return Pace(None, None, steps, hours, steps_missing, hours_missing)
    factor = _factor([log(step.hours / step.estimate) for step in counted], rules)
    return Pace(factor, _grade(factor), steps, hours, 0, 0.0)


def _factor(ratios: list[float], rules: StudyRules) -> Range:
    """`ratios`: natural logarithms, at least one."""
    count, middle = len(ratios), median(ratios)
    drawn = middle * count / (count + rules.pace_prior_steps)
    observed = MAD_TO_SD * median(abs(ratio - middle) for ratio in ratios)
    error = MEDIAN_ERROR * max(log(rules.pace_spread), observed) / sqrt(count)
    low, central, high = (
        min(rules.pace_high, max(rules.pace_low, exp(value)))
        for value in (drawn - error, drawn, drawn + error)
    )
    return Range(low, central, high)


def _grade(factor: Range) -> Grade:
    width = factor.high / factor.low
    return "better" if width <= SURE else "fair" if width <= FAIR else "weak"
