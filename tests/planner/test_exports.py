"""The files of a plan: read back, complete, the same bytes again, safe with any name."""

import json
import re
from datetime import date

import pytest

from planner.documents import write_plan
from planner.domain.developer import HeldCertification
from planner.exports import FORMATS, file_name
from planner.exports.words import plain, span
from tests.pdf import text_in
from tests.planner.plan_files import (
    CATALOGUE,
    CKA,
    HOSTILE,
    PAY,
    answer_of,
    named,
    rows_of,
    sheet_of,
    steps_of,
    written,
)


@pytest.fixture(scope="module")
def sheet():
    return sheet_of(held=(CKA,))


# --- Every format ---------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", FORMATS)
def test_the_same_plan_gives_the_same_bytes(kind):
    assert written(kind, sheet_of(held=(CKA,))) == written(kind, sheet_of(held=(CKA,)))


@pytest.mark.parametrize("kind", FORMATS)
def test_pay_now_is_in_no_file(kind):
    content = written(kind, sheet_of())
    text = text_in(content) if kind == "pdf" else content.decode()
    assert not re.search(rf"{PAY}|{PAY:,}|91\.2|pay_now", text)


@pytest.mark.parametrize("kind", ["pdf", "calendar", "markdown", "csv"])
def test_a_file_says_what_the_whole_plan_comes_to(kind, sheet):
    content = written(kind, sheet)
    text = text_in(content) if kind == "pdf" else content.decode().replace("\r\n ", "")
    flat = " ".join(text.replace("\\", "").split())
    assert [fact for fact in sheet.facts if fact not in flat] == []


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("name", HOSTILE)
def test_any_name_is_written(kind, name):
    assert written(kind, sheet_of(named(name), name=name, horizon_months=4))


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize(
    "profile",
    [
        {"horizon_months": 1, "hours_per_week": 1},
        {"horizon_months": 600, "hours_per_week": 80, "target": "senior"},
        {"skills": {}, "years": 0},
        {"exclude": sorted(CATALOGUE.positions)},
    ],
)
def test_the_shortest_and_the_longest_plans_are_written(kind, profile):
    assert written(kind, sheet_of(**profile))


def test_a_file_has_a_name_of_our_own(sheet):
    names = {file_name(format_, sheet) for format_ in FORMATS.values()}
    assert names == {
        f"waymark-roadmap-2026-11-24.{end}" for end in ("pdf", "ics", "md", "csv", "json")
    }


# --- The sheet ------------------------------------------------------------------------------------


def test_a_level_says_its_day_and_both_gates(sheet):
    reaches = sheet.reaches
    assert sheet.level.startswith("Mid-level on ")
    assert f"{reaches.skills_on.day} {reaches.skills_on:%B %Y}" in sheet.level
    assert "its years of experience already; the skills bind" in sheet.level


def test_a_level_that_is_not_reached_says_so():
    assert sheet_of(horizon_months=1).level == "Mid-level is not reached within 1 month."


def test_no_pay_is_claimed_before_entry_level():
    sheet = sheet_of(skills={})
    assert {row.worth for row in sheet.rows} == {"no pay figure"}
    assert "No pay is claimed before entry level." in sheet.total
    assert {row["could be worth a year, high"] for row in steps_of(written("csv", sheet))} == {""}


def test_certificates_in_hand_and_to_come_are_to_be_renewed():
    sheet = sheet_of(held=(CKA, HeldCertification("aws-dva", None, date(2026, 11, 23))), years=7,
                     target="senior", horizon_months=36)  # fmt: skip
    days = {milestone.key: milestone.on for milestone in sheet.milestones}
    planned = {row.planned.step.id: row.planned.ends_on for row in sheet.rows}
    assert days["expiry-cka"] == date(2027, 3, 1)
    assert "expiry-aws-dva" not in days
    assert days["renewal-ckad"] == planned["ckad"].replace(year=planned["ckad"].year + 2)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a\r\nb\tc", "a b c"),
        ("a\0\x1b[31mb", "a [31mb"),
        ("\u202eabc\u2066", "abc"),
        ("👩\u200d👧 עברית", "👩\u200d👧 עברית"),
        ("e\u0301", "é"),
        ("\ud800x", "x"),
    ],
)
def test_plain_text_is_one_line_that_reads_one_way(text, kept):
    assert plain(text) == kept


def test_a_span_names_a_year_once():
    days = date(2026, 11, 24), date(2026, 12, 3), date(2027, 1, 2)
    assert span(days[0], days[0]) == "24 Nov 2026"
    assert span(days[0], days[1]) == "24 Nov – 3 Dec 2026"
    assert span(days[0], days[2]) == "24 Nov 2026 – 2 Jan 2027"


# --- JSON -----------------------------------------------------------------------------------------


def test_json_is_the_plan_of_the_contract(sheet):
    document = json.loads(written("json", sheet))
    expected = write_plan(CATALOGUE, answer_of())
    assert document["plan"] == json.loads(json.dumps(expected["plan"]))
    assert document["catalogue_version"] == CATALOGUE.version
    assert document["today"] == "2026-11-24"


# --- Markdown -------------------------------------------------------------------------------------


def test_markdown_has_a_box_for_each_step(sheet):
    text = written("markdown", sheet).decode()
    boxes = re.findall(
        r"^- \[ \] (?:\*\*)?(.+?)(?:\*\*)? \(([^()]+) → ([^()]+)\)", text, re.MULTILINE
    )
    rows = [*sheet.rows, *sheet.later]
    assert [box[0].replace("\\", "") for box in boxes] == [row.title for row in rows]
    assert [box[1:] for box in boxes] == [(row.start, row.end) for row in rows]


def test_markdown_says_when_how_long_what_it_is_worth_and_why(sheet):
    text = written("markdown", sheet).decode().replace("\\", "")
    for row in sheet.rows:
        days = f"{row.planned.starts_on.isoformat()} – {row.planned.ends_on.isoformat()}"
        block = text.partition(f"**{row.title}** (")[2].partition("\n- ")[0]
        assert all(part in block for part in (days, row.ends, row.effort, row.worth, row.why))
        assert all(title in block for title in row.waits_for)


def test_markdown_takes_names_for_text():
    name = "- [x] *b* [a](https://e.example) <i> `c` ~~d~~ &lt; a|b \\"
    text = written("markdown", sheet_of(name=name)).decode()
    assert (
        r"For - \[x\] \*b\* \[a\](https\://e.example) \<i\> \`c\` \~\~d\~\~ \&lt; a\|b \\" in text
    )


# --- CSV ------------------------------------------------------------------------------------------


def test_csv_has_a_row_for_each_step(sheet):
    content = written("csv", sheet)
    assert content.startswith(b"\xef\xbb\xbfrow,number,")
    for read, row in zip(steps_of(content), sheet.rows, strict=True):
        planned, (low, high) = row.planned, row.planned.ends_between
        assert (read["what"], read["from"], read["to"]) == (row.title, row.start, row.end)
        assert read["starts on"] == planned.starts_on.isoformat()
        assert read["ends on, low hours"] == low.isoformat()
        assert read["ends on, high hours"] == high.isoformat()
        assert int(read["hours, high"]) == round(planned.step.hours.high)
        assert int(read["could be worth a year, high"]) == round(planned.gain.high)
        assert (read["waits for"], read["why"]) == ("; ".join(row.waits_for), row.why)


def test_csv_has_what_is_later_and_the_sums(sheet):
    rows = rows_of(written("csv", sheet))
    by_kind = {
        kind: [row for row in rows if row["row"] == kind] for kind in ("later", "total", "level")
    }
    assert [row["what"] for row in by_kind["later"]] == [row.title for row in sheet.later]
    assert by_kind["total"][0]["hours, low"] == f"{sheet.hours.low:.0f}"
    assert by_kind["level"][0]["ends on"] == sheet.reaches.on.isoformat()


@pytest.mark.parametrize("name", HOSTILE)
def test_no_cell_is_a_formula(name):
    rows = rows_of(written("csv", sheet_of(named(name), name=name, horizon_months=4)))
    cells = [cell for row in rows for cell in row.values()]
    assert [cell for cell in cells if cell[:1] in set("=+-@\t\r\n＝＋－＠") and cell] == []
