"""A cohort as a table for a spreadsheet: who stands where, as far as they show it.

First a state for each person and column, as the page has it; then the figures behind the states;
then who confirmed what. Figures are whole numbers, as in the other files.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from tablib.core import Dataset

from planner.cohort_wording import STATE_WORDS
from planner.domain.mentoring.matrix import Cell, Column, Matrix, Row
from planner.exports.cells import safe_cell

NOT_SHARED = "not shared with you"

type Cells = list[str | int]


@dataclass(frozen=True, slots=True)
class CohortTable:
    """`levels`: what the level is called, and the readiness for `level`, 0–1, by person."""

    matrix: Matrix
    level: str
    levels: Mapping[int, tuple[str, float]]
    today: date


@dataclass(frozen=True, slots=True)
class CohortFormat:
    """A kind of file."""

    label: str
    content_type: str
    write: Callable[[CohortTable], bytes]


def lay_out_cohort(table: CohortTable) -> list[Cells]:
    """The head and a row for each person; nothing in it is worked out as a formula."""
    columns = table.matrix.columns
    head: Cells = ["Person", "Level", f"Ready for {table.level}, %"]
    head += [_asked(column) for column in columns]
    head += [f"{column.label}, {'%' if column.target is None else 'level'}" for column in columns]
    head += [f"{column.label}, confirmed by" for column in columns]
    rows = [head, *(_row(table, row) for row in table.matrix.rows)]
    return [[safe_cell(cell) for cell in row] for row in rows]


def write_csv(table: CohortTable) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(lay_out_cohort(table))
    return text.getvalue().encode("utf-8-sig")


def write_xlsx(table: CohortTable) -> bytes:
    head, *rows = lay_out_cohort(table)
    book: bytes = Dataset(*rows, headers=head, title="Cohort").export("xlsx")
    return book


def cohort_file_name(kind: str, table: CohortTable) -> str:
    """A name of our own: nothing in it is anybody's words."""
    return f"waymark-cohort-{table.today.isoformat()}.{kind}"


def _row(table: CohortTable, row: Row) -> Cells:
    if not row.person.is_shared:
        return [row.person.name, NOT_SHARED, *[""] * (1 + 3 * len(table.matrix.columns))]
    level, readiness = table.levels[row.person.key]
    return [
        row.person.name,
        level,
        round(100 * readiness),
        *(STATE_WORDS[cell.state] for cell in row.cells),
        *map(_figure, row.cells),
        *(", ".join(cell.confirmed_by) for cell in row.cells),
    ]


def _figure(cell: Cell) -> str | int:
    if cell.gap is None:
        return ""
    return round(100 * (1 - cell.gap)) if cell.level is None else cell.level


def _asked(column: Column) -> str:
    return column.label if column.target is None else f"{column.label}, asked {column.target}"


COHORT_FORMATS: Mapping[str, CohortFormat] = MappingProxyType(
    {
        "csv": CohortFormat("CSV", "text/csv; charset=utf-8", write_csv),
        "xlsx": CohortFormat(
            "Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", write_xlsx
        ),
    }
)
