"""Keys of rows as a browser sends them."""

from __future__ import annotations


def key_of(sent: str) -> int | None:
    """The key; None for what is none, or more than a database would look for."""
    return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 19 else None
