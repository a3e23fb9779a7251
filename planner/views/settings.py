"""One page that leads to everything that somebody can set."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.actions import change_settings
from accounts.forms import SettingsForm
from accounts.http import SignedInRequest
from planner import access
from planner.queries.settings import load_overview


@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: SignedInRequest) -> HttpResponse:
    user = request.user
    form = SettingsForm(request.POST if request.method == "POST" else None, user=user)
    if form.is_valid():
        change_settings(user=user, **form.cleaned_data)
        messages.success(request, _("Settings saved."))
        return redirect("planner:settings")
    context = {
        "form": form,
        "profile": access.profile_for_reading(user),
        "overview": load_overview(user, timezone.now()),
    }
    status = 422 if form.is_bound else 200
    return render(request, "planner/settings.html", context, status=status)
