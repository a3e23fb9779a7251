from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.http import SignedInRequest
from planner.access import profile_for_reading
from planner.areas import area_name
from planner.domain import worth
from planner.domain.catalogue import Catalogue, Expectation, PayGroup, Skill
from planner.domain.developer import Proficiency
from planner.domain.gaps import GapStatus, find_gaps
from planner.domain.learning import hours_between, presumed, taken_as_known
from planner.domain.pay import estimate
from planner.domain.ranges import Range
from planner.domain.standing import Standing
from planner.models import Profile
from planner.queries.profiles import ProfileView, load_learner
from planner.queries.ratings import load_claim_review
from planner.queries.staleness import load_stale
from planner.views.skill_rows import row_of
from planner.views.study_rows import study_row


@dataclass(frozen=True, slots=True)
class Served:
    """An expectation that asks for the skill, with the proficiency it asks and its state."""

    expectation: Expectation
    target: int
    status: GapStatus


@dataclass(frozen=True, slots=True)
class Effort:
    """Study from where one stands (or from nothing) to a proficiency."""

    proficiency: int
    hours: Range


@require_safe
def skill(request: SignedInRequest, slug: str) -> HttpResponse:
    """One skill: how well one can do it, what it serves, what it takes and what goes with it."""
    own = profile_for_reading(request.user)
    profile = load_learner(own, timezone.localdate())
    catalogue = profile.catalogue
    if slug not in catalogue.skills:
        raise Http404
    standing = profile.standing
    upward = _goal(request, standing, slug)
    entry = catalogue.skills[slug]
    context = {
        "profile": profile,
        "catalogue": catalogue,
        "skill": entry,
        "area": area_name(entry.category),
        **_known(own, profile, slug),
        "is_claimed": estimate(catalogue, profile.developer, standing).is_claimed,
        "efforts": efforts(catalogue, standing, entry),
        "groups": pay_groups_of(catalogue, slug),
        "worth": upward
        and worth.worth_of_skill(catalogue, profile.developer, standing, slug, upward),
    }
    return render(request, "planner/skill.html", context | _connections(catalogue, standing, slug))


def _known(own: Profile, profile: ProfileView, skill: str) -> dict[str, Any]:
    """What is stated, logged and said by others of it, and whether it is stale."""
    return {
        "row": row_of(profile, skill),
        "study": study_row(profile, skill),
        "review": load_claim_review(own, skill, timezone.now()),
        "stale": load_stale(own, profile.catalogue, profile.today),
    }


def _goal(request: SignedInRequest, standing: Standing, skill: str) -> int | None:
    """The proficiency that a link asks about, if it lies above what is there; else the next one."""
    have = standing.skills.get(skill, 0)
    asked = request.GET.get("to", "")
    goals = {str(level.value): int(level) for level in Proficiency if level > have}
    return goals.get(asked) or worth.next_proficiency(standing, skill)


def _connections(catalogue: Catalogue, standing: Standing, skill: str) -> dict[str, Any]:
    """What asks for the skill, comes before it, follows from it and shows it."""
    return {
        "skills": standing.skills,
        "known": taken_as_known(catalogue, standing.skills),
        "presumed": presumed(catalogue, standing.skills),
        "served": served_by(catalogue, standing, skill),
        "unlocks": catalogue.dependants[skill],
        "certifications": certifications_for(catalogue, skill),
    }


def served_by(catalogue: Catalogue, standing: Standing, skill: str) -> list[Served]:
    gaps = find_gaps(catalogue, standing)
    return [
        Served(gap.expectation, member.target, gap.status)
        for gap in gaps
        for member in gap.expectation.members
        if member.skill == skill
    ]


def certifications_for(catalogue: Catalogue, skill: str) -> list[str]:
    """The certifications that are evidence of a skill; those that are about it first."""
    return sorted(
        (
            c.id
            for c in catalogue.certifications.values()
            if skill in (*c.evidences, c.primary_skill)
        ),
        key=lambda id_: catalogue.certifications[id_].primary_skill != skill,
    )


def efforts(catalogue: Catalogue, standing: Standing, skill: Skill) -> list[Effort]:
    """Hours to each proficiency above what is there."""
    have = standing.skills.get(skill.id, 0)
    return [
        Effort(level, hours_between(catalogue, skill.id, have, level))
        for level in Proficiency
        if level > have
    ]


def pay_groups_of(catalogue: Catalogue, item: str) -> list[PayGroup]:
    """The pay groups that a skill or certificate counts towards."""
    return [
        group
        for group in catalogue.pay_groups
        if any(evidence.id == item for evidence in group.evidence())
    ]
