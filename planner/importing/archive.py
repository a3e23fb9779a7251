"""Reads members of a zip archive within limits: what an archive says of itself may be a lie."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from planner.importing.limits import MAX_MEMBERS, MAX_RATIO, MAX_UNPACKED, SMALL_MEMBER
from planner.importing.problems import FileProblemError

_CHUNK = 64 * 1024
_ENCRYPTED = 0x1


class Archive:
    """A zip archive of which at most 20 MB are unpacked in sum."""

    def __init__(self, content: bytes) -> None:
        with _damage():
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        if len(self._zip.infolist()) > MAX_MEMBERS:
            raise FileProblemError("bomb")
        self._unpacked = 0

    @property
    def names(self) -> Iterable[str]:
        return self._zip.namelist()

    def read(self, name: str) -> bytes:
        """One member. Raises FileProblemError if it is too large, encrypted or damaged."""
        member = self._zip.getinfo(name)
        if member.flag_bits & _ENCRYPTED:
            raise FileProblemError("password")
        limit = max(SMALL_MEMBER, MAX_RATIO * member.compress_size)
        parts, size = [], 0
        with _damage(), self._zip.open(member) as file:
            while chunk := file.read(_CHUNK):
                parts.append(chunk)
                size += len(chunk)
                self._unpacked += len(chunk)
                if size > limit or self._unpacked > MAX_UNPACKED:
                    raise FileProblemError("bomb")
        return b"".join(parts)


@contextmanager
def _damage() -> Iterator[None]:
    try:
        yield
    # RuntimeError: encrypted, or packed in a way that zipfile does not know.
    except (
        zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError
    ) as error:  # fmt: skip
        raise FileProblemError("broken") from error
