"""Everything of mine: as a file, out of a file, and erased for good."""

from __future__ import annotations

from allauth.account.decorators import reauthentication_required
from allauth.core.exceptions import ReauthenticationRequired
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.actions.leaving import LeadsCohortsError, ask_erasure, end_sessions, keep_account
from accounts.http import SignedInRequest
from accounts.models.leaving import GRACE
from planner.exports.personal_file import PERSONAL_FORMATS
from planner.forms.personal import PersonalFileForm
from planner.queries.personal_data import load_erasure, load_personal_data

FORM = require_http_methods(["GET", "HEAD", "POST"])
CONFIRM = "Confirm first that it is you; then the files are a click away for ten minutes."


@require_safe
def my_data(request: SignedInRequest) -> HttpResponse:
    """What can be taken along, taken in and erased."""
    context = {
        "formats": PERSONAL_FORMATS,
        "form": PersonalFileForm(),
        "erasure": load_erasure(request.user),
    }
    return render(request, "planner/my_data.html", context)


@require_safe
def my_data_export(request: SignedInRequest, kind: str) -> HttpResponse:
    """A kind that is not on the list does not exist. Who did not confirm it is them, does first."""
    if kind not in PERSONAL_FORMATS:
        raise Http404
    try:
        response: HttpResponse = _download(request, kind)
    except ReauthenticationRequired:
        messages.info(request, CONFIRM)
        back = urlencode({"next": reverse("planner:my_data")})
        return redirect(f"{reverse('account_reauthenticate')}?{back}")
    return response


@reauthentication_required
def _download(request: SignedInRequest, kind: str) -> HttpResponse:
    now = timezone.now()
    format_ = PERSONAL_FORMATS[kind]
    name = f"waymark-my-data-{timezone.localdate(now).isoformat()}.{format_.extension}"
    return HttpResponse(
        format_.write(load_personal_data(request.user, now)),
        content_type=format_.content_type,
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Content-Security-Policy": "sandbox; default-src 'none'",
        },
    )


@FORM
def my_data_leave(request: SignedInRequest) -> HttpResponse:
    """Ask to be erased, or see until when that can be taken back."""
    if request.method == "POST":
        response: HttpResponse = _leave(request)
        return response
    return _show_leaving(request)


@reauthentication_required
def _leave(request: SignedInRequest) -> HttpResponse:
    try:
        ask_erasure(user=request.user, now=timezone.now())
    except LeadsCohortsError as error:
        return _show_leaving(request, error.names)
    end_sessions(user=request.user, but=request.session.session_key)
    return redirect("planner:my_data_leave")


def _show_leaving(request: SignedInRequest, cohorts: list[str] | None = None) -> HttpResponse:
    context = {
        "erasure": load_erasure(request.user),
        "due_at": timezone.now() + GRACE,
        "cohorts": cohorts or [],
    }
    status = 409 if cohorts else 200
    return render(request, "planner/my_data_leave.html", context, status=status)


@require_POST
def my_data_stay(request: SignedInRequest) -> HttpResponse:
    """Take the erasure back; one click, without any question."""
    if keep_account(user=request.user):
        messages.success(request, "Your account stays. Nothing of it was erased.")
    return redirect("planner:my_data")
