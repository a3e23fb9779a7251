"""The tables of a file → rows to take in, and what of it stays out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from planner.documents.personal.document import Rows, refuse_if, shown
from planner.documents.personal.others import OTHERS
from planner.documents.personal.own import OWN
from planner.documents.personal.rows import Known, Reader
from planner.models.job_ads import MAX_ALL_TEXT, MAX_JOB_ADS
from planner.models.reviews import MAX_EVIDENCE
from planner.models.scenarios import MAX_SCENARIOS
from planner.models.study import MAX_HOURS, MAX_SESSIONS

MOST_ROWS = {
    "scenarios": MAX_SCENARIOS, "job_ads": MAX_JOB_ADS, "evidence": MAX_EVIDENCE,
    "study_sessions": MAX_SESSIONS,
}  # fmt: skip
SINGLE = ("account", "profile", "plan_settings")
ONCE = {  # what may not stand in a table twice
    "skills": "skill", "certificates": "certification", "scenarios": "name", "mail_choices": "kind",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Personal:
    """What a file says of somebody. A table that is not in it is not in `rows` either.

    `numbers`: of the kept plans, in the order of their rows. `not_taken`: titles of tables with
    what others wrote or what refers to others.
    """

    rows: Mapping[str, Rows]
    numbers: tuple[Any, ...]
    not_taken: tuple[str, ...]


def read_personal(tables: Mapping[str, Rows], known: Known, now: datetime) -> Personal:
    """Raises PersonalFileError with everything that is wrong."""
    reader = Reader(known, now)
    own = {table.name: table for table in OWN}
    others = {table.name: table.title for table in OTHERS}
    rows = {name: reader.read(own[name], given) for name, given in tables.items() if name in own}
    unknown = [f"There is no table {name!r}." for name in tables if name not in {*own, *others}]
    numbers = tuple(row.get("number") for row in tables.get("kept_plans", []))
    refuse_if([*unknown, *reader.problems, *_wrong_as_a_whole(rows), *_wrong_numbers(numbers)])
    rows["events"] = [row for row in rows.get("events", []) if row["kind"] != "review"]
    return Personal(
        rows,
        numbers,
        tuple(others[name] for name, given in tables.items() if given and name in others),
    )


def _wrong_as_a_whole(rows: Mapping[str, Rows]) -> Iterator[str]:
    for name in SINGLE:
        if len(rows.get(name, [])) > 1:
            yield f"{name}: there can be one row only."
    for name, most in MOST_ROWS.items():
        if len(rows.get(name, [])) > most:
            yield f"{name}: there can be {most} rows at most."
    for name, column in ONCE.items():
        counted = Counter(str(row[column]).lower() for row in rows.get(name, []))
        yield from (
            f"{name}: {value!r} stands in it twice." for value, n in counted.items() if n > 1
        )
    yield from _wrong_days(rows.get("study_sessions", []))
    yield from _wrong_texts([row["text"] or "" for row in rows.get("job_ads", [])])
    current = [row for row in rows.get("kept_plans", []) if row["replaced_at"] is None]
    if len(current) > 1:
        yield "kept_plans: only one can be followed at a time."


def _wrong_numbers(numbers: Iterable[Any]) -> Iterator[str]:
    """Events refer to plans by them; without one, none does."""
    seen = set()
    for n, number in enumerate(numbers, 1):
        if number is None:
            continue
        if type(number) is not int or number < 1:
            yield f"kept_plans, row {n}: number {shown(number)} is no whole number above 0."
        elif number in seen:
            yield f"kept_plans: number {number} stands in it twice."
        else:
            seen.add(number)


def _wrong_texts(ads: Sequence[str]) -> Iterator[str]:
    if len(set(ads)) < len(ads):
        yield "job_ads: one text stands in it twice."
    if sum(map(len, ads)) > MAX_ALL_TEXT:
        yield f"job_ads: their texts can have {MAX_ALL_TEXT:,} characters together."


def _wrong_days(sessions: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    hours: dict[Any, Decimal] = defaultdict(Decimal)
    for row in sessions:
        hours[row["on"]] += row["hours"] or 0
    for day, total in hours.items():
        if total > MAX_HOURS:
            yield f"study_sessions: {day} has more than 24 hours."
