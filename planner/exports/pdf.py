"""The plan on one A4 page: what it comes to, then a row a step with its bar in time.

Long plans get smaller rows; what still does not fit is counted. The font is embedded, so the page
looks the same everywhere; it has the letters of Latin, Greek and Cyrillic.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import cast

from planner.exports import words
from planner.exports.paper import FOOT, INK, LEFT, LINE, MUTED, WIDTH, Colour, Paper
from planner.exports.sheet import Row, Sheet
from planner.time_wording import short_day

HEADINGS = 5.0
FAR = 1.5  # times as long as all steps: a level beyond is not on the axis
COLUMNS = {"number": 6.0, "what": 62.0, "dates": 39.0, "bar": 39.0, "hours": 14.0, "gain": 22.0}
GAP = 2.0  # between columns
TALLEST, SMALLEST = 9.0, 5.8  # height of a row
ACCENT, STUDY, LEVEL = (15, 107, 92), (149, 210, 195), (181, 74, 0)


def write_pdf(sheet: Sheet) -> bytes:
    page = Page(sheet)
    page.head()
    page.steps()
    page.later()
    page.foot()
    return page.content()


@dataclass(frozen=True, slots=True)
class Axis:
    """The time that the bars span, in millimetres across the page."""

    first: date
    last: date
    left: float
    width: float

    def at(self, day: date) -> float:
        days = max(1, (self.last - self.first).days)
        part = (day - self.first).days / days
        return self.left + self.width * min(1.0, max(0.0, part))

    def years(self) -> Iterator[date]:
        """The New Years in it, at most eight or so."""
        whole = range(self.first.year + 1, self.last.year + 1)
        yield from (date(year, 1, 1) for year in whole[:: len(whole) // 8 + 1])


class Page(Paper):
    """One page being written, from top to bottom."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(sheet)
        self.sheet, self.legend = sheet, ""

    # --- Parts ---

    def head(self) -> None:
        sheet, pdf = self.sheet, self.pdf
        self.text(sheet.title, 19, style="B")
        if sheet.name and self.has_letters(sheet.name):
            self.text(f"For {sheet.name}", 10, colour=MUTED)
        pdf.ln(2)
        self.paragraph(sheet.level, 10, style="B")
        self.paragraph(sheet.total, 9.5)
        if sheet.order:
            self.paragraph(sheet.order, 9.5)
        pdf.ln(3)

    def steps(self) -> None:
        if not self.sheet.rows:
            return
        rows, height = self._fitting()
        axis = self._axis(rows)
        self.legend = self._legend(axis)
        self._headings(axis)
        for row in rows:
            self._row(row, axis, height)
        left_out = self.sheet.rows[len(rows) :]
        if left_out:
            last = short_day(left_out[-1].planned.ends_on)
            self.text(f"and {len(left_out)} more steps, up to {last}", 8, colour=MUTED)

    def later(self) -> None:
        """What ends beyond the horizon, as much of it as there is room for."""
        if not self.sheet.later:
            return
        self.pdf.ln(1.5)
        said = "; ".join(f"{row.title} ({row.effort})" for row in self.sheet.later)
        self.font(8, "", MUTED)
        text = self.drawable(f"Later, beyond the horizon: {said}.")
        found = self.pdf.multi_cell(WIDTH, 3.6, text, align="L", dry_run=True, output="LINES")
        lines = cast("list[str]", found)
        most = max(1, int((FOOT - self.pdf.y) / 3.6))
        for line in [*lines[: most - 1], " ".join(lines[most - 1 :])]:
            self.text(line, 8, colour=MUTED)

    def foot(self) -> None:
        self.pdf.set_y(FOOT)
        self.text(self.legend, 8, colour=MUTED)
        self.text(self.sheet.basis, 8, colour=MUTED)
        self.text(self.sheet.made, 8, colour=MUTED)

    # --- Steps ---

    def _fitting(self) -> tuple[tuple[Row, ...], float]:
        """The rows that fit, and how tall each can be."""
        room = FOOT - (7 if self.sheet.later else 2) - self.pdf.y - HEADINGS
        rows = self.sheet.rows
        most = int(room / SMALLEST)
        shown = rows if len(rows) <= most else rows[: most - 1]
        return shown, min(TALLEST, room / max(1, len(shown) + (len(shown) < len(rows))))

    def _axis(self, rows: tuple[Row, ...]) -> Axis:
        today = self.sheet.today
        last = max(row.planned.ends_on for row in rows)
        if self.sheet.reaches and last < self.sheet.reaches.on <= today + (last - today) * FAR:
            last = self.sheet.reaches.on
        left = LEFT + sum(COLUMNS[name] for name in ("number", "what", "dates"))
        return Axis(today, last, left, COLUMNS["bar"] - GAP)

    def _headings(self, axis: Axis) -> None:
        y = self.pdf.y
        self._cells(("", "Step", "Dates", "", "Hours", "Could be worth"), y, 5, 8, MUTED)
        for year in axis.years():
            self.label(f"{year.year}", axis.at(year), y)
        self.pdf.set_y(y + HEADINGS)

    def _grid(self, axis: Axis, top: float, height: float) -> None:
        """A line at each New Year and one, in the level's colour, on the day of the level."""
        marks = [(year, LINE) for year in axis.years()]
        if self.sheet.reaches and self.sheet.reaches.on <= axis.last:
            marks.append((self.sheet.reaches.on, LEVEL))
        for day, colour in marks:
            self.line(axis.at(day), top, axis.at(day), top + height, colour)

    def _row(self, row: Row, axis: Axis, height: float) -> None:
        pdf, top, size = self.pdf, self.pdf.y, 5.4 + height * 0.35
        upper, lower = height * 0.52, height * 0.4
        self.line(LEFT, top, LEFT + WIDTH, top, LINE)
        self._grid(axis, top, height * 0.56)
        self._cells(
            (
                str(row.position),
                row.title,
                row.dates,
                "",
                _short_hours(row),
                row.gain.removesuffix(" a year") or "–",
            ),
            top + height * 0.04, upper, size, INK,
        )  # fmt: skip
        self._bar(row, axis, top + height * 0.12, upper * 0.7)
        pdf.set_y(top + height * 0.04 + upper)
        self.text(_details(row), size * 0.82, height=lower, colour=MUTED, indent=COLUMNS["number"])
        pdf.set_y(top + height)

    def _bar(self, row: Row, axis: Axis, y: float, height: float) -> None:
        """Filled for the planned days, a thin line on to the day it ends with the high hours."""
        planned, pdf = row.planned, self.pdf
        left, right = axis.at(planned.starts_on), axis.at(planned.ends_on)
        latest = axis.at(max(planned.ends_on, planned.ends_between[1]))
        pdf.set_fill_color(*(ACCENT if planned.is_for_target else STUDY))
        pdf.rect(left, y, max(0.6, right - left), height, style="F")
        self.line(right, y + height / 2, latest, y + height / 2, ACCENT)

    def _legend(self, axis: Axis) -> str:
        target, reaches = self.sheet.target, self.sheet.reaches
        line = f"Vertical line: {target}. " if reaches and reaches.on <= axis.last else ""
        return (
            f"Dark bars: needed for {target}. Thin lines: on to the end at the high hours. {line}"
            "Could be worth: a year, on top of the steps before."
        )

    # --- Text ---

    def _cells(
        self, texts: tuple[str, ...], y: float, height: float, size: float, colour: Colour
    ) -> None:
        x = LEFT
        for name, text in zip(COLUMNS, texts, strict=True):
            width = COLUMNS[name]
            self.pdf.set_xy(x, y)
            style = "B" if name == "what" else ""
            align = "R" if name in {"hours", "gain"} else "L"
            room = width - GAP * (align == "L")
            said = self.fitted(text, room, size, style)
            self.pdf.set_text_color(*colour)
            self.pdf.cell(room, height, said, align=align)
            x += width


def _short_hours(row: Row) -> str:
    hours = row.planned.step.hours
    return f"{hours.low:,.0f}–{hours.high:,.0f}" if hours.high > 0 else "at work"


def _details(row: Row) -> str:
    waits = f"waits for {', '.join(row.waits_for)}" if row.waits_for else ""
    practice = row.effort if row.planned.step.practice_months else ""
    low, high = row.planned.ends_between
    ends = f"ends {words.span(low, high)}" if low != high else ""
    said = (f"from {row.start}", ends, practice, row.certificate, waits, row.why)
    return ". ".join(part[:1].upper() + part[1:] for part in said if part)
