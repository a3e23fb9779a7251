"""A cohort as a file: the same consent as on the page, and nothing that is worked out."""

import csv
import io

import pytest
from openpyxl import load_workbook

from accounts.models import Scope
from tests.planner.mentoring.in_cohort import confirm, joins, sees

pytestmark = pytest.mark.django_db
KINDS = ("csv", "xlsx")
FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "＝1", '=HYPERLINK("https://x.example")')
QUERIES = 10  # as the matrix without the queue, and: years


@pytest.fixture
def export(as_mira, cohort):
    def ask(kind="csv", **asked):
        return as_mira.get(f"/cohorts/{cohort.pk}/export/{kind}/", asked)

    return ask


def rows_of(response):
    """The head, and the rows by name: the same of both kinds."""
    if response.headers["Content-Type"].startswith("text/csv"):
        head, *rows = csv.reader(io.StringIO(response.content.decode("utf-8-sig")))
    else:
        sheet = load_workbook(io.BytesIO(response.content)).active
        cells = [["" if c.value is None else str(c.value) for c in row] for row in sheet.rows]
        head, *rows = cells
    return head, {row[0]: dict(zip(head, row, strict=True)) for row in rows}


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_says_what_the_page_says(cohort, mira, export, kind):
    alices = joins(cohort, "Alice", {"git": 3, "database-fundamentals": 1})
    confirm(alices, "git", 3, mira)
    head, rows = rows_of(export(kind))
    assert head[:4] == ["Person", "Level", "Ready for Entry-level, %", "A back-end language"]
    row = rows["Alice"]
    assert row["Level"] == "Before entry level"
    assert (row["Git"], row["Git, %"], row["Git, confirmed by"]) == ("met", "100", "Mira")
    assert (row["Database fundamentals"], row["Database fundamentals, %"]) == ("short", "42")
    assert (row["Basic API design"], row["Basic API design, %"]) == ("not assessed", "")


@pytest.mark.parametrize("kind", KINDS)
def test_skills_come_with_their_levels(cohort, export, kind):
    joins(cohort, "Alice", {"git": 3})
    _, rows = rows_of(export(kind, view="skills"))
    row = rows["Alice"]
    name = next(column for column in row if column.startswith("Git") and "asked 2" in column)
    assert (row[name], row[name.replace("asked 2", "level")]) == ("met", "3")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", FORMULAS)
def test_no_cell_is_worked_out_as_a_formula(cohort, export, kind, name):
    joins(cohort, name, {"git": 3})
    response = export(kind)
    assert list(rows_of(response)[1]) == [f"'{name}"]
    if kind == "xlsx":
        sheet = load_workbook(io.BytesIO(response.content)).active
        assert "f" not in {cell.data_type for row in sheet.rows for cell in row}


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_not_shown_is_not_in_the_file(cohort, export, kind):
    joins(cohort, "Alice", {"git": 3}, current_pay=91_234, place_id="0012420")
    bobs = joins(cohort, "Bob", {"git": 3, "python": 3}, shown=False)
    plans = joins(cohort, "Cleo", {"git": 3}, scopes=[Scope.PLAN, Scope.EVIDENCE])
    _, rows = rows_of(export(kind))
    for name in ("Bob", "Cleo"):
        assert set(rows[name].values()) == {name, "not shared with you", ""}
    assert not [text for row in rows.values() for text in row.values() if "91" in text]
    assert [sees(profile, "export") for profile in (bobs, plans)] == [0, 0]


def test_the_filter_of_the_page_holds_for_the_file(cohort, export):
    alices, bobs = joins(cohort, "Alice", {"git": 3}), joins(cohort, "Bob", {"git": 1})
    _, rows = rows_of(export(state="open"))
    assert list(rows) == ["Bob"]
    assert (sees(alices, "export"), sees(bobs, "export")) == (1, 1)


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_is_downloaded_and_never_run(cohort, export, kind):
    headers = export(kind).headers
    assert headers["Content-Disposition"].startswith('attachment; filename="waymark-cohort-')
    assert headers["Content-Disposition"].endswith(f'.{kind}"')
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("kind", ["pdf", "xls", "csv-x", "CSV"])
def test_another_kind_does_not_exist(export, kind):
    assert export(kind).status_code == 404


def test_an_empty_cohort_is_a_file_with_a_head(export):
    assert rows_of(export("xlsx"))[1] == {}


@pytest.mark.parametrize("people", [1, 200])
def test_the_number_of_queries_is_fixed(cohort, export, django_assert_num_queries, people):
    for n in range(people):
        joins(cohort, f"Person {n}", {"git": n % 5})
    export()
    with django_assert_num_queries(QUERIES):
        export()
