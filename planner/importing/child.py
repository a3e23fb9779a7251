"""Reads one file in a process of its own: `python -m planner.importing.child KIND < FILE`.

Prints a JSON object: `{"texts": {name: text}}` or `{"problem": code}`. It gives up memory and time
before it opens anything, has no settings and no database, and opens no other file.
"""

from __future__ import annotations

import contextlib
import json
import resource
import sys
from pathlib import PurePosixPath

from planner.importing.archive import Archive
from planner.importing.decoding import decode
from planner.importing.limits import CHILD_MEMORY, CHILD_SECONDS, MAX_CHARACTERS
from planner.importing.problems import FileProblemError


def main() -> None:
    _limit()
    content = sys.stdin.buffer.read()
    try:
        answer: dict[str, object] = {"texts": _texts(sys.argv[1], content)}
    except FileProblemError as problem:
        answer = {"problem": problem.code}
    except MemoryError:
        answer = {"problem": "too-slow"}
    except Exception:  # whatever a parser trips over, the file is not readable
        answer = {"problem": "broken"}
    sys.stdout.write(json.dumps(answer))


def _limit() -> None:
    for kind, limit in (
        (resource.RLIMIT_AS, CHILD_MEMORY),
        (resource.RLIMIT_CPU, CHILD_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        with contextlib.suppress(ValueError, OSError):  # a system may not know one of them
            resource.setrlimit(kind, (limit, limit))


def _texts(kind: str, content: bytes) -> dict[str, str]:
    if kind == "zip":
        return _linkedin(content)
    if kind == "pdf":
        from planner.importing.pdf import pdf_text as read  # after the limits
    else:
        from planner.importing.docx import docx_text as read
    text = read(content)
    if len(text) > MAX_CHARACTERS:
        raise FileProblemError("too-much-text")
    if not text.strip():
        raise FileProblemError("no-text")
    return {"": text}


def _linkedin(content: bytes) -> dict[str, str]:
    """The three files of an export by name; of anything else not even a byte is unpacked."""
    from planner.domain.reading.structured import LINKEDIN_FILES  # large, and only needed here

    archive = Archive(content)
    found: dict[str, str] = {}
    for name in archive.names:
        last = PurePosixPath(name).name
        if last in LINKEDIN_FILES and last not in found:
            found[last] = decode(archive.read(name))
    if not found:
        raise FileProblemError("no-linkedin")
    if sum(map(len, found.values())) > MAX_CHARACTERS:
        raise FileProblemError("too-much-text")
    return found


if __name__ == "__main__":
    main()
