"""How somebody likes the site."""

from __future__ import annotations

from accounts.models import User


def change_settings(*, user: User, name: str, time_zone: str) -> None:
    """What others call somebody, and the clock that their days follow."""
    user.name, user.time_zone = name, time_zone
    user.clean()
    user.save(update_fields=["name", "time_zone"])
