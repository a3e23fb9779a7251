"""Which mails somebody wants."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction

from accounts.models import MailChoice, MailKind, User


@transaction.atomic
def choose_mails(*, user: User, wanted: Collection[MailKind]) -> None:
    """Want exactly these kinds from now on."""
    for kind in MailKind:
        MailChoice.objects.update_or_create(
            user=user, kind=kind, defaults={"is_on": kind in wanted}
        )


def switch_off(*, user: int, kind: MailKind) -> None:
    """Want one kind no longer; once more changes nothing. `user`: an id."""
    MailChoice.objects.update_or_create(user_id=user, kind=kind, defaults={"is_on": False})
