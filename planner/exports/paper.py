"""A sheet of paper to write on: fonts, colours, and text that keeps to its room."""

from __future__ import annotations

from importlib.resources import as_file, files

from fpdf import FPDF
from fpdf.enums import XPos, YPos
from fpdf.fonts import TTFFont

from planner.exports.sheet import Sheet

LEFT, TOP, WIDTH, FOOT = 14.0, 13.0, 182.0, 273.0  # millimetres on 210 × 297
TIGHTEST = 0.85  # of its size may a text be that would not fit
LONGEST = 300  # characters of a line, more than any has room for
INK, MUTED, LINE = (19, 23, 32), (85, 96, 114), (223, 228, 235)
FONT = "waymark"
FACES = {"": "SourceSansPro-Regular.ttf", "B": "SourceSansPro-Semibold.ttf"}

type Colour = tuple[int, int, int]


class Paper:
    """One A4 page, written from top to bottom. Sizes of text in points, all else in millimetres."""

    def __init__(self, sheet: Sheet) -> None:
        self.pdf = _blank(sheet)
        font = self.pdf.fonts[FONT]
        self.letters = font.cmap.keys() if isinstance(font, TTFFont) else set()

    def content(self) -> bytes:
        return bytes(self.pdf.output())

    def label(self, text: str, x: float, y: float) -> None:
        self.font(6.5, "", MUTED)
        width = self.pdf.get_string_width(text)
        self.pdf.text(min(x, LEFT + WIDTH) - width / 2, y + 3.4, text)

    def text(
        self, text: str, size: float, *, style: str = "", height: float = 0.0,
        colour: Colour = INK, indent: float = 0.0,
    ) -> None:  # fmt: skip
        """One line, cut where the page ends."""
        self.pdf.set_x(LEFT + indent)
        said = self.fitted(text, WIDTH - indent, size, style)
        self.pdf.set_text_color(*colour)
        self.pdf.cell(
            WIDTH - indent, height or size * 0.45, said, new_x=XPos.LMARGIN, new_y=YPos.NEXT
        )

    def paragraph(self, text: str, size: float, style: str = "") -> None:
        self.font(size, style, INK)
        self.pdf.set_x(LEFT)
        self.pdf.multi_cell(
            WIDTH, size * 0.47, self.drawable(text), align="L",
            new_x=XPos.LMARGIN, new_y=YPos.NEXT,
        )  # fmt: skip

    def fitted(self, text: str, width: float, size: float, style: str) -> str:
        """The text in a font set a little smaller if need be, or as much of it as fits then."""
        self.font(size, style, INK)
        said = self.drawable(text)[:LONGEST]
        if self.pdf.get_string_width(said) <= width:
            return said
        self.font(size * max(TIGHTEST, 0.995 * width / self.pdf.get_string_width(said)), style, INK)
        if self.pdf.get_string_width(said) <= width:
            return said
        while said and self.pdf.get_string_width(f"{said}…") > width:
            said = said[:-1]
        return f"{said.rstrip(' ;,.(')}…"

    def has_letters(self, text: str) -> bool:
        return all(ord(letter) in self.letters for letter in text)

    def drawable(self, text: str) -> str:
        """What the font has no letter for is left out of a title as a question mark."""
        return "".join(letter if ord(letter) in self.letters else "?" for letter in text)

    def font(self, size: float, style: str, colour: Colour) -> None:
        self.pdf.set_font(FONT, style, size)
        self.pdf.set_text_color(*colour)

    def line(self, x: float, y: float, to_x: float, to_y: float, colour: Colour) -> None:
        self.pdf.set_draw_color(*colour)
        self.pdf.line(x, y, to_x, to_y)


def _blank(sheet: Sheet) -> FPDF:
    """An empty page with its fonts and what a reader's program shows of the file."""
    pdf = FPDF(orientation="portrait", unit="mm", format="A4")
    pdf.set_margins(LEFT, TOP, LEFT)
    pdf.set_auto_page_break(False)
    pdf.c_margin = 0
    for style, name in FACES.items():
        with as_file(files("font_source_sans_pro") / "files" / name) as path:
            pdf.add_font(FONT, style, path)
    pdf.set_title(sheet.title)
    pdf.set_creator("Waymark")
    pdf.set_lang("en-GB")
    pdf.set_creation_date(sheet.written_at)
    pdf.set_line_width(0.2)
    pdf.add_page()
    return pdf
