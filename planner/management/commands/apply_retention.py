from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from accounts.actions import retention

RULES = {
    "sightings": retention.forget_sightings,
    "invited addresses": retention.forget_addresses,
    "finished tasks": retention.forget_tasks,
    "sessions": retention.forget_sessions,
    "counted tries": retention.forget_cached,
    "idle accounts warned": retention.warn_idle,
    "idle accounts leaving": retention.leave_idle,
}


class Command(BaseCommand):
    help = "Delete what is kept for a time only (docs/data.md). Part of `daily`."

    def handle(self, *, verbosity: int, **options: Any) -> None:
        now = timezone.now()
        done = {name: rule(now=now) for name, rule in RULES.items()}
        if verbosity:
            self.stdout.write(", ".join(f"{name}: {number}" for name, number in done.items()))
