from typing import Any

from allauth.mfa.totp.internal import auth as totp
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from planner.management.demo_cohort import SECOND_FACTOR


class Command(BaseCommand):
    help = "Show the code that the demo mentors sign in with now. Development only."

    def handle(self, **options: Any) -> None:
        if not settings.DEBUG:
            raise CommandError("The demo people exist with DEBUG only.")
        counter = next(totp.yield_hotp_counters_from_time())
        self.stdout.write(totp.format_hotp_value(totp.hotp_value(SECOND_FACTOR, counter)))
