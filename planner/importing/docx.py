"""The text of a Word document: its body, tables, text boxes, headers, footers and notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError  # types only: defusedxml parses

from defusedxml import DefusedXmlException, DTDForbidden
from defusedxml.ElementTree import fromstring

from planner.importing.archive import Archive
from planner.importing.problems import FileProblemError

_PARTS = re.compile(r"word/(?:header\d*|document|footnotes|endnotes|footer\d*)\.xml")
_ORDER = ("header", "document", "footnotes", "endnotes", "footer")
# Signs that XML cannot hold mark the cells until it is known how many paragraphs they have.
_CELL, _CELL_END = "\x1c", "\x1d"
_BREAKS = {"p": "\n", "tr": "\n", "tc": _CELL_END, "br": "\n", "cr": "\n", "tab": "\t"}
_SHORT_CELL = re.compile(rf"{_CELL}([^\n{_CELL}{_CELL_END}]*)\n?{_CELL_END}")
_LONG_CELL = re.compile(f"{_CELL}|{_CELL_END}")


def docx_text(content: bytes) -> str:
    """All text in the order in which it is read. Raises FileProblemError."""
    archive = Archive(content)
    names = [name for name in archive.names if _PARTS.fullmatch(name)]
    texts = [_text_of(archive.read(name)) for name in sorted(names, key=_position)]
    return "\n".join(texts)


def _position(name: str) -> int:
    return next(n for n, part in enumerate(_ORDER) if part in name)


def _text_of(xml: bytes) -> str:
    try:
        root = fromstring(xml, forbid_dtd=True)
    except DTDForbidden as error:
        raise FileProblemError("dtd") from error
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise FileProblemError("broken") from error
    return _laid_out("".join(_pieces(root)))


def _laid_out(text: str) -> str:
    """Cells of one paragraph stay on the line of their row, those of several get their own."""
    return _LONG_CELL.sub("", _SHORT_CELL.sub(r"\1\t", text))


def _pieces(root: Element) -> Iterator[str]:
    """The texts with a break after each paragraph and cells marked. Not recursive: files nest."""
    stack: list[Element | str] = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            yield node
            continue
        name = node.tag.rpartition("}")[2]
        if name == "t":
            yield node.text or ""
        elif name != "Fallback":  # a text box stands twice: for new programs and for old ones
            if name == "tc":
                yield _CELL
            stack.append(_BREAKS.get(name, ""))
            stack.extend(reversed(node))
