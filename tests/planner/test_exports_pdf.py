"""The page of a plan, read as somebody sees it."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.exports.pdf import Axis
from tests.pdf import pages_in, text_in
from tests.planner.plan_files import CKA, NOW, TODAY, sheet_of, written


@pytest.fixture(scope="module")
def sheet():
    return sheet_of(held=(CKA,))


@pytest.mark.parametrize(
    "profile",
    [{}, {"horizon_months": 1}, {"horizon_months": 600, "hours_per_week": 80, "target": "senior"}],
)
def test_a_pdf_is_one_page_with_every_step_or_their_number(profile):
    sheet = sheet_of(**profile)
    content = written("pdf", sheet)
    lines = text_in(content).splitlines()
    more = next((int(n) for line in lines for n in re.findall(r"^and (\d+) more", line)), 0)
    numbers = [int(line) for line in lines if line.isdigit() and int(line) < 1000]
    assert pages_in(content) == 1
    assert numbers == list(range(1, len(sheet.rows) - more + 1))


def test_a_pdf_says_what_when_how_long_and_what_it_could_be_worth(sheet):
    lines = text_in(written("pdf", sheet)).splitlines()
    for row in sheet.rows:
        at = lines.index(row.title)
        hours = row.planned.step.hours
        assert lines[at + 1] == row.dates
        assert lines[at + 2] == (f"{hours.low:.0f}–{hours.high:.0f}" if hours.high else "at work")
        assert lines[at + 3] == (row.gain.removesuffix(" a year") or "–")
        assert f"From {row.start}." in lines[at + 4]


def test_a_pdf_carries_no_time_but_the_one_given(sheet):
    content = written("pdf", sheet)
    assert re.findall(rb"D:\d{14}", content) == [b"D:20261124093012"]
    assert written("pdf", replace(sheet, written_at=NOW + timedelta(days=1))) != content


@pytest.mark.parametrize(
    ("name", "said"),
    [("Łukasz Müller", True), ("Αλίκη", True), ("Алиса", True), ("日本", False), ("😀", False)],
)
def test_a_name_is_left_out_where_the_font_has_no_letters_for_it(name, said):
    text = text_in(written("pdf", sheet_of(name=name)))
    assert (f"For {name}" in text, "For" in text.split("\n")[1]) == (said, said)


def test_bars_stay_on_their_axis():
    axis = Axis(TODAY, date(2027, 11, 24), left=100, width=40)
    assert (axis.at(TODAY), axis.at(date(2027, 11, 24))) == (100, 140)
    assert (axis.at(date(2020, 1, 1)), axis.at(date(2040, 1, 1))) == (100, 140)
    assert list(axis.years()) == [date(2027, 1, 1)]
