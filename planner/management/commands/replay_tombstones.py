from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from planner.actions.erasure import replay_tombstones


class Command(BaseCommand):
    help = "After restoring a backup: erase again the accounts that were erased since."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="*", type=Path, help="what `erase_due` wrote")

    def handle(self, *, files: list[Path], **options: Any) -> None:
        marks = [mark for file in files for mark in file.read_text(encoding="ascii").split()]
        number = replay_tombstones(marks=marks, now=timezone.now())
        self.stdout.write(f"erased again: {number}")
