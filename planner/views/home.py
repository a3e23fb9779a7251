from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe


@login_not_required
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What this is, for visitors; who has signed in goes on to the dashboard."""
    if request.user.is_authenticated:
        return redirect("planner:dashboard")
    return render(request, "planner/home.html")
