"""The rows of the pages of job ads."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from planner import job_wording, time_wording
from planner.domain.catalogue import Catalogue
from planner.domain.job_plan import JobPlan
from planner.domain.learning import taken_as_known
from planner.domain.pay import Estimate
from planner.domain.reading import Finding, Reading
from planner.domain.reading.corrections import asked_as
from planner.domain.reading.jobs import Fit, JobGap, State, recurring, wishes_of
from planner.domain.roadmap import PlannedStep
from planner.forms.jobs import JobForm, field_of
from planner.models import JobAd
from planner.names import name_of, proficiency
from planner.queries.jobs import Job
from planner.queries.profiles import ProfileView
from planner.reading_wording import ASKED_GROUPS
from planner.views.finding_rows import (
    MOST_QUOTED,
    FoundRow,
    Group,
    Option,
    Place,
    Text,
    grouped,
    marked_in,
    quotes_of,
    text_of,
)

MOST_RECURRING = 12
MOST_OPEN = 6  # names beside one ad
TITLES = {"required": "Required", "optional": "Optional", "mentioned": "Named, not said how much"}


@dataclass(frozen=True, slots=True)
class AdRow:
    ad: JobAd
    fit: Fit
    word: str
    said: str
    asked: str
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
    planned: PlannedStep
    name: str
    to: str
    dates: str
    ends: str
    worth: str


def ad_rows(catalogue: Catalogue, jobs: Iterable[Job]) -> list[AdRow]:
    """The best fit first; of equal ones the latest."""
    rows = [
        AdRow(
            job.ad,
            job.fit,
            job_wording.fit_word(job.fit) if job.gaps else "Nothing asked for",
            job_wording.fit_said(job.fit),
            job_wording.asked_briefly(job.reading),
            _open(catalogue, job),
            job_wording.pay_stated(job.ad.pay_low, job.ad.pay_high),
        )
        for job in jobs
    ]
    return sorted(rows, key=lambda row: -row.fit.share)


def _open(catalogue: Catalogue, job: Job) -> tuple[str, ...]:
    names = [job_wording.wish_name(catalogue, gap) for gap in job.missing]
    return tuple(job_wording.first_of(names, MOST_OPEN))


def recurring_rows(view: ProfileView, jobs: tuple[Job, ...]) -> list[Recurring]:
    return [
        Recurring(
            skill,
            name_of(view.catalogue, skill),
            job_wording.asked_in(numbers, [job.ad.title for job in jobs]),
            proficiency(view.developer.skills.get(skill)),
        )
        for skill, numbers in recurring(job.reading for job in jobs)[:MOST_RECURRING]
        if len(numbers) > 1
    ]


def gap_groups(view: ProfileView, gaps: tuple[JobGap, ...]) -> list[GapGroup]:
    """Required before optional, what is open before what is there."""
    return [
        GapGroup(status, title, sum(gap.state == "have" for gap in found), _gap_rows(view, found))
        for status, title in TITLES.items()
        if (found := [gap for gap in gaps if gap.wish.status == status])
    ]


def _gap_rows(view: ProfileView, gaps: list[JobGap]) -> tuple[GapRow, ...]:
    known = taken_as_known(view.catalogue, view.developer.skills)
    order: tuple[State, ...] = ("missing", "short", "have")
    return tuple(
        GapRow(
            job_wording.wish_name(view.catalogue, gap),
            gap.skill,
            gap.state,
            job_wording.STATES[gap.state],
            job_wording.level_said(gap, known),
        )
        for gap in sorted(gaps, key=lambda gap: order.index(gap.state))
    )


@dataclass(frozen=True, slots=True)
class Way:
    """The steps for what is required, and the further ones for the rest."""

    required: tuple[StepRow, ...]
    rest: tuple[StepRow, ...]


def way_of(view: ProfileView, plan: JobPlan, now: Estimate) -> Way:
    """`now`: the estimate of today; without one, no step is worth a figure."""
    rows = _step_rows(view, plan, now)
    return Way(
        tuple(row for row in rows if row.planned.is_for_target),
        tuple(row for row in rows if not row.planned.is_for_target),
    )


def _step_rows(view: ProfileView, plan: JobPlan, now: Estimate) -> list[StepRow]:
    return [
        StepRow(
            one,
            name_of(view.catalogue, one.step.id),
            proficiency(one.step.end),
            time_wording.months(one.starts_on, one.ends_on),
            time_wording.months(*one.ends_between),
            job_wording.worth(view.catalogue, one.gain) if now.is_claimed else "",
        )
        for one in plan.steps
    ]


def text_rows(reading: Reading) -> Text:
    """The ad with what was found marked in it."""
    return text_of("", 0, reading, _located(reading))


def asked_groups(view: ProfileView, form: JobForm, text: Text) -> tuple[Group, ...]:
    """What was found, with what it is said to be asked for as."""
    located = _located(form.reading)
    wishes = {skill: wish.skills for wish in wishes_of(form.reading) for skill in wish.skills}
    rows = (
        (finding, _asked(view, form, finding, text, wishes.get(finding.skill_id, ())))
        for finding, _ in located
    )
    return grouped(rows, ASKED_GROUPS)


def _asked(
    view: ProfileView, form: JobForm, finding: Finding, text: Text, alternatives: tuple[str, ...]
) -> FoundRow:
    field, present = field_of(finding.skill_id), view.developer.skills.get(finding.skill_id)
    chosen, places = form[field].value(), _places(finding)
    return FoundRow(
        skill=view.catalogue.skills[finding.skill_id],
        field=field,
        status=job_wording.ASKED_AS[asked_as(finding)],
        years=job_wording.years_asked(finding),
        why=job_wording.one_is_enough(view.catalogue, alternatives),
        present="" if present is None else proficiency(present),
        quotes=tuple(quotes_of(places, [("", form.reading.text)], marked_in([text]))),
        more=max(0, len(places) - MOST_QUOTED),
        options=tuple(Option(v, label, v == chosen) for v, label in job_wording.ASKED_AS.items()),
    )


def _located(reading: Reading) -> list[tuple[Finding, list[Place]]]:
    return [(finding, _places(finding)) for finding in reading.findings]


def _places(finding: Finding) -> list[Place]:
    return [(0, mention) for mention in finding.mentions]
