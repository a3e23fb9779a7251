import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from planner.documents import ProfileError, read_profile, work_out, write_plan, write_text
from planner.management.catalogue import loaded_catalogue

MAX_BYTES = 1_000_000
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2200, 1, 1)


class Command(BaseCommand):
    help = "Work out level, gaps, next skills, plan and projected pay of a profile."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("profile", help="A JSON file; - reads standard input.")
        parser.add_argument("--json", action="store_true", help="Print JSON instead of text.")
        parser.add_argument("--today", help="The day to plan from, YYYY-MM-DD.")

    def handle(self, *, profile: str, today: str | None, **options: Any) -> None:
        try:
            catalogue, day = loaded_catalogue(), _day(today)
            developer, request = read_profile(_document(profile), catalogue, day)
        except ProfileError as error:
            raise CommandError(str(error), returncode=2) from error
        answer = work_out(catalogue, developer, request, day)
        if options["json"]:
            self.stdout.write(json.dumps(write_plan(catalogue, answer), indent=2))
        else:
            self.stdout.write(write_text(catalogue, answer))


def _day(today: str | None) -> date:
    if today is None:
        return timezone.localdate()
    try:
        day = date.fromisoformat(today)
    except ValueError:
        day = date.min
    if not FIRST_DAY <= day <= LAST_DAY:
        message = f"must be a day from {FIRST_DAY} to {LAST_DAY}, not {today[:40]!r}"
        raise ProfileError("--today", message)
    return day


def _document(name: str) -> object:
    """What the file or standard input holds. Raises ProfileError if it is not JSON."""
    content = _content(name)
    try:
        return json.loads(content)
    except RecursionError:
        raise ProfileError("profile", "is nested too deeply") from None
    except UnicodeDecodeError:
        raise ProfileError("profile", "is not text in UTF-8") from None
    except ValueError as error:
        raise ProfileError("profile", f"is not JSON: {error}") from None


def _content(name: str) -> bytes:
    try:
        with sys.stdin.buffer if name == "-" else Path(name).open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except AttributeError:
        raise ProfileError("profile", "cannot be read: there is no standard input") from None
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL in it
        reason = getattr(error, "strerror", None) or error
        raise ProfileError("profile", f"cannot be read: {reason}") from error
    if len(content) > MAX_BYTES:
        raise ProfileError("profile", f"is larger than {MAX_BYTES:,} bytes")
    return content
