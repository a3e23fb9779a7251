"""What somebody is called."""

from __future__ import annotations

import unicodedata

from accounts.models import User


def set_name(*, user: User, name: str | None) -> None:
    """Call somebody this from now on; nothing leaves the name as it is."""
    if name:
        user.name = unicodedata.normalize("NFC", name).strip()
        user.save(update_fields=["name"])
