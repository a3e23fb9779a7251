"""What Django and its packages leave to the project in front of every view."""

import codecs
from collections.abc import Callable

from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth import middleware as auth_middleware
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import resolve_url
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.http import urlencode

from accounts.time_zones import zone_of

GetResponse = Callable[[HttpRequest], HttpResponseBase]

PERMISSIONS_POLICY = ", ".join(
    f"{feature}=()"
    for feature in ("camera", "geolocation", "microphone", "payment", "usb", "browsing-topics")
)


class BrowserPolicyMiddleware:
    """Switch off browser features the site never uses, for static files as well."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response


class OddTextMiddleware:
    """Answer 400 to a NUL character (PostgreSQL raises on it) and to text that is not UTF-8.

    NUL in a body is left to the form fields, which refuse it with a message of their own. Lone
    surrogates cannot get here: Django replaces what is not UTF-8 in paths, queries and bodies,
    unless the request names another charset; some of those are not even for text.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        query = request.META.get("QUERY_STRING", "")
        if "%00" in query or "\0" in "".join((query, request.path, *request.COOKIES.values())):
            raise BadRequest("NUL character in the address or a cookie")
        if request.encoding and codecs.lookup(request.encoding).name != "utf-8":
            raise BadRequest("Another charset than UTF-8")
        return self.get_response(request)


class CacheHeadersMiddleware:
    """Keep pages out of every cache unless a view says otherwise, and tell htmx answers apart."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        patch_vary_headers(response, ["HX-Request"])
        return response


class LoginRequiredMiddleware(auth_middleware.LoginRequiredMiddleware):
    """Send htmx to the sign-in page as a whole: a plain redirect would land inside a fragment."""

    def handle_no_permission(  # type: ignore[override]  # any response will do, not just a redirect
        self, request: HttpRequest, view_func: Callable[..., HttpResponseBase]
    ) -> HttpResponseBase:
        if request.headers.get("HX-Request") != "true":
            return super().handle_no_permission(request, view_func)
        url = resolve_url(self.get_login_url(view_func))
        if request.method == "GET":  # the address of a write is no page to come back to
            url += "?" + urlencode({REDIRECT_FIELD_NAME: request.get_full_path()})
        return HttpResponse(status=401, headers={"HX-Redirect": url})


class TimeZoneMiddleware:
    """Let the days of somebody who is signed in be theirs: `timezone.localdate()`, dates on pages.

    The user is asked for anyway, by what asks who is signed in; for strangers it is UTC.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        zone = zone_of(request.user) if request.user.is_authenticated else None
        with timezone.override(zone):
            return self.get_response(request)
