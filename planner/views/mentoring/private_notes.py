"""What a mentor notes on a mentee for themselves; it is the mentee's data too."""

from __future__ import annotations

from datetime import datetime

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from accounts.actions import note_sightings
from accounts.http import SignedInRequest
from accounts.models import Sighting
from planner import access, actions
from planner.access import mentor_required
from planner.forms.reviews import NoteForm
from planner.models import Profile
from planner.queries.mentees import shown_name
from planner.queries.reviews import load_notes
from planner.views.keys import key_of


@require_http_methods(["GET", "HEAD", "POST"])
@mentor_required
def notes(request: SignedInRequest, pk: int) -> HttpResponse:
    """The notes on one mentee, and a new one. `review`: the page that it was written on."""
    now = timezone.now()
    profile = access.mentee_for_reading(request.user, pk, now)
    form = NoteForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _show(request, profile, form, now)
    text = form.cleaned_data["text"]
    actions.add_note(profile=profile, mentor=request.user, text=text, now=now)
    messages.success(request, "The note is kept.")
    review = key_of(request.POST.get("review", ""))
    if review is not None:
        return redirect("planner:review", review)
    return redirect("planner:notes", pk)


@require_POST
@mentor_required
def note_remove(request: SignedInRequest, pk: int) -> HttpResponse:
    note = access.note_for_editing(request.user, pk, timezone.now())
    note.delete()
    messages.success(request, "The note is removed.")
    return redirect("planner:notes", note.profile_id)


def _show(
    request: SignedInRequest, profile: Profile, form: NoteForm, now: datetime
) -> HttpResponse:
    what = Sighting.What.NOTES
    note_sightings(viewer=request.user, mentees=[profile.user_id], what=what, now=now)
    context = {
        "form": form,
        "profile": profile,
        "name": shown_name(profile.user),
        "notes": load_notes(profile, request.user, now),
    }
    status = 422 if form.is_bound else 200
    return render(request, "planner/mentoring/notes.html", context, status=status)
