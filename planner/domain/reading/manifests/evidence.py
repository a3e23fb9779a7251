"""Evidence of skills in the files of a project: seen there, which says nothing of a level."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_LONGEST_NAME = 200

type Table = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A name in a manifest, at a place of its text, that speaks for a skill.

    `is_implied`: only implied, as a package of Django implies Python.
    """

    skill_id: str
    is_implied: bool
    start: int
    end: int


def pairs(text: str) -> Table:
    """The table that a text of `name=skill,skill?` describes."""
    entries = (entry.split("=", 1) for entry in text.split())
    return {name.lower(): tuple(skills.split(",")) for name, skills in entries}


def look_up(table: Table, name: str, separators: str) -> tuple[str, ...]:
    """What a name is evidence of: itself, else the longest beginning with a * in the table.

    A beginning ends at one of the separators, so the look-ups are as many as the name has parts.
    """
    name = name[:_LONGEST_NAME].lower()
    if found := table.get(name) or table.get(f"{name}*"):
        return found
    for place in range(len(name) - 1, 0, -1):
        if name[place] in separators:
            for beginning in (f"{name[: place + 1]}*", f"{name[:place]}*"):
                if found := table.get(beginning):
                    return found
    return ()


def evidence_of(skills: tuple[str, ...], start: int, end: int) -> Iterator[Evidence]:
    for skill in skills:
        yield Evidence(skill.removesuffix("?"), skill.endswith("?"), start, end)
