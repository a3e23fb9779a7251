"""One spelling for what looks alike, so that nothing later has to know of smart quotes or NBSP."""

from __future__ import annotations

import html
import re
import unicodedata

from planner.domain.reading.glued import part_glued

MAX_CHARACTERS = 102_400
_MOST_PASSES = 5

_SIGNS = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′´`", "'"),  # these are the signs meant
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"),
        **dict.fromkeys("●▪■◦‣⁃∙◆◇►▶▸★☆✓✔✅➢➤❖○□·", "•"),
        **dict.fromkeys("™®©℠", None),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", None),
        **dict.fromkeys("\u2028\u2029\x0b\x0c\x85", "\n"),
        "\ufffd": " ",
    }
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff]")
_WIDE_SPACE = re.compile(r"(?:[^\S\n]*\t[^\S\n]*)|[^\S\n]{4,}")
_SPACE = re.compile(r"[^\S\n\t]+")
_MARKS = re.compile(r"\*\*|__|(?<![^\W_])[*_](?=\S)|(?<=\S)\*(?![^\W_])")
_BULLET = re.compile(r"^[ \t]*(?:[•*+-]|o(?= [A-Z])|\\?-)[ \t]+", re.MULTILINE)
_LINE_END = re.compile(r"[ \t]+(?=\n)|[ \t]+\Z")
_EMPTY_LINES = re.compile(r"\n{3,}")
_SPACED_SIGNS = re.compile(r"\b([CF]) (\+\+|#)(?![\w+#])")


_AMPERSANDS = re.compile(r"&(?:amp;)+", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:[a-z]{2,6}|#\d{1,5}|#x[0-9a-f]{1,4});", re.IGNORECASE)
_ITEM_TAG = re.compile(r"<li(?: [^<>]{0,200})?>", re.IGNORECASE)
_BLOCK_TAG = re.compile(
    r"</?(?:p|br|ul|ol|div|h[1-6]|tr|table|section|li)(?: [^<>]{0,200})?/?>", re.IGNORECASE
)
_INLINE_TAG = re.compile(
    r"</?(?:b|strong|i|em|u|span|a|td|th|tbody|font|code)(?: [^<>]{0,300})?>", re.IGNORECASE
)


def normalise(text: str) -> str:
    """The text that all places refer to, at most `MAX_CHARACTERS` long.

    Done again while that changes anything, as what it takes away may have parted an entity.
    """
    for _ in range(_MOST_PASSES):
        before, text = text, _normalised(text)
        if text == before:
            break
    return text


def _normalised(text: str) -> str:
    text = text[: MAX_CHARACTERS + 1].replace("\r\n", "\n").replace("\r", "\n")
    text = _without_markup(text)
    text = unicodedata.normalize("NFKC", text.translate(_SIGNS)).translate(_SIGNS)
    text = _CONTROLS.sub(" ", text[: 2 * MAX_CHARACTERS])
    text = _SPACE.sub(" ", _WIDE_SPACE.sub("\t", text))
    text = _SPACED_SIGNS.sub(r"\1\2", _MARKS.sub("", text))
    text = _BULLET.sub("• ", part_glued(text))
    return _EMPTY_LINES.sub("\n\n", _LINE_END.sub("", text)).strip()[:MAX_CHARACTERS].rstrip()


def _without_markup(text: str) -> str:
    """Many an ad is copied with its HTML."""
    if "&" in text:
        text = _ENTITY.sub(_character, _AMPERSANDS.sub("&", text))
    if "<" in text:
        text = _ITEM_TAG.sub("\n• ", text)
        text = _INLINE_TAG.sub(" ", _BLOCK_TAG.sub("\n", text))
    return text


def _character(entity: re.Match[str]) -> str:
    found = html.unescape(entity.group())
    return "& " if found.startswith("&") and found != entity.group() else found
