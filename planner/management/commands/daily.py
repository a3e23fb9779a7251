from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "The daily job: reminders, what is kept for a time only, accounts to erase."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--tombstones", type=Path, help="as of erase_due")

    def handle(self, *, tombstones: Path | None, verbosity: int, **options: Any) -> None:
        options = {"verbosity": verbosity, "stdout": self.stdout}
        call_command("apply_retention", **options)
        call_command("erase_due", tombstones=tombstones, **options)
        call_command("send_reminders", **options)
