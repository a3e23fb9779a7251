"""The cells of the matrix. Written here, not in a template, because there are thousands of them."""

from __future__ import annotations

from collections.abc import Sequence

from django import template
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString

from planner.cohort_wording import cell_words, number
from planner.domain.mentoring.matrix import Cell, Column
from planner.templatetags.ui import initials

register = template.Library()

CELL = '<td class="cell cell--{}"><a href="{}#of-{}" tabindex="-1">{}</a></td>'


class CellWriter:
    """Writes cells; equal ones are put into words once."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self.anchors = [conditional_escape(column.id) for column in columns]
        self.known: dict[Cell, SafeString] = {}

    def write(self, cells: Sequence[Cell], href: str) -> SafeString:
        address = conditional_escape(href)
        return format_html_join(
            "",
            CELL,
            (
                (cell.state, address, anchor, self._inside(cell))
                for cell, anchor in zip(cells, self.anchors, strict=True)
            ),
        )

    def _inside(self, cell: Cell) -> SafeString:
        if cell not in self.known:
            self.known[cell] = _inside(cell)
        return self.known[cell]


def _inside(cell: Cell) -> SafeString:
    """The number, who confirmed it in letters, and all of it in words."""
    words = cell_words(cell)
    said = format_html('{}<span class="visually-hidden"> {}</span>', number(cell), words)
    if not cell.confirmed_by:
        return said
    mark = "confirm" if cell.is_confirmed else "confirm confirm--part"
    return format_html(
        '{}<abbr class="{}" title="{}" aria-hidden="true">{}</abbr>',
        said, mark, words, initials(cell.confirmed_by[0]),
    )  # fmt: skip


@register.simple_tag
def cell_writer(columns: Sequence[Column]) -> CellWriter:
    """`{% cell_writer columns as writer %}`, once for all rows."""
    return CellWriter(columns)


@register.simple_tag
def cells(writer: CellWriter, row: Sequence[Cell], href: str) -> SafeString:
    """The cells of one row."""
    return writer.write(row, href)
