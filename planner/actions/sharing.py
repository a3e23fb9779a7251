"""Links that show a part of a profile to whoever has them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F

from accounts.tokens import digest_of, new_token
from planner.actions.locks import lock_profile
from planner.models import Part, Profile, ShareLink

MAX_LINKS = 20
PREFIX = "share_"


class TooManyLinksError(Exception):
    """As many links as anybody may have are in use."""


@dataclass(frozen=True, slots=True)
class LinkFields:
    """What somebody chooses of a link. `days`: for how long it works."""

    label: str
    parts: tuple[Part, ...]
    days: int


@transaction.atomic
def make_share_link(
    *, profile: Profile, fields: LinkFields, now: datetime
) -> tuple[ShareLink, str]:
    """The link and its token, which nothing here can tell again. Raises TooManyLinksError."""
    lock_profile(profile.pk)
    if profile.share_links.live(now).count() >= MAX_LINKS:
        raise TooManyLinksError
    token = new_token(PREFIX)
    link = ShareLink.objects.create(
        profile=profile,
        label=fields.label,
        digest=digest_of(token),
        parts=words_of(fields.parts),
        created_at=now,
        expires_at=now + timedelta(days=fields.days),
    )
    return link, token


def revoke_share_link(*, link: ShareLink, now: datetime) -> bool:
    """End a link for good; whether it was in use until now."""
    links = ShareLink.objects.filter(pk=link.pk, revoked_at__isnull=True)
    return bool(links.update(revoked_at=now))


def count_opening(*, link: ShareLink) -> None:
    ShareLink.objects.filter(pk=link.pk).update(opened=F("opened") + 1)


def words_of(parts: Iterable[Part]) -> list[str]:
    """Each once, in the order of the page."""
    chosen = frozenset(parts)
    return [part.value for part in Part if part in chosen]
