from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from accounts.models import User
from planner.access import profile_for_reading


@login_not_required
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What this is, for visitors; whoever has signed in goes on to what is theirs."""
    if request.user.is_authenticated:
        return redirect(_own_page(request.user))
    return render(request, "planner/home.html")


def _own_page(user: User) -> str:
    """The dashboard; for a mentor who says nothing of themselves, what waits in their cohorts."""
    if user.is_mentor and profile_for_reading(user).needs_start:
        return "planner:cohorts"
    return "planner:dashboard"
