"""A list of people as a file: bytes → whom to invite, and what is wrong with which line.

Nothing is looked up here. Whatever the bytes are, the answer is a roster or a RosterError in words.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError

from accounts.validators import is_address, validate_no_link, validate_plain_text
from planner.exports.cells import is_formula

MAX_BYTES = 1_000_000
MAX_ROWS = 1_000
MAX_NAME = 150
TOO_LARGE = "The file is larger than 1 MB. A list of 1,000 people is far smaller."
SEPARATORS = (",", ";", "\t")
# How columns are called, in small letters without anything but letters.
EMAIL = frozenset({"email", "emailaddress", "emailadresse", "courriel", "correo"})
PERHAPS_EMAIL = frozenset({"mail", "mailaddress", "mailadresse", "address", "adresse"})
NAME = frozenset({
    "name", "fullname", "displayname", "student", "studentname", "participant", "mentee",
    "learner", "person", "nom", "nombre",
})  # fmt: skip
FIRST_NAME = frozenset({"firstname", "givenname", "forename", "vorname", "prenom", "first"})
LAST_NAME = frozenset({"lastname", "familyname", "surname", "nachname", "nomdefamille", "last"})


class RosterError(Exception):
    """The file as a whole cannot be read; the message says why, to whoever chose it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One person. `line`: where they begin in the file, from 1. The address is in small letters."""

    line: int
    email: str
    name: str


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a line. `said`: what the file has there, cut to what one can read."""

    line: int
    said: str
    why: str


@dataclass(frozen=True, slots=True)
class Roster:
    """`encoding`: how the bytes were read, as a person would call it."""

    entries: tuple[Entry, ...]
    faults: tuple[Fault, ...]
    encoding: str


@dataclass(frozen=True, slots=True)
class Columns:
    """Which cell holds what; the names may stand in several."""

    email: int
    names: tuple[int, ...]


def read_roster(content: bytes) -> Roster:
    """The people in a CSV file of at most 1 MB and 1,000 people. Raises RosterError."""
    if len(content) > MAX_BYTES:
        raise RosterError(TOO_LARGE)
    text, encoding = _decoded(content)
    lines = _lines(text)
    if not lines:
        raise RosterError("The file is empty.")
    columns, people = _columns(lines)
    if len(people) > MAX_ROWS:
        raise RosterError(
            f"The file has {len(people):,} people. Invite at most {MAX_ROWS:,} at once."
        )
    entries, faults = _checked(columns, people)
    return Roster(tuple(entries), tuple(faults), encoding)


# --- Bytes to lines -------------------------------------------------------------------------------


def _decoded(content: bytes) -> tuple[str, str]:
    """The text, by its byte order mark, else as UTF-8, else as Windows-1252."""
    if content.startswith(b"PK\x03\x04"):
        raise RosterError("This is a spreadsheet, not a CSV file. Save it as CSV and choose that.")
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        attempts = [("utf-16", "UTF-16")]
    elif b"\0" in content:
        raise RosterError("This is not a text file. Save the list as CSV and choose that.")
    else:
        attempts = [("utf-8-sig", "UTF-8"), ("cp1252", "Windows-1252")]
    for codec, called in attempts:
        try:
            return content.decode(codec), called
        except UnicodeDecodeError:
            continue
    raise RosterError("The file's letters cannot be read. Save it as CSV in UTF-8.")


def _lines(text: str) -> list[tuple[int, list[str]]]:
    """Each line that says anything, with its number and its cells."""
    head = next((line for line in text.splitlines() if line.strip()), "")
    separator = max(SEPARATORS, key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    found, begins = [], 1
    try:
        for cells in reader:
            cells = [_plain(cell) for cell in cells]
            if any(cells):
                found.append((begins, cells))
            begins = reader.line_num + 1
    except csv.Error as error:
        raise RosterError(
            f"Line {begins} cannot be read: a quotation mark is open, or a cell is too long."
        ) from error
    return found


def _plain(cell: str) -> str:
    return " ".join(unicodedata.normalize("NFC", cell).split())


# --- Lines to people ------------------------------------------------------------------------------


def _columns(
    lines: Sequence[tuple[int, list[str]]],
) -> tuple[Columns, Sequence[tuple[int, list[str]]]]:
    """Where addresses and names stand, and the lines of people: without the head, if there is one.

    Raises RosterError.
    """
    head = [_letters(cell) for cell in lines[0][1]]
    email = _first(head, EMAIL)
    if email is None:
        email = _first(head, PERHAPS_EMAIL)
    if email is not None:
        return Columns(email, _name_columns(head)), lines[1:]
    addresses = [n for n, cell in enumerate(lines[0][1]) if "@" in cell]
    if not addresses:
        raise RosterError('No column is called "email". Name it so in the first line.')
    others = tuple(n for n in range(len(head)) if n != addresses[0])[:1]
    return Columns(addresses[0], others), lines


def _name_columns(head: Sequence[str]) -> tuple[int, ...]:
    name = _first(head, NAME)
    if name is not None:
        return (name,)
    parts = (_first(head, FIRST_NAME), _first(head, LAST_NAME))
    return tuple(n for n in parts if n is not None)


def _first(head: Sequence[str], called: frozenset[str]) -> int | None:
    return next((n for n, cell in enumerate(head) if cell in called), None)


def _letters(cell: str) -> str:
    """`E-Mail-Adresse` → `emailadresse`, `Prénom` → `prenom`."""
    decomposed = unicodedata.normalize("NFD", cell.casefold())
    return "".join(char for char in decomposed if char.isalpha())


def _checked(
    columns: Columns, people: Sequence[tuple[int, list[str]]]
) -> tuple[list[Entry], list[Fault]]:
    entries: list[Entry] = []
    faults: list[Fault] = []
    seen: dict[str, int] = {}
    for line, cells in people:
        email = _cell(cells, columns.email).lower()
        name = " ".join(filter(None, (_cell(cells, n) for n in columns.names)))
        before = seen.setdefault(email, line)
        why = next(_problems(email, name), "")
        if not why and before != line:
            why = f"The same address stands in line {before}."
        if why:
            faults.append(Fault(line, (email or name)[:80], why))
        else:
            entries.append(Entry(line, email, name))
    return entries, faults


def _cell(cells: Sequence[str], n: int) -> str:
    return cells[n] if n < len(cells) else ""


def _problems(email: str, name: str) -> Iterator[str]:
    if not email:
        yield "There is no address."
    elif not is_address(email):
        yield "That is no e-mail address."
    if is_formula(email) or is_formula(name):
        yield "It starts like a formula of a spreadsheet."
    if len(name) > MAX_NAME:
        yield f"The name has more than {MAX_NAME} characters."
    try:
        validate_plain_text(name)
        validate_no_link(name)  # it is mailed to its owner
    except ValidationError as error:
        yield str(error.message)
