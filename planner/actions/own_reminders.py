"""What goes out by the days of the person themselves: certificates that end, and their week."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Exists, Max, OuterRef, Q

from accounts.mail import wants
from accounts.models import MailChoice, MailKind, SentMail, User
from accounts.time_zones import zone_of
from planner.domain.mentoring.nudges import BETWEEN_MAILS
from planner.domain.reminders import is_summary_due
from planner.models import CertificateReminder, Profile
from planner.queries.certificates import load_due
from planner.queries.summaries import load_summary
from planner.tasks import send_certificates, send_summary

MONDAY, MORNING = 0, 6  # when the summary of a week is due, by everybody's own clock


def queue_certificate_reminders(*, now: datetime) -> int:
    """Queue a mail for everybody with a certificate to be told of today; how many."""
    return sum(_queue_certificates(profile, now) for profile in load_due(now))


@transaction.atomic
def _queue_certificates(profile_id: int, now: datetime) -> bool:
    """Note what is told; another run then finds nothing left to tell."""
    profiles = Profile.objects.select_for_update(of=("self",)).select_related("user")
    profile = profiles.filter(pk=profile_id).first()
    if profile is None or not wants(profile.user, MailKind.CERTIFICATE):
        return False
    rows = [
        CertificateReminder(
            profile=profile, certification_id=due.certification, expires_on=due.expires_on,
            days=due.days, sent_at=now,
        )
        for due in load_due(now, [profile_id]).get(profile_id, ())
    ]  # fmt: skip
    if rows:
        made = CertificateReminder.objects.bulk_create(rows)
        send_certificates.enqueue([row.pk for row in made])
    return bool(rows)


def queue_summaries(*, now: datetime) -> int:
    """Queue the summary of the week for whom it is due and who has something in it; how many.

    Whoever was reminded of something this week has had their mail.
    """
    refused = MailChoice.objects.refused(MailKind.SUMMARY).filter(user=OuterRef("pk"))
    reminded = SentMail.objects.since(now - BETWEEN_MAILS).filter(
        user=OuterRef("pk"), kind=MailKind.NUDGE
    )
    people = User.objects.filter(
        ~Exists(refused),
        ~Exists(reminded),
        is_active=True,
        erasure__isnull=True,
        profile__onboarded_at__isnull=False,
        profile__is_sample=False,
    )
    summaries = Max("sent_mails__sent_at", filter=Q(sent_mails__kind=MailKind.SUMMARY))
    last = list(people.annotate(last_summary=summaries).order_by("pk"))
    due = [person for person in last if _is_due(person, person.last_summary, now)]
    return sum(_queue_summary(person, now) for person in due)


def _is_due(person: User, last: datetime | None, now: datetime) -> bool:
    here = now.astimezone(zone_of(person))
    return is_summary_due(here, last, weekday=MONDAY, hour=MORNING)


def _queue_summary(person: User, now: datetime) -> bool:
    """One mail, however many runs there are; none for a week in which nothing was."""
    if not load_summary(person, now).is_worth_a_mail:
        return False
    with transaction.atomic():
        person = User.objects.select_for_update(of=("self",)).get(pk=person.pk)
        summaries = SentMail.objects.filter(user=person, kind=MailKind.SUMMARY)
        last = summaries.aggregate(last=Max("sent_at"))["last"]
        if not _is_due(person, last, now) or not wants(person, MailKind.SUMMARY):
            return False
        sent = SentMail.objects.create(user=person, kind=MailKind.SUMMARY, sent_at=now)
        send_summary.enqueue(sent.pk)
    return True
