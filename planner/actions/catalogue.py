"""Keeping the catalogues that were in force, so that a past day can be worked out again."""

from __future__ import annotations

from datetime import datetime

from planner.documents import write_catalogue
from planner.domain.catalogue import Catalogue
from planner.models import CatalogueArchive, CatalogueInForce
from planner.queries.catalogue import read_catalogue


def archive_catalogue(catalogue: Catalogue) -> CatalogueArchive:
    """The catalogue as a document, once per version."""
    archive, _ = CatalogueArchive.objects.get_or_create(
        version=catalogue.version, defaults={"document": lambda: write_catalogue(catalogue)}
    )
    return archive


def note_catalogue(now: datetime) -> None:
    """Note that the catalogue that the rows hold is in force, unless it is so already.

    Part of the write that changes it, so that no moment is without its catalogue.
    """
    catalogue = read_catalogue()
    latest = CatalogueInForce.objects.order_by("-since", "-pk").first()
    if latest is None or latest.catalogue_id != catalogue.version:
        archive = archive_catalogue(catalogue)
        CatalogueInForce.objects.create(since=now, catalogue=archive)
