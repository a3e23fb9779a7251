"""Which reminders are due: of certificates that end, and of the week. Each is sent once."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from planner.domain.developer import HeldCertification

DAYS_BEFORE = (90, 30, 7)  # a certificate ends
LATE = timedelta(days=2)  # a summary that could not be sent by then is left out
APART = timedelta(days=5)  # at least, between two summaries: a week less what one may be late


@dataclass(frozen=True, slots=True)
class ExpiryReminder:
    """That a certificate ends on a day, as one of `DAYS_BEFORE`. What was sent is kept as this."""

    certification: str
    expires_on: date
    days: int


def expiry_reminders_due(
    held: Iterable[HeldCertification], sent: Collection[ExpiryReminder], today: date
) -> tuple[ExpiryReminder, ...]:
    """What to send today, the soonest end first: of each certificate the most urgent at most.

    Where a run was missed the less urgent are left out. `sent` may hold anything ever sent: a
    certificate that was renewed ends on another day, so nothing was sent of that yet, and nothing
    is due before its time. What has ended needs no reminder.
    """
    reached = (_reached(certificate, today) for certificate in held)
    due = {found for found in reached if found and not _was_sent(found, sent)}
    return tuple(sorted(due, key=lambda found: (found.expires_on, found.certification)))


def _reached(certificate: HeldCertification, today: date) -> ExpiryReminder | None:
    """The most urgent reminder whose day has come, sent or not."""
    end = certificate.expires_on
    if end is None or end < today:
        return None
    days = [days for days in DAYS_BEFORE if (end - today).days <= days]
    return ExpiryReminder(certificate.id, end, min(days)) if days else None


def _was_sent(due: ExpiryReminder, sent: Collection[ExpiryReminder]) -> bool:
    """Whether this reminder or a more urgent one of the same end was sent."""
    return any(
        (one.certification, one.expires_on) == (due.certification, due.expires_on)
        and one.days <= due.days
        for one in sent
    )


def is_summary_due(now: datetime, last_sent: datetime | None, *, weekday: int, hour: int) -> bool:
    """Whether the summary of the week is to be sent now.

    `now`: in the person's zone (aware); `weekday` 0–6 from Monday and `hour` 0–23: when they want
    it. It may be up to two days late and is then left out. One is sent for each such moment at
    most, and never two within five days, whatever was set anew in between.
    """
    if now - _latest(now, weekday, hour) >= LATE:
        return False
    return last_sent is None or now - last_sent.astimezone(now.tzinfo) >= APART


def _latest(now: datetime, weekday: int, hour: int) -> datetime:
    """The latest such moment of a week, up to now."""
    day = now - timedelta(days=(now.weekday() - weekday) % 7)
    moment = day.replace(hour=hour, minute=0, second=0, microsecond=0)
    return moment if moment <= now else moment - timedelta(weeks=1)
