from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from planner.actions.erasure import erase_due


class Command(BaseCommand):
    help = "Erase the accounts whose grace period is over. Part of `daily`."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--tombstones",
            type=Path,
            help="a file outside of the database to which the marks of erased accounts are added",
        )

    def handle(self, *, tombstones: Path | None, verbosity: int, **options: Any) -> None:
        marks = erase_due(now=timezone.now())
        if tombstones and marks:
            with tombstones.open("a", encoding="ascii") as file:
                file.writelines(f"{mark}\n" for mark in marks)
        if verbosity:
            self.stdout.write(f"erased: {len(marks)}")
