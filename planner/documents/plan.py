"""The plan as a JSON document. Its keys are a contract: add some, never rename or remove any."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from planner import wording
from planner.documents.profile import PlanRequest
from planner.domain.catalogue import Catalogue, Expectation, PayGroup
from planner.domain.developer import Developer
from planner.domain.gaps import Gap
from planner.domain.learning import Step
from planner.domain.next_skills import Suggestion
from planner.domain.outlook import Outlook, look_ahead
from planner.domain.projection import Projection, project
from planner.domain.ranges import Range
from planner.domain.roadmap import Plan, Reach, plan_roadmap, step_key, waits_for
from planner.domain.standing import raised
from planner.names import name_of

type Document = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything that a plan document says. `projection`: of the plan, or of what is asked for."""

    outlook: Outlook
    plan: Plan
    projection: Projection


def work_out(
    catalogue: Catalogue, developer: Developer, request: PlanRequest, today: date
) -> Answer:
    """The outlook, the plan to its horizon, and the projection of it or of what is to be learnt."""
    outlook = look_ahead(catalogue, developer, request.objective)
    plan = plan_roadmap(
        catalogue,
        developer,
        outlook.standing,
        today,
        objective=request.objective,
        horizon_months=request.horizon_months,
        wishes=request.wishes,
    )
    after, months = plan.after, request.horizon_months
    if learning := request.learning:
        after = raised(catalogue, outlook.standing, learning.skills, learning.certifications)
        months = learning.months
    return Answer(outlook, plan, project(catalogue, developer, outlook.standing, after, months))


def write_plan(catalogue: Catalogue, answer: Answer) -> Document:
    """The document, with figures as the model gives them: nothing is rounded."""
    outlook = answer.outlook
    estimate, level = outlook.estimate, outlook.estimate.level
    low, high = estimate.band
    codes = [level.code for level in catalogue.levels]
    return {
        "catalogue_version": catalogue.version,
        "level": {
            "shown": level.shown,
            "by_years": level.by_years,
            "by_skills": level.by_skills,
            "binds": level.binds,
        },
        "target": outlook.target,
        "readiness": dict(zip(codes, outlook.standing.readiness, strict=True)),
        "gate_years": estimate.gate_years,
        "effective_years": estimate.effective_years,
        "coverage": estimate.coverage,
        "place_factor": estimate.place_factor,
        "band": {"low": low, "high": high},
        "estimate": {**_range(estimate.pay), "claimed": estimate.is_claimed},
        "sureness": {"grade": outlook.sureness.grade, "reasons": list(outlook.sureness.reasons)},
        "gaps": [_gap(gap) for gap in outlook.gaps],
        "next": [_suggestion(catalogue, suggestion) for suggestion in outlook.suggestions],
        "plan": _plan(catalogue, answer),
        "projection": _projection(answer.projection),
    }


def _range(figure: Range) -> Document:
    return {"low": figure.low, "central": figure.central, "high": figure.high}


def _gap(gap: Gap) -> Document:
    expectation = gap.expectation
    return {
        "level": expectation.level,
        "group": expectation.group,
        "label": expectation.label,
        "rule": expectation.rule,
        "status": gap.status,
        "attainment": gap.attainment,
        "members": [
            {"skill": member.skill, "have": member.have, "target": member.target}
            for member in gap.members
        ],
        "source": expectation.article_ref,
    }


def _suggestion(catalogue: Catalogue, suggestion: Suggestion) -> Document:
    reasons: tuple[Expectation | PayGroup, ...] = (*suggestion.serves, *suggestion.pays_in)
    return {
        **_step(suggestion.step),
        "hours": _range(suggestion.hours),
        "first": [_step(step) for step in suggestion.first],
        "gain": _range(suggestion.gain),
        "gain_per_hour": suggestion.gain_per_hour,
        "serves": [expectation.id for expectation in suggestion.serves],
        "unlocks": list(suggestion.unlocks),
        "why": wording.reason(catalogue, suggestion),
        "sources": _once(source for reason in reasons for source in reason.sources),
    }


def _step(step: Step) -> Document:
    return {"kind": step.kind, "id": step.id, "from": step.start, "to": step.end}


def _once(ids: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(ids))


def _plan(catalogue: Catalogue, answer: Answer) -> Document:
    plan = answer.plan
    return {
        "steps": [_planned(catalogue, answer, n) for n in range(len(plan.steps))],
        "later": [{**_step(step), "hours": _range(step.hours)} for step in plan.later],
        "reaches": plan.reaches and _reach(plan.reaches),
        "hours": _range(plan.hours),
        "total_gain": _range(plan.total_gain),
        "optimal": plan.is_optimal,
        "proof": plan.proof,
        "objective": plan.objective,
        "horizon_months": plan.horizon_months,
    }


def _planned(catalogue: Catalogue, answer: Answer, position: int) -> Document:
    steps = [planned.step for planned in answer.plan.steps]
    planned = answer.plan.steps[position]
    return {
        **_step(planned.step),
        "hours": _range(planned.step.hours),
        "practice_months": planned.step.practice_months,
        "starts_on": planned.starts_on.isoformat(),
        "ends_on": planned.ends_on.isoformat(),
        "ends_between": _days(planned.ends_between),
        "gain": _range(planned.gain),
        "waits_for": [step_key(step) for step in waits_for(catalogue, steps, position)],
        "why": why_planned(catalogue, answer, position),
    }


def _reach(reach: Reach) -> Document:
    return {
        "level": reach.level,
        "on": reach.on.isoformat(),
        "between": _days(reach.between),
        "skills_on": reach.skills_on.isoformat(),
        "years_on": reach.years_on.isoformat(),
        "binds": reach.binds,
    }


def _days(days: tuple[date, date]) -> Document:
    """At low and at high hours."""
    low, high = days
    return {"low": low.isoformat(), "high": high.isoformat()}


def why_planned(catalogue: Catalogue, answer: Answer, position: int) -> str:
    """What speaks for the step at a position of the plan: itself, or what it comes before."""
    step = answer.plan.steps[position].step
    if step.is_renewal:
        return wording.renewal(dict(answer.outlook.developer.expires)[step.id])
    for suggestion in answer.outlook.suggestions:
        if suggestion.step.id == step.id and suggestion.step.end <= step.end:
            return wording.reason(catalogue, suggestion)
    later = (planned.step for planned in answer.plan.steps[position + 1 :])
    needing = next((other for other in later if step.id in _needs(catalogue, other)), None)
    return f"Comes before {name_of(catalogue, needing.id)}" if needing else ""


def _needs(catalogue: Catalogue, step: Step) -> frozenset[str]:
    if step.kind == "skill":
        return catalogue.ancestors[step.id]
    primary = catalogue.certifications[step.id].primary_skill
    return catalogue.ancestors[primary] | {primary}


def _projection(projection: Projection) -> Document:
    gain = projection.gain_skill
    return {
        "pay_now": projection.pay_now,
        "estimate_now": projection.estimate_now,
        "pay_after_time": projection.pay_after_time,
        "pay_after": projection.pay_after,
        "gain_time": projection.gain_time,
        "gain_skill": gain.central,
        "gain_skill_low": gain.low,
        "gain_skill_high": gain.high,
        "gain_gate": projection.gain_gate,
        "cap": projection.cap,
        "months": projection.months,
    }
