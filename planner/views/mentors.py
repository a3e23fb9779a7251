"""For mentees: who sees what of them, and the one click that ends it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from accounts.actions import leave_cohort, set_scopes
from accounts.http import SignedInRequest
from accounts.models import CohortMentor, Scope
from planner import access
from planner.forms import ScopesForm
from planner.names import listed
from planner.queries.mentees import shown_name
from planner.queries.sharing import SharedWith, Sharing, load_sharing


@require_safe
def mentors(request: SignedInRequest) -> HttpResponse:
    return _show(request)


@require_POST
def consent_change(request: SignedInRequest, cohort: int, mentor: int) -> HttpResponse:
    """Show this mentor exactly what is ticked."""
    row = access.own_mentor(request.user, cohort, mentor)
    form = ScopesForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Nothing is changed: that cannot be shown to anybody.")
        return _show(request, status=422)
    scopes = form.chosen()
    set_scopes(
        cohort=row.cohort, mentee=request.user, mentor=mentor, scopes=scopes, now=timezone.now()
    )
    messages.success(request, _what_is_shown(row, scopes))
    return redirect("planner:mentors")


@require_POST
def cohort_quit(request: SignedInRequest, cohort: int) -> HttpResponse:
    """Leave: from this moment on its mentors see nothing."""
    membership = access.own_membership(request.user, cohort)
    leave_cohort(cohort=membership.cohort, mentee=request.user, now=timezone.now())
    messages.success(
        request, f"You have left {membership.cohort}. Its mentors see nothing of you any more."
    )
    return redirect("planner:mentors")


def _what_is_shown(row: CohortMentor, scopes: frozenset[Scope]) -> str:
    name = shown_name(row.mentor)
    if row.left_at is not None:
        return f"{name} mentors {row.cohort} no longer and sees nothing of you."
    if not scopes:
        return f"{name} sees nothing of you but your name."
    what = listed(scope.label.lower() for scope in Scope if scope in scopes)
    return f"{name} sees your {what}, and nothing else."


def _show(request: SignedInRequest, status: int = 200) -> HttpResponse:
    view = load_sharing(request.user, request.GET.get("page"), timezone.now())
    context = {"view": view, "cohorts": [(s, _with_forms(s)) for s in view.cohorts]}
    return render(request, "planner/mentors/mentors.html", context, status=status)


def _with_forms(sharing: Sharing) -> list[tuple[SharedWith, ScopesForm]]:
    """Each mentor with the form that says what they see; its ids are of this mentor alone."""
    prefix = f"cohort-{sharing.membership.cohort_id}"
    return [(s, ScopesForm(shown=s.scopes, prefix=f"{prefix}-{s.pk}-")) for s in sharing.mentors]
