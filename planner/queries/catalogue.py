"""The catalogue in memory: one immutable value per process, read again when its version changes.

A request brings the version key along in a query that it makes anyway (`version_key_subquery`),
so that reading the catalogue costs it nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from threading import Lock
from types import MappingProxyType
from typing import Protocol

from django.db import models

from planner.domain.catalogue import Catalogue, Member
from planner.models import (
    AssumptionEntry,
    CatalogueVersion,
    CertificationEntry,
    ExpectationEntry,
    ExpectationMember,
    IndustryEntry,
    LevelEntry,
    PayGroupEntry,
    PlaceEntry,
    SkillEntry,
    SourceEntry,
)

_lock = Lock()
_snapshots: tuple[Catalogue, ...] = ()  # the current one, then the one before it


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


class CatalogueMissingError(Exception):
    """No catalogue is loaded."""

    def __init__(self) -> None:
        super().__init__("No catalogue is loaded: run `manage.py load_catalogue`.")


def version_key_subquery() -> models.Subquery:
    """For `.annotate(catalogue_version=version_key_subquery())` on a query of another model."""
    return models.Subquery(CatalogueVersion.objects.keys()[:1])


def current_catalogue(version_key: str | None = None) -> Catalogue:
    """The catalogue of that version key; without a key, one query asks for it.

    Raises CatalogueMissingError if there is none.
    """
    key = version_key or stored_version().key
    return _remembered(key) or _read_once(key)


def read_catalogue() -> Catalogue:
    """Build the value from the rows in a fixed number of queries.

    Raises CatalogueMissingError if there is none.
    """
    while True:
        version = stored_version()
        catalogue = _catalogue_of(version)
        if stored_version().key == version.key:  # else somebody edited between two of the queries
            return catalogue


def stored_version() -> CatalogueVersion:
    """The version row. Raises CatalogueMissingError if there is none."""
    version = CatalogueVersion.objects.first()
    if version is None:
        raise CatalogueMissingError
    return version


def _remembered(key: str) -> Catalogue | None:
    return next((snapshot for snapshot in _snapshots if snapshot.version == key), None)


def _read_once(key: str) -> Catalogue:
    global _snapshots  # replaced as a whole, so that readers need no lock
    with _lock:
        found = _remembered(key)
        if found is None:
            found = read_catalogue()
            _snapshots = (found, *_snapshots[:1])
        return found


def _catalogue_of(version: CatalogueVersion) -> Catalogue:
    prerequisites = _linked(SkillEntry, "prerequisites")
    evidences = _linked(CertificationEntry, "evidences")
    members = _members()
    return Catalogue(
        version=version.key,
        skills=_by_id(row.to_value(prerequisites.get(row.id, ())) for row in _rows(SkillEntry)),
        certifications=_by_id(
            row.to_value(evidences.get(row.id, ())) for row in _rows(CertificationEntry)
        ),
        levels=tuple(row.to_value() for row in LevelEntry.objects.order_by("order")),
        expectations=tuple(
            row.to_value(members.get(row.id, ())) for row in _rows(ExpectationEntry)
        ),
        pay_groups=tuple(row.to_value() for row in _rows(PayGroupEntry)),
        assumptions=MappingProxyType({row.key: row.to_value() for row in _rows(AssumptionEntry)}),
        places=_by_id(row.to_value() for row in _rows(PlaceEntry)),
        industries=_by_id(row.to_value() for row in _rows(IndustryEntry)),
        sources=_by_id(row.to_value() for row in _rows(SourceEntry)),
        updated_on=version.updated_on,
    )


def _rows[M: models.Model](model: type[M]) -> models.QuerySet[M]:
    return model._default_manager.order_by("position", "pk")


def _by_id[V: _Identified](values: Iterable[V]) -> Mapping[str, V]:
    return MappingProxyType({value.id: value for value in values})


def _linked(model: type[models.Model], field: str) -> dict[str, tuple[str, ...]]:
    """The ids behind a many-to-many field of every row, in catalogue order."""
    links = model._default_manager.filter(**{f"{field}__isnull": False})
    pairs = links.order_by(f"{field}__position", field).values_list("pk", field)
    return _grouped(pairs)


def _members() -> dict[str, tuple[Member, ...]]:
    rows = ExpectationMember.objects.order_by("position", "skill_id")
    return _grouped((row.expectation_id, row.to_value()) for row in rows)


def _grouped[V](pairs: Iterable[tuple[str, V]]) -> dict[str, tuple[V, ...]]:
    found: defaultdict[str, list[V]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}
