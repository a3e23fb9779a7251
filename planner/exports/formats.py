"""The formats there are, and what their files are called."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from planner.exports.calendar_file import write_calendar
from planner.exports.document import write_document
from planner.exports.markdown import write_markdown
from planner.exports.pdf import write_pdf
from planner.exports.sheet import Sheet
from planner.exports.spreadsheet import write_spreadsheet


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file. `label` and `use`: what it is called, and what it is good for."""

    label: str
    use: str
    extension: str
    content_type: str
    write: Callable[[Sheet], bytes]


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "pdf": Format("PDF", "one page to print", "pdf", "application/pdf", write_pdf),
        "calendar": Format(
            "Calendar", "a day or span for each step", "ics", "text/calendar; charset=utf-8",
            write_calendar,
        ),
        "markdown": Format(
            "Markdown", "a checklist to tick off", "md", "text/markdown; charset=utf-8",
            write_markdown,
        ),
        "csv": Format(
            "CSV", "for a spreadsheet", "csv", "text/csv; charset=utf-8", write_spreadsheet
        ),
        "json": Format(
            "JSON", "for programs", "json", "application/json", write_document
        ),
    }
)  # fmt: skip


def file_name(format_: Format, sheet: Sheet) -> str:
    """A name of our own: nothing in it is anybody's words."""
    return f"waymark-roadmap-{sheet.today.isoformat()}.{format_.extension}"
