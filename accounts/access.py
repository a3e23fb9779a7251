"""Who may see whom: one rule, built on `Consent`, behind every page, fragment, file and mail."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.db.models import Exists, Q, QuerySet

from accounts.models import Consent, Scope, User


def consents_to(viewer: User, scope: Scope, now: datetime) -> QuerySet[Consent]:
    """What mentees let this mentor see at this moment."""
    return Consent.objects.in_force(now).filter(mentor=viewer, scope=scope)


def shown_to(viewer: User, scope: Scope, now: datetime, owner: str = "user") -> Q:
    """Rows of mentees who opened this scope to the viewer. `owner`: the path to their user.

    Not the viewer's own rows: pages for mentors show other things than those for the owner.
    """
    return Q(**{f"{owner}__in": consents_to(viewer, scope, now).values("mentee")})


def may_see(viewer: User, mentee: User, scope: Scope, now: datetime) -> bool:
    """Whether this mentor may see that of this mentee at this moment; for mail that was queued."""
    return consents_to(viewer, scope, now).filter(mentee=mentee).exists()


def scopes_shown(viewer: User, mentee_id: int, now: datetime) -> frozenset[Scope]:
    """Everything that a mentee opened to this mentor; one query."""
    given = Consent.objects.in_force(now).filter(mentor=viewer, mentee=mentee_id)
    return frozenset(Scope(scope) for scope in given.values_list("scope", flat=True).distinct())


def mentees_shown(
    viewer: User, mentees: Iterable[int], now: datetime
) -> dict[int, frozenset[Scope]]:
    """The scopes per mentee, for those of them who opened any; one query."""
    found: dict[int, frozenset[Scope]] = {}
    given = Consent.objects.in_force(now).filter(mentor=viewer, mentee__in=list(mentees))
    for mentee, scope in given.values_list("mentee", "scope"):
        found[mentee] = found.get(mentee, frozenset()) | {Scope(scope)}
    return found


def has_second_factor(user: User) -> bool:
    """What mentors need: their account opens other people's data."""
    return is_mfa_enabled(user)


def second_factors(user: User) -> Exists:
    """The same as a condition, for a query that is made anyway."""
    return Exists(Authenticator.objects.filter(user=user))
