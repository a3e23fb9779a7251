import json
from datetime import date
from pathlib import Path, PurePath
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from planner.documents.reading import write_reading, write_reading_text
from planner.domain.catalogue import Catalogue
from planner.domain.reading import (
    LINKEDIN_FILES,
    Lexicon,
    Reading,
    certificates_in,
    guess_kind,
    is_manifest,
    linkedin_name,
    read_ad,
    read_cv,
    read_json_resume,
    read_linkedin,
    read_manifest,
    split_manifests,
)
from planner.importing import MAX_BYTES, FileProblemError, Imported, import_file
from planner.management.catalogue import loaded_catalogue
from planner.queries.reading import as_one, lexicon_of, read, source_of_import

KINDS = ("ad", "cv", "json-resume", "linkedin", "manifest")


class Command(BaseCommand):
    help = "Read skills out of a job ad, a CV, a JSON Resume, a LinkedIn export or a manifest."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help="Text, PDF, DOCX, JSON, CSV, zip or a manifest.")
        parser.add_argument("--kind", choices=KINDS, help="Guessed if it is not given.")
        parser.add_argument("--json", action="store_true", help="Print JSON instead of text.")

    def handle(self, *, file: str, kind: str | None, **options: Any) -> None:
        catalogue = loaded_catalogue()
        try:
            imported = import_file(_content(file))
            if _are_manifests(imported, kind):
                reading = _read_project(imported, file, catalogue)
            else:
                reading = _read(imported, file, kind, lexicon_of(catalogue))
        except FileProblemError as problem:
            raise CommandError(f"file: {problem}", returncode=2) from problem
        except ValueError as error:
            raise CommandError(f"file: {error}", returncode=2) from error
        if options["json"]:
            certificates = certificates_in(reading.text, catalogue.certifications.values())
            document = write_reading(reading) | {"certificates": list(certificates)}
            self.stdout.write(json.dumps(document, indent=2))
        else:
            self.stdout.write(write_reading_text(catalogue, reading))


def _content(name: str) -> bytes:
    """At most one byte more than may be read, so that the size is told without reading it all."""
    try:
        with Path(name).open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL in it
        reason = getattr(error, "strerror", None) or error
        raise CommandError(f"file: cannot be read: {reason}", returncode=2) from error


def _are_manifests(imported: Imported, kind: str | None) -> bool:
    """Whether it is several manifests: an archive of them, or a text with a line for each name."""
    if kind not in (None, "manifest"):
        return False
    if imported.format == "zip":
        return LINKEDIN_FILES[0] not in imported.files and all(map(is_manifest, imported.files))
    return any(map(is_manifest, split_manifests(imported.text)))


def _read_project(imported: Imported, file: str, catalogue: Catalogue) -> Reading:
    """What all manifests together show. Raises ValueError if none of them can be read."""
    found = read(source_of_import(imported, file), catalogue, timezone.localdate())
    if found.problems and not found.found:
        raise ValueError(" ".join(found.problems))
    return as_one(found)


def _read(imported: Imported, file: str, kind: str | None, lexicon: Lexicon) -> Reading:
    today = timezone.localdate()
    kind = kind or _guessed(imported, file)
    if kind == "linkedin":
        return read_linkedin(_linkedin_files(imported, file), lexicon, today)
    if imported.format == "zip":
        raise ValueError("an archive is read as a LinkedIn export or as manifests only")
    if kind == "json-resume":
        return read_json_resume(imported.data, lexicon, today)
    if kind == "manifest":
        return read_manifest(file, imported.text, lexicon)
    return _read_text(imported.text, kind, lexicon, today)


def _read_text(text: str, kind: str, lexicon: Lexicon, today: date) -> Reading:
    return read_cv(text, lexicon, today) if kind == "cv" else read_ad(text, lexicon)


def _guessed(imported: Imported, file: str) -> str:
    if imported.format == "zip" or linkedin_name(imported.text.partition("\n")[0]):
        return "linkedin"
    if is_manifest(file):
        return "manifest"
    if isinstance(imported.data, dict):
        return "json-resume"
    return guess_kind(imported.text)


def _linkedin_files(imported: Imported, file: str) -> dict[str, str]:
    """Those of the archive, or the one that the file is, by its name or by its first line."""
    if imported.files:
        return dict(imported.files)
    name = linkedin_name(imported.text.partition("\n")[0]) or PurePath(file).name
    return {name: imported.text}
