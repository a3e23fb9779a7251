"""Days as a calendar, to import or to subscribe to: a span for each step, a day for what is due.

A thing keeps its UID from file to file, so that a newer one moves it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid5

from icalendar import Calendar, Event

from planner.exports.sheet import Row, Sheet

NAMESPACE = UUID("6f2f5d0e-6a53-5d0b-9c4c-3b0d5f1b7a11")  # of Waymark's calendar entries
FIRST_VERSION = datetime(2026, 1, 1, tzinfo=UTC)
DAY = timedelta(days=1)
ASK_AGAIN = timedelta(hours=12)  # how long programs that subscribe may keep what they have


@dataclass(frozen=True, slots=True)
class Entry:
    """All day from the first to the last day. `key`: stable, of its owner's things."""

    key: str
    first: date
    last: date
    title: str
    about: str = ""
    url: str = ""


def write_calendar(sheet: Sheet) -> bytes:
    """A plan as a file."""
    made = (sheet.basis, sheet.made)
    entries = [
        Entry(entry.key, entry.first, entry.last, entry.title, _lines(entry.about, *made))
        for entry in _entries(sheet)
    ]
    calendar = _calendar(sheet.title, " ".join(sheet.facts))
    return _written(calendar, sheet.owner, entries, sheet.written_at)


def write_feed(owner: str, title: str, entries: Iterable[Entry], written_at: datetime) -> bytes:
    """Entries as a calendar that programs come back to. `owner`: a stable name, never shown."""
    calendar = _calendar(title)
    calendar.add("refresh-interval", ASK_AGAIN, parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", "PT12H")
    return _written(calendar, owner, entries, written_at)


def _calendar(title: str, about: str = "") -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", "-//Waymark//Roadmap//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", title)
    if about:
        calendar.add("x-wr-caldesc", about)
    return calendar


def _written(
    calendar: Calendar, owner: str, entries: Iterable[Entry], written_at: datetime
) -> bytes:
    for entry in entries:
        calendar.add_component(_event(owner, entry, written_at))
    content: bytes = calendar.to_ical()
    return content


def _event(owner: str, entry: Entry, written_at: datetime) -> Event:
    """The standard wants the day after as the end."""
    event = Event()
    event.add("uid", str(uuid5(NAMESPACE, f"{owner}/{entry.key}")))
    event.add("dtstamp", written_at.replace(microsecond=0))
    event.add("sequence", _sequence(written_at))
    event.add("dtstart", entry.first)
    event.add("dtend", entry.last + DAY)
    event.add("summary", entry.title)
    event.add("description", entry.about)
    if entry.url:
        event.add("url", entry.url)
    event.add("transp", "TRANSPARENT")  # a plan keeps nobody from meetings
    event.add("categories", ["Waymark"])
    return event


def _sequence(written_at: datetime) -> int:
    """Grows with time: calendars pass over what is not newer than what they have."""
    return max(0, int((written_at - FIRST_VERSION).total_seconds()) // 60)


def _entries(sheet: Sheet) -> Iterator[Entry]:
    for row in sheet.rows:
        planned = row.planned
        key = f"step-{row.key}"
        yield Entry(key, planned.starts_on, planned.ends_on, row.title, _about(row))
    for milestone in sheet.milestones:
        on = milestone.on
        yield Entry(milestone.key, on, on, milestone.title, milestone.detail)


def _about(row: Row) -> str:
    waits = f"Waits for {'; '.join(row.waits_for)}" if row.waits_for else ""
    change = f"{row.start} → {row.end}"
    said = (change, row.effort, row.ends, row.worth, row.certificate, waits, row.why)
    return _lines(*(part[:1].upper() + part[1:] for part in said))


def _lines(*parts: str) -> str:
    return "\n".join(filter(None, parts))
