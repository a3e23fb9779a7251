"""Bytes to text, whatever the encoding."""

from __future__ import annotations

import codecs

from planner.importing.problems import FileProblemError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MOST_CONTROLS = 0.02  # share of control characters that a text may have
_SAMPLE = 4000


def decode(content: bytes) -> str:
    """The text: by its byte-order mark, as UTF-8, as UTF-16 without a mark, as Windows-1252.

    Raises FileProblemError if it is not text.
    """
    text = _decoded(content)
    sample = text[:_SAMPLE]
    controls = sum(character < " " and character not in "\t\n\r\f" for character in sample)
    if controls > _MOST_CONTROLS * len(sample):
        raise FileProblemError("binary")
    return text.replace("\x00", "")


def _decoded(content: bytes) -> str:
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    for encoding in ("utf-8", *_utf16(content), "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text or encoding != "utf-8":
            return text
    return content.decode("latin-1")


def _utf16(content: bytes) -> tuple[str, ...]:
    """UTF-16 without a mark: every other byte of most texts is zero."""
    sample = content[:_SAMPLE]
    for encoding, offset in (("utf-16-le", 1), ("utf-16-be", 0)):
        if sample[offset::2].count(0) > len(sample) // 4:
            return (encoding,)
    return ()
