"""What mentors may see and change, by the consent of their mentees and the second factor."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import TYPE_CHECKING, Concatenate

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django_htmx.http import HttpResponseClientRedirect

from accounts.access import has_second_factor
from accounts.models import Cohort, Scope
from planner.models import PrivateNote, Profile, ReviewRequest

if TYPE_CHECKING:
    from accounts.models import User


def mentor_required[R: HttpRequest, **P](
    view: Callable[Concatenate[R, P], HttpResponse],
) -> Callable[Concatenate[R, P], HttpResponse]:
    """For views that show other people's data: without a second factor they lead to setting it up.

    The same for whatever exists and whatever does not, so it tells nothing.
    """

    @wraps(view)
    def checked(request: R, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if request.user.is_authenticated and has_second_factor(request.user):
            return view(request, *args, **kwargs)
        if request.headers.get("HX-Request") == "true":
            return HttpResponseClientRedirect(reverse("planner:second_factor"))
        return redirect("planner:second_factor")

    return checked


def cohort_for_reading(viewer: User, pk: int) -> Cohort:
    """A cohort that the viewer mentors, closed or not."""
    cohorts = Cohort.objects.visible_to(viewer).select_related("lead", "programme__level")
    return get_object_or_404(cohorts, pk=pk)


def cohort_for_editing(viewer: User, pk: int) -> Cohort:
    """An open cohort that the viewer mentors: any of its mentors may invite and edit."""
    cohorts = Cohort.objects.editable_by(viewer).select_related("lead", "programme__level")
    return get_object_or_404(cohorts, pk=pk)


def cohort_for_leading(viewer: User, pk: int) -> Cohort:
    """An open cohort that the viewer leads: to hand over, close and change its mentors."""
    cohorts = Cohort.objects.led_by(viewer).select_related("lead", "programme__level")
    return get_object_or_404(cohorts, pk=pk)


def mentee_for_reading(
    viewer: User, pk: int, now: datetime, scope: Scope = Scope.SKILLS
) -> Profile:
    """The profile of a mentee who lets the viewer see this scope. Its pay is never loaded."""
    profiles = Profile.objects.shown_to(viewer, now, scope).for_mentors()
    return get_object_or_404(profiles, pk=pk)


def review_for_mentor(viewer: User, pk: int, now: datetime) -> ReviewRequest:
    """A claim to review of somebody who shows the viewer their skills."""
    requests = ReviewRequest.objects.shown_to(viewer, now).for_mentors()
    return get_object_or_404(requests, pk=pk)


def note_for_editing(viewer: User, pk: int, now: datetime) -> PrivateNote:
    """A note of the viewer's own on somebody who shows them their skills."""
    return get_object_or_404(PrivateNote.objects.shown_to(viewer, now), pk=pk)
