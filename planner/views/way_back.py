"""Where the account pages lead back to, once a second factor is set up."""

from __future__ import annotations

from django.http import HttpRequest

KEY = "way_back"  # the name of a page; `allauth/layouts/manage.html` shows it


def remember(request: HttpRequest, page: str) -> None:
    request.session[KEY] = page


def forget(request: HttpRequest) -> None:
    request.session.pop(KEY, None)
