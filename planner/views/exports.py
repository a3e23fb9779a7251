"""The roadmap as a file to take along."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.http import SignedInRequest
from planner.access import profile_for_reading
from planner.exports import FORMATS, file_name, lay_out
from planner.queries.plans import load_plan


@require_safe
def roadmap_export(request: SignedInRequest, kind: str) -> HttpResponse:
    """The plan that the roadmap shows; a kind that is not on the list does not exist."""
    if kind not in FORMATS:
        raise Http404
    now = timezone.now()
    view = load_plan(profile_for_reading(request.user), timezone.localdate(now))
    sheet = lay_out(
        view.catalogue,
        view.answer,
        view.today,
        owner=f"profile-{view.profile.profile_id}",
        name=request.user.name,
        held=view.profile.held,
        written_at=now,
    )
    return HttpResponse(
        FORMATS[kind].write(sheet),
        content_type=FORMATS[kind].content_type,
        headers={
            "Content-Disposition": f'attachment; filename="{file_name(FORMATS[kind], sheet)}"',
            "Content-Security-Policy": "sandbox; default-src 'none'",
        },
    )
