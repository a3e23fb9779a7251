"""Inviting people into a cohort, by address or link, and what became of the invitations."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from accounts.actions import (
    InvitationSpentError,
    Invitee,
    TooManyInvitationsError,
    invite,
    make_link,
    withdraw_invitation,
)
from accounts.actions.invitations import MAILS_A_DAY, MAILS_AN_HOUR, MAILS_TO_ONE, MAX_OPEN
from accounts.http import SignedInRequest
from accounts.models import Cohort, Invitation
from planner import access
from planner.access import mentor_required
from planner.forms import InviteForm
from planner.queries.cohorts import (
    SHOWN,
    accepted_addresses,
    load_invitations,
    load_members,
)

TOO_MANY = {
    "in_cohort": f"{MAX_OPEN} invitations can wait in a cohort at once. Withdraw some first.",
    "in_hour": f"You can mail {MAILS_AN_HOUR} invitations an hour. Send the rest later.",
    "in_day": f"You can mail {MAILS_A_DAY:,} invitations a day. Send the rest tomorrow.",
    "to_one": f"was invited {MAILS_TO_ONE} times within a day already. Leave it out for now.",
}
CLOSED = "The cohort was closed meanwhile. Nobody is invited."


@require_http_methods(["GET", "HEAD", "POST"])
@mentor_required
def cohort_invitations(request: SignedInRequest, pk: int) -> HttpResponse:
    cohort = access.cohort_for_editing(request.user, pk)
    form = _form(request, cohort)
    if form.is_valid():
        people = form.cleaned_data["addresses"]
        inside = accepted_addresses(cohort, frozenset(person.email for person in people))
        form.refuse(inside, "is in this cohort already.")
        if not inside and _invite(request, cohort, form, people):
            return redirect("planner:cohort_invitations", pk)
    return _show(request, cohort, form)


@require_POST
@mentor_required
def cohort_link(request: SignedInRequest, pk: int) -> HttpResponse:
    """A link for one person. It is shown now and never again."""
    cohort = access.cohort_for_editing(request.user, pk)
    try:
        invitation, token = make_link(cohort=cohort, by=request.user, now=timezone.now())
    except TooManyInvitationsError as error:
        messages.error(request, TOO_MANY[error.what])
        return redirect("planner:cohort_invitations", pk)
    except InvitationSpentError:
        messages.error(request, CLOSED)
        return redirect("planner:cohorts")
    context = {
        "cohort": cohort,
        "invitation": invitation,
        "link": request.build_absolute_uri(reverse("planner:invitation_open", args=[token])),
    }
    return render(request, "planner/mentoring/cohort_link.html", context)


@require_POST
@mentor_required
def invitation_withdraw(request: SignedInRequest, pk: int, invitation: int) -> HttpResponse:
    found = access.invitation_for_editing(request.user, pk, invitation)
    withdraw_invitation(invitation=found, now=timezone.now())
    found.refresh_from_db()
    if found.withdrawn_at is None:
        messages.info(request, "It was answered already and stays as it is.")
    else:
        messages.success(request, f"{_name(found)} is withdrawn: the link works no more.")
    return redirect("planner:cohort_invitations", pk)


@require_POST
@mentor_required
def invitation_resend(request: SignedInRequest, pk: int, invitation: int) -> HttpResponse:
    """The same again with a new link and a new end; the old link works no more."""
    found = access.invitation_for_mailing(request.user, pk, invitation)
    people = [Invitee(found.email, found.name)]
    role = Invitation.Role(found.role)
    try:
        invite(cohort=found.cohort, by=request.user, people=people, role=role, now=timezone.now())
    except TooManyInvitationsError as error:
        words = TOO_MANY[error.what]
        messages.error(request, f"{found.email} {words}" if error.emails else words)
    except InvitationSpentError:
        messages.error(request, CLOSED)
        return redirect("planner:cohorts")
    else:
        messages.success(request, f"{found.email} gets a new mail; the link before works no more.")
    return redirect("planner:cohort_invitations", pk)


def _form(request: SignedInRequest, cohort: Cohort) -> InviteForm:
    data = request.POST if request.method == "POST" else None
    return InviteForm(data, may_choose_role=cohort.is_led_by(request.user))


def _invite(
    request: SignedInRequest, cohort: Cohort, form: InviteForm, people: tuple[Invitee, ...]
) -> bool:
    """Invite them all, or say in the form why not."""
    role = form.cleaned_data.get("role", Invitation.Role.MENTEE)
    try:
        invite(cohort=cohort, by=request.user, people=people, role=role, now=timezone.now())
    except TooManyInvitationsError as error:
        if error.emails:
            form.refuse(error.emails, TOO_MANY[error.what])
        else:
            form.add_error("addresses", TOO_MANY[error.what])
        return False
    except InvitationSpentError:
        form.add_error(None, CLOSED)
        return False
    number = len(people)
    what = "1 mail is on its way" if number == 1 else f"{number} mails are on their way"
    messages.success(request, f"{what}. The links work for 14 days.")
    return True


def _show(request: SignedInRequest, cohort: Cohort, form: InviteForm) -> HttpResponse:
    asked = request.GET.get("state")
    shown = next((state for state in SHOWN if state == asked), SHOWN[0])
    context = {
        "cohort": cohort,
        "form": form,
        "view": load_invitations(cohort, shown, request.GET.get("page"), timezone.now()),
        "members": load_members(cohort),
    }
    status = 422 if form.is_bound else 200
    return render(request, "planner/mentoring/cohort_invitations.html", context, status=status)


def _name(invitation: Invitation) -> str:
    return f"The invitation of {invitation.email}" if invitation.email else "The link"
