"""What a mentee declares about a quiet time: pauses, and what is in the way."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from accounts.http import SignedInRequest
from planner import access, actions
from planner.forms import BlockerForm, PauseForm
from planner.models import Pause

FORM = require_http_methods(["GET", "HEAD", "POST"])
REMOVED = "This pause was removed meanwhile. Declare it anew if it holds."


@FORM
def pause_new(request: SignedInRequest) -> HttpResponse:
    profile, today = access.profile_for_editing(request.user), timezone.localdate()
    data = request.POST if request.method == "POST" else None
    form = PauseForm(data, initial={"starts_on": today})
    if form.is_valid():
        actions.declare_pause(profile=profile, **form.cleaned_data)
        messages.success(request, "The pause is declared. Nobody is reminded of anything in it.")
        return redirect("planner:guidance")
    return _show_pause(request, form, None)


@FORM
def pause_edit(request: SignedInRequest, pause: int) -> HttpResponse:
    found = access.pause_for_editing(request.user, pause)
    initial = {name: getattr(found, name) for name in PauseForm.base_fields}
    form = PauseForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        try:
            actions.change_pause(pause=found, **form.cleaned_data)
        except actions.AnsweredMeanwhileError:
            form.add_error(None, REMOVED)
            return _show_pause(request, form, found, status=409)
        messages.success(request, "The pause is changed.")
        return redirect("planner:guidance")
    return _show_pause(request, form, found)


@require_POST
def pause_remove(request: SignedInRequest, pause: int) -> HttpResponse:
    actions.remove_pause(pause=access.pause_for_editing(request.user, pause))
    messages.success(request, "The pause is removed.")
    return redirect("planner:guidance")


@FORM
def blocker_new(request: SignedInRequest) -> HttpResponse:
    profile, today = access.profile_for_editing(request.user), timezone.localdate()
    data = request.POST if request.method == "POST" else None
    form = BlockerForm(data, initial={"severity": "slows"})
    if form.is_valid():
        actions.declare_blocker(profile=profile, since=today, **form.cleaned_data)
        messages.success(request, "Your mentors can see what is in the way.")
        return redirect("planner:guidance")
    status = 422 if form.is_bound else 200
    return render(request, "planner/mentors/guidance_blocker.html", {"form": form}, status=status)


@require_POST
def blocker_resolve(request: SignedInRequest, blocker: int) -> HttpResponse:
    found = access.blocker_for_editing(request.user, blocker)
    actions.resolve_blocker(blocker=found, now=timezone.now())
    messages.success(request, "Good: it is out of the way.")
    return redirect("planner:guidance")


def _show_pause(
    request: SignedInRequest, form: PauseForm, pause: Pause | None, *, status: int = 0
) -> HttpResponse:
    context = {"form": form, "pause": pause}
    status = status or (422 if form.is_bound else 200)
    return render(request, "planner/mentors/guidance_pause.html", context, status=status)
