"""Check-ins of a mentor with a mentee: what was agreed, with dates, for both to read."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.http import SignedInRequest
from accounts.models import Scope, Sighting
from planner import access, actions
from planner.access import mentor_required
from planner.domain.mentoring.ratings import disagreements
from planner.forms import CheckInForm
from planner.queries.guidance import load_agreed, load_check_ins
from planner.queries.mentees import MenteeView, shown_name
from planner.views.mentoring.mentee_pages import load, open_mentee, show

MOST_LEVELS = 4  # that a new check-in begins with
TWICE = "You wrote this check-in already."


@require_safe
@mentor_required
def check_ins(request: SignedInRequest, pk: int) -> HttpResponse:
    opened = open_mentee(request, pk, Scope.SKILLS)
    found = load_check_ins(opened.profile)
    context: dict[str, Any] = {"check_ins": found}
    return show(request, opened, Sighting.What.CHECK_IN, "check_ins", context)


@require_http_methods(["GET", "HEAD", "POST"])
@mentor_required
def check_in_new(request: SignedInRequest, pk: int) -> HttpResponse:
    opened = open_mentee(request, pk, Scope.SKILLS)
    view = load(request, opened)
    form = _form(request, view)
    if form.is_valid():
        try:
            check_in = actions.hold_check_in(
                profile=opened.profile, mentor=request.user, now=opened.now, **form.to_fields()
            )
        except actions.HeldAlreadyError:
            form.add_error(None, TWICE)
        else:
            messages.success(request, f"Written down. {view.name} can read it too.")
            return redirect("planner:check_in", pk, check_in.pk)
    context = {"form": form, "catalogue": view.catalogue, "pairs": disagreements(view.pairs)}
    status = 422 if form.is_bound else 200
    return show(request, opened, Sighting.What.CHECK_IN, "check_in_new", context, status=status)


@require_safe
@mentor_required
def check_in(request: SignedInRequest, pk: int, check_in: int) -> HttpResponse:
    opened = open_mentee(request, pk, Scope.SKILLS)
    found = access.check_in_for_mentor(request.user, opened.profile, check_in, opened.now)
    view = load(request, opened)
    levels, agreed = load_agreed(found)
    context = {
        "catalogue": view.catalogue,
        "check_in": found,
        "mentor": shown_name(found.mentor),
        "levels": levels,
        "actions": agreed,
        "stated": view.developer.skills,
    }
    return show(request, opened, Sighting.What.CHECK_IN, "check_in", context)


@require_POST
@mentor_required
def check_in_action(request: SignedInRequest, pk: int, check_in: int, action: int) -> HttpResponse:
    """Mark an action as done, or as not done."""
    opened = open_mentee(request, pk, Scope.SKILLS)
    found = access.check_in_for_mentor(request.user, opened.profile, check_in, opened.now)
    is_done = request.POST.get("done") == "1"
    if not actions.tick_action(check_in=found, action=action, is_done=is_done, now=opened.now):
        raise Http404
    return redirect("planner:check_in", pk, check_in)


def _form(request: SignedInRequest, view: MenteeView) -> CheckInForm:
    """Begun with the largest disagreements, at the mentor's level: it is what is to be agreed."""
    levels: dict[str, int] = {}
    for pair in disagreements(view.pairs):
        if len(levels) < MOST_LEVELS:
            levels.setdefault(pair.own.skill, pair.other.proficiency)
    data = request.POST if request.method == "POST" else None
    return CheckInForm(data, catalogue=view.catalogue, levels=levels, today=view.today)
