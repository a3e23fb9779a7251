"""What a request is after the middleware, for type checkers."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from accounts.models import User


class SignedInRequest(HttpRequest):
    """A request of a view behind LoginRequiredMiddleware."""

    user: User
    htmx: HtmxDetails
