"""Which mails somebody wants."""

from __future__ import annotations

from collections.abc import Collection

from accounts.models import MailChoice, MailKind, User


def choose_mails(*, user: User, wanted: Collection[MailKind]) -> None:
    """Want exactly these kinds from now on."""
    MailChoice.objects.bulk_create(
        [MailChoice(user=user, kind=kind, is_on=kind in wanted) for kind in MailKind],
        update_conflicts=True,
        unique_fields=["user", "kind"],
        update_fields=["is_on"],
    )


def switch_off(*, user: int, kind: MailKind) -> None:
    """Want one kind no longer; once more changes nothing. `user`: an id."""
    MailChoice.objects.update_or_create(user_id=user, kind=kind, defaults={"is_on": False})
