"""What changed over time, and who somebody was on a day."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.http import SignedInRequest
from planner import access, history_charts, history_wording, past_wording
from planner.forms.history import HistoryForm, PastForm
from planner.models import Profile
from planner.names import name_of
from planner.queries import past
from planner.queries.profiles import ProfileView, load_developer
from planner.views import past_rows

PAGE_SIZE = 50


@require_safe
def history(request: SignedInRequest) -> HttpResponse:
    """What happened, the latest first, and how it went; or, asked for a day, that day."""
    profile, today = access.profile_for_reading(request.user), timezone.localdate()
    view = load_developer(profile, today)
    form = PastForm(request.GET if "on" in request.GET else None, today=today)
    if form.is_valid():
        return _show_day(request, profile, view, form)
    chosen = HistoryForm(request.GET)
    filters = chosen.cleaned_data if chosen.is_valid() else {"kind": "", "of": ""}
    plans = past.kept_days(profile)
    events = past.events_of(profile, **filters)
    page = Paginator(events, PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page": page,
        "days": past_rows.days_of(view.catalogue, page, plans, request.user, today),
        **_filters(view, filters),
        **(_course(profile, view) if not any(filters.values()) and page.number == 1 else {}),
    }
    return render(request, "planner/history.html", context, status=422 if form.errors else 200)


def _filters(view: ProfileView, filters: dict[str, str]) -> dict[str, Any]:
    """What is listed, and what else could be."""
    of = filters["of"]
    return {
        "kind": filters["kind"],
        "kind_name": history_wording.KINDS.get(filters["kind"], ""),
        "of": of,
        "named": name_of(view.catalogue, of) if of else "",
        "kinds": [("", "Everything"), *history_wording.KINDS.items()],
    }


def _course(profile: Profile, view: ProfileView) -> dict[str, Any]:
    """How it went until today."""
    changes = past.load_history(profile)
    points = past.course(changes, past.load_catalogues(view.catalogue), view.today)
    return {
        "title": past_wording.course_title(points),
        "plots": history_charts.plots(points, past.load_weeks(profile, view.today)),
    }


def _show_day(
    request: SignedInRequest, profile: Profile, view: ProfileView, form: PastForm
) -> HttpResponse:
    """That day beside today."""
    on: date = form.cleaned_data["on"]
    changes = past.load_history(profile)
    first = timezone.localdate(changes[0].at) if changes else view.today
    context: dict[str, Any] = {"form": form, "on": on}
    if not changes or on < first:
        said = past_wording.too_early(first) if changes else "Nothing is stated yet."
        return render(request, "planner/history_day.html", context | {"nothing": said})
    catalogues, plans = past.load_catalogues(view.catalogue), past.kept_days(profile)
    then = past.snapshot_on(changes, catalogues, on)
    now = past.snapshot_now(view, past.current_plan(profile))
    context |= past_rows.day_context(then, now, plans)
    context["note"] = past_wording.catalogue_note(catalogues.changes(on), then, now)
    return render(request, "planner/history_day.html", context)
