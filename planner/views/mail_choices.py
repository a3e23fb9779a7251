"""Which mails somebody gets: chosen on a page, or switched off from the mail itself."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from accounts.actions import choose_mails, switch_off
from accounts.http import SignedInRequest
from accounts.mail import read_off_token, wanted_kinds
from accounts.models import MailKind
from planner.forms.mails import MailChoicesForm

FORM = require_http_methods(["GET", "HEAD", "POST"])


@FORM
def mail_choices(request: SignedInRequest) -> HttpResponse:
    """All kinds of mail that can be switched off, with what is on."""
    initial = {"wanted": wanted_kinds(request.user)}
    form = MailChoicesForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        choose_mails(user=request.user, wanted=form.cleaned_data["wanted"])
        messages.success(request, "Your choice of mails is saved.")
        return redirect("planner:mail_choices")
    status = 422 if form.is_bound else 200
    return render(request, "planner/mentors/mail_choices.html", {"form": form}, status=status)


@csrf_exempt
@login_not_required
@FORM
def unsubscribe(request: HttpRequest, signed: str) -> HttpResponse:
    """Switch off one kind of mail by the signed link in it, signed in or not.

    A mail program that does it with one click (RFC 8058) has no token against forged requests, and
    needs none: nobody else has the link. Looking (GET) changes nothing, as scanners look at links.
    """
    found = read_off_token(signed)
    if found is None:
        raise Http404
    if request.POST.get("List-Unsubscribe") == "One-Click":
        return _switch_off(request, *found)
    return _from_the_page(request, *found)


@csrf_protect
def _from_the_page(request: HttpRequest, user: int, kind: MailKind) -> HttpResponse:
    if request.method == "POST":
        return _switch_off(request, user, kind)
    return render(request, "planner/mentors/mail_off.html", {"kind": kind})


def _switch_off(request: HttpRequest, user: int, kind: MailKind) -> HttpResponse:
    switch_off(user=user, kind=kind)
    return render(request, "planner/mentors/mail_is_off.html", {"kind": kind})
