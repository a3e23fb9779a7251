"""Why a file cannot be read, in words for whoever sent it."""

from __future__ import annotations

PROBLEMS = {
    "empty": "The file is empty.",
    "too-large": "The file is larger than 5 MB.",
    "too-much-text": "The file holds more than 100 KB of text, which is too much for one document.",
    "too-many-pages": "The file has more than 30 pages.",
    "password": "The file is protected by a password. Save a copy without one, or paste the text.",
    "scan": "The file holds pictures of text only, such as a scan. Paste the text instead.",
    "no-text": "The file holds no text.",
    "broken": "The file is damaged or not what its beginning says. Paste the text instead.",
    "bomb": "The file unpacks to far more than its size allows, so it was not opened.",
    "too-slow": "The file takes too long or too much memory to read. Paste the text instead.",
    "dtd": "The file declares its own XML entities, which no word processor does.",
    "old-word": "This is the old Word format. Save it as .docx or PDF, or paste the text.",
    "rtf": "This is RTF. Save it as .docx or PDF, or paste the text.",
    "picture": "This is a picture. Paste the text instead.",
    "binary": "This is neither text nor PDF, DOCX, JSON, CSV or an archive that is read here.",
    "no-linkedin": (
        "The archive is no LinkedIn export (Skills.csv, Positions.csv or Certifications.csv) and "
        "holds no manifest of a project. Nothing in it was opened."
    ),
}


class FileProblemError(Exception):
    """A file that is not read. `code` is a key of `PROBLEMS`."""

    def __init__(self, code: str) -> None:
        super().__init__(PROBLEMS[code])
        self.code = code
