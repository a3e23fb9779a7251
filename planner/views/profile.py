"""The profile apart from skills and certificates: experience, place, plans, pay."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from accounts.http import SignedInRequest
from planner import access, actions
from planner.domain.catalogue import Level
from planner.domain.levels import level_by_years
from planner.forms import ProfileForm
from planner.queries.profiles import ProfileView, load_developer
from planner.views.completeness import completeness_of


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
    context = {"form": form, "view": view, **_effects(view), **completeness_of(profile, view)}
    return render(request, "planner/profile.html", context, status=status)


def _effects(view: ProfileView) -> dict[str, Level | bool | None]:
    """The level of the years; between two bands the article is silent and the lower one holds."""
    catalogue, years = view.catalogue, view.developer.years
    level = catalogue.level(level_by_years(catalogue, years))
    is_between = level.years_to is not None and years > level.years_to
    return {
        "level": level,
        "next_level": catalogue.levels[level.order] if is_between else None,
        "is_between": is_between,
        "target": catalogue.level(view.target),
    }


@require_POST
def clear_sample(request: SignedInRequest) -> HttpResponse:
    """Leave the sample profile and begin with one's own."""
    profile = access.profile_for_editing(request.user)
    if profile.is_sample:
        actions.clear_profile(profile=profile)
        messages.success(request, "The sample is gone. Now it is your turn.")
    return redirect("planner:start")
