"""The plan as CSV: one table, a row a step, then what is said of the whole plan.

Excel takes UTF-8 for its own code page unless a byte order mark comes first; LibreOffice, Numbers
and Google Sheets read the mark as well. Hours and dollars are whole numbers, because a decimal
point is a thousands separator to half of the world's spreadsheets.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping

from planner.domain.ranges import Range
from planner.exports.cells import safe_cell
from planner.exports.sheet import LaterRow, Milestone, Row, Sheet

COLUMNS = (
    "row", "number", "kind", "id", "what", "from", "to", "starts on", "ends on",
    "ends on, low hours", "ends on, high hours", "hours, low", "hours, central", "hours, high",
    "practice months", "could be worth a year, low", "could be worth a year, central",
    "could be worth a year, high", "waits for", "why", "certificate",
)  # fmt: skip

type Cells = Mapping[str, str | int]


def write_spreadsheet(sheet: Sheet) -> bytes:
    table = io.StringIO(newline="")
    writer = csv.DictWriter(table, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    for cells in _rows(sheet):
        writer.writerow({column: safe_cell(cell) for column, cell in cells.items()})
    return table.getvalue().encode("utf-8-sig")


def _rows(sheet: Sheet) -> Iterator[Cells]:
    is_claimed = sheet.total_gain is not None
    for row in sheet.rows:
        yield _step(row, is_claimed=is_claimed)
    yield from (_later(row, len(sheet.rows) + n) for n, row in enumerate(sheet.later, start=1))
    yield {"row": "total", "what": sheet.total, **_hours(sheet.hours), **_gain(sheet.total_gain)}
    reached_on = sheet.reaches.on.isoformat() if sheet.reaches else ""
    yield {"row": "level", "what": sheet.level, "ends on": reached_on}
    yield from (_milestone(milestone) for milestone in sheet.milestones)
    for note in (sheet.order, sheet.basis, sheet.made, sheet.name and f"For {sheet.name}"):
        if note:
            yield {"row": "note", "what": note}


def _step(row: Row, *, is_claimed: bool) -> Cells:
    planned, (low, high) = row.planned, row.planned.ends_between
    return {
        "row": "step",
        "number": row.position,
        "kind": planned.step.kind,
        "id": planned.step.id,
        "what": row.title,
        "from": row.start,
        "to": row.end,
        "starts on": planned.starts_on.isoformat(),
        "ends on": planned.ends_on.isoformat(),
        "ends on, low hours": low.isoformat(),
        "ends on, high hours": high.isoformat(),
        **_hours(planned.step.hours),
        "practice months": planned.step.practice_months,
        **_gain(planned.gain if is_claimed else None),
        "waits for": "; ".join(row.waits_for),
        "why": row.why,
        "certificate": row.certificate,
    }


def _later(row: LaterRow, number: int) -> Cells:
    step = row.step
    return {
        "row": "later",
        "number": number,
        "kind": step.kind,
        "id": step.id,
        "what": row.title,
        "from": row.start,
        "to": row.end,
        **_hours(step.hours),
        "practice months": step.practice_months,
    }


def _milestone(milestone: Milestone) -> Cells:
    return {
        "row": "day",
        "what": milestone.title,
        "ends on": milestone.on.isoformat(),
        "why": milestone.detail,
    }


def _hours(hours: Range) -> Cells:
    return _range("hours", hours)


def _gain(gain: Range | None) -> Cells:
    return {} if gain is None else _range("could be worth a year", gain)


def _range(name: str, figure: Range) -> Cells:
    return {
        f"{name}, low": round(figure.low),
        f"{name}, central": round(figure.central),
        f"{name}, high": round(figure.high),
    }
