"""What mentors keep for themselves: notes on a mentee, and words that they use often."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction

from planner.models import PrivateNote, Profile, Snippet

if TYPE_CHECKING:
    from accounts.models import User

MAX_SNIPPETS = 100


class TooManySnippetsError(Exception):
    """The mentor has as many snippets as they may."""


def add_note(*, profile: Profile, mentor: User, text: str, now: datetime) -> PrivateNote:
    """Note something on a mentee, for this mentor alone and for the mentee's export."""
    return PrivateNote.objects.create(profile=profile, mentor=mentor, text=text, written_at=now)


@transaction.atomic
def save_snippet(*, snippet: Snippet, fields: Mapping[str, Any]) -> None:
    """Keep a snippet, a new one too. Raises TooManySnippetsError."""
    if snippet.pk is None and snippet.mentor.snippets.count() >= MAX_SNIPPETS:
        raise TooManySnippetsError
    for name, value in fields.items():
        setattr(snippet, name, value)
    snippet.save()
