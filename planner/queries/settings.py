"""What the settings lead to, as far as it is said there already."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db.models import Count, Model, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from accounts.models import Consent, User
from planner.models import CalendarFeed, ShareLink


@dataclass(frozen=True, slots=True)
class Overview:
    """How many there are of each. `sessions`: where somebody is signed in, this browser too.

    `mentors`: who see something of them. `links`: those that work. `feeds`: none or one.
    """

    apps: int
    passkeys: int
    sessions: int
    mentors: int
    links: int
    feeds: int


def load_overview(user: User, now: datetime) -> Overview:
    """One query."""
    factors = Authenticator.objects.filter(user=OuterRef("pk"))
    shown = Consent.objects.in_force(now).filter(mentee=OuterRef("pk"))
    of_profile = {"profile__user": OuterRef("pk")}
    counts = (
        _count(factors.filter(type=Authenticator.Type.TOTP)),
        _count(factors.filter(type=Authenticator.Type.WEBAUTHN)),
        _count(UserSession.objects.filter(user=OuterRef("pk"))),
        _count(shown, "mentor"),
        _count(ShareLink.objects.usable(now).filter(**of_profile)),
        _count(CalendarFeed.objects.filter(**of_profile)),
    )
    return Overview(*User.objects.filter(pk=user.pk).values_list(*counts).get())


def _count[M: Model](rows: QuerySet[M], distinct: str = "pk") -> Coalesce:
    number = rows.order_by().annotate(one=Value(1)).values("one")
    return Coalesce(Subquery(number.annotate(n=Count(distinct, distinct=True)).values("n")), 0)
