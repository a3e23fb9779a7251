"""What kind of file somebody sent, by its first bytes, and the text in it."""

from __future__ import annotations

import json
import subprocess  # runs this program only
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from planner.importing.decoding import decode
from planner.importing.limits import CHILD_DEADLINE, MAX_BYTES
from planner.importing.problems import FileProblemError

Format = Literal["pdf", "docx", "zip", "json", "text"]

_BODY_OF_DOCX = b"word/document.xml"
_ROOT = Path(__file__).resolve().parents[2]
_START_OF_PDF = 1024  # bytes before which the mark may stand
_REFUSED = (
    (b"\xd0\xcf\x11\xe0", "old-word"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"II*\x00", "picture"),
    (b"MM\x00*", "picture"),
    (b"\x7fELF", "binary"),
    (b"\x1f\x8b", "binary"),
)


@dataclass(frozen=True, slots=True)
class Imported:
    """The text of a file. `files`: those of a LinkedIn archive, by name. `data`: of JSON."""

    format: Format
    text: str = ""
    files: Mapping[str, str] = field(default_factory=dict)
    data: object = None


def import_file(content: bytes) -> Imported:
    """Read a file of any kind. Raises FileProblemError, whose words may be shown."""
    if len(content) > MAX_BYTES:
        raise FileProblemError("too-large")
    if not content.strip():
        raise FileProblemError("empty")
    format_ = format_of(content)
    if format_ == "zip":
        return Imported("zip", files=_read_apart("zip", content))
    if format_ in ("pdf", "docx"):
        return Imported(format_, _read_apart(format_, content)[""])
    return _plain(decode(content))


def format_of(content: bytes) -> Format:
    """By the leading bytes; names and types that a browser sends are worth nothing."""
    for mark, problem in _REFUSED:
        if content.startswith(mark):
            raise FileProblemError(problem)
    if b"%PDF-" in content[:_START_OF_PDF]:
        return "pdf"
    if content.startswith(b"PK\x03\x04"):
        return "docx" if _BODY_OF_DOCX in content else "zip"
    return "text"


def _plain(text: str) -> Imported:
    if text.lstrip("\ufeff \t\r\n")[:1] in ("{", "["):
        try:
            return Imported("json", text, data=json.loads(text.lstrip("\ufeff")))
        except (ValueError, RecursionError):
            pass  # a text may begin with a bracket
    return Imported("text", text)


def _read_apart(kind: str, content: bytes) -> dict[str, str]:
    """Read in a child process, which has limits of memory and time and knows no secrets."""
    command = [sys.executable, "-m", "planner.importing.child", kind]
    environment = {"PYTHONPATH": str(_ROOT), "PYTHONDONTWRITEBYTECODE": "1", "LANG": "C.UTF-8"}
    try:
        done = subprocess.run(  # noqa: S603 (the command is this program, the file its input)
            command,
            input=content,
            capture_output=True,
            cwd=_ROOT,
            env=environment,
            timeout=CHILD_DEADLINE,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise FileProblemError("too-slow") from error
    try:
        answer = json.loads(done.stdout)
    except ValueError as error:  # it was ended by its limits before it could answer
        raise FileProblemError("too-slow") from error
    if problem := answer.get("problem"):
        raise FileProblemError(problem)
    texts: dict[str, str] = answer["texts"]
    return texts
