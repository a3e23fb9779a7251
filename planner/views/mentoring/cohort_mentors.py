"""Who mentors a cohort: co-mentors, the lead, and leaving; and taking a mentee out."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.actions import (
    LeadStaysError,
    NotAMentorError,
    hand_over,
    leave_as_mentor,
    remove_mentee,
)
from accounts.http import SignedInRequest
from planner import access
from planner.access import mentor_required
from planner.queries.cohorts import load_mentors
from planner.queries.mentees import shown_name

CONFIRMED = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@mentor_required
def cohort_mentors(request: SignedInRequest, pk: int) -> HttpResponse:
    cohort = access.cohort_for_reading(request.user, pk)
    rows = load_mentors(cohort, request.user, timezone.now())
    context = {
        "cohort": cohort,
        "rows": rows,
        "is_lead": cohort.is_led_by(request.user),
    }
    return render(request, "planner/mentoring/cohort_mentors.html", context)


@require_POST
@mentor_required
def cohort_hand_over(request: SignedInRequest, pk: int, mentor: int) -> HttpResponse:
    """Make another mentor of the cohort its lead."""
    row = access.mentor_for_leading(request.user, pk, mentor)
    name = shown_name(row.mentor)
    try:
        hand_over(cohort=row.cohort, by=request.user, to=row.mentor)
    except NotAMentorError:
        messages.error(request, f"{name} has just left {row.cohort}. Nothing is changed.")
    else:
        messages.success(request, f"{name} leads {row.cohort} now. You still mentor it.")
    return redirect("planner:cohort_mentors", pk)


@CONFIRMED
@mentor_required
def cohort_remove_mentor(request: SignedInRequest, pk: int, mentor: int) -> HttpResponse:
    """Take a co-mentor out: what people showed them they see no more."""
    row = access.mentor_for_leading(request.user, pk, mentor)
    name = shown_name(row.mentor)
    if request.method != "POST":
        context = {"cohort": row.cohort, "mentor": name}
        return render(request, "planner/mentoring/cohort_remove_mentor.html", context)
    try:
        leave_as_mentor(cohort=row.cohort, mentor=row.mentor, now=timezone.now())
    except LeadStaysError:  # the cohort was handed to them meanwhile
        messages.error(request, f"{name} leads {row.cohort} now. Nothing is changed.")
    else:
        messages.success(request, f"{name} mentors {row.cohort} no longer.")
    return redirect("planner:cohort_mentors", pk)


@CONFIRMED
@mentor_required
def cohort_leave(request: SignedInRequest, pk: int) -> HttpResponse:
    """Mentor the cohort no longer."""
    cohort = access.cohort_for_reading(request.user, pk)
    is_lead = cohort.lead_id == request.user.pk and not cohort.is_closed
    if request.method == "POST":
        try:
            leave_as_mentor(cohort=cohort, mentor=request.user, now=timezone.now())
        except LeadStaysError:
            is_lead = True
        else:
            messages.success(request, f"You mentor {cohort} no longer.")
            return redirect("planner:cohorts")
    status = 409 if request.method == "POST" else 200
    context = {"cohort": cohort, "is_lead": is_lead}
    return render(request, "planner/mentoring/cohort_leave.html", context, status=status)


@CONFIRMED
@mentor_required
def cohort_remove_mentee(request: SignedInRequest, pk: int, membership: int) -> HttpResponse:
    """Take somebody out of the cohort."""
    row = access.membership_for_editing(request.user, pk, membership)
    if request.method != "POST":
        context = {"cohort": row.cohort, "mentee": shown_name(row.mentee)}
        return render(request, "planner/mentoring/cohort_remove_mentee.html", context)
    remove_mentee(cohort=row.cohort, mentee=row.mentee_id, now=timezone.now())
    messages.success(request, f"{shown_name(row.mentee)} is in {row.cohort} no longer.")
    return redirect("planner:cohort_invitations", pk)
