"""Making the rows of a table those of a file, with as few changes as that takes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from planner.documents import canonical
from planner.documents.personal.document import Rows
from planner.documents.personal.table import Table, plain
from planner.models import Profile
from planner.queries.personal_data import members_of


@dataclass(frozen=True, slots=True)
class Count:
    """How many rows of a table come, go and stay as they are."""

    title: str
    added: int
    removed: int
    same: int


def write_rows(table: Table, profile: Profile, rows: Rows) -> Count:
    there = marked_rows(table, profile)
    new = []
    for row in rows:
        mark = mark_of_row(row)
        if there[mark]:
            there[mark].pop()
        else:
            new.append(row)
    gone = [pk for pks in there.values() for pk in pks]
    table.model._default_manager.filter(pk__in=gone).delete()
    _create(table, profile, new)
    return Count(table.title, len(new), len(gone), len(rows) - len(new))


def marked_rows(table: Table, profile: Profile) -> dict[str, list[Any]]:
    """The keys of the rows that say the same, by what they say."""
    fields = {name: path for name, path in table.fields.items() if name not in table.only_read}
    rows = table.model._default_manager.filter(profile=profile).order_by("pk")
    lists = {name: members_of(rows, path) for name, path in table.lists.items()}
    there = defaultdict(list)
    for pk, *values in rows.values_list("pk", *fields.values()):
        said = dict(zip(fields, values, strict=True))
        said |= {name: members.get(pk, []) for name, members in lists.items()}
        there[mark_of_row(said)].append(pk)
    return there


def mark_of_row(row: Mapping[str, Any]) -> str:
    return canonical({name: plain(value) for name, value in row.items()})


def _create(table: Table, profile: Profile, rows: Rows) -> None:
    made = [
        table.model(profile=profile, **{path: row[name] for name, path in table.fields.items()
                                        if name not in table.only_read})
        for row in rows
    ]  # fmt: skip
    table.model._default_manager.bulk_create(made)
    for name, path in table.lists.items():
        relation: Any = table.model._meta.get_field(path)
        through = relation.remote_field.through
        ends = relation.m2m_column_name(), relation.m2m_reverse_name()
        through._default_manager.bulk_create(
            through(**dict(zip(ends, (instance.pk, member), strict=True)))
            for instance, row in zip(made, rows, strict=True)
            for member in row[name]
        )
