"""The calendar of a plan: whole days, stable entries, nobody's words as lines of their own."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from icalendar import Calendar

from tests.planner.plan_files import CKA, HOSTILE, NOW, events_of, named, sheet_of, written


@pytest.fixture(scope="module")
def sheet():
    return sheet_of(held=(CKA,))


def test_a_calendar_has_each_step_as_whole_days(sheet):
    events = events_of(written("calendar", sheet))
    for row in sheet.rows:
        event = events[row.title]
        assert event["DTSTART"].dt == row.planned.starts_on
        assert event["DTEND"].dt == row.planned.ends_on + timedelta(days=1)
        said = event["DESCRIPTION"].lower()
        assert all(part.lower() in said for part in (row.worth, row.why, *row.waits_for))


def test_a_calendar_has_the_day_of_the_level_and_of_renewals(sheet):
    events = events_of(written("calendar", sheet))
    assert events["Mid-level reached"]["DTSTART"].dt == sheet.reaches.on
    renewal = events["Renew Certified Kubernetes Administrator: its last valid day"]
    assert renewal["DTSTART"].dt == date(2027, 3, 1)


def test_a_step_keeps_its_uid_when_it_is_planned_anew():
    before = events_of(written("calendar", sheet_of()))
    after = events_of(written("calendar", sheet_of(hours_per_week=9, objective="earnings")))
    both = before.keys() & after.keys()
    assert len(both) > 5
    assert {name for name in both if before[name]["UID"] != after[name]["UID"]} == set()
    assert any(before[name]["DTSTART"].dt != after[name]["DTSTART"].dt for name in both)


def test_uids_differ_between_entries_and_people(sheet):
    own = [event["UID"] for event in Calendar.from_ical(written("calendar", sheet)).walk("VEVENT")]
    bobs = events_of(written("calendar", replace(sheet, owner="bob"))).values()
    assert len(set(own)) == len(own) == len(sheet.rows) + len(sheet.milestones)
    assert not set(own) & {event["UID"] for event in bobs}


def test_a_newer_file_moves_the_entries_of_an_older_one(sheet):
    older = Calendar.from_ical(written("calendar", sheet)).walk("VEVENT")[0]
    later = replace(sheet, written_at=NOW + timedelta(minutes=5))
    newer = Calendar.from_ical(written("calendar", later)).walk("VEVENT")[0]
    assert older["DTSTAMP"].dt == NOW
    assert newer["SEQUENCE"] > older["SEQUENCE"]


@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_breaks_out_of_its_line(name):
    sheet = sheet_of(named(name), name=name, horizon_months=4)
    content = written("calendar", sheet)
    assert content.count(b"BEGIN:VEVENT\r\n") == len(sheet.rows) + len(sheet.milestones)
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    assert b"\n" not in content.replace(b"\r\n", b"")
