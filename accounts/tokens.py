"""Secret addresses: a token is shown or mailed once, and the database has its digest only."""

from __future__ import annotations

import hashlib
import secrets


def new_token(prefix: str) -> str:
    """256 random bits. `prefix`: what it opens, for whoever finds one lying about."""
    return prefix + secrets.token_urlsafe(32)


def digest_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
