"""Links that show a part of one's profile: made, looked at, ended."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.http import SignedInRequest
from planner import access
from planner.actions.sharing import (
    MAX_LINKS,
    TooManyLinksError,
    make_share_link,
    revoke_share_link,
)
from planner.forms.sharing import DEFAULT_PARTS, PartsForm, ShareForm, parts_of, seen_as
from planner.models import Part, Profile
from planner.queries.shared import Shared, load_links, load_shared

FULL = _("%d links can work at the same time. End one of them first.")
LOOK = _("What others would see has changed: look at it, then make the link.")
PARTIAL = "preview"


@require_safe
def share(request: SignedInRequest) -> HttpResponse:
    profile, now = access.profile_for_reading(request.user), timezone.now()
    links = load_links(profile, now)
    context = {"links": links, "is_full": len(links.live) >= MAX_LINKS, "full": FULL % MAX_LINKS}
    return render(request, "planner/share.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def share_new(request: SignedInRequest) -> HttpResponse:
    """Choose what is shown, see it as others would, and then make the link."""
    profile = access.profile_for_editing(request.user)
    if request.method != "POST" or request.POST.get("do") == "preview":
        return _choose(request, profile)
    form = ShareForm(request.POST)
    if form.is_valid() and request.POST.get("seen") != seen_as(form.cleaned_data["parts"]):
        form.add_error(None, LOOK)
    if form.is_valid():
        try:
            return _make(request, profile, form)
        except TooManyLinksError:
            form.add_error(None, FULL % MAX_LINKS)
    return _show(request, profile, form, parts_of(form))


@require_safe
def share_link(request: SignedInRequest, pk: int) -> HttpResponse:
    """What one of the links shows now."""
    link = access.share_link_for_editing(request.user, pk)
    context = {
        "link": link,
        "state": link.state(timezone.now()),
        "shared": _preview(link.profile_id, link.shown),
    }
    return render(request, "planner/share_link.html", context)


@require_POST
def share_revoke(request: SignedInRequest, pk: int) -> HttpResponse:
    link = access.share_link_for_editing(request.user, pk)
    if revoke_share_link(link=link, now=timezone.now()):
        messages.success(request, _("“%s” works no more.") % link.label)
    return redirect("planner:share")


def _choose(request: SignedInRequest, profile: Profile) -> HttpResponse:
    """The form with what is typed so far, which is not judged yet, and the preview of it."""
    if request.method != "POST":
        form = ShareForm()
        return _show(request, profile, form, list(DEFAULT_PARTS))
    parts = PartsForm(request.POST)
    typed = {**request.POST.dict(), "parts": request.POST.getlist("parts")}
    return _show(request, profile, ShareForm(initial=typed), parts_of(parts))


def _make(request: SignedInRequest, profile: Profile, form: ShareForm) -> HttpResponse:
    """The link itself is shown now and never again."""
    link, token = make_share_link(profile=profile, fields=form.to_fields(), now=timezone.now())
    address = request.build_absolute_uri(reverse("planner:shared", args=[token]))
    return render(request, "planner/share_made.html", {"link": link, "address": address})


def _show(
    request: SignedInRequest, profile: Profile, form: ShareForm, parts: list[Part]
) -> HttpResponse:
    context: dict[str, Any] = {
        "form": form,
        "shared": _preview(profile.pk, parts) if parts else None,
        "seen": seen_as(parts),
    }
    if request.htmx.target == PARTIAL:
        return render(request, f"planner/share_new.html#{PARTIAL}", context)
    status = 422 if form.is_bound else 200
    return render(request, "planner/share_new.html", context, status=status)


def _preview(profile: int, parts: list[Part]) -> Shared:
    """The very page that others see: read in the same way, by the same template."""
    return load_shared(access.profile_to_share(profile), parts, timezone.localdate())
