"""A list of people as a file: looked at first, then all of them are invited, or nobody.

Nothing of the file is stored between the two: the page carries it, signed for this mentor and
cohort.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.contrib import messages
from django.core import signing
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from accounts.actions import InvitationSpentError, Invitee, TooManyInvitationsError
from accounts.http import SignedInRequest
from accounts.models import Cohort, User
from planner import access, actions
from planner.access import mentor_required
from planner.forms.roster import RosterForm
from planner.queries.rosters import addresses_in
from planner.rosters import Entry, Fault, Roster
from planner.views.mentoring.invitations import CLOSED, TOO_MANY

VALID_SECONDS = 60 * 60
MOST_FAULTS = 50
OUT_OF_DATE = "That list is more than an hour old, or not one of this page. Choose the file again."
CHANGED = "Some of these people were invited or joined meanwhile. Nobody was invited; look again."


@dataclass(frozen=True)
class Preview:
    """Who would be invited, who not and why. `token`: the same people, for confirming."""

    entries: tuple[Entry, ...]
    faults: tuple[Fault, ...]
    encoding: str
    token: str

    @property
    def shown_faults(self) -> tuple[Fault, ...]:
        return self.faults[:MOST_FAULTS]

    @property
    def more_faults(self) -> int:
        return max(0, len(self.faults) - MOST_FAULTS)


@require_http_methods(["GET", "HEAD", "POST"])
@mentor_required
def cohort_roster(request: SignedInRequest, pk: int) -> HttpResponse:
    """Choose a file, and see who is in it."""
    cohort = access.cohort_for_editing(request.user, pk)
    form = RosterForm(request.POST, request.FILES) if request.method == "POST" else RosterForm()
    if form.is_valid():
        return _show_preview(request, cohort, form.roster, timezone.now())
    return _show_form(request, cohort, form)


@require_POST
@mentor_required
def cohort_roster_confirm(request: SignedInRequest, pk: int) -> HttpResponse:
    """Invite everybody who was shown, or nobody."""
    now = timezone.now()
    cohort = access.cohort_for_editing(request.user, pk)
    try:
        entries = _opened(request.POST.get("people", ""), cohort, request.user)
    except signing.BadSignature:
        return _refuse(request, cohort, OUT_OF_DATE)
    people = [Invitee(entry.email, entry.name) for entry in entries]
    try:
        number = actions.invite_roster(cohort=cohort, by=request.user, people=people, now=now)
    except actions.RosterChangedError:
        roster = Roster(entries, (), "")
        return _show_preview(request, cohort, roster, now, warning=CHANGED)
    except TooManyInvitationsError as error:
        return _refuse(request, cohort, f"{' '.join(sorted(error.emails))} {TOO_MANY[error.what]}")
    except InvitationSpentError:
        return _refuse(request, cohort, CLOSED)
    said = "1 person is invited" if number == 1 else f"{number:,} people are invited"
    messages.success(request, f"{said}; the mails are on their way.")
    return redirect("planner:cohort_invitations", pk)


def _show_form(request: SignedInRequest, cohort: Cohort, form: RosterForm) -> HttpResponse:
    status = 413 if form.is_bound and form.is_too_large else 422 if form.is_bound else 200
    context = {"cohort": cohort, "form": form}
    return render(request, "planner/mentoring/roster.html", context, status=status)


def _refuse(request: SignedInRequest, cohort: Cohort, why: str) -> HttpResponse:
    """The form again, with what is wrong with the list as a whole."""
    form = RosterForm({})
    form.errors.clear()
    form.add_error(None, why.strip())
    return _show_form(request, cohort, form)


def _show_preview(
    request: SignedInRequest, cohort: Cohort, roster: Roster, now: datetime, warning: str = ""
) -> HttpResponse:
    known = addresses_in(cohort, [entry.email for entry in roster.entries], now)
    good = tuple(entry for entry in roster.entries if entry.email not in known)
    there = [Fault(e.line, e.email, known[e.email]) for e in roster.entries if e.email in known]
    preview = Preview(
        entries=good,
        faults=tuple(sorted([*roster.faults, *there], key=lambda fault: fault.line)),
        encoding=roster.encoding,
        token=_sealed(good, cohort, request.user),
    )
    context = {"cohort": cohort, "preview": preview, "warning": warning}
    status = 409 if warning else 200
    return render(request, "planner/mentoring/roster_preview.html", context, status=status)


def _sealed(entries: tuple[Entry, ...], cohort: Cohort, mentor: User) -> str:
    rows = [(entry.line, entry.email, entry.name) for entry in entries]
    return signing.dumps(rows, salt=_salt(cohort, mentor), compress=True)


def _opened(token: str, cohort: Cohort, mentor: User) -> tuple[Entry, ...]:
    """Raises signing.BadSignature."""
    rows = signing.loads(token, salt=_salt(cohort, mentor), max_age=VALID_SECONDS)
    return tuple(Entry(*row) for row in rows)


def _salt(cohort: Cohort, mentor: User) -> str:
    return f"roster of cohort {cohort.pk} by {mentor.pk}"
