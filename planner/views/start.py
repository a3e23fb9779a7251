"""The first run: three short steps, each saved, to be left and taken up again at any time."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.http import SignedInRequest
from planner import access, actions
from planner.forms import CertificateForm, PayForm, SkillSearchForm, StartForm
from planner.models import Profile
from planner.queries.profiles import load_developer
from planner.views import skill_rows
from planner.views.certifications import held_rows, save_certificate
from planner.views.skills import list_context

STEPS = ("start_about", "start_skills", "start_certifications")
STEP_NAMES = ("Experience", "Skills", "Certificates and pay")


@require_safe
def start(request: SignedInRequest) -> HttpResponse:
    """Go on where the first run was left."""
    profile = access.profile_for_reading(request.user)
    return redirect(f"planner:{STEPS[profile.start_step - 1]}")


@require_http_methods(["GET", "HEAD", "POST"])
def about(request: SignedInRequest) -> HttpResponse:
    profile, today = access.profile_for_editing(request.user), timezone.localdate()
    view = load_developer(profile, today)
    form = StartForm(
        request.POST if request.method == "POST" else None,
        profile=profile, catalogue=view.catalogue, today=today,
    )  # fmt: skip
    if form.is_valid():
        form.save()
        return _go_on(profile, 2)
    status = 422 if form.is_bound else 200
    return render(
        request, "planner/start/about.html", _step(1, form=form, view=view), status=status
    )


@require_http_methods(["GET", "HEAD", "POST"])
def skills(request: SignedInRequest) -> HttpResponse:
    profile = access.profile_for_editing(request.user)
    if request.method == "POST":
        return _go_on(profile, 3)
    view = load_developer(profile, timezone.localdate())
    form = SkillSearchForm(request.GET)
    text = form.cleaned_data["q"] if form.is_valid() else ""
    section = (
        skill_rows.section_of_search(view, text) if text else skill_rows.section_to_ask_first(view)
    )
    context = list_context(request, view, [section]) | _step(2, form=form)
    template = "planner/skills_list.html" if request.htmx else "planner/start/skills.html"
    return render(request, template, context, status=200 if form.is_valid() else 422)


@require_http_methods(["GET", "HEAD", "POST"])
def certifications(request: SignedInRequest) -> HttpResponse:
    """Certificates are added one by one; the pay form ends the first run."""
    profile, today = access.profile_for_editing(request.user), timezone.localdate()
    view = load_developer(profile, today)
    is_adding = "certification" in request.POST
    form = CertificateForm(
        request.POST if is_adding else None, catalogue=view.catalogue, today=today
    )
    pay_form = PayForm(
        request.POST if request.method == "POST" and not is_adding else None, profile=profile
    )
    if save_certificate(form, profile):
        return redirect("planner:start_certifications")
    if pay_form.is_valid():
        pay_form.save()
        profile.finish_start()
        return redirect("planner:dashboard")
    context = _step(3, form=form, pay_form=pay_form, rows=held_rows(view))
    status = 422 if form.is_bound or pay_form.is_bound else 200
    return render(request, "planner/start/certifications.html", context, status=status)


@require_POST
def skip(request: SignedInRequest) -> HttpResponse:
    access.profile_for_editing(request.user).finish_start()
    return redirect("planner:dashboard")


@require_POST
def sample(request: SignedInRequest) -> HttpResponse:
    """Show the product on a made-up developer, without touching anything of one's own."""
    profile = access.profile_for_editing(request.user)
    try:
        actions.fill_sample(profile=profile, today=timezone.localdate())
    except actions.ProfileNotEmptyError:
        messages.warning(request, "Your profile is not empty, so the sample was not loaded.")
        return redirect("planner:start")
    return redirect("planner:dashboard")


def _go_on(profile: Profile, step: int) -> HttpResponse:
    profile.reach_step(step)
    return redirect(f"planner:{STEPS[step - 1]}")


def _step(number: int, **context: Any) -> dict[str, Any]:
    names = {"step_names": STEP_NAMES, "step_title": STEP_NAMES[number - 1]}
    return {"step": number, **names, **context}
