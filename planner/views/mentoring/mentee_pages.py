"""What every page about one mentee begins and ends with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from accounts.access import scopes_shown
from accounts.actions import note_sightings
from accounts.http import SignedInRequest
from accounts.models import Scope, Sighting
from planner import access
from planner.models import Profile
from planner.queries.mentees import MenteeView, load_mentee, shown_name


@dataclass(frozen=True, slots=True)
class Opened:
    """A mentee who lets the viewer see a scope at this moment, and all else that they show."""

    profile: Profile
    scopes: frozenset[Scope]
    now: datetime
    today: date

    @property
    def name(self) -> str:
        return shown_name(self.profile.user)


def open_mentee(request: SignedInRequest, pk: int, scope: Scope) -> Opened:
    """The mentee, or 404; two queries."""
    now = timezone.now()
    profile = access.mentee_for_reading(request.user, pk, now, scope)
    scopes = scopes_shown(request.user, profile.user_id, now)
    return Opened(profile, scopes, now, timezone.localdate(now))


def load(request: SignedInRequest, opened: Opened) -> MenteeView:
    return load_mentee(request.user, opened.profile, opened.scopes, opened.today)


def show(
    request: SignedInRequest,
    opened: Opened,
    what: Sighting.What,
    page: str,
    context: dict[str, Any],
    *,
    status: int = 200,
) -> HttpResponse:
    """The page, and that it was seen."""
    note_sightings(viewer=request.user, mentees=[opened.profile.user_id], what=what, now=opened.now)
    common = {
        "pk": opened.profile.pk,
        "name": opened.name,
        "today": opened.today,
        "shows_skills": Scope.SKILLS in opened.scopes,
        "shows_plan": Scope.PLAN in opened.scopes,
        "shows_evidence": Scope.EVIDENCE in opened.scopes,
    }
    template = f"planner/mentoring/{page}.html"
    return render(request, template, common | context, status=status)
