"""The plan as a calendar to import: a span of days for each step, a day for what comes due.

A step keeps its UID from plan to plan, so that importing a newer file moves it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid5

from icalendar import Calendar, Event

from planner.exports.sheet import Milestone, Row, Sheet

NAMESPACE = UUID("6f2f5d0e-6a53-5d0b-9c4c-3b0d5f1b7a11")  # of Waymark's calendar entries
FIRST_VERSION = datetime(2026, 1, 1, tzinfo=UTC)
DAY = timedelta(days=1)


def write_calendar(sheet: Sheet) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//Waymark//Roadmap//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", sheet.title)
    calendar.add("x-wr-caldesc", " ".join(sheet.facts))
    for event in _events(sheet):
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content


def _events(sheet: Sheet) -> Iterator[Event]:
    for row in sheet.rows:
        planned = row.planned
        yield _event(
            sheet, f"step-{row.key}", (planned.starts_on, planned.ends_on), row.title, _about(row)
        )
    for milestone in sheet.milestones:
        yield _day(sheet, milestone)


def _day(sheet: Sheet, milestone: Milestone) -> Event:
    days = milestone.on, milestone.on
    return _event(sheet, milestone.key, days, milestone.title, milestone.detail)


def _event(sheet: Sheet, key: str, days: tuple[date, date], title: str, about: str) -> Event:
    """All day from the first to the last day, which the standard wants as the day after."""
    first, last = days
    event = Event()
    event.add("uid", str(uuid5(NAMESPACE, f"{sheet.owner}/{key}")))
    event.add("dtstamp", sheet.written_at.replace(microsecond=0))
    event.add("sequence", _sequence(sheet.written_at))
    event.add("dtstart", first)
    event.add("dtend", last + DAY)
    event.add("summary", title)
    event.add("description", "\n".join(filter(None, (about, sheet.basis, sheet.made))))
    event.add("transp", "TRANSPARENT")  # a plan keeps nobody from meetings
    event.add("categories", ["Waymark"])
    return event


def _sequence(written_at: datetime) -> int:
    """Grows with time: calendars pass over what is not newer than what they have."""
    return max(0, int((written_at - FIRST_VERSION).total_seconds()) // 60)


def _about(row: Row) -> str:
    waits = f"Waits for {'; '.join(row.waits_for)}" if row.waits_for else ""
    change = f"{row.start} → {row.end}"
    said = (change, row.effort, row.ends, row.worth, row.certificate, waits, row.why)
    return "\n".join(part[:1].upper() + part[1:] for part in said if part)
