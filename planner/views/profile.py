"""The profile apart from skills and certificates: experience, place, plans, pay."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from accounts.http import SignedInRequest
from planner import access, actions
from planner.forms import ProfileForm
from planner.queries.profiles import load_developer


@require_http_methods(["GET", "HEAD", "POST"])
def profile(request: SignedInRequest) -> HttpResponse:
    profile, today = access.profile_for_editing(request.user), timezone.localdate()
    view = load_developer(profile, today)
    form = ProfileForm(
        request.POST if request.method == "POST" else None,
        profile=profile, catalogue=view.catalogue, today=today,
    )  # fmt: skip
    if form.is_valid():
        form.save()
        messages.success(request, "Profile saved.")
        return redirect("planner:profile")
    status = 422 if form.is_bound else 200
    return render(request, "planner/profile.html", {"form": form, "view": view}, status=status)


@require_POST
def clear_sample(request: SignedInRequest) -> HttpResponse:
    """Leave the sample profile and begin with one's own."""
    profile = access.profile_for_editing(request.user)
    if profile.is_sample:
        actions.clear_profile(profile=profile)
        messages.success(request, "The sample is gone. Now it is your turn.")
    return redirect("planner:start")
