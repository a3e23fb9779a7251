from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from accounts.access import has_second_factor
from accounts.http import SignedInRequest
from planner.views import way_back


@require_safe
def second_factor(request: SignedInRequest) -> HttpResponse:
    """Why mentors need a second factor, and the way to one."""
    if has_second_factor(request.user):
        return redirect("planner:cohorts")
    way_back.remember(request, "planner:cohorts")
    return render(request, "planner/mentoring/second_factor.html")
