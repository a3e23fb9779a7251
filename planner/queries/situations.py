"""What is known of how people are doing with what they have to do, for many at once.

Whose situation may be read is for the caller to say: nothing here asks for consent.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Max, Q

from planner.domain.developer import HeldCertification
from planner.domain.mentoring.assignments import LEFT, state_of
from planner.domain.mentoring.at_risk import Facts, Severity
from planner.domain.roadmap.progress import Progress
from planner.models import (
    Assignment,
    Blocker,
    CertificationClaim,
    CheckIn,
    KeptPlan,
    Pause,
    Profile,
    ReviewRequest,
    SkillClaim,
)
from planner.queries.guidance import assigned_value
from planner.queries.plans import measure_kept
from planner.queries.signs import load_last_signs

PLAN_PARTS = ("profile", "pk", "result__plan__steps", "inputs__profile__certifications")
SEVERITIES: dict[str, Severity] = {
    Blocker.Severity.SLOWS: "mild",
    Blocker.Severity.STOPS: "severe",
}


@dataclass(frozen=True, slots=True)
class Overdue:
    """A step that a mentor set, past its day. `what`: the name of the skill or certification."""

    key: int
    what: str
    due_on: date


@dataclass(frozen=True, slots=True)
class Situation:
    """One profile. `plan`: the kept plan's key. `contacted_on`: when a mentor last turned to them.

    `blockers`: what they say is in the way.
    """

    facts: Facts
    overdue: tuple[Overdue, ...] = ()
    plan: int | None = None
    contacted_on: date | None = None
    blockers: tuple[str, ...] = ()


@dataclass
class _Work:
    """What somebody has to do, while it is counted."""

    assigned: int = 0
    left: int = 0
    late: int = 0
    days_behind: int = 0
    plan: int | None = None
    overdue: list[Overdue] = field(default_factory=list)


def load_situations(joined: Mapping[int, date], today: date) -> dict[int, Situation]:
    """The situations of the profiles in `joined` (by key: when each joined); nine queries."""
    profiles = list(joined)
    if not profiles:
        return {}
    skills, held = _skills(profiles), _held(profiles)
    work: defaultdict[int, _Work] = defaultdict(_Work)
    contacts: defaultdict[int, list[date]] = defaultdict(list)
    _add_plans(profiles, skills, held, today, work)
    _add_assignments(profiles, skills, held, today, work, contacts)
    reviews = _reviews(profiles)
    _add_check_ins(profiles, today, contacts)
    signs = load_last_signs(Profile.objects.filter(pk__in=profiles), today, by="pk")
    paused, blockers = _paused_until(profiles, today), _blockers(profiles)

    def situation(pk: int) -> Situation:
        review, mine = reviews.get(pk, {}), work[pk]
        answered = _day(review.get("answered"))
        severities, texts = blockers.get(pk, ((), ()))
        facts = Facts(
            joined_on=joined[pk],
            assigned=mine.assigned,
            left=mine.left,
            overdue=len(mine.overdue),
            days_behind=mine.days_behind,
            share_behind=mine.late / mine.assigned if mine.assigned else 0.0,
            last_active_on=signs.get(pk),
            open_reviews=review.get("waiting", 0),
            answered_on=answered,
            paused_until=paused.get(pk),
            blockers=severities,
        )
        contacted = max([*contacts[pk], *filter(None, (answered,))], default=None)
        return Situation(facts, tuple(mine.overdue), mine.plan, contacted, texts)

    return {pk: situation(pk) for pk in profiles}


def _skills(profiles: list[int]) -> dict[int, dict[str, int]]:
    found: defaultdict[int, dict[str, int]] = defaultdict(dict)
    claims = SkillClaim.objects.filter(profile__in=profiles)
    for profile, skill, proficiency in claims.values_list("profile", "skill", "proficiency"):
        found[profile][skill] = proficiency
    return found


def _held(profiles: list[int]) -> dict[int, dict[str, HeldCertification]]:
    found: defaultdict[int, dict[str, HeldCertification]] = defaultdict(dict)
    for claim in CertificationClaim.objects.filter(profile__in=profiles):
        found[claim.profile_id][claim.certification_id] = claim.to_value()
    return found


def _add_plans(
    profiles: list[int],
    skills: Mapping[int, Mapping[str, int]],
    held: Mapping[int, Mapping[str, HeldCertification]],
    today: date,
    work: Mapping[int, _Work],
) -> None:
    plans = KeptPlan.objects.current().filter(profile__in=profiles).values_list(*PLAN_PARTS)
    for profile, pk, steps, certificates in plans:
        plan = {"steps": steps, "certificates": certificates}
        progress = measure_kept(plan, skills[profile], tuple(held[profile].values()), today)
        _add_plan(work[profile], pk, progress)


def _add_plan(mine: _Work, pk: int, progress: Progress) -> None:
    mine.plan = pk
    mine.assigned += len(progress.done) + len(progress.left)
    mine.left += len(progress.left)
    # In whatever order they were done: what counts is how many.
    mine.late += max(0, progress.due - len(progress.done))
    mine.days_behind = progress.days if progress.state == "behind" else 0


def _add_assignments(
    profiles: list[int],
    skills: Mapping[int, Mapping[str, int]],
    held: Mapping[int, Mapping[str, HeldCertification]],
    today: date,
    work: Mapping[int, _Work],
    contacts: Mapping[int, list[date]],
) -> None:
    rows = Assignment.objects.filter(profile__in=profiles).select_related("skill", "certification")
    for row in rows.order_by("due_on", "pk"):
        contacts[row.profile_id].append(row.assigned_at.date())
        certified = {id_ for id_, c in held[row.profile_id].items() if c.is_active(today)}
        state = state_of(assigned_value(row), skills[row.profile_id], certified, today)
        if state in {"withdrawn", "declined"}:
            continue
        mine = work[row.profile_id]
        mine.assigned += 1
        mine.left += state in LEFT
        if state == "overdue" and row.due_on:
            mine.late += 1
            mine.overdue.append(Overdue(row.pk, str(row.skill or row.certification), row.due_on))


def _reviews(profiles: list[int]) -> dict[int, Mapping[str, Any]]:
    """Per profile: how many wait, and when the last was answered."""
    rows = ReviewRequest.objects.filter(profile__in=profiles).values("profile")
    return {
        row["profile"]: row
        for row in rows.annotate(
            waiting=Count("pk", filter=Q(closed_at__isnull=True)),
            answered=Max("decision__decided_at"),
        )
    }


def _add_check_ins(
    profiles: list[int],
    today: date,
    contacts: Mapping[int, list[date]],
) -> None:
    rows = CheckIn.objects.filter(profile__in=profiles, held_on__lte=today)
    for profile, held_on in rows.values_list("profile").annotate(Max("held_on")):
        contacts[profile].append(held_on)


def _paused_until(profiles: list[int], today: date) -> dict[int, date]:
    """The last day of the present pause, or of the latest."""
    begun = Pause.objects.filter(profile__in=profiles, starts_on__lte=today)
    return dict(begun.values_list("profile").annotate(Max("ends_on")))


def _blockers(profiles: list[int]) -> dict[int, tuple[tuple[Severity, ...], tuple[str, ...]]]:
    found: defaultdict[int, list[Blocker]] = defaultdict(list)
    for row in Blocker.objects.open().filter(profile__in=profiles).order_by("since", "pk"):
        found[row.profile_id].append(row)
    return {
        pk: (tuple(SEVERITIES[b.severity] for b in rows), tuple(b.text for b in rows))
        for pk, rows in found.items()
    }


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None
