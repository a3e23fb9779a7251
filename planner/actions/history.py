"""Writing history: whatever a block changes of a profile becomes events, found by comparing.

No write has to say what it changes, so none can forget to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from planner.domain.history import EMPTY, Change, find_changes
from planner.models import Event, Profile, ReviewDecision
from planner.queries.history import read_state


@contextmanager
def recording(
    profile: Profile,
    origin: Event.Origin = Event.Origin.SELF,
    by: User | None = None,
    at: datetime | None = None,
) -> Iterator[None]:
    """All or nothing, with the row of the profile held.

    `by`: its owner, `at`: now, unless told otherwise.
    """
    with transaction.atomic():
        Profile.objects.select_for_update(of=("self",)).get(pk=profile.pk)
        before = read_state(profile.pk)
        yield
        changes = find_changes(before, read_state(profile.pk))
        write_events(profile, changes, origin, by.pk if by else profile.user_id, at)


def begin_history(profile: Profile, at: datetime) -> None:
    """Tell what a profile states that came to be without `recording`, as it was at a moment."""
    changes = find_changes(EMPTY, read_state(profile.pk))
    write_events(profile, changes, Event.Origin.BASELINE, profile.user_id, at)


def write_events(
    profile: Profile,
    changes: tuple[Change, ...],
    origin: Event.Origin,
    by: int | None,
    at: datetime | None = None,
) -> None:
    """`at`: now, unless told otherwise."""
    now = at or timezone.now()
    Event.objects.bulk_create(
        Event(
            profile_id=profile.pk, by_id=by, at=now, origin=origin, kind=change.kind,
            key=change.key, was=change.was, now=change.now,
        )
        for change in changes
    )  # fmt: skip


def write_answers(decisions: Iterable[ReviewDecision]) -> None:
    """That reviews were answered: one event each, in the history of who asked."""
    Event.objects.bulk_create(
        Event(
            profile_id=decision.request.profile_id, by_id=decision.mentor_id,
            at=decision.decided_at, kind=Event.Kind.REVIEW, key=decision.request.skill_id,
            was=decision.request.proficiency,
            now={
                "kind": decision.kind, "proficiency": decision.proficiency,
                "version": decision.request.version,
            },
        )
        for decision in decisions
    )  # fmt: skip
