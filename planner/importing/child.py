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
from planner.importing.limits import (
    CHILD_MEMORY,
    CHILD_SECONDS,
    MAX_CHARACTERS,
    MAX_MANIFESTS,
)
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
        return _members(content)
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


def _members(content: bytes) -> dict[str, str]:
    """The three files of a LinkedIn export, else manifests; not a byte of anything else."""
    from planner.domain.reading import LINKEDIN_FILES, is_manifest, is_vendored  # large

    archive = Archive(content)
    names = {PurePosixPath(name).name: name for name in reversed(list(archive.names))}
    chosen = {name: names[name] for name in LINKEDIN_FILES if name in names}
    if not chosen:
        manifests = [n for n in archive.names if is_manifest(n) and not is_vendored(n)]
        chosen = {name: name for name in manifests[:MAX_MANIFESTS]}
    if not chosen:
        raise FileProblemError("no-linkedin")
    found = {name: decode(archive.read(path)) for name, path in chosen.items()}
    if sum(map(len, found.values())) > MAX_CHARACTERS:
        raise FileProblemError("too-much-text")
    return found


if __name__ == "__main__":
    main()
