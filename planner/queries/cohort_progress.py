"""How the people of a cohort are getting on: level, plan, last activity, as far as they show it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from accounts.access import shown_to
from accounts.models import Cohort, Scope, User
from planner.domain.catalogue import Catalogue
from planner.domain.developer import Experience, HeldCertification
from planner.domain.levels import judge_level
from planner.domain.roadmap.progress import Progress
from planner.domain.standing import attainment, readiness_of
from planner.models import (
    CertificationClaim,
    KeptPlan,
    Profile,
)
from planner.queries.cohort_people import CohortPeople, Member, load_people, members_of
from planner.queries.plans import measure_kept
from planner.queries.signs import load_last_signs

type Held = Mapping[int, tuple[HeldCertification, ...]]


@dataclass(frozen=True, slots=True)
class Going:
    """How one member gets on. What is not shown, and a plan that nobody follows, is None.

    `level`: the code of the level shown. `readiness`: 0–1, for the level of the programme.
    """

    member: Member
    level: str | None = None
    readiness: float | None = None
    progress: Progress | None = None
    active_on: date | None = None


@dataclass(frozen=True)
class CohortProgress:
    """`going`: one per member, by name."""

    people: CohortPeople
    going: tuple[Going, ...]


def load_levels(people: CohortPeople, viewer: User, now: datetime) -> dict[int, tuple[str, float]]:
    """The level, and the readiness for the programme's, of who shows their skills; one query."""
    experience = _experience(people.cohort, viewer, now)
    return {
        member.user: _level(people, member, experience.get(member.user))
        for member in people.members
        if member.shows_skills
    }


def load_progress(cohort: Cohort, viewer: User, now: datetime, today: date) -> CohortProgress:
    """Eight queries, however many people there are."""
    people = load_people(cohort, viewer, now, today, all_skills=True)
    levels = load_levels(people, viewer, now)
    held, plans = _held(cohort, viewer, now), _plans(cohort, viewer, now)
    active = last_active(cohort, viewer, now, today)
    nothing: tuple[str | None, float | None] = (None, None)
    going = []
    for member in people.members:
        level, readiness = levels.get(member.user, nothing)
        progress = _progress(member, plans.get(member.user), held.get(member.user, ()), today)
        going.append(Going(member, level, readiness, progress, active.get(member.user)))
    return CohortProgress(people, tuple(going))


def last_active(cohort: Cohort, viewer: User, now: datetime, today: date) -> dict[int, date]:
    """The day on which each user who shows their plan was last heard of; one query."""
    profiles = Profile.objects.shown_to(viewer, now, Scope.PLAN).filter(_inside(cohort, "user"))
    return load_last_signs(profiles, today, by="user", zone=timezone.get_current_timezone())


def _level(
    people: CohortPeople, member: Member, experience: Experience | None
) -> tuple[str, float]:
    catalogue: Catalogue = people.catalogue
    attained = tuple(attainment(catalogue, e, member.skills) for e in catalogue.expectations)
    readiness = readiness_of(catalogue, attained)
    years = experience.on(people.today) if experience else 0.0
    order = catalogue.level(people.level).order
    return judge_level(catalogue, years, readiness).shown, readiness[order - 1]


def _progress(
    member: Member,
    plan: Mapping[str, Any] | None,
    held: Collection[HeldCertification],
    today: date,
) -> Progress | None:
    if plan is None or not member.shows_plan:
        return None
    return measure_kept(plan, member.skills, held, today)


def _inside(cohort: Cohort, owner: str) -> Q:
    return Q(**{f"{owner}__in": members_of(cohort).values("mentee")})


def _experience(cohort: Cohort, viewer: User, now: datetime) -> dict[int, Experience | None]:
    """Of those who show their skills; a level goes by years too."""
    rows: QuerySet[Profile] = Profile.objects.shown_to(viewer, now).filter(_inside(cohort, "user"))
    stated = rows.only("user_id", "experience_started_on", "years_stated", "years_stated_on")
    return {profile.user_id: profile.experience for profile in stated}


def _held(cohort: Cohort, viewer: User, now: datetime) -> Held:
    owner = "profile__user"
    claims = CertificationClaim.objects.filter(
        shown_to(viewer, Scope.PLAN, now, owner), _inside(cohort, owner)
    )
    found: dict[int, tuple[HeldCertification, ...]] = {}
    for user, *certificate in claims.values_list(owner, "certification", "earned_on", "expires_on"):
        found[user] = (*found.get(user, ()), HeldCertification(*certificate))
    return found


def _plans(cohort: Cohort, viewer: User, now: datetime) -> dict[int, dict[str, Any]]:
    """The plans that are followed now. Only their steps leave the database, never their money."""
    kept = KeptPlan.objects.shown_to(viewer, now).current()
    rows = kept.filter(_inside(cohort, "profile__user")).values_list(
        "profile__user", "result__plan__steps", "inputs__profile__certifications"
    )
    return {user: {"steps": steps, "certificates": held} for user, steps, held in rows}
