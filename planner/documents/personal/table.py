"""One table of a person's data: which rows and columns, and what is left out and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model


@dataclass(frozen=True, slots=True)
class Table:
    """`owners`: paths from the model to the user; a row of any of them is theirs.

    `fields`: name in the file: path of the column. `lists`: the same for many-to-many relations.
    `refers`: names whose value is the key of a row of another table; the file has its number.
    `left_out`: columns that are not in the file, with the reason. `only_read`: names that are
    written but not taken in again.
    """

    name: str
    title: str
    model: type[Model]
    owners: tuple[str, ...]
    fields: Mapping[str, str]
    order: tuple[str, ...] = ("pk",)
    lists: Mapping[str, str] = field(default_factory=dict)
    refers: Mapping[str, str] = field(default_factory=dict)
    left_out: Mapping[str, str] = field(default_factory=dict)
    only_read: frozenset[str] = frozenset()
    is_numbered: bool = False


def same(*names: str) -> dict[str, str]:
    """Columns that are called in the file as in the database; a key of another table by its id."""
    return {name.removesuffix("_id"): name for name in names}


def plain(value: Any) -> Any:
    """A value of a column as JSON has it. Documents stay as they are."""
    if value is None or isinstance(value, (bool, int, float, str, list, dict)):
        return value
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
