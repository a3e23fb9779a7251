"""Sending mail out of templates whose first line is the subject.

A task that mails is `retried`: what a mail says is worked out when it is sent, so only ids wait.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from datetime import timedelta
from email.message import EmailMessage as MimeMessage
from email.policy import Policy
from email.policy import default as default_policy
from functools import wraps
from smtplib import SMTPException
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.signing import BadSignature, Signer
from django.db.models import Exists, OuterRef
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.module_loading import import_string

from accounts.models import MailChoice, MailKind, User

# The waits after the first four of five tries: a mail server that restarts, then one that is away.
WAITS = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=3))
LONGEST_LINE = 990  # RFC 5322 allows 998
FAILURES = (SMTPException, OSError)  # no connection, a time-out, or the server refuses

log = logging.getLogger("accounts.mail")
off_signer = Signer(salt="accounts.mail.off")


class Message(EmailMessage):
    """With lines as long as they may be: a header that is encoded to fit is no link any more."""

    def message(self, *, policy: Policy[Any] | None = None) -> MimeMessage:
        lines = (policy or default_policy).clone(max_line_length=LONGEST_LINE, cte_type="7bit")
        return super().message(policy=lines)


class GivenUpError(Exception):
    """The mail server failed at each try; the worker logs it and goes on."""


def send_mail(
    *, to: str, template: str, context: Mapping[str, Any], headers: Mapping[str, str] | None = None
) -> None:
    """Send one plain-text mail now. `SITE_URL` stands before each address in it."""
    text = render_to_string(template, {**context, "site_url": settings.SITE_URL})
    subject, _, body = text.strip().partition("\n")
    Message(
        subject=subject.strip(),
        body=body.strip() + "\n",
        to=[to],
        headers={"Auto-Submitted": "auto-generated", **(headers or {})},
    ).send()


def send_to_user(*, user: User, kind: MailKind, template: str, context: Mapping[str, Any]) -> None:
    """Send a mail of a kind that can be switched off: it says so, and how, with one click."""
    off_url = settings.SITE_URL + reverse("planner:unsubscribe", args=[off_token(user, kind)])
    send_mail(
        to=user.email,
        template=template,
        context={**context, "reader": user, "kind": kind, "off_url": off_url},
        headers={
            "List-Unsubscribe": f"<{off_url}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
    )


def wants(user: User, kind: MailKind) -> bool:
    """Whether the account is in use now, not to be erased, and this kind is not switched off."""
    refused = MailChoice.objects.refused(kind).filter(user=OuterRef("pk"))
    in_use = User.objects.filter(pk=user.pk, is_active=True, erasure__isnull=True)
    return in_use.filter(~Exists(refused)).exists()


def wanted_kinds(user: User) -> list[MailKind]:
    """Every kind that is not switched off."""
    off = MailChoice.objects.filter(user=user, is_on=False).values_list("kind", flat=True)
    return [kind for kind in MailKind if kind not in set(off)]


def off_token(user: User, kind: MailKind) -> str:
    """What switches off one kind of mail of one user, without signing in; it does not expire."""
    return off_signer.sign(f"{user.pk}.{kind}")


def read_off_token(token: str) -> tuple[int, MailKind] | None:
    """The user's id and the kind; None if nobody who has an account was ever given this."""
    try:
        pk, _, kind = off_signer.unsign(token).partition(".")
    except BadSignature:
        return None
    exists = User.objects.filter(pk=pk, is_active=True).exists()
    return (int(pk), MailKind(kind)) if exists else None


def retried(function: Callable[..., None]) -> Callable[..., None]:
    """Under `@task`: if the mail server fails, try again later, five times in all.

    Whatever else goes wrong is a fault of the program and tried once.
    """

    @wraps(function)
    def run(*args: Any, tries: int = 1) -> None:
        try:
            function(*args)
        except FAILURES as failure:
            name = f"{function.__module__}.{function.__qualname__}"
            if tries > len(WAITS):
                # Without what the server said: it holds the address.
                raise GivenUpError(f"{name}{args}: {type(failure).__name__}") from None
            log.warning("mail failed at try %d: %s%s", tries, name, args)
            later = import_string(name).using(run_after=timezone.now() + WAITS[tries - 1])
            later.enqueue(*args, tries=tries + 1)

    return run
