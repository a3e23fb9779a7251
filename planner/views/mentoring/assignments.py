"""Setting a mentee a step, and taking it back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from accounts.http import SignedInRequest
from accounts.models import Scope, Sighting
from planner import access, actions, wording
from planner.access import mentor_required
from planner.domain.next_skills import Suggestion
from planner.domain.roadmap import step_key
from planner.figures import about_hours
from planner.forms import AssignmentForm
from planner.names import listed
from planner.queries.mentees import MenteeView
from planner.views.mentoring.mentee_pages import load, open_mentee, show

MOST_STEPS = 8
TWICE = "You set this step already. Withdraw it first to set it anew."


@require_http_methods(["GET", "HEAD", "POST"])
@mentor_required
def assignment_new(request: SignedInRequest, pk: int) -> HttpResponse:
    opened = open_mentee(request, pk, Scope.PLAN)
    view = load(request, opened)
    form = _form(request, view)
    if form.is_valid():
        fields = form.to_fields()
        try:
            actions.assign(profile=opened.profile, mentor=request.user, now=opened.now, **fields)
        except actions.AssignedAlreadyError:
            form.add_error(None, TWICE)
        else:
            messages.success(request, f"{view.name} gets this step.")
            return redirect("planner:mentee_plan", pk)
    context = {"form": form, "catalogue": view.catalogue}
    status = 422 if form.is_bound else 200
    return show(request, opened, Sighting.What.PLAN, "assign", context, status=status)


@require_POST
@mentor_required
def assignment_withdraw(request: SignedInRequest, pk: int, assignment: int) -> HttpResponse:
    now = timezone.now()
    profile = access.mentee_for_reading(request.user, pk, now, Scope.PLAN)
    found = access.assignment_for_mentor(request.user, profile, assignment, now)
    actions.withdraw_assignment(assignment=found, now=now)
    messages.success(request, "The step is withdrawn.")
    return redirect("planner:mentee_plan", pk)


def _form(request: SignedInRequest, view: MenteeView) -> AssignmentForm:
    shows_skills = Scope.SKILLS in view.scopes
    return AssignmentForm(
        request.POST if request.method == "POST" else None,
        steps=_next_steps(view) if shows_skills else (),
        catalogue=view.catalogue,
        skills=view.developer.skills if shows_skills else {},
        certifications=view.developer.certifications if shows_skills else (),
        today=view.today,
    )


def _next_steps(view: MenteeView) -> list[tuple[str, str]]:
    """The steps that close open gaps, the best first, with why."""
    steps = [s for s in view.outlook.suggestions if s.serves and not s.step.is_only_to_state]
    return [
        (step_key(s.step), f"{wording.step_title(view.catalogue, s.step)}: {_why(s)}")
        for s in steps[:MOST_STEPS]
    ]


def _why(suggestion: Suggestion) -> str:
    labels = listed(f"“{expectation.label}”" for expectation in suggestion.serves)
    hours = suggestion.hours.central
    return f"counts for {labels}, {about_hours(hours) if hours >= 1 else 'by practice at work'}"
