"""Taking over what was read out of a text, in one step, and taking it back."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from planner.actions.claims import levels_of, set_levels
from planner.actions.history import recording
from planner.models import Event, Profile


class ReadMeanwhileError(Exception):
    """Some of the skills have changed since they were looked at. `skills`: as they are now."""

    def __init__(self, skills: Mapping[str, int | None]) -> None:
        super().__init__(f"Changed meanwhile: {', '.join(skills)}.")
        self.skills = skills


def add_read(
    *, profile: Profile, levels: Mapping[str, int], seen: Mapping[str, int]
) -> Event | None:
    """Set all of these levels, or none if one of the skills is no longer as it was `seen`.

    The last of the events that say so, also of an earlier time if all are as wanted already.
    Raises ReadMeanwhileError.
    """
    with recording(profile, Event.Origin.FILE):
        held = levels_of(profile, levels)
        changed = {
            skill: held.get(skill)
            for skill, level in levels.items()
            if held.get(skill) not in (seen.get(skill), level)
        }
        if changed:
            raise ReadMeanwhileError(changed)
        wanted = {skill: level for skill, level in levels.items() if held.get(skill) != level}
        set_levels(profile, wanted)
    events = Event.objects.of_files(profile).filter(key__in=levels)
    return events.latest_first().first()


def undo_read(*, profile: Profile, events: Collection[Event]) -> int:
    """Give the skills back the level they had before; how many. What changed since stays."""
    with recording(profile):
        held = levels_of(profile, [event.key for event in events])
        undone = {event.key: event.was for event in events if held.get(event.key) == event.now}
        set_levels(profile, undone)
        return len(undone)
