"""What the comparison of scenarios shows: a column each, the plan as it is now first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from planner import plan_wording, scenario_wording, time_wording
from planner.domain.catalogue import Catalogue
from planner.domain.roadmap import PlannedStep
from planner.domain.scenarios import Effect, Outcome
from planner.figures import count, money_range
from planner.queries.scenarios import ScenariosView, ScenarioValue
from planner.wording import step_title

BESIDE = 3  # scenarios beside the plan as it is now
FIRST_STEPS = 3


@dataclass(frozen=True, slots=True)
class StepLine:
    title: str
    dates: str


@dataclass(frozen=True, slots=True)
class Column:
    """`scenario`: None for the plan as it is now. `reasons`: a sentence for each difference."""

    scenario: ScenarioValue | None
    name: str
    level: str
    level_note: str
    study: str
    pace: str
    steps: str
    pay_then: str
    pay_over: str
    worth: str
    horizon: str
    reasons: list[str]
    first_steps: list[StepLine]
    all_steps: list[StepLine]


def comparison(view: ScenariosView, shown: Sequence[ScenarioValue]) -> dict[str, Any]:
    """Everything on the page that follows from the profile and the scenarios shown."""
    catalogue = view.catalogue
    found = [(scenario, view.effects(scenario.changes)) for scenario in shown]
    outcomes = [
        (scenario.name, effects[-1].after if effects else view.outcome)
        for scenario, effects in found
    ]
    columns = [
        _column(catalogue, view.today, scenario, outcome, effects)
        for (scenario, effects), (_, outcome) in zip(found, outcomes, strict=True)
    ]
    now = view.outcome
    return {
        "view": view,
        "shown": {scenario.pk for scenario in shown},
        "columns": [_column(catalogue, view.today, None, now, ()), *columns],
        "is_claimed": now.estimate.is_claimed,
        "verdict": scenario_wording.verdict(catalogue, now, outcomes),
        "has_skills": bool(view.profile.developer.skills),
    }


def _column(
    catalogue: Catalogue,
    today: date,
    scenario: ScenarioValue | None,
    outcome: Outcome,
    effects: Sequence[Effect],
) -> Column:
    plan = outcome.plan
    lines = [_line(catalogue, planned) for planned in plan.steps]
    reasons = [scenario_wording.reason(catalogue, effect) for effect in effects]
    return Column(
        scenario=scenario,
        name=scenario.name if scenario else "As now",
        level=scenario_wording.level_on(catalogue, outcome),
        level_note=scenario_wording.level_note(outcome, today),
        study=plan_wording.study_hours(plan),
        pace=scenario_wording.pace(outcome),
        steps=count(len(lines), "step"),
        pay_then=f"{money_range(outcome.pay_then)} a year",
        pay_over=money_range(outcome.pay_over),
        worth=plan_wording.total(plan.total_gain),
        horizon=time_wording.span(plan.horizon_months),
        reasons=reasons or (["The same as now."] if scenario else []),
        first_steps=lines[:FIRST_STEPS],
        all_steps=lines,
    )


def _line(catalogue: Catalogue, planned: PlannedStep) -> StepLine:
    dates = time_wording.months(planned.starts_on, planned.ends_on)
    return StepLine(step_title(catalogue, planned.step), dates)
