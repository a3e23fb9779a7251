"""The rows of the pages of job ads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from planner import job_wording, time_wording
from planner.documents.reading import REASONS
from planner.domain.catalogue import Catalogue
from planner.domain.job_plan import JobPlan
from planner.domain.learning import Step
from planner.domain.ranges import Range
from planner.domain.reading import Finding, quote
from planner.domain.reading.corrections import asked_as
from planner.domain.reading.jobs import Fit, JobGap, State
from planner.forms.jobs import JobForm, field_of
from planner.models import JobAd
from planner.names import name_of, proficiency
from planner.queries.jobs import Job, asked_by
from planner.queries.profiles import ProfileView

MOST_QUOTED = 2
MOST_RECURRING = 12
TITLES = {"required": "Required", "optional": "Optional", "mentioned": "Named, not said how much"}


@dataclass(frozen=True, slots=True)
class AdRow:
    ad: JobAd
    fit: Fit
    word: str
    said: str
    missing: tuple[str, ...]
    pay: str


@dataclass(frozen=True, slots=True)
class Recurring:
    skill: str
    name: str
    said: str
    have: str


@dataclass(frozen=True, slots=True)
class GapRow:
    name: str
    skill: str
    state: State
    word: str
    said: str


@dataclass(frozen=True, slots=True)
class GapGroup:
    key: str
    title: str
    met: int
    rows: tuple[GapRow, ...]


@dataclass(frozen=True, slots=True)
class StepRow:
    step: Step
    name: str
    to: str
    hours: Range
    dates: str
    is_required: bool


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    label: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class AskedRow:
    """`read`: how the text was read, before it was corrected."""

    skill: str
    name: str
    field: str
    read: str
    quotes: tuple[tuple[str, str], ...]
    options: tuple[Option, ...]


def ad_rows(catalogue: Catalogue, jobs: Iterable[Job]) -> list[AdRow]:
    """The best fit first; of equal ones the latest."""
    rows = [
        AdRow(
            job.ad,
            job.fit,
            job_wording.fit_word(job.fit) if job.gaps else "Nothing asked for",
            job_wording.fit_said(job.fit),
            tuple(job_wording.wish_name(catalogue, gap) for gap in job.missing),
            job_wording.pay_stated(job.ad.pay_low, job.ad.pay_high),
        )
        for job in jobs
    ]
    return sorted(rows, key=lambda row: -row.fit.share)


def recurring_rows(view: ProfileView, jobs: tuple[Job, ...]) -> list[Recurring]:
    return [
        Recurring(
            skill,
            name_of(view.catalogue, skill),
            job_wording.asked_in(number, len(jobs)),
            proficiency(view.developer.skills.get(skill)),
        )
        for skill, number in asked_by(jobs)[:MOST_RECURRING]
        if number > 1
    ]


def gap_groups(catalogue: Catalogue, gaps: tuple[JobGap, ...]) -> list[GapGroup]:
    """Required before optional, what is open before what is there."""
    return [
        GapGroup(
            status, title, sum(gap.state == "have" for gap in found), _gap_rows(catalogue, found)
        )
        for status, title in TITLES.items()
        if (found := [gap for gap in gaps if gap.wish.status == status])
    ]


def _gap_rows(catalogue: Catalogue, gaps: list[JobGap]) -> tuple[GapRow, ...]:
    order: tuple[State, ...] = ("missing", "short", "have")
    return tuple(
        GapRow(
            job_wording.wish_name(catalogue, gap),
            gap.skill,
            gap.state,
            job_wording.STATES[gap.state],
            job_wording.level_said(gap),
        )
        for gap in sorted(gaps, key=lambda gap: order.index(gap.state))
    )


def step_rows(catalogue: Catalogue, plan: JobPlan) -> list[StepRow]:
    return [
        StepRow(
            one.step,
            name_of(catalogue, one.step.id),
            proficiency(one.step.end),
            one.step.hours,
            time_wording.months(one.starts_on, one.ends_on),
            one.is_required,
        )
        for one in plan.steps
    ]


def asked_rows(catalogue: Catalogue, form: JobForm) -> Iterator[AskedRow]:
    """What was found, with what it is said to be asked for as."""
    for finding in form.reading.findings:
        field = field_of(finding.skill_id)
        chosen = form[field].value()
        yield AskedRow(
            finding.skill_id,
            name_of(catalogue, finding.skill_id),
            field,
            job_wording.ASKED_AS[asked_as(finding)],
            _quotes(form.reading.text, finding),
            tuple(Option(v, label, v == chosen) for v, label in job_wording.ASKED_AS.items()),
        )


def _quotes(text: str, finding: Finding) -> tuple[tuple[str, str], ...]:
    return tuple(
        (quote(text, m.start, m.end).removeprefix("• "), REASONS[m.rule])
        for m in finding.mentions[:MOST_QUOTED]
    )
