import json
from pathlib import Path
from typing import Any

from allauth.account.models import EmailAddress
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from planner.access import profile_for_editing
from planner.actions import PEOPLE, fill_profile, keep_job_ad
from planner.management.demo_cohort import add_cohort, read_cohort

PASSWORD = "waymark-demo"  # noqa: S105 - development only, and said so wherever it is used


class Command(BaseCommand):
    help = "Add the made-up people to sign in as. Development only: everybody knows the password."

    def handle(self, **options: Any) -> None:
        if not settings.DEBUG:
            raise CommandError("The demo people have a known password: load them with DEBUG only.")
        people = [_person(path) for path in sorted(PEOPLE.glob("*.json"))]
        for person in people:
            if not User.objects.filter(email=person["email"]).exists():
                _add(person)
        cohort = read_cohort()
        mentors = [mentor["email"] for mentor in cohort["mentors"]]
        if not User.objects.filter(email__in=mentors).exists():
            add_cohort(cohort, PASSWORD)
        emails = ", ".join(person["email"] for person in people)
        mentees = [person["email"] for person in cohort["people"]]
        self.stdout.write(
            f"Sign in as {emails}; the password is {PASSWORD}.\n"
            f"Mentors of a cohort of {len(mentees)}: {', '.join(mentors)}"
            " (second factor: ./dev manage demo_code).\n"
            f"Its mentees: {', '.join(mentees[:3])} …"
        )


def _person(path: Path) -> dict[str, Any]:
    person: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return person


@transaction.atomic
def _add(person: dict[str, Any]) -> None:
    is_admin = person.get("is_admin", False)
    create = User.objects.create_superuser if is_admin else User.objects.create_user
    user = create(person["email"], PASSWORD, name=person["name"])
    EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=True)
    if "profile" in person:
        profile = profile_for_editing(user)
        fill_profile(profile=profile, person=person["profile"], today=timezone.localdate())
        profile.finish_start()
        for job in person.get("jobs", ()):
            keep_job_ad(profile=profile, text=job.pop("text"), fields=job)
