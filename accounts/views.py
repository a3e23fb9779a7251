from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from accounts.forms import ThemeForm

THEME_COOKIE = "theme"
ONE_YEAR = 365 * 24 * 3600


@login_not_required
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """Say that the process answers; asks no database."""
    return HttpResponse("ok", content_type="text/plain")


@login_not_required
@require_POST
def set_theme(request: HttpRequest) -> HttpResponse:
    """Remember the theme: on the account if signed in, and in a cookie for all pages."""
    form = ThemeForm(request.POST)
    if not form.is_valid():
        return HttpResponseBadRequest("Unknown theme.", content_type="text/plain")
    theme = form.cleaned_data["theme"]
    if request.user.is_authenticated:
        request.user.theme = theme
        request.user.save(update_fields=["theme"])
    response = HttpResponseRedirect(_local_path(request, form.cleaned_data["next"]))
    response.set_cookie(
        THEME_COOKIE, theme, ONE_YEAR, secure=not settings.DEBUG, httponly=True, samesite="Lax"
    )
    return response


def _local_path(request: HttpRequest, path: str) -> str:
    is_local = url_has_allowed_host_and_scheme(path, {request.get_host()}, request.is_secure())
    if is_local and path.startswith("/"):
        return path
    return "/"
