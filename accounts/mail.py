"""Sending mail out of templates whose first line is the subject."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string


def send_mail(*, to: str, template: str, context: Mapping[str, Any]) -> None:
    """Send one plain-text mail now. `SITE_URL` stands before each address in it."""
    text = render_to_string(template, {**context, "site_url": settings.SITE_URL})
    subject, _, body = text.strip().partition("\n")
    EmailMessage(subject=subject.strip(), body=body.strip() + "\n", to=[to]).send()
