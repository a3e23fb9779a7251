"""Everything of a person as a file: one JSON document, or a ZIP of CSV tables for spreadsheets."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from planner.documents.plan import Document
from planner.exports.cells import safe_cell

ABOUT = """Everything that Waymark has of you, as tables. docs/data.md says what each column means.
A text that a spreadsheet would work out as a formula begins with an apostrophe.
The JSON file has the same, and only that one can be taken in again.
"""


@dataclass(frozen=True, slots=True)
class PersonalFormat:
    """A kind of file. `use`: what it is good for."""

    label: str
    use: str
    extension: str
    content_type: str
    write: Callable[[Document], bytes]


def write_json(document: Document) -> bytes:
    """One line for each row, which reads and compares well and stays small."""
    head = {name: value for name, value in document.items() if name != "tables"}
    tables = ",\n".join(_table_lines(*table) for table in document["tables"].items())
    return (f"{_json(head)[:-1]},\n" + '"tables": {\n' + f"{tables}\n}}}}\n").encode()


def _table_lines(name: str, rows: list[Document]) -> str:
    lines = ",\n".join(map(_json, rows))
    return f"{_json(name)}: [\n{lines}\n]" if rows else f"{_json(name)}: []"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def write_zip(document: Document) -> bytes:
    """A CSV for each table that has rows, with a note on how to read them."""
    packed = io.BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        archive.writestr("README.txt", ABOUT)
        for name, rows in document["tables"].items():
            if rows:
                archive.writestr(f"{name}.csv", _write_table(rows))
    return packed.getvalue()


def _write_table(rows: list[Mapping[str, Any]]) -> bytes:
    """With a byte order mark, without which Excel takes UTF-8 for its own code page."""
    table = io.StringIO(newline="")
    writer = csv.DictWriter(table, list(rows[0]), lineterminator="\r\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: _cell(value) for name, value in row.items()})
    return table.getvalue().encode("utf-8-sig")


def _cell(value: Any) -> str | int:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list) and all(isinstance(part, (str, int)) for part in value):
        return safe_cell("; ".join(map(str, value)))
    if isinstance(value, (list, dict)):
        return safe_cell(json.dumps(value, ensure_ascii=False))
    return value if isinstance(value, int) else safe_cell(str(value))


PERSONAL_FORMATS: Mapping[str, PersonalFormat] = MappingProxyType(
    {
        "json": PersonalFormat(
            "JSON", "complete, and can be taken in again", "json", "application/json", write_json
        ),
        "csv": PersonalFormat(
            "CSV", "a ZIP of tables for a spreadsheet", "zip", "application/zip", write_zip
        ),
    }
)  # fmt: skip
