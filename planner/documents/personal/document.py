"""The file as bytes → its tables as plain values. What is wrong with it is said in words."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

MAX_BYTES = 5_000_000
MAX_DEPTH = 40  # a kept plan has 9
MAX_ROWS = 50_000  # of all tables: more than an honest file of 5 MB has
MOST_PROBLEMS = 50
FORMAT, VERSION = "waymark-personal-data", 1
KEYS = frozenset({"format", "version", "exported_at", "catalogue", "tables"})

type Rows = list[dict[str, Any]]


class PersonalFileError(Exception):
    """The file cannot be taken in; `problems` say why, to whoever chose it."""

    def __init__(self, *problems: str) -> None:
        super().__init__(" ".join(problems))
        self.problems = problems


class _RefusedError(Exception):
    """JSON that the standard library would let through."""


def read_tables(content: bytes) -> dict[str, Rows]:
    """The tables by name, each a list of objects. Raises PersonalFileError."""
    if len(content) > MAX_BYTES:
        raise PersonalFileError(f"The file is larger than {MAX_BYTES // 1_000_000} MB.")
    document = _parse(content)
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise PersonalFileError("This is no file of your data from here: it does not say so.")
    if type(document.get("version")) is not int or document["version"] != VERSION:
        said = shown(document.get("version"))
        raise PersonalFileError(f"The file is of version {said}; this site reads version 1.")
    if unknown := sorted(document.keys() - KEYS):
        raise PersonalFileError(f"The file has something unknown: {shown(unknown[0])}.")
    return _tables(document.get("tables"))


def _parse(content: bytes) -> Any:
    try:
        text = content.decode("utf-8-sig")
        if _depth(text) > MAX_DEPTH:
            raise PersonalFileError("The file is nested too deeply to be one of ours.")
        return json.loads(text, object_pairs_hook=_object, parse_constant=_refuse_constant)
    except _RefusedError as error:
        raise PersonalFileError(str(error)) from None
    except (ValueError, RecursionError):
        raise PersonalFileError("The file is not JSON, or is damaged.") from None


def _depth(text: str) -> int:
    """How deeply brackets are nested outside of strings; looked at before anything is parsed."""
    depth = deepest = 0
    is_text = is_escaped = False
    for char in text:
        if is_text:
            is_text = is_escaped or char != '"'
            is_escaped = char == "\\" and not is_escaped
        elif char == '"':
            is_text = True
        elif char in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif char in "]}":
            depth -= 1
    return deepest


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        [(twice, _)] = Counter(name for name, _ in pairs).most_common(1)
        raise _RefusedError(f"The file says {shown(twice)} twice in one place.")
    return found


def _refuse_constant(name: str) -> None:
    raise _RefusedError(f"The file has {name} where a number belongs.")


def _tables(given: object) -> dict[str, Rows]:
    if not isinstance(given, dict):
        raise PersonalFileError("The file has no tables.")
    for name, rows in given.items():
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise PersonalFileError(f"The table {shown(name)} is no list of rows.")
    if sum(map(len, given.values())) > MAX_ROWS:
        raise PersonalFileError(f"The file has more than {MAX_ROWS:,} rows.")
    return given


def shown(value: object) -> str:
    """A value on one short line, whatever it is: control characters are escaped."""
    said = repr(value) if isinstance(value, str | int | float | None) else type(value).__name__
    return said if len(said) <= 60 else f"{said[:57]}..."


def refuse_if(problems: Iterable[str]) -> None:
    """Raise PersonalFileError with the first of them, if there are any."""
    found = list(dict.fromkeys(problems))
    if found:
        more = len(found) - MOST_PROBLEMS
        rest = [f"And {more} more."] if more > 0 else []
        raise PersonalFileError(*found[:MOST_PROBLEMS], *rest)


def without(row: Mapping[str, Any], names: Iterable[str]) -> dict[str, Any]:
    left_out = frozenset(names)
    return {name: value for name, value in row.items() if name not in left_out}
