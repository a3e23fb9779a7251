"""What comes from mentors, for the mentee: steps, goals, ratings; and what the mentee answers."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.http import SignedInRequest
from planner import access, actions, guidance_wording
from planner.domain.outlook import look_ahead
from planner.domain.roadmap.choices import order_with
from planner.forms import AnswerForm
from planner.forms.guidance import refuse_level_below
from planner.models import Profile
from planner.names import level_name, name_of
from planner.queries.guidance import (
    assigned_value,
    load_check_ins,
    load_explanations,
    load_goals,
    load_tasks,
)
from planner.queries.mentees import load_mentee, shown_name
from planner.queries.plans import PlanView, load_plan, read_again
from planner.queries.profiles import load_developer
from planner.views.rating_rows import ratings_context

FORM = require_http_methods(["GET", "HEAD", "POST"])
ANSWERED = "That was answered or withdrawn meanwhile; this is how things stand now."


@require_safe
def guidance(request: SignedInRequest) -> HttpResponse:
    return _show(request, access.profile_for_reading(request.user))


@require_safe
def my_ratings(request: SignedInRequest) -> HttpResponse:
    """What mentors say of one's skills beside what one says oneself."""
    profile = access.profile_for_reading(request.user)
    view = load_mentee(request.user, profile, frozenset(), timezone.localdate())
    context = ratings_context(view, request.GET.get("area", ""), request.user.pk)
    return render(request, "planner/mentors/guidance_ratings.html", context)


@FORM
def assignment_decline(request: SignedInRequest, assignment: int) -> HttpResponse:
    found, now = access.assignment_for_editing(request.user, assignment), timezone.now()
    view = load_developer(access.profile_for_reading(request.user), timezone.localdate(now))
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            actions.decline_assignment(assignment=found, now=now, **form.cleaned_data)
        except actions.AnsweredMeanwhileError:
            return _show(request, found.profile, ANSWERED, status=409)
        messages.success(request, "You declined the step; your mentor can read why.")
        return redirect("planner:guidance")
    what = guidance_wording.task_title(view.catalogue, assigned_value(found))
    return _show_answer(request, form, what, shown_name(found.mentor))


@require_POST
def assignment_first(request: SignedInRequest, assignment: int) -> HttpResponse:
    """Wish a step first in one's plan: what a mentor sets comes into it by nothing else."""
    found = assigned_value(access.assignment_for_editing(request.user, assignment))
    profile = access.profile_for_editing(request.user)
    view = load_plan(profile, timezone.localdate())
    order = None
    with suppress(LookupError):  # what an order by hand does not have goes by its rank
        if view.request.wishes.order:
            order = order_with(view.answer.plan, found.step_key, "first")
    actions.set_rank(profile=profile, id_=found.id, rank="first", order=order)
    after = load_plan(read_again(profile), view.today)
    messages.success(request, _said_first(after, found.id))
    return redirect("planner:roadmap")


@require_POST
def goal_accept(request: SignedInRequest, goal: int) -> HttpResponse:
    """Aim at the suggested level from now on."""
    found, now = access.goal_for_editing(request.user, goal), timezone.now()
    view = load_developer(access.profile_for_editing(request.user), timezone.localdate(now))
    reached = look_ahead(view.catalogue, view.developer).estimate.level.shown
    try:
        refuse_level_below(view.catalogue, reached, found.level_id)
        actions.accept_goal(goal=found, now=now)
    except ValidationError as error:
        return _show(request, found.profile, str(error.message), status=409)
    except actions.AnsweredMeanwhileError:
        return _show(request, found.profile, ANSWERED, status=409)
    messages.success(request, f"{found.level.name} is your target now.")
    return redirect("planner:guidance")


@FORM
def goal_decline(request: SignedInRequest, goal: int) -> HttpResponse:
    found, now = access.goal_for_editing(request.user, goal), timezone.now()
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            actions.decline_goal(goal=found, now=now, **form.cleaned_data)
        except actions.AnsweredMeanwhileError:
            return _show(request, found.profile, ANSWERED, status=409)
        messages.success(request, "You declined the goal; your mentor can read why.")
        return redirect("planner:guidance")
    return _show_answer(request, form, f"aim at {found.level.name}", shown_name(found.mentor))


def _said_first(view: PlanView, id_: str) -> str:
    name, plan = name_of(view.catalogue, id_), view.answer.plan
    if any(planned.step.id == id_ for planned in plan.steps):
        return f"{name} comes first now, after what it needs."
    target = level_name(view.catalogue, plan.target)
    return f"{name} is wanted first, but a plan for {target} has no place for it; it stays a step."


def _show_answer(
    request: SignedInRequest, form: AnswerForm, what: str, mentor: str
) -> HttpResponse:
    context = {"form": form, "what": what, "mentor": mentor}
    status = 422 if form.is_bound else 200
    return render(request, "planner/mentors/guidance_decline.html", context, status=status)


def _show(
    request: SignedInRequest, profile: Profile, problem: str = "", *, status: int = 200
) -> HttpResponse:
    view = load_developer(profile, timezone.localdate())
    developer = view.developer
    tasks = load_tasks(profile, developer.skills, developer.certifications, view.today)
    goals = load_goals(profile)
    left = [task for task in tasks if task.is_left]
    waiting = len(left) + sum(goal.state == "open" for goal in goals)
    overdue = sum(task.state == "overdue" for task in left)
    context: dict[str, Any] = {
        "catalogue": view.catalogue,
        "today": view.today,
        "problem": problem,
        "verdict": guidance_wording.guidance_verdict(waiting, overdue),
        "tasks": tasks,
        "goals": goals,
        "check_ins": load_check_ins(profile),
        "explanations": load_explanations(profile, view.today),
    }
    return render(request, "planner/mentors/guidance.html", context, status=status)
