"""An invitation, for whoever got it: opened by GET, which changes nothing; accepted by POST."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.actions import (
    AlreadyInsideError,
    InvitationSpentError,
    SecondFactorMissingError,
    WrongAddressError,
    accept_invitation,
    decline_invitation,
    set_name,
)
from accounts.http import SignedInRequest
from accounts.models import Invitation, Scope, User
from accounts.tokens import digest_of
from planner import access
from planner.forms import AcceptForm, NameForm
from planner.names import listed
from planner.queries.invitations import find_invitation, mentors_of
from planner.queries.mentees import shown_name
from planner.queries.previews import load_preview
from planner.views import way_back
from planner.views.invitation_problems import UNKNOWN, Problem, find_problem, masked

SESSION_KEY = "invitation"  # the digest of the token of the link that was opened last
OTHER = "You opened another invitation meanwhile, so nothing was answered. This is that one."
REFUSALS = (
    AlreadyInsideError, InvitationSpentError, SecondFactorMissingError, WrongAddressError,
)  # fmt: skip


@login_not_required
@require_safe
def invitation_open(request: HttpRequest, token: str) -> HttpResponse:
    """Take the token out of the address. Whether it is one is not looked up here."""
    request.session[SESSION_KEY] = digest_of(token)
    response = redirect("planner:invitation")
    # Not on the page behind it: a browser would then not say where its form comes from.
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: SignedInRequest) -> HttpResponse:
    """Who invites into what, and exactly what would become visible; accepted by POST."""
    now = timezone.now()
    user = request.user if request.user.is_authenticated else None
    if request.method == "POST" and user is None:
        return redirect_to_login(reverse("planner:invitation"))
    found = find_invitation(request.session.get(SESSION_KEY, ""))
    if found is None:
        return _show_problem(request, UNKNOWN)
    if _is_other(request, found):
        return _lead_to_latest(request)
    if refusal := _refusal(request, found, user, now):
        return refusal
    if user is None:
        return _show(request, found, {"address": masked(found.email)})
    form = _form(request, found)
    if form.is_valid():
        return _accept(request, found, form, now)
    return _show(request, found, _preview(request, found, now) | {"form": form})


@require_POST
def invitation_decline(request: SignedInRequest) -> HttpResponse:
    now = timezone.now()
    found = find_invitation(request.session.get(SESSION_KEY, ""))
    if found is None:
        return _show_problem(request, UNKNOWN)
    if _is_other(request, found):
        return _lead_to_latest(request)
    try:
        decline_invitation(invitation=found, user=request.user, now=now)
    except (InvitationSpentError, WrongAddressError):
        again = find_invitation(found.digest or "") or found
        return _refusal(request, again, request.user, now) or redirect("planner:invitation")
    del request.session[SESSION_KEY]
    messages.success(request, f"You have declined to join {found.cohort}. Nobody sees anything.")
    return redirect("planner:dashboard")


@require_POST
def invitation_sign_out(request: SignedInRequest) -> HttpResponse:
    """Go on with another account: signing out alone would forget the invitation."""
    digest = request.session.get(SESSION_KEY, "")
    logout(request)
    request.session[SESSION_KEY] = digest
    return redirect("planner:invitation")


def _is_other(request: SignedInRequest, found: Invitation) -> bool:
    """Whether what is answered was shown for another invitation than the one opened last."""
    return request.POST.get("invitation", str(found.pk)) != str(found.pk)


def _lead_to_latest(request: SignedInRequest) -> HttpResponse:
    """Show the one opened last: nobody joins, or shows anything to, what they did not look at."""
    messages.warning(request, OTHER)
    return redirect("planner:invitation")


def _form(request: SignedInRequest, found: Invitation) -> AcceptForm | NameForm:
    data = request.POST if request.method == "POST" else None
    asks_name = not request.user.name
    if found.role == Invitation.Role.MENTOR:
        return NameForm(data, asks_name=asks_name)
    return AcceptForm(data, mentors=mentors_of(found.cohort), asks_name=asks_name)


def _accept(
    request: SignedInRequest, found: Invitation, form: AcceptForm | NameForm, now: datetime
) -> HttpResponse:
    """Join, or say who or what was faster."""
    scopes = form.chosen() if isinstance(form, AcceptForm) else frozenset()
    set_name(user=request.user, name=form.cleaned_data.get("your_name"))
    try:
        accept_invitation(
            invitation=found, user=request.user, now=now, scopes=scopes,
            mentors=form.cleaned_data.get("mentors", ()),
        )  # fmt: skip
    except REFUSALS:
        again = find_invitation(found.digest or "") or found
        return _refusal(request, again, request.user, now) or redirect("planner:invitation")
    messages.success(request, _joined(found, form, scopes))
    profile = access.profile_for_reading(request.user)
    is_new = found.role == Invitation.Role.MENTEE and profile.needs_start
    return redirect("planner:dashboard" if is_new else _home(found))


def _joined(found: Invitation, form: AcceptForm | NameForm, scopes: frozenset[Scope]) -> str:
    """What is so from now on."""
    if found.role == Invitation.Role.MENTOR:
        return f"You mentor {found.cohort}. Its people now decide what they show you."
    chosen = form.cleaned_data["mentors"]
    names = [name for pk, name in mentors_of(found.cohort) if pk in chosen]
    if not scopes or not names:
        return f"You are in {found.cohort}. Its mentors see your name and nothing else."
    what = listed(scope.label.lower() for scope in Scope if scope in scopes)
    verb = "sees" if len(names) == 1 else "see"
    return f"You are in {found.cohort}. {listed(names)} {verb} your {what}."


def _home(found: Invitation) -> str:
    is_mentor = found.role == Invitation.Role.MENTOR
    return "planner:cohorts" if is_mentor else "planner:mentors"


def _refusal(
    request: SignedInRequest, found: Invitation, user: User | None, now: datetime
) -> HttpResponse | None:
    """Why not, unless it can be accepted. Who accepted it themselves goes where it led."""
    if user is not None and found.accepted_by_id == user.pk:
        return redirect(_home(found))
    problem = find_problem(found, user, now)
    return _show_problem(request, problem) if problem else None


def _show_problem(request: SignedInRequest, problem: Problem) -> HttpResponse:
    if problem.way == "second_factor":
        way_back.remember(request, "planner:invitation")
    context = {"problem": problem}
    template = "planner/mentors/invitation_problem.html"
    return render(request, template, context, status=problem.status)


def _preview(request: SignedInRequest, found: Invitation, now: datetime) -> dict[str, Any]:
    """For a mentee: their own data, as the mentors would see it."""
    if found.role == Invitation.Role.MENTOR:
        return {"mentors": mentors_of(found.cohort)}
    profile = access.profile_for_reading(request.user)
    return {"preview": load_preview(request.user, profile, timezone.localdate(now))}


def _show(request: SignedInRequest, found: Invitation, context: dict[str, Any]) -> HttpResponse:
    way_back.forget(request)
    template = "invitation" if "form" in context else "invitation_landing"
    is_mentor = found.role == Invitation.Role.MENTOR
    if is_mentor and "form" in context:
        template = "invitation_mentor"
    context |= {
        "invitation": found,
        "cohort": found.cohort,
        "inviter": shown_name(found.created_by),
        "is_mentor": is_mentor,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, f"planner/mentors/{template}.html", context, status=status)
