"""Somebody's own dates in the calendar program of their choice, by an address that is a secret."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from accounts.http import SignedInRequest
from planner import access
from planner.actions.feeds import note_reading, switch_feed_off, switch_feed_on
from planner.queries.feeds import load_feed, read_calendar
from planner.queries.own_dates import load_own_dates
from planner.views import shared

HEADERS = {
    **shared.HEADERS,
    "Content-Disposition": 'inline; filename="waymark.ics"',
    "Content-Security-Policy": "sandbox; default-src 'none'",
}


@require_safe
def calendar(request: SignedInRequest) -> HttpResponse:
    """Whether there is an address, what it shows, and how to change that."""
    profile = access.profile_for_reading(request.user)
    dates = load_own_dates(profile, timezone.localdate())
    return render(request, "planner/feed.html", {"feed": load_feed(profile), "dates": dates})


@require_POST
def calendar_new(request: SignedInRequest) -> HttpResponse:
    """A new address, shown now and never again."""
    profile = access.profile_for_editing(request.user)
    token = switch_feed_on(profile=profile, now=timezone.now())
    address = request.build_absolute_uri(reverse("planner:calendar_feed", args=[token]))
    subscribe = f"webcal:{address.partition(':')[2]}"
    return render(request, "planner/feed_made.html", {"address": address, "subscribe": subscribe})


@require_POST
def calendar_off(request: SignedInRequest) -> HttpResponse:
    if switch_feed_off(profile=access.profile_for_editing(request.user)):
        messages.success(request, "The address works no more. Delete the calendar where it was.")
    return redirect("planner:calendar")


@login_not_required
@require_safe
def calendar_feed(request: HttpRequest, token: str) -> HttpResponse:
    """What a calendar program gets."""
    now, feed = timezone.now(), access.calendar_feed(token)
    if request.method == "GET":
        note_reading(feed=feed, now=now)
    content = read_calendar(feed.profile, now)
    return HttpResponse(content, content_type="text/calendar; charset=utf-8", headers=HEADERS)
