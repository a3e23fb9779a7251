"""Profiles that come as data: JSON Resume and the export of LinkedIn.

Both are written out as the text of a CV and read as one, so that every finding has a place and a
quote in what the person sees.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from planner.domain.reading.lexicon import Lexicon
from planner.domain.reading.reader import read_cv
from planner.domain.reading.values import Reading

# The only three files of a LinkedIn export that are opened: the others hold other people's data.
LINKEDIN_FILES = ("Skills.csv", "Positions.csv", "Certifications.csv")
_MOST_ROWS = 1000
_LONGEST = 5000  # characters of one value
_HEADERS = {
    "Skills.csv": {"name"},
    "Positions.csv": {"company name", "title"},
    "Certifications.csv": {"name", "authority"},
}

# The parts that tell of work, also by the names that many give them.
_WORK = (
    (("work", "experience"), "Experience"),
    (("volunteer",), "Experience"),
    (("projects", "publications"), "Projects"),
)

type Lines = Iterator[str]


def read_json_resume(document: object, lexicon: Lexicon, today: date) -> Reading:
    """What a JSON Resume says. Raises ValueError as `text_of_resume` does."""
    return read_cv(text_of_resume(document), lexicon, today)


def text_of_resume(document: object) -> str:
    """A JSON Resume as a CV. Parts that are not as the schema says are passed over.

    Raises ValueError if nothing in it is as the schema says.
    """
    text = "\n".join(_resume(document))
    if not text.strip():
        raise ValueError("has none of the parts of a JSON Resume")
    return text


def _resume(document: object) -> Lines:
    basics = _part(document, "basics")
    yield from _texts(basics, "label", "headline", "summary")
    skills = list(_skills(document))
    if skills:
        yield from ("", "Skills")
    for skill in skills:
        yield from _skill(skill)
    for parts, heading in _WORK:
        yield from _works(document, parts, heading)
    certificates = list(_entries(document, "certificates", "certifications", "awards"))
    if certificates:
        yield from ("", "Certificates")
    for certificate in certificates:
        yield from _texts(certificate, "name", "title")


def _skills(document: object) -> Iterator[Mapping[str, object]]:
    """The entries, also of {"Languages": ["Go"]}, which is not as the schema says but common."""
    yield from _entries(document, "skills")
    for name, keywords in _part(document, "skills").items():
        yield {"name": name, "keywords": keywords}


def _skill(skill: Mapping[str, object]) -> Lines:
    """The name and each keyword on a line of its own, with the level if one is given."""
    level = _text(skill.get("level"))
    ending = f" ({level})" if level else ""
    for name in (_text(skill.get("name")), *_list(skill.get("keywords"))):
        if name:
            yield f"• {name}{ending}"


def _works(document: object, parts: tuple[str, ...], heading: str) -> Lines:
    entries = list(_entries(document, *parts))
    if entries:
        yield from ("", heading)
    for entry in entries:
        title = ", ".join(_texts(entry, "position", "title", "name", "company", "organization"))
        yield from ("", title or heading)
        since = next(_texts(entry, "startDate", "start_date", "from"), "")
        until = next(_texts(entry, "endDate", "end_date", "to"), "")
        if since:
            yield f"{since} - {until or 'Present'}"
        yield from _texts(entry, "summary", "description")
        for key in ("highlights", "activities", "responsibilities"):
            yield from (f"• {line}" for line in _list(entry.get(key)))
        for key in ("keywords", "technologies"):
            if keywords := _list(entry.get(key)):
                yield "• " + ", ".join(keywords)


def read_linkedin(files: Mapping[str, str], lexicon: Lexicon, today: date) -> Reading:
    """What a LinkedIn export says. Raises ValueError as `text_of_linkedin` does."""
    return read_cv(text_of_linkedin(files), lexicon, today)


def text_of_linkedin(files: Mapping[str, str]) -> str:
    """The three CSV files of a LinkedIn export by name as a CV, any of them may be missing.

    Raises ValueError if there is none of them, or if one is not as LinkedIn writes it.
    """
    known = {name: list(_rows(name, files[name])) for name in LINKEDIN_FILES if name in files}
    if not known:
        raise ValueError(f"has none of {', '.join(LINKEDIN_FILES)}")
    return "\n".join(_linkedin(known))


def _linkedin(files: Mapping[str, list[dict[str, str]]]) -> Lines:
    skills = dict.fromkeys(row["name"] for row in files.get("Skills.csv", ()) if row["name"])
    if skills:
        yield "Skills"
        yield from (f"• {name}" for name in skills)
    positions = files.get("Positions.csv", [])
    if positions:
        yield from ("", "Experience")
    for row in positions:
        yield f"{row['title']}, {row['company name']}".strip(", ")
        if since := row.get("started on"):
            yield f"{since} - {row.get('finished on') or 'Present'}"
        yield row.get("description", "")
    certificates = files.get("Certifications.csv", [])
    if certificates:
        yield from ("", "Certificates")
        yield from dict.fromkeys(row["name"] for row in certificates)


def linkedin_name(header: str) -> str | None:
    """Which of the three files begins with this line, if any."""
    separator = _separator(header)
    columns = {c.strip().strip('"').lower() for c in header.lstrip("\ufeff").split(separator)}
    for name in reversed(LINKEDIN_FILES):
        if _HEADERS[name] <= columns and (name != "Skills.csv" or columns == {"name"}):
            return name
    return None


def _separator(header: str) -> str:
    """Many a spreadsheet saves with semicolons what LinkedIn wrote with commas."""
    return ";" if ";" in header and "," not in header else ","


def _rows(name: str, text: str) -> Iterator[dict[str, str]]:
    separator = _separator(text.partition("\n")[0])
    reader = csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=separator)
    try:
        header = [column.strip().lower() for column in next(reader, [])]
        if not _HEADERS[name] <= set(header):
            raise ValueError(f"{name}: its first line is not as LinkedIn writes it")
        for number, row in enumerate(reader):
            if number >= _MOST_ROWS:
                return
            values = (*(value[:_LONGEST] for value in row), *[""] * len(header))
            yield dict(zip(header, values, strict=False))
    except csv.Error as error:
        raise ValueError(f"{name}: is not CSV: {error}") from error


def _part(document: object, key: str) -> Mapping[str, object]:
    found = document.get(key) if isinstance(document, Mapping) else None
    return found if isinstance(found, Mapping) else {}


def _entries(document: object, *keys: str) -> Iterator[Mapping[str, object]]:
    """The objects of these lists; a plain word in one counts as a name."""
    for key in keys:
        found = document.get(key) if isinstance(document, Mapping) else None
        for entry in found[:_MOST_ROWS] if isinstance(found, list) else ():
            if isinstance(entry, Mapping):
                yield entry
            elif isinstance(entry, str):
                yield {"name": entry}


def _texts(entry: Mapping[str, object], *keys: str) -> Lines:
    yield from filter(None, (_text(entry.get(key)) for key in keys))


def _text(value: object) -> str:
    """A text or a number as one line, empty for anything else."""
    if isinstance(value, str):
        return " ".join(value[:_LONGEST].split())
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""


def _list(value: object) -> list[str]:
    values: Iterable[object] = value[:_MOST_ROWS] if isinstance(value, list) else ()
    return [text for text in map(_text, values) if text]
