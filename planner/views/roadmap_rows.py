"""What the roadmap shows: a row a step, what is due, what is left out, how the kept plan goes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from planner import change_wording, plan_charts, plan_wording, time_wording
from planner.documents import read_outline
from planner.documents.plan import why_planned
from planner.domain import worth
from planner.domain.catalogue import Certification
from planner.domain.dates import months_later
from planner.domain.roadmap import PlannedStep, waits_for
from planner.domain.roadmap.choices import left_out_with
from planner.domain.roadmap.difference import Outline, OutlineStep, compare, outline_of
from planner.domain.roadmap.paycurve import PayMoment, pay_curve
from planner.domain.roadmap.progress import Progress
from planner.names import level_name
from planner.plan_charts import DoneBar, StepBar
from planner.queries.plans import PlanView
from planner.views.assigned_rows import assigned_rows, set_by
from planner.views.skill_rows import value_of
from planner.views.study_rows import StudyRow, offers, study_row

SHOWN = 12  # steps that stand open; the rest is one click away
TABLE_ROWS = 8  # of the pay curve, about


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step to come. `stated`: what the form that says "I have it" says was there.

    `assigned`: which mentor set it, and until when. `study`: how far it is in the learning log.
    """

    planned: PlannedStep
    is_first: bool
    is_last: bool
    bar: StepBar
    dates: str
    ends: str
    why: str
    waits: str
    worth: str
    wish: Literal["first", "later", ""]
    stated: str
    certification: Certification | None
    renew_by: date | None
    assigned: str
    study: StudyRow

    @property
    def anchor(self) -> str:
        return self.planned.key.replace("@", "-")


@dataclass(frozen=True, slots=True)
class DoneRow:
    step: OutlineStep
    bar: DoneBar


@dataclass(frozen=True, slots=True)
class Renewal:
    """A certificate in hand that ends within the horizon."""

    certification: Certification
    on: date


@dataclass(frozen=True, slots=True)
class LeftOut:
    id: str
    builds_on_it: tuple[str, ...]


def plan_context(view: PlanView) -> dict[str, Any]:
    """Everything on the page that follows from the profile, the settings and the kept plan."""
    catalogue, answer, plan = view.catalogue, view.answer, view.answer.plan
    progress = view.progress
    done = progress.done if progress else ()
    chart = plan_charts.timeline(plan.steps, done, plan.reaches, view.today)
    rows = step_rows(view, chart.bars)
    return {
        "view": view,
        "catalogue": catalogue,
        "plan": plan,
        "case": plan_wording.case_of(catalogue, answer),
        "target": level_name(catalogue, plan.target),
        "timeline": chart,
        "rows": rows[:SHOWN],
        "more_rows": rows[SHOWN:],
        "done_rows": [DoneRow(*pair) for pair in zip(done, chart.done, strict=True)],
        "progress": progress,
        "renewals": renewals_of(view),
        "assigned_rows": assigned_rows(view),
        "offers": offers(view.profile),
        "left_out": left_out(view),
        **_words(view),
        **_curve(view),
        **_kept(view, progress),
    }


def _words(view: PlanView) -> dict[str, Any]:
    catalogue, answer, plan = view.catalogue, view.answer, view.answer.plan
    reach = plan.reaches
    return {
        "verdict": plan_wording.verdict(catalogue, answer, view.today),
        "lead": plan_wording.lead(catalogue, answer),
        "worth": plan_wording.worth(catalogue, answer),
        "proof": plan_wording.proof(catalogue, plan),
        "ties": plan_wording.ties(catalogue, plan),
        "first_step": plan_wording.first_step(catalogue, answer, view.request.wishes),
        "gates": plan_wording.gate_dates(reach, view.today) if reach else None,
        "reach_between": time_wording.between(*reach.between) if reach else "",
        "reach_note": plan_wording.reach_note(reach) if reach else "",
        "slack": plan_wording.slack(reach) if reach else "",
        "gain_tile": plan_wording.gain_tile(catalogue, answer),
        "gain_note": f"A year, after {time_wording.span(plan.horizon_months)}",
        "study_hours": plan_wording.study_hours(plan),
        "study_note": plan_wording.study_note(view.developer, plan),
        "nothing_title": "Nothing is left to plan",
        "nothing_text": plan_wording.nothing_text(answer),
    }


def step_rows(view: PlanView, bars: tuple[StepBar, ...]) -> list[StepRow]:
    catalogue, plan, wishes = view.catalogue, view.answer.plan, view.request.wishes
    steps = [planned.step for planned in plan.steps]
    last, rows = len(steps) - 1, []
    for n, (planned, bar) in enumerate(zip(plan.steps, bars, strict=True)):
        id_ = planned.step.id
        certification = catalogue.certifications.get(id_)
        needed = [step.id for step in waits_for(catalogue, steps, n)]
        rows.append(
            StepRow(
                planned=planned,
                is_first=n == 0,
                is_last=n == last,
                bar=bar,
                dates=time_wording.months(planned.starts_on, planned.ends_on),
                ends=time_wording.months(*planned.ends_between),
                why=why_planned(catalogue, view.answer, n),
                waits=plan_wording.waits_for(catalogue, needed),
                worth=plan_wording.step_worth(catalogue, view.answer, planned.gain),
                wish="first" if id_ in wishes.first else "later" if id_ in wishes.later else "",
                stated=value_of(view.developer.skills.get(id_)),
                certification=certification,
                renew_by=_renew_by(certification, planned.ends_on),
                assigned=set_by(view, planned.step),
                study=study_row(view.profile, id_, planned.step.end),
            )
        )
    return rows


def _renew_by(certification: Certification | None, earned_on: date) -> date | None:
    months = certification.validity_months if certification else None
    return months_later(earned_on, months) if months else None


def renewals_of(view: PlanView) -> list[Renewal]:
    """The certificates in hand that end within the horizon, the soonest first."""
    last = months_later(view.today, round(view.request.horizon_months))
    ending = [
        Renewal(view.catalogue.certifications[held.id], held.expires_on)
        for held in view.profile.held
        if held.expires_on and view.today <= held.expires_on <= last
    ]
    return sorted(ending, key=lambda renewal: renewal.on)


def left_out(view: PlanView) -> list[LeftOut]:
    """What is not for this person, with what cannot be planned without it."""
    catalogue, developer = view.catalogue, view.developer
    known = sorted(
        (id_ for id_ in developer.excluded if id_ in catalogue.positions),
        key=catalogue.positions.__getitem__,
    )
    return [LeftOut(id_, left_out_with(catalogue, developer.skills, id_)) for id_ in known]


# --- Pay over time --------------------------------------------------------------------------------


def _curve(view: PlanView) -> dict[str, Any]:
    answer = view.answer
    if not answer.outlook.estimate.is_claimed or not answer.plan.steps:
        return {"moments": [], "pay_chart": None, "pay_label": ""}
    moments = pay_curve(
        view.catalogue,
        view.developer,
        answer.outlook.standing,
        worth.pay_now(answer.outlook),
        answer.plan.steps,
        view.today,
        view.request.horizon_months,
    )
    return {
        "moments": _some(moments),
        "pay_chart": plan_charts.pay_chart(moments, answer.plan.reaches),
        "pay_label": plan_wording.pay_finding(moments),
    }


def _some(moments: tuple[PayMoment, ...]) -> list[PayMoment]:
    """A few of the moments, evenly spread, with the first and the last."""
    wanted = [moments[-1].months * n / (TABLE_ROWS - 1) for n in range(TABLE_ROWS)]
    chosen = {min(moments, key=lambda m: (abs(m.months - month), m.months)) for month in wanted}
    return sorted(chosen, key=lambda moment: moment.months)


# --- The plan that is kept ------------------------------------------------------------------------


def _kept(view: PlanView, progress: Progress | None) -> dict[str, Any]:
    if view.kept is None or progress is None:
        return {"progress_said": "", "progress_note": "", "since_kept": []}
    return {
        "progress_said": plan_wording.progress_said(progress),
        "progress_note": plan_wording.progress_note(progress),
        "since_kept": [] if view.is_kept else _since_kept(view, progress),
    }


def _since_kept(view: PlanView, progress: Progress) -> list[str]:
    """What today's plan has different from the kept one, apart from what is done by now."""
    kept = without(read_outline(view.kept.result), progress.done) if view.kept else None
    if kept is None:
        return []
    plan = view.answer.plan
    later = [step.id for step in plan.later]
    return change_wording.changes(
        view.catalogue, compare(view.catalogue, kept, outline_of(plan)), later=later
    )


def without(outline: Outline, done: tuple[OutlineStep, ...]) -> Outline:
    steps = tuple(step for step in outline.steps if step not in done)
    return Outline(steps, outline.target, outline.reaches_on, outline.total_gain)
