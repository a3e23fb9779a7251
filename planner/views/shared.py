"""What somebody shows by a link, for whoever has it: to read, and without signing in."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.time_zones import zone_of
from planner import access
from planner.actions.sharing import count_opening
from planner.queries.shared import load_shared

HEADERS = {  # of an address that is a secret
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


@login_not_required
@require_safe
def shared(request: HttpRequest, token: str) -> HttpResponse:
    """The chosen parts, as they are now. Its owner's own looks are not counted."""
    now = timezone.now()
    link = access.shared_link(token, now)
    profile = access.profile_to_share(link.profile_id)
    if request.method == "GET" and request.user.pk != profile.user_id:
        count_opening(link=link)
    today = timezone.localdate(now, zone_of(profile.user))
    # Without a form there is no need for a token, nor for the cookie that comes with it.
    context = {"shared": load_shared(profile, link.parts, today), "csrf_token": ""}
    response = render(request, "planner/shared.html", context)
    for name, value in HEADERS.items():
        response.headers[name] = value
    return response
