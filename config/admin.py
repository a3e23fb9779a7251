"""Django's admin, open to staff with a second factor only."""

from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.contrib.admin import AdminSite
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.utils.decorators import method_decorator


class SecureAdminSite(AdminSite):
    """Sign-in, its limits and the second factor are allauth's; there is no second login page."""

    site_header = site_title = "Waymark catalogue"

    def has_permission(self, request: HttpRequest) -> bool:
        user = request.user
        return super().has_permission(request) and user.is_authenticated and is_mfa_enabled(user)

    @method_decorator(login_not_required)
    def login(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(resolve_url("admin:index"))
        if not request.user.is_staff:
            raise Http404
        if not is_mfa_enabled(request.user):
            messages.warning(request, "Set up a second factor to open the admin.")
            return redirect("mfa_index")
        return redirect("admin:index")
