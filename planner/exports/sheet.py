"""A plan laid out: everything that any of the files says, in words and in figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from planner import figures, plan_wording, time_wording, wording
from planner.documents.plan import Answer, Document, why_planned, write_plan
from planner.domain.catalogue import Catalogue
from planner.domain.dates import months_later
from planner.domain.developer import HeldCertification
from planner.domain.learning import Step
from planner.domain.ranges import Range
from planner.domain.roadmap import Plan, PlannedStep, Reach, waits_for
from planner.exports import words
from planner.names import level_name, name_of

BASIS = (
    "Pay is a position in the article's bands, not a promise. "
    "Hours and dates are estimates, so each has a range."
)


@dataclass(frozen=True, slots=True)
class Row:
    """One step of the plan. `gain`: `$200–$1,400 a year`, or empty where no figure is claimed.

    `ends`: between which days, or empty where that is one day.
    """

    position: int
    planned: PlannedStep
    title: str
    start: str
    end: str
    dates: str
    ends: str
    effort: str
    gain: str
    worth: str
    waits_for: tuple[str, ...]
    why: str
    certificate: str

    @property
    def key(self) -> str:
        return self.planned.key


@dataclass(frozen=True, slots=True)
class LaterRow:
    """A step that ends beyond the horizon."""

    step: Step
    title: str
    start: str
    end: str
    effort: str


@dataclass(frozen=True, slots=True)
class Milestone:
    """A day of the plan that is no step: a level reached, a certificate that ends."""

    key: str
    on: date
    title: str
    detail: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A plan on one day. Texts are single lines without control characters.

    `owner`: a stable name of whose plan it is, never shown. `name`: whom it is for, may be empty.
    `is_claimed`: whether money is claimed at all. `level`, `total`, `order`, `basis`, `made`: what
    is said of the whole plan. `document`: as `manage.py plan` writes it, without anything on pay
    now.
    """

    owner: str
    name: str
    title: str
    target: str
    today: date
    written_at: datetime
    rows: tuple[Row, ...]
    later: tuple[LaterRow, ...]
    reaches: Reach | None
    hours: Range
    total_gain: Range | None
    level: str
    total: str
    order: str
    basis: str
    made: str
    milestones: tuple[Milestone, ...]
    document: Document

    @property
    def facts(self) -> tuple[str, ...]:
        """What is said of the whole plan, one sentence each."""
        said = self.level, self.total, self.order, self.basis, self.made
        return tuple(filter(None, said))


def lay_out(
    catalogue: Catalogue,
    answer: Answer,
    today: date,
    *,
    owner: str = "",
    name: str = "",
    held: Sequence[HeldCertification] = (),
    written_at: datetime | None = None,
) -> Sheet:
    """The sheet of a plan. `written_at`: when the file is made (UTC), or the start of `today`."""
    plan, target = answer.plan, words.plain(level_name(catalogue, answer.plan.target))
    is_claimed = answer.outlook.estimate.is_claimed
    rows = tuple(_row(catalogue, answer, n) for n in range(len(plan.steps)))
    return Sheet(
        owner=owner,
        name=words.plain(name),
        title=f"Roadmap to {target}",
        target=target,
        today=today,
        written_at=written_at or datetime.combine(today, time(), UTC),
        rows=rows,
        later=tuple(_later(catalogue, step) for step in plan.later),
        reaches=plan.reaches,
        hours=plan.hours,
        total_gain=plan.total_gain if is_claimed else None,
        level=words.plain(_level(catalogue, plan, today)),
        total=words.plain(_total(catalogue, answer)),
        order=words.plain(plan_wording.proof(catalogue, plan)) if plan.steps else "",
        basis=BASIS,
        made=words.plain(
            f"Planned on {time_wording.day(today)} with catalogue {catalogue.version}."
        ),
        milestones=tuple(_milestones(catalogue, plan, held, today)),
        document=_document(catalogue, answer),
    )


def _row(catalogue: Catalogue, answer: Answer, position: int) -> Row:
    planned = answer.plan.steps[position]
    step, (start, end) = planned.step, words.ends(planned.step)
    return Row(
        position=position + 1,
        planned=planned,
        title=_title(catalogue, step),
        start=start,
        end=end,
        dates=words.span(planned.starts_on, planned.ends_on),
        ends=words.ends_between(*planned.ends_between),
        effort=words.effort(step),
        gain=_gain(catalogue, answer, planned.gain),
        worth=plan_wording.step_worth(catalogue, answer, planned.gain),
        waits_for=_waits_for(catalogue, answer.plan, position),
        why=words.plain(why_planned(catalogue, answer, position)),
        certificate=_certificate(catalogue, step),
    )


def _title(catalogue: Catalogue, step: Step) -> str:
    return words.plain(wording.step_title(catalogue, step))


def _gain(catalogue: Catalogue, answer: Answer, gain: Range) -> str:
    if not answer.outlook.estimate.is_claimed:
        return ""
    return figures.gain(gain, catalogue.parameters.show_gain_only_if)


def _waits_for(catalogue: Catalogue, plan: Plan, position: int) -> tuple[str, ...]:
    steps = [planned.step for planned in plan.steps]
    return tuple(_title(catalogue, step) for step in waits_for(catalogue, steps, position))


def _certificate(catalogue: Catalogue, step: Step) -> str:
    if step.kind == "skill":
        return ""
    return words.certificate_facts(catalogue.certifications[step.id])


def _later(catalogue: Catalogue, step: Step) -> LaterRow:
    return LaterRow(step, _title(catalogue, step), *words.ends(step), words.effort(step))


# --- The whole plan -------------------------------------------------------------------------------


def _level(catalogue: Catalogue, plan: Plan, today: date) -> str:
    name, reaches = level_name(catalogue, plan.target), plan.reaches
    if reaches is None:
        return f"{name} is not reached within {time_wording.span(plan.horizon_months)}."
    if reaches.on <= today:
        return f"{name} is reached: its skills and its years of experience are there."
    low, high = map(time_wording.day, reaches.between)
    between = f" (between {low} and {high})" if low != high else ""
    skills, years = (words.since(on, today) for on in (reaches.skills_on, reaches.years_on))
    gates = f"its skills are there {skills} and its years of experience {years}"
    return f"{name} on {time_wording.day(reaches.on)}{between}: {gates}; the {reaches.binds} bind."


def _total(catalogue: Catalogue, answer: Answer) -> str:
    if not answer.plan.steps:
        return plan_wording.nothing_text(answer)
    return f"{plan_wording.lead(catalogue, answer)} {plan_wording.worth(catalogue, answer)}"


def _milestones(
    catalogue: Catalogue, plan: Plan, held: Sequence[HeldCertification], today: date
) -> Iterator[Milestone]:
    if plan.reaches:
        title = words.plain(f"{level_name(catalogue, plan.target)} reached")
        yield Milestone(
            f"level-{plan.target}",
            plan.reaches.on,
            title,
            words.plain(_level(catalogue, plan, today)),
        )
    for certificate in held:
        if certificate.expires_on and certificate.expires_on >= today:
            title = words.plain(f"Renew {name_of(catalogue, certificate.id)}: its last valid day")
            yield Milestone(f"expiry-{certificate.id}", certificate.expires_on, title, "")
    for planned in plan.steps:
        yield from _renewal(catalogue, planned)


def _renewal(catalogue: Catalogue, planned: PlannedStep) -> Iterator[Milestone]:
    """When a certificate of the plan will have to be renewed, if it is earned as planned."""
    certification = catalogue.certifications.get(planned.step.id)
    if planned.step.kind == "certification" and certification and certification.validity_months:
        title = words.plain(f"Renew {certification.name}, if earned as planned")
        on = months_later(planned.ends_on, certification.validity_months)
        yield Milestone(
            f"renewal-{certification.id}", on, title, _certificate(catalogue, planned.step)
        )


def _document(catalogue: Catalogue, answer: Answer) -> Document:
    """What `manage.py plan --json` says of the plan: all of it but what pay and skills are now."""
    document = write_plan(catalogue, answer)
    return {key: document[key] for key in ("catalogue_version", "target", "plan")}
