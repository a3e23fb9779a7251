"""Everything of a person as one document: a query for each table, however much there is."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime
from typing import Any

from allauth.account.models import EmailAddress
from django.db.models import Model, Q, QuerySet

from accounts.models import Erasure, User
from planner.documents.personal import FORMAT, TABLES, VERSION, Table
from planner.documents.personal.table import plain
from planner.documents.plan import Document
from planner.models import (
    CatalogueVersion,
    CertificationEntry,
    IndustryEntry,
    LevelEntry,
    PlaceEntry,
    SkillEntry,
)

type Numbers = dict[str, dict[Any, int]]  # by table: the number in the file by key


def load_personal_data(user: User, now: datetime, tables: Collection[Table] = TABLES) -> Document:
    """The tables in their order. A row that others refer to has a number, counted from 1."""
    numbers: Numbers = {}
    key = CatalogueVersion.objects.keys().first()
    return {
        "format": FORMAT,
        "version": VERSION,
        "exported_at": now.isoformat(),
        "catalogue": key,
        "tables": {table.name: list(_rows(table, user, numbers)) for table in tables},
    }


def _rows(table: Table, user: User, numbers: Numbers) -> Iterator[Document]:
    paths = ["pk", *table.fields.values()]
    found = table.model._default_manager.filter(_is_of(table, user))
    rows = list(found.order_by(*table.order).values_list(*paths))
    numbers[table.name] = {pk: number for number, (pk, *_) in enumerate(rows, start=1)}
    lists = {name: members_of(found, path) for name, path in table.lists.items()}
    for pk, *values in rows:
        row: Document = {"number": numbers[table.name][pk]} if table.is_numbered else {}
        row |= dict(zip(table.fields, map(plain, values), strict=True))
        row |= {name: members.get(pk, []) for name, members in lists.items()}
        yield _numbered(table, row, numbers)


def _is_of(table: Table, user: User) -> Q:
    """`email`: of any address of theirs; every other path leads to the user."""
    of_them = Q()
    for path in table.owners:
        if path == "email":
            addresses = EmailAddress.objects.filter(user=user).values("email")
            of_them |= Q(email=user.email) | Q(email__in=addresses)
        else:
            of_them |= Q(**{path: user.pk})
    return of_them


def members_of(rows: QuerySet[Any], path: str) -> dict[Any, list[Any]]:
    """The keys that rows have in a many-to-many relation, sorted, by the rows' own."""
    members: dict[Any, list[Any]] = {}
    found = rows.filter(**{f"{path}__isnull": False}).order_by("pk", path)
    for pk, member in found.values_list("pk", path):
        members.setdefault(pk, []).append(member)
    return members


def _numbered(table: Table, row: Document, numbers: Numbers) -> Document:
    """Keys of the database become the numbers of rows in this file; 0: a row that is gone."""
    for name, other in table.refers.items():
        known, value = numbers[other], row[name]
        is_list = isinstance(value, list)
        row[name] = [known.get(pk, 0) for pk in value] if is_list else known.get(value, 0)
    if table.name == "events" and (row["kind"], row["key"]) == ("plan", "kept"):
        for name in ("was", "now"):
            row[name] = row[name] and numbers["kept_plans"].get(row[name], 0)
    return row


def known_ids() -> dict[type[Model], frozenset[str]]:
    """What rows of a file may refer to, by model; kept plans are asked for apart."""
    models = (SkillEntry, CertificationEntry, LevelEntry, PlaceEntry, IndustryEntry)
    return {
        model: frozenset(model._default_manager.values_list("pk", flat=True)) for model in models
    }


def load_erasure(user: User) -> Erasure | None:
    """Whether somebody is about to be erased, and when."""
    return Erasure.objects.filter(user=user).first()
