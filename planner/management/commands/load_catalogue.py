import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.serializers.base import DeserializationError
from django.db import DatabaseError, transaction
from django.utils import timezone

from planner.actions.catalogue import note_catalogue
from planner.models import CatalogueInForce, CatalogueVersion, ExpectationMember

FIXTURES = Path(settings.BASE_DIR) / "fixtures"
# In this order each file refers to earlier ones only; the version comes last.
FILES = ("sources", "skills", "certifications", "pay_model", "expectations", "places", "version")

type Records = list[dict[str, Any]]


class Command(BaseCommand):
    help = "Load the shipped catalogue, if it is another one than the database holds."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--force",
            action="store_true",
            help="Load it in any case: undoes the edits to shipped entries.",
        )

    def handle(self, *, force: bool, **options: Any) -> None:
        shipped = _records("version")[0]["fields"]["name"]
        version = CatalogueVersion.objects.first()
        if version and version.name == shipped and not force:
            if not CatalogueInForce.objects.exists():  # a database from before they were kept
                note_catalogue(timezone.now())
            self.stdout.write(f"Catalogue {version} is loaded already.")
            return
        try:
            with transaction.atomic():
                kept = _load(is_again=bool(version and version.name == shipped))
                note_catalogue(timezone.now())
        except (DatabaseError, DeserializationError) as error:
            raise CommandError(f"The catalogue could not be loaded: {error}") from error
        self.stdout.write(f"Loaded catalogue {CatalogueVersion.objects.get()}.")
        for label, ids in kept.items():
            self.stdout.write(f"Kept, though not shipped: {label} {', '.join(ids)}.")


def _load(*, is_again: bool) -> dict[str, list[str]]:
    """Load all files and return the entries, by label, that the database has beyond them."""
    shipped = _shipped_ids()
    # Nothing refers to members, so they are replaced; all else may be somebody's claim and stays.
    ExpectationMember.objects.filter(expectation__in=shipped["planner.expectationentry"]).delete()
    call_command("loaddata", *(FIXTURES / f"{name}.json" for name in FILES), verbosity=0)
    if is_again:
        CatalogueVersion.objects.bump(timezone.localdate())
    return dict(_beyond(shipped))


def _shipped_ids() -> dict[str, list[str]]:
    ids: defaultdict[str, list[str]] = defaultdict(list)
    for name in FILES:
        for record in _records(name):
            if "pk" in record:
                ids[record["model"]].append(record["pk"])
    return ids


def _beyond(shipped: dict[str, list[str]]) -> Iterator[tuple[str, list[str]]]:
    for label, ids in shipped.items():
        model = apps.get_model(label)
        found = model._default_manager.exclude(pk__in=ids).order_by("pk")
        if others := [str(pk) for pk in found.values_list("pk", flat=True)]:
            yield str(model._meta.verbose_name), others


def _records(name: str) -> Records:
    records: Records = json.loads((FIXTURES / f"{name}.json").read_text(encoding="utf-8"))
    return records
