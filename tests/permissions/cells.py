"""Asking every cell of a row, and what was wrong with the answers."""

import io
import re
import zipfile
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import product

from tests.htmx import HTMX
from tests.permissions import world
from tests.permissions.database import Watch
from tests.permissions.rows import LOGIN, METHODS, READING, SAME_COHORT, SECOND_FACTOR, Row

CELLS = list(product(world.PEOPLE, METHODS, ({}, HTMX)))
FORM = "application/x-www-form-urlencoded"
TOKENS = re.compile(r'((?:csrfmiddlewaretoken" value="|"x-csrftoken": "))[^"]*')
BEFORE_LOOKING = (LOGIN, SECOND_FACTOR, 405)  # the answers to whatever is asked for
MENTORS_NEVER = ["$", "Austin"]  # money, and the place that pay is worked out from


@dataclass(frozen=True)
class Cell:
    """One request that somebody could make."""

    address: str
    row: Row
    person: str
    method: str
    headers: dict

    def __str__(self):
        return f"{self.person} {self.method}{' by htmx' * bool(self.headers)} {self.address}"

    @property
    def sent_headers(self):
        """htmx says which part of the page it wants to replace."""
        target = self.headers and self.row.target
        return {**self.headers, "HX-Target": target} if target else self.headers

    @property
    def refusal(self):
        return self.row.refusal(self.person, self.method)

    @property
    def is_reading(self):
        return self.method in READING


class Matrix:
    """A world, to whose first state each cell returns."""

    def __init__(self, people):
        self.world = people
        self.watch = Watch()

    def problems(self, address, row, absent=()):
        """What is wrong at an address, in words. `absent`: the same for things that are not."""
        cells = [Cell(address, row, *cell) for cell in CELLS]
        found = [f"{cell}: {problem}" for cell in cells for problem in self.problems_of(cell)]
        for other in absent:
            found += self.problems_of_absent(address, other, row)
        return found

    def problems_of(self, cell):
        with self.ask(cell) as (response, changes):
            judge = judge_allowed if cell.refusal is None else judge_refused
            seen = changes.sightings(self.world.id_of(cell.person))
            return [*judge(cell, response, changes, seen), *leaks(cell, response)]

    def problems_of_absent(self, address, absent, row):
        """Who may not look gets the very answer to a thing that is not; who may, gets 404 too."""
        for person, method in product(world.PEOPLE, ("GET", "POST")):
            cell, other = (Cell(url, row, person, method, {}) for url in (address, absent))
            with self.ask(other) as (response, _):
                found, body = outcome_of(response), normal(response, absent)
            if found != (cell.refusal if cell.refusal in BEFORE_LOOKING else 404):
                yield f"{other}: {found} for what is absent"
            if cell.refusal == 404:
                with self.ask(cell) as (response, _):
                    if normal(response, address) != body:
                        yield f"{cell}: another body than for what is absent"

    @contextmanager
    def ask(self, cell):
        """The answer and what it changed; database and cookies are then as before."""
        client = self.world.clients[cell.person]
        cookies = {name: morsel.value for name, morsel in client.cookies.items()}
        with self.watch.undone() as changes:
            yield self.send(client, cell), changes
        client.cookies.clear()
        client.cookies.load(cookies)

    def send(self, client, cell):
        if cell.is_reading:
            return client.generic(cell.method, cell.address, headers=cell.sent_headers)
        if cell.method != "POST":
            return client.generic(cell.method, cell.address, "a=1", FORM, headers=cell.sent_headers)
        writers = sorted(cell.row.write) or ["alice"]
        writer = cell.person if cell.person in writers else writers[0]
        data = cell.row.data(self.world.users.get(writer))
        return client.post(cell.address, data, headers=cell.sent_headers)


def outcome_of(response):
    """The status, or where the answer leads: the sign-in page is `login`."""
    target = response.headers.get("Location") or response.headers.get("HX-Redirect")
    if target is None:
        return response.status_code
    return LOGIN if "/accounts/login/" in target else target.partition("?")[0]


def text_of(response):
    """Everything that the answer says, headers too; a workbook is opened for it."""
    content = response.getvalue() if response.streaming else response.content
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            content = b"".join(archive.read(name) for name in archive.namelist())
    return content.decode("utf-8", "replace") + str(response.headers)


def normal(response, address):
    """The body without the token that differs in each, and without its own address."""
    return TOKENS.sub(r"\1", response.text).replace(address, "")


def judge_refused(cell, response, changes, seen):
    found = outcome_of(response)
    if found != cell.refusal:
        yield f"{found} instead of {cell.refusal}"
    yield from (f"changed {name}, though refused" for name in changes.lasting(cell.person))
    yield from (f"noted as seen, though refused: {what}" for what in seen)


def judge_allowed(cell, response, changes, seen):
    found, row = outcome_of(response), cell.row
    if not row.is_good(cell.person, cell.method, found):
        yield f"{found} for what is allowed"
    if not cell.is_reading:
        is_idle = cell.person in row.idle
        changed = changes.lasting(cell.person) if is_idle else changes.changed()
        if bool(changed) == is_idle:
            yield f"changed {changed or 'nothing'}"
        yield from (f"changed profile {pk} without an event" for pk in changes.untold())
        return
    yield from (f"changed {name} by reading" for name in changes.lasting(cell.person))
    wanted = [row.seen] if row.seen and cell.person == "mira" else []
    if seen != wanted:
        yield f"noted as seen: {seen}, not {wanted}"


def leaks(cell, response):
    """What of Alice is in the answer and must not be, or must be and is not."""
    if cell.person == "alice":
        return
    text, shown = text_of(response), what_is_shown(cell)
    for kind, canaries in world.CANARIES.items():
        if kind not in shown:
            yield from (f"shows {kind}: {canary}" for canary in canaries if canary in text)
        elif cell.method == "GET" and not cell.headers and not any(c in text for c in canaries):
            yield f"does not show {kind}"
    if cell.row.mentors:
        yield from (f"shows {sign}" for sign in MENTORS_NEVER if sign in text)


def what_is_shown(cell):
    """Mira is shown what the row says, Nick the name in the cohort's pages, the others nothing."""
    if cell.refusal is not None:
        return set()
    shows = set(cell.row.shows)
    is_of_cohort = set(cell.row.read) == SAME_COHORT
    of_nick = shows & {"name", "invited"} if is_of_cohort else set()
    return {"mira": shows, "nick": of_nick}.get(cell.person, set())
