"""The text of a PDF."""

from __future__ import annotations

import io

from pypdf import PdfReader
from pypdf.errors import FileNotDecryptedError, LimitReachedError, WrongPasswordError

from planner.importing.limits import MAX_CHARACTERS, MAX_PAGES
from planner.importing.problems import FileProblemError


def pdf_text(content: bytes) -> str:
    """The text of all pages. Raises FileProblemError; anything else means a damaged file."""
    try:
        return _text(PdfReader(io.BytesIO(content)))
    except (FileNotDecryptedError, WrongPasswordError) as error:
        raise FileProblemError("password") from error
    except LimitReachedError as error:
        raise FileProblemError("bomb") from error


def _text(reader: PdfReader) -> str:
    # Many files are encrypted with an empty password: then only printing is restricted.
    if reader.is_encrypted and not reader.decrypt(""):
        raise FileProblemError("password")
    if len(reader.pages) > MAX_PAGES:
        raise FileProblemError("too-many-pages")
    texts, size = [], 0
    for page in reader.pages:
        texts.append(page.extract_text())
        size += len(texts[-1])
        if size > MAX_CHARACTERS:
            raise FileProblemError("too-much-text")
    if not "".join(texts).strip():
        raise FileProblemError(
            "scan" if any(_has_picture(page) for page in reader.pages) else "no-text"
        )
    return "\n\n".join(texts)


def _has_picture(page: object) -> bool:
    resources = page.get("/Resources") if isinstance(page, dict) else None
    return resources is not None and "/XObject" in resources.get_object()
