from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.actions import note_sightings
from accounts.http import SignedInRequest
from accounts.models import Scope, Sighting
from planner import access
from planner.access import mentor_required
from planner.queries.cohort_progress import load_progress
from planner.views.mentoring.people_page import FILTERS, SORTS, Choice, PeoplePage

PARTIAL = "cohort-people"


@require_safe
@mentor_required
def cohort_people(request: SignedInRequest, pk: int) -> HttpResponse:
    """The people of a cohort: level, readiness, plan and what waits, as far as they show it."""
    now = timezone.now()
    found = access.cohort_for_reading(request.user, pk)
    progress = load_progress(found, request.user, now, timezone.localdate(now))
    note_sightings(
        viewer=request.user,
        mentees=progress.people.keys(Scope.SKILLS, Scope.PLAN),
        what=Sighting.What.PEOPLE,
        now=now,
        cohort=found,
    )
    page = PeoplePage(progress, Choice.of(request.GET))
    context = {"cohort": found, "page": page, "sorts": SORTS, "filters": FILTERS}
    template = "planner/mentoring/cohort_people.html"
    return render(
        request, f"{template}#{PARTIAL}" if request.htmx.target == PARTIAL else template, context
    )
