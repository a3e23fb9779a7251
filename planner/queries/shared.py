"""What a link shows, as plain values: only what was chosen is read, and none of it is pay."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from planner.areas import area_name
from planner.domain.catalogue import Catalogue
from planner.domain.developer import HeldCertification
from planner.domain.roadmap.difference import OutlineStep
from planner.models import Evidence, MentorRating, Part, Profile, ShareLink
from planner.names import level_name, name_of
from planner.queries.mentee_details import load_mentee_plan
from planner.queries.mentees import MenteeView, load_mentee
from planner.queries.ratings import latest_ratings

MAX_PAST = 20


@dataclass(frozen=True, slots=True)
class SharedLevel:
    """`level`, `target`: names. `readiness`: of what the target asks for, 0–1."""

    level: str
    target: str
    readiness: float


@dataclass(frozen=True, slots=True)
class SharedSkill:
    """`is_confirmed`: the mentor who reviewed it last found at least this proficiency (1–4)."""

    name: str
    proficiency: int
    is_confirmed: bool


@dataclass(frozen=True, slots=True)
class SharedCertificate:
    name: str
    held: HeldCertification
    is_valid: bool


@dataclass(frozen=True, slots=True)
class SharedStep:
    """A step of the plan: `title` says how far a skill goes."""

    name: str
    step: OutlineStep
    is_done: bool


@dataclass(frozen=True, slots=True)
class SharedEvidence:
    title: str
    kind: str
    is_testimony: bool
    skills: tuple[str, ...]


@dataclass(frozen=True)
class Shared:
    """The page behind a link. What was not chosen is None, so that no template can show it."""

    today: date
    name: str | None = None
    level: SharedLevel | None = None
    skills: dict[str, list[SharedSkill]] | None = None
    certificates: tuple[SharedCertificate, ...] | None = None
    plan: tuple[SharedStep, ...] | None = None
    evidence: tuple[SharedEvidence, ...] | None = None

    @property
    def skill_count(self) -> int:
        return sum(map(len, (self.skills or {}).values()))

    @property
    def confirmed_count(self) -> int:
        return sum(
            skill.is_confirmed for skills in (self.skills or {}).values() for skill in skills
        )


def load_shared(profile: Profile, parts: Collection[str], today: date) -> Shared:
    """At most eight queries, however much there is. `profile` as `planner.access` shares it.

    It is read as mentors would read it: neither pay nor what leads to it is even loaded.
    """
    view = load_mentee(profile.user, profile, frozenset(), today)
    return Shared(
        today=today,
        name=profile.user.name or None if Part.NAME in parts else None,
        level=_level(view) if Part.LEVEL in parts else None,
        skills=_skills(profile, view) if Part.SKILLS in parts else None,
        certificates=_certificates(view) if Part.CERTIFICATES in parts else None,
        plan=_plan(profile, view) if Part.PLAN in parts else None,
        evidence=_evidence(profile, view.catalogue) if Part.EVIDENCE in parts else None,
    )


@dataclass(frozen=True)
class OwnLinks:
    """Somebody's links, the latest first: those that work, and those that did."""

    live: tuple[ShareLink, ...]
    past: tuple[tuple[ShareLink, str], ...]


def load_links(profile: Profile, now: datetime) -> OwnLinks:
    """One query."""
    links = [(link, link.state(now)) for link in profile.share_links.latest_first()]
    return OwnLinks(
        live=tuple(link for link, state in links if state == "live"),
        past=tuple((link, state) for link, state in links if state != "live")[:MAX_PAST],
    )


def _level(view: MenteeView) -> SharedLevel:
    outlook, catalogue = view.outlook, view.catalogue
    target = catalogue.level(outlook.target)
    return SharedLevel(
        level=level_name(catalogue, outlook.estimate.level.shown),
        target=target.name,
        readiness=outlook.standing.readiness[target.order - 1],
    )


def _skills(profile: Profile, view: MenteeView) -> dict[str, list[SharedSkill]]:
    """By area in the catalogue's order, the best first; what is *none* is left out."""
    confirmed = _confirmed(profile)
    found: defaultdict[str, list[SharedSkill]] = defaultdict(list)
    skills = view.developer.skills
    for id_, skill in view.catalogue.skills.items():
        if level := skills.get(id_):
            is_confirmed = confirmed.get(id_, 0) >= level
            found[area_name(skill.category)].append(SharedSkill(skill.name, level, is_confirmed))
    return {
        area: sorted(rows, key=lambda row: row.proficiency, reverse=True)
        for area, rows in found.items()
    }


def _confirmed(profile: Profile) -> dict[str, int]:
    """What the latest review of each skill found; one query."""
    reviewed = MentorRating.objects.filter(profile=profile, decision__isnull=False)
    return {rating.skill: rating.proficiency for rating in reversed(latest_ratings(reviewed))}


def _certificates(view: MenteeView) -> tuple[SharedCertificate, ...]:
    return tuple(
        SharedCertificate(name_of(view.catalogue, held.id), held, held.is_active(view.today))
        for held in view.held
    )


def _plan(profile: Profile, view: MenteeView) -> tuple[SharedStep, ...]:
    """The steps that are followed now, with their dates; one query."""
    plan = load_mentee_plan(profile, view)
    if plan is None:
        return ()
    done = frozenset(plan.progress.done)
    return tuple(
        SharedStep(name_of(view.catalogue, step.id), step, step in done)
        for step in plan.outline.steps
    )


def _evidence(profile: Profile, catalogue: Catalogue) -> tuple[SharedEvidence, ...]:
    """Titles and what they speak for: neither links nor texts; two queries."""
    rows = Evidence.objects.filter(profile=profile).latest_first().only("kind", "title")
    return tuple(
        SharedEvidence(
            title=row.title,
            kind=row.get_kind_display(),
            is_testimony=row.kind == Evidence.Kind.TESTIMONY,
            skills=tuple(name_of(catalogue, skill.pk) for skill in row.skills.all()),
        )
        for row in rows.prefetch_related("skills")
    )
