"""Who in a cohort may need help, and the reminders of the next weeks."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from accounts.actions import note_sightings
from accounts.http import SignedInRequest
from accounts.models import Cohort, Sighting
from planner import access, attention_wording
from planner.access import mentor_required
from planner.actions.nudges import AlreadySentError, hold_nudge, release_nudge, reword_nudge
from planner.forms.nudges import NudgeForm
from planner.queries.attention import FLAGGED, AttentionView, Learner, load_attention

PAGE_SIZE = 25
GONE = "This reminder went out, or is no longer needed. These are the reminders now."


@require_http_methods(["GET", "HEAD", "POST"])
@mentor_required
def cohort_attention(request: SignedInRequest, pk: int) -> HttpResponse:
    """The groups with their reasons, what is planned, and changes of that."""
    now = timezone.now()
    cohort = access.cohort_for_reading(request.user, pk)
    view = load_attention(cohort, request.user, now)
    if request.method != "POST":
        return _show(request, cohort, view)
    if not (view.judged or view.reminders):
        raise Http404  # nobody shows the viewer anything that could be changed
    form = NudgeForm(request.POST)
    if not form.is_valid():
        return _show(request, cohort, view, form, status=422)
    try:
        said = _change(request, form.cleaned_data, view, now)
    except AlreadySentError:
        return _show(request, cohort, view, form, GONE, status=409)
    messages.success(request, said)
    return redirect("planner:cohort_attention", pk=pk)


def _change(
    request: SignedInRequest, data: dict[str, Any], view: AttentionView, now: datetime
) -> str:
    """Raises AlreadySentError, also for a reminder that nobody needs any more."""
    reminder = view.by_key(data["reminder"])
    if reminder is None or reminder.is_closing:
        raise AlreadySentError
    turn, stage = reminder.turn, reminder.day
    if data["do"] == "hold":
        hold_nudge(turn=turn, stage=stage, by=request.user, now=now)
        return "The reminder is held: it is not sent unless somebody releases it."
    if data["do"] == "release":
        release_nudge(turn=turn, stage=stage, now=now)
        return "The reminder is sent when it is due."
    reword_nudge(turn=turn, stage=stage, words=data["words"], now=now)
    return "The words of the reminder are saved."


def _show(
    request: SignedInRequest,
    cohort: Cohort,
    view: AttentionView,
    form: NudgeForm | None = None,
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    page = Paginator(view.by_matter(), PAGE_SIZE).get_page(request.GET.get("page"))
    reminded = {first.turn.open.mentee for first, _ in page}
    note_sightings(
        viewer=request.user, mentees=sorted(view.judged_users() | reminded),
        what=Sighting.What.PEOPLE, now=view.now, cohort=cohort,
    )  # fmt: skip
    own = {"cohort": cohort, "form": form, "problem": problem, "page": page}
    context = _context(view) | own
    return render(request, "planner/mentoring/attention.html", context, status=status)


def _context(view: AttentionView) -> dict[str, Any]:
    groups: list[tuple[str, str, str, tuple[Learner, ...]]] = [
        (group, *attention_wording.GROUPS[group], view.of(group)) for group in FLAGGED
    ]
    groups.insert(1, ("asking", *attention_wording.ASKING, view.asking))
    flagged, judged = view.flagged, len(view.judged)
    return {
        "view": view,
        "title": attention_wording.verdict(flagged + len(view.asking), judged),
        "alarm": attention_wording.alarm(flagged, judged, view.share) if judged else "",
        "groups": [group for group in groups if group[-1]],
    }
