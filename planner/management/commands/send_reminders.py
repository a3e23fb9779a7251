from argparse import ArgumentParser
from datetime import datetime
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils import timezone

from planner.actions.nudges import queue_nudges
from planner.actions.own_reminders import queue_certificate_reminders, queue_summaries
from planner.actions.reminders import (
    forget_sent_mails,
    queue_digests,
    queue_invitation_reminders,
)


class Command(BaseCommand):
    help = "Queue reminders and summaries, close what nobody acted on, tidy the queue. Daily."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--keep-days",
            type=int,
            default=7,
            help="how long finished tasks stay in the database (default: %(default)s)",
        )

    def handle(self, *, keep_days: int, verbosity: int, **options: Any) -> None:
        queued = self._queue(timezone.now())
        call_command("prune_db_task_results", queue_name="*", min_age_days=keep_days, verbosity=0)
        if verbosity:
            self.stdout.write(", ".join(f"{name}: {number}" for name, number in queued.items()))

    def _queue(self, now: datetime) -> dict[str, int]:
        forget_sent_mails(now=now)
        return {
            "reminders": queue_nudges(now=now),
            "digests": queue_digests(now=now),
            "invitations again": queue_invitation_reminders(now=now),
            "certificates": queue_certificate_reminders(now=now),
            "summaries": queue_summaries(now=now),
        }
