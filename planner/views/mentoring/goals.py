"""Suggesting a mentee a level to aim at, and taking that back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from accounts.http import SignedInRequest
from accounts.models import Scope, Sighting
from planner import access, actions
from planner.access import mentor_required
from planner.forms import GoalForm
from planner.views.mentoring.mentee_pages import load, open_mentee, show


@require_http_methods(["GET", "HEAD", "POST"])
@mentor_required
def goal_suggest(request: SignedInRequest, pk: int) -> HttpResponse:
    opened = open_mentee(request, pk, Scope.PLAN)
    view = load(request, opened)
    form = GoalForm(
        request.POST if request.method == "POST" else None,
        catalogue=view.catalogue,
        target=opened.profile.target_id,
        reached=view.outlook.estimate.level.shown if Scope.SKILLS in opened.scopes else "",
    )
    if form.is_valid():
        actions.suggest_goal(
            profile=opened.profile, mentor=request.user, now=opened.now, **form.cleaned_data
        )
        messages.success(request, f"{view.name} can accept or decline this goal.")
        return redirect("planner:mentee_plan", pk)
    context = {"form": form, "catalogue": view.catalogue, "target": opened.profile.target_id}
    status = 422 if form.is_bound else 200
    return show(request, opened, Sighting.What.PLAN, "assign_goal", context, status=status)


@require_POST
@mentor_required
def goal_withdraw(request: SignedInRequest, pk: int, goal: int) -> HttpResponse:
    now = timezone.now()
    profile = access.mentee_for_reading(request.user, pk, now, Scope.PLAN)
    found = access.goal_for_mentor(request.user, profile, goal, now)
    actions.withdraw_goal(goal=found)
    messages.success(request, "The suggestion is withdrawn.")
    return redirect("planner:mentee_plan", pk)
