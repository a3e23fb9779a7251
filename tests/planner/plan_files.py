"""Plans laid out for the tests of their files, and names that no file may fall for."""

import csv
import io
from dataclasses import replace
from datetime import UTC, date, datetime
from types import MappingProxyType

from icalendar import Calendar

from fixtures import build
from planner.documents import read_profile, work_out
from planner.domain.developer import HeldCertification
from planner.exports import FORMATS, lay_out
from tests.domain.people import ENTRY

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 9, 30, 12, tzinfo=UTC)
CATALOGUE = build.catalogue()
CKA = HeldCertification("cka", date(2025, 3, 1), date(2027, 3, 1))
PAY = 91_234
HOSTILE = [
    '=HYPERLINK("http://evil.example","x")',
    "+1+1",
    "-2+3",
    "@SUM(A1:A9)",
    "＝1+1",
    "\tx",
    "\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:evil",
    "a\0b\x1b[31m",
    "\u202egnp.exe\u2066",
    "😀 family 👩‍👩‍👧",
    "עברית العربية 日本語",
    "[x](javascript:alert(1)) <script>alert(1)</script>",
    "- [x] done\n# head",
    "'; DROP TABLE skills; --",
    "x" * 5000,
    "",
]


def answer_of(catalogue=CATALOGUE, **profile):
    document = {"years": 4, "skills": ENTRY, "horizon_months": 12, "current_pay": PAY} | profile
    developer, request = read_profile(document, catalogue, TODAY)
    return work_out(catalogue, developer, request, TODAY)


def sheet_of(catalogue=CATALOGUE, name="Alice", held=(), written_at=NOW, **profile):
    answer = answer_of(catalogue, **profile)
    return lay_out(
        catalogue, answer, TODAY, owner="alice", name=name, held=held, written_at=written_at
    )


def written(kind, sheet):
    return FORMATS[kind].write(sheet)


def named(name):
    """The catalogue with one name for every skill and certification."""

    def renamed(things):
        return MappingProxyType({id_: replace(thing, name=name) for id_, thing in things.items()})

    return replace(
        CATALOGUE,
        skills=renamed(CATALOGUE.skills),
        certifications=renamed(CATALOGUE.certifications),
    )


def rows_of(content):
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def steps_of(content):
    return [row for row in rows_of(content) if row["row"] == "step"]


def events_of(content):
    return {str(event["SUMMARY"]): event for event in Calendar.from_ical(content).walk("VEVENT")}
