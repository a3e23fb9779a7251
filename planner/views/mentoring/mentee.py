"""One mentee for their mentor: where they stand, what is missing, what speaks for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from accounts.http import SignedInRequest
from accounts.models import Scope, Sighting
from planner import guidance_wording
from planner.access import mentor_required
from planner.areas import area_name
from planner.domain.catalogue import Level, Skill
from planner.domain.levels import is_ready
from planner.domain.mentoring.ratings import MentorRating
from planner.domain.staleness import Stale
from planner.queries.mentee_details import load_shown_certificates, load_shown_evidence
from planner.queries.mentees import Expected, MenteeView
from planner.queries.staleness import load_stale
from planner.views.mentoring.mentee_pages import load, open_mentee, show


@dataclass(frozen=True, slots=True)
class Reached:
    """A level with the share of its expectations that is met, 0–1."""

    level: Level
    readiness: float
    is_ready: bool


@dataclass(frozen=True, slots=True)
class SkillLine:
    """A skill with what the mentee says, 0–4, and the last word of a mentor, if there is any.

    `stale`: since when nothing that the mentor may see has spoken for it.
    """

    skill: Skill
    area: str
    own: int | None
    stale: Stale | None
    confirmed: MentorRating | None
    by: str


@require_safe
@mentor_required
def mentee(request: SignedInRequest, pk: int) -> HttpResponse:
    opened = open_mentee(request, pk, Scope.SKILLS)
    view = load(request, opened)
    stale = load_stale(opened.profile, view.catalogue, opened.today, opened.scopes)
    context = {
        "view": view,
        "catalogue": view.catalogue,
        "outlook": view.outlook,
        "verdict": guidance_wording.verdict(view.catalogue, view.outlook, view.name),
        "way": guidance_wording.way(view.outlook),
        "levels": _levels(view),
        "expected": _chosen(view, request.GET.get("against", "")),
        "lines": _lines(view, stale),
    }
    return show(request, opened, Sighting.What.GAPS, "mentee", context)


@require_safe
@mentor_required
def mentee_evidence(request: SignedInRequest, pk: int) -> HttpResponse:
    opened = open_mentee(request, pk, Scope.EVIDENCE)
    evidence = load_shown_evidence(request.user, opened.profile, opened.now)
    certificates = load_shown_certificates(opened.profile, opened.today)
    context: dict[str, Any] = {"evidence": evidence, "certificates": certificates}
    return show(request, opened, Sighting.What.EVIDENCE, "mentee_evidence", context)


def _levels(view: MenteeView) -> list[Reached]:
    pairs = zip(view.catalogue.levels, view.outlook.standing.readiness, strict=True)
    return [Reached(level, ready, is_ready(view.catalogue, ready)) for level, ready in pairs]


def _chosen(view: MenteeView, key: str) -> Expected:
    """What the gaps are measured against: as asked, or the target."""
    return next((known for known in view.expected if known.key == key), view.expected[0])


def _lines(view: MenteeView, stale: Mapping[str, Stale]) -> list[SkillLine]:
    """Each skill that somebody rated, by area, in the catalogue's order."""
    rated = {*view.own, *view.latest}
    lines = [
        SkillLine(
            skill=skill,
            area=area_name(skill.category),
            own=view.developer.skills.get(id_),
            stale=stale.get(id_),
            confirmed=view.latest.get(id_),
            by=view.raters[view.latest[id_].mentor] if id_ in view.latest else "",
        )
        for id_, skill in view.catalogue.skills.items()
        if id_ in rated
    ]
    areas = list(dict.fromkeys(line.area for line in lines))
    return sorted(lines, key=lambda line: areas.index(line.area))
