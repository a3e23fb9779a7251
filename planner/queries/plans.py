"""Somebody's roadmap as plain values: who they are, what they wish, which plan they follow."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from typing import Any

from planner.documents import (
    Answer,
    Person,
    PlanRequest,
    fingerprint,
    read_catalogue,
    read_outline,
    work_out,
    write_inputs,
    write_plan,
)
from planner.documents.plan import Document
from planner.domain.catalogue import Catalogue
from planner.domain.developer import Developer, HeldCertification
from planner.domain.next_skills import OBJECTIVES
from planner.domain.ranges import ZERO
from planner.domain.roadmap.progress import Progress, measure_progress
from planner.models import CatalogueArchive, KeptPlan, PlanSettings, Profile
from planner.queries.guidance import Task, load_tasks
from planner.queries.profiles import ProfileView, load_learner

NO_GAIN = {"low": ZERO.low, "central": ZERO.central, "high": ZERO.high}


@dataclass(frozen=True)
class Kept:
    """A plan that was kept. `replaced_at`: None for the one that is followed now."""

    pk: int
    adopted_at: datetime
    replaced_at: datetime | None
    catalogue_version: str
    inputs: Document
    result: Document
    fingerprint: str


@dataclass(frozen=True)
class PlanView:
    """What a roadmap is made of. `answer` works it out; nothing is asked of the database for it.

    `tasks`: the steps that mentors set, where the page tells of them.
    """

    profile: ProfileView
    request: PlanRequest
    kept: Kept | None
    tasks: tuple[Task, ...] = ()

    @property
    def catalogue(self) -> Catalogue:
        return self.profile.catalogue

    @property
    def developer(self) -> Developer:
        return self.profile.developer

    @property
    def today(self) -> date:
        return self.profile.today

    @property
    def person(self) -> Person:
        profile = self.profile
        return Person(profile.developer, profile.held, profile.place, profile.industry)

    @cached_property
    def answer(self) -> Answer:
        return work_out(self.catalogue, self.developer, self.request, self.today)

    @cached_property
    def document(self) -> Document:
        """The plan document, as `manage.py plan` would write it."""
        return write_plan(self.catalogue, self.answer)

    @cached_property
    def inputs(self) -> Document:
        """What `recreate` needs to come to the same document."""
        return write_inputs(self.catalogue, self.person, self.request, self.today)

    @cached_property
    def fingerprint(self) -> str:
        return fingerprint(self.document)

    @property
    def is_kept(self) -> bool:
        """Whether the plan in force is this very one."""
        return self.kept is not None and self.kept.fingerprint == self.fingerprint

    @cached_property
    def progress(self) -> Progress | None:
        """How the plan that is kept goes; None without one."""
        if self.kept is None:
            return None
        plan = {
            "steps": self.kept.result["plan"]["steps"],
            "certificates": self.kept.inputs["profile"]["certifications"],
        }
        return measure_kept(plan, self.developer.skills, self.profile.held, self.today)

    def with_developer(self, developer: Developer) -> PlanView:
        return replace(self, profile=replace(self.profile, developer=developer))

    def with_request(self, request: PlanRequest) -> PlanView:
        return replace(self, request=request)


def load_plan(profile: Profile, today: date) -> PlanView:
    """Four queries, however long the plan is. `profile` as `planner.access` gives it."""
    kept = KeptPlan.objects.current().filter(profile=profile).first()
    return PlanView(
        profile=load_learner(profile, today),
        request=request_of(getattr(profile, "plan_settings", None)),
        kept=kept_value(kept) if kept else None,
    )


def load_roadmap(profile: Profile, today: date) -> PlanView:
    """The same with what mentors set: one query more, for those only who have mentors."""
    view = load_plan(profile, today)
    if not profile.user.is_mentee:
        return view
    developer = view.developer
    tasks = load_tasks(profile, developer.skills, developer.certifications, today)
    return replace(view, tasks=tasks)


def read_again(profile: Profile) -> Profile:
    """The profile as it is after a write, with its settings; one query."""
    return Profile.objects.for_reading().get(pk=profile.pk)


def load_kept_plans(profile: Profile) -> tuple[Kept, ...]:
    """Every plan that was kept, the latest first; one query."""
    return tuple(kept_value(row) for row in profile.kept_plans.latest_first())


def archived_catalogue(version: str) -> Catalogue:
    """The catalogue as it was when a plan was kept. Raises CatalogueArchive.DoesNotExist."""
    return read_catalogue(CatalogueArchive.objects.get(version=version).document)


def kept_value(row: KeptPlan) -> Kept:
    return Kept(
        pk=row.pk,
        adopted_at=row.adopted_at,
        replaced_at=row.replaced_at,
        catalogue_version=row.catalogue_id,
        inputs=row.inputs,
        result=row.result,
        fingerprint=row.fingerprint,
    )


def request_of(settings: PlanSettings | None) -> PlanRequest:
    """What to plan for: as set, or as by default."""
    if settings is None:
        return PlanRequest()
    objective = next(known for known in OBJECTIVES if known == settings.objective)
    return PlanRequest(objective, float(settings.horizon_months), wishes=settings.wishes)


def measure_kept(
    plan: Mapping[str, Any],
    skills: Mapping[str, int],
    held: Collection[HeldCertification],
    today: date,
) -> Progress:
    """How a kept plan goes. `plan`: its steps, and the certificates that were held with it."""
    document: Document = {"steps": plan["steps"] or [], "reaches": None, "total_gain": NO_GAIN}
    steps = read_outline({"target": "", "plan": document}).steps
    renewed = _renewed(held, plan["certificates"] or [])
    return measure_progress(steps, skills, {one.id for one in held}, today, renewed)


def _renewed(
    held: Iterable[HeldCertification], certificates: Iterable[Mapping[str, str | None]]
) -> set[str]:
    """Those that end later by now than when the plan was kept."""
    was = {c["id"]: date.fromisoformat(end) for c in certificates if (end := c["expires_on"])}
    return {
        one.id
        for one in held
        if one.id in was and (one.expires_on is None or one.expires_on > was[one.id])
    }
