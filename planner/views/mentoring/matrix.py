from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.actions import note_sightings
from accounts.http import SignedInRequest
from accounts.models import Scope, Sighting
from planner import access, cohort_wording
from planner.access import mentor_required
from planner.exports.cohort_file import COHORT_FORMATS
from planner.queries.cohort_people import load_people
from planner.views.mentoring.matrix_page import FILTERS, VIEWS, Choice, MatrixPage

PARTIAL = "cohort-matrix"


@require_safe
@mentor_required
def cohort(request: SignedInRequest, pk: int) -> HttpResponse:
    """People × what their programme expects, for whom of them shows it."""
    now = timezone.now()
    found = access.cohort_for_reading(request.user, pk)
    people = load_people(found, request.user, now, timezone.localdate(now))
    note_sightings(
        viewer=request.user,
        mentees=people.keys(Scope.SKILLS),
        what=Sighting.What.MATRIX,
        now=now,
        cohort=found,
    )
    page = MatrixPage(people, Choice.of(request.GET))
    context = {
        "cohort": found,
        "page": page,
        "views": VIEWS,
        "filters": FILTERS,
        "formats": COHORT_FORMATS,
    }
    if request.htmx.target == PARTIAL:
        return render(request, f"planner/mentoring/cohort.html#{PARTIAL}", context)
    context["title"] = cohort_wording.matrix_title(page.whole)
    context["lead"] = cohort_wording.matrix_lead(page.whole, page.level)
    return render(request, "planner/mentoring/cohort.html", context)
