"""A cohort as a file: the same people and columns as on the page, and the same consent."""

from __future__ import annotations

from collections.abc import Mapping

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.actions import note_sightings
from accounts.http import SignedInRequest
from accounts.models import Scope, Sighting
from planner import access
from planner.access import mentor_required
from planner.exports.cohort_file import COHORT_FORMATS, CohortTable, cohort_file_name
from planner.names import level_name
from planner.queries.cohort_people import CohortPeople, load_people
from planner.queries.cohort_progress import load_levels
from planner.views.mentoring.matrix_page import Choice, MatrixPage


@require_safe
@mentor_required
def cohort_export(request: SignedInRequest, pk: int, kind: str) -> HttpResponse:
    """The matrix as it is filtered and sorted; a kind that is not on the list does not exist."""
    now = timezone.now()
    found = access.cohort_for_reading(request.user, pk)
    if kind not in COHORT_FORMATS:
        raise Http404
    people = load_people(found, request.user, now, timezone.localdate(now), all_skills=True)
    table = _table(people, load_levels(people, request.user, now), Choice.of(request.GET))
    note_sightings(
        viewer=request.user,
        mentees=people.keys(Scope.SKILLS),
        what=Sighting.What.EXPORT,
        now=now,
        cohort=found,
    )
    return HttpResponse(
        COHORT_FORMATS[kind].write(table),
        content_type=COHORT_FORMATS[kind].content_type,
        headers={
            "Content-Disposition": f'attachment; filename="{cohort_file_name(kind, table)}"',
            "Content-Security-Policy": "sandbox; default-src 'none'",
        },
    )


def _table(
    people: CohortPeople, levels: Mapping[int, tuple[str, float]], choice: Choice
) -> CohortTable:
    page = MatrixPage(people, choice)
    named = {
        user: (level_name(people.catalogue, code), readiness)
        for user, (code, readiness) in levels.items()
    }
    return CohortTable(page.shown, page.level, named, people.today)
