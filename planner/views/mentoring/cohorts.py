"""The cohorts that somebody mentors: the list, a new one, its settings, and its end."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from accounts.actions import close_cohort, set_name
from accounts.http import SignedInRequest
from accounts.models import Cohort
from planner import access, actions
from planner.access import mentor_required
from planner.forms import CohortForm
from planner.queries.catalogue import current_catalogue
from planner.queries.cohorts import load_cohorts, load_members
from planner.views import way_back

FORM = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@mentor_required
def cohorts(request: SignedInRequest) -> HttpResponse:
    way_back.forget(request)
    rows = load_cohorts(request.user, timezone.now())
    context = {
        "open": [row for row in rows if not row.cohort.is_closed],
        "closed": [row for row in rows if row.cohort.is_closed],
        "waiting": sum(row.waiting for row in rows),
    }
    return render(request, "planner/mentoring/cohorts.html", context)


@FORM
@mentor_required
def cohort_new(request: SignedInRequest) -> HttpResponse:
    form = _form(request, None)
    if form.is_valid():
        set_name(user=request.user, name=form.cleaned_data.get("your_name"))
        cohort = actions.start_cohort(
            lead=request.user, fields=form.to_fields(), now=timezone.now()
        )
        messages.success(request, f"{cohort.name} is there. Invite the people in it.")
        return redirect("planner:cohort_invitations", cohort.pk)
    return _show_form(request, form, None)


@FORM
@mentor_required
def cohort_edit(request: SignedInRequest, pk: int) -> HttpResponse:
    cohort = access.cohort_for_editing(request.user, pk)
    form = _form(request, cohort)
    if form.is_valid():
        actions.change_cohort(cohort=cohort, fields=form.to_fields())
        messages.success(request, f"{form.cleaned_data['name']} is changed.")
        return redirect("planner:cohorts")
    return _show_form(request, form, cohort)


@FORM
@mentor_required
def cohort_close(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say what ends, then end it."""
    cohort = access.cohort_for_leading(request.user, pk)
    if request.method == "POST":
        close_cohort(cohort=cohort, now=timezone.now())
        messages.success(request, f"{cohort.name} is closed. You see nothing more of its people.")
        return redirect("planner:cohorts")
    context = {"cohort": cohort, "members": load_members(cohort)}
    return render(request, "planner/mentoring/cohort_close.html", context)


def _form(request: SignedInRequest, cohort: Cohort | None) -> CohortForm:
    return CohortForm(
        request.POST if request.method == "POST" else None,
        catalogue=current_catalogue(),
        cohort=cohort,
        asks_name=cohort is None and not request.user.name,
    )


def _show_form(request: SignedInRequest, form: CohortForm, cohort: Cohort | None) -> HttpResponse:
    status = 422 if form.is_bound else 200
    is_lead = cohort is not None and cohort.is_led_by(request.user)
    context = {"form": form, "cohort": cohort, "is_lead": is_lead}
    return render(request, "planner/mentoring/cohort_form.html", context, status=status)
