"""Certificates in hand: which count, which have expired, and which could come next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.http import SignedInRequest
from planner import access, actions
from planner.domain.catalogue import Certification
from planner.domain.developer import HeldCertification
from planner.domain.relevance import certifications_by_relevance
from planner.forms import CertificateDatesForm, CertificateForm
from planner.models import Profile
from planner.queries.profiles import ProfileView, load_developer

SOON = timedelta(days=90)
MOST_OFFERED = 6


@dataclass(frozen=True, slots=True)
class HeldRow:
    """A certificate in hand. `days_left`: 0 on its last day; None if it does not expire."""

    certification: Certification
    held: HeldCertification
    state: Literal["active", "soon", "expired"]
    days_left: int | None


@require_safe
def certifications(request: SignedInRequest) -> HttpResponse:
    view = load_developer(access.profile_for_reading(request.user), timezone.localdate())
    chosen = request.GET.get("add", "")
    form = CertificateForm(
        catalogue=view.catalogue, today=view.today,
        initial={"certification": chosen if chosen in view.catalogue.certifications else ""},
    )  # fmt: skip
    return render(request, "planner/certifications.html", list_context(view, form))


@require_POST
def certification_add(request: SignedInRequest) -> HttpResponse:
    profile, today = access.profile_for_editing(request.user), timezone.localdate()
    view = load_developer(profile, today)
    form = CertificateForm(request.POST, catalogue=view.catalogue, today=today)
    if save_certificate(form, profile):
        messages.success(request, "Certificate added.")
        return redirect("planner:certifications")
    return render(request, "planner/certifications.html", list_context(view, form), status=422)


@require_http_methods(["GET", "HEAD", "POST"])
def certification_edit(request: SignedInRequest, certification: str) -> HttpResponse:
    claim = access.certification_claim_for_editing(request.user, certification)
    usual = claim.certification.validity_months
    form = CertificateDatesForm(
        request.POST if request.method == "POST" else None,
        today=timezone.localdate(), validity_months=usual,
        initial={
            "earned_on": claim.earned_on, "expires_on": claim.expires_on,
            "never_expires": bool(usual) and claim.expires_on is None,
            "verification_url": claim.verification_url,
        },
    )  # fmt: skip
    if form.is_valid():
        try:
            actions.change_certification(claim=claim, **form.cleaned_data)
        except actions.RemovedMeanwhileError as error:
            raise Http404 from error
        messages.success(request, "Certificate saved.")
        return redirect("planner:certifications")
    context = {"form": form, "certification": claim.certification}
    status = 422 if form.is_bound else 200
    return render(request, "planner/certifications_edit.html", context, status=status)


@require_POST
def certification_remove(request: SignedInRequest, certification: str) -> HttpResponse:
    claim = access.certification_claim_for_editing(request.user, certification)
    actions.remove_certification(claim=claim)
    messages.success(request, f"{claim.certification} removed.")
    return redirect("planner:certifications")


def save_certificate(form: CertificateForm, profile: Profile) -> bool:
    if not form.is_valid():
        return False
    try:
        actions.add_certification(profile=profile, **form.cleaned_data)
    except actions.AlreadyHeldError:
        form.add_error("certification", "You have this one already; edit its dates in the list.")
        return False
    return True


def list_context(view: ProfileView, form: CertificateForm) -> dict[str, Any]:
    held_ids = {held.id for held in view.held}
    offered = [
        view.catalogue.certifications[id_]
        for id_ in certifications_by_relevance(view.catalogue, view.standing, view.target)
        if id_ not in held_ids
    ]
    return {
        "form": form,
        "headline": headline(view),
        "rows": held_rows(view),
        "offered": offered[:MOST_OFFERED],
        "others": offered[MOST_OFFERED:],
    }


def headline(view: ProfileView) -> str:
    """The answer first: how many certificates count."""
    if not view.held:
        return "No certificate counts yet"
    valid, expired = len(view.held) - len(view.expired), len(view.expired)
    counting = (
        f"{valid or 'No'} certificate{'' if valid == 1 else 's'} count{'s' if valid == 1 else ''}"
    )
    return f"{counting}, {expired} expired" if expired else counting


def held_rows(view: ProfileView) -> list[HeldRow]:
    """The certificates that count first, then those about to expire, then the expired ones."""
    rows = [_held_row(view, held) for held in view.held]
    order = ("active", "soon", "expired")
    return sorted(rows, key=lambda row: order.index(row.state))


def _held_row(view: ProfileView, held: HeldCertification) -> HeldRow:
    return HeldRow(
        certification=view.catalogue.certifications[held.id],
        held=held,
        state=_state(held, view.today),
        days_left=(held.expires_on - view.today).days if held.expires_on else None,
    )


def _state(held: HeldCertification, today: date) -> Literal["active", "soon", "expired"]:
    if not held.is_active(today):
        return "expired"
    return "soon" if held.expires_on and held.expires_on <= today + SOON else "active"
