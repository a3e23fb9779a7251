"""TOML of strangers, read within limits."""

from __future__ import annotations

import re
import tomllib

_TOO_DEEP = "is nested too deeply"
_DEEPEST = 30  # parts of a name: the library takes memory by the square of them
_PART = re.compile(r"(?:[\w-]+|\"[^\"\n]*\"|'[^'\n]*')[ \t]*(\.?)[ \t]*")


def toml_of(text: str) -> dict[str, object]:
    """The document. Raises ValueError if it is none, or is nested too deeply."""
    if _is_deep(text):
        raise ValueError(_TOO_DEEP)
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise ValueError(_TOO_DEEP) from None


def _is_deep(text: str) -> bool:
    """Whether a name has more parts ("a.b.c") than any that somebody writes."""
    parts, goes_on_at = 0, -1
    for part in _PART.finditer(text):
        parts = parts + 1 if part.start() == goes_on_at else 1
        if parts > _DEEPEST:
            return True
        goes_on_at = part.end() if part[1] else -1
    return False
