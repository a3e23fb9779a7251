"""Rows of a file as values of the columns they are for. All that is wrong is listed in words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import (
    BooleanField,
    CharField,
    DateField,
    DateTimeField,
    DecimalField,
    Field,
    ForeignKey,
    IntegerField,
    JSONField,
    Model,
    TextField,
)

from accounts.validators import validate_plain_text
from planner.documents.personal.document import Rows, shown, without
from planner.documents.personal.events import LATEST, Check, are_ids, are_steps, is_event, is_id
from planner.documents.personal.table import Table
from planner.domain.reading.corrections import are_corrections
from planner.models.profiles import EARLIEST

type Known = Mapping[type[Model], Collection[Any]]  # by model: the ids that there are; else: any

NO_ID = "That is no id, or no list of ids."
NO_CORRECTIONS = "That is not, by skill: required, optional, mentioned or no."
WORDS_OF: Mapping[tuple[str, str], tuple[Check, str]] = {
    ("plan_settings", "first"): (are_ids, NO_ID),
    ("plan_settings", "later"): (are_ids, NO_ID),
    ("plan_settings", "excluded"): (are_ids, NO_ID),
    ("plan_settings", "order"): (are_steps, NO_ID),
    ("study_sessions", "item"): (is_id, NO_ID),
    ("step_marks", "item"): (is_id, NO_ID),
    ("job_ads", "corrections"): (
        lambda value: are_corrections(value) and are_ids([*value]), NO_CORRECTIONS
    ),
}  # fmt: skip
ANYTHING: tuple[Check, str] = (lambda _: True, "")
OF_THE_PAST = frozenset({"earned_on", "experience_started_on", "on", "since", "years_stated_on"})
NO_TEXT = re.compile("[\0\ud800-\udfff]")  # JSON can have it, a database cannot
EARTH = timedelta(hours=14)  # how far the first zone to see a new day is ahead


@dataclass(slots=True)
class Reader:
    """Reads tables one after another and collects what is wrong. `now`: nothing is later."""

    known: Known
    now: datetime
    problems: list[str] = field(default_factory=list)

    def read(self, table: Table, rows: Rows) -> Rows:
        """By name, without what is only read; a name that is missing has the column's default."""
        return [self._row(table, row, f"{table.name}, row {n}") for n, row in enumerate(rows, 1)]

    def _row(self, table: Table, row: Mapping[str, Any], where: str) -> dict[str, Any]:
        given = without(row, table.only_read)
        names = {**table.fields, **table.lists}
        self.problems += [
            f"{where}: {shown(name)} is unknown." for name in given if name not in names
        ]
        found = {
            name: self._value(table, name, path, given, where)
            for name, path in table.fields.items()
            if name not in table.only_read
        }
        for name, path in table.lists.items():
            found[name] = self._ids(table, path, given.get(name, []), f"{where}, {name}")
        self._check_together(table, found, where)
        return found

    def _value(
        self, table: Table, name: str, path: str, given: Mapping[str, Any], where: str
    ) -> Any:
        column: Any = table.model._meta.get_field(path.removesuffix("_id"))
        if name not in given:
            if column.has_default() or column.null:
                return column.get_default()
            self.problems.append(f"{where}: {name} is missing.")
            return None
        try:
            return self._clean(table, name, column, given[name])
        except ValidationError as error:
            self.problems.append(f"{where}, {name}: {shown(given[name])}: {error.messages[0]}")
            return None

    def _clean(self, table: Table, name: str, column: Field[Any, Any], value: Any) -> Any:
        if value is None and column.null:
            return None
        if isinstance(column, ForeignKey):
            return self._id(column.related_model, value)
        if not _fits(column, value):
            raise ValidationError("That is of the wrong kind.")
        if any(NO_TEXT.search(text) for text in _texts(value)):
            raise ValidationError("That holds a character that is none.")
        is_right, words = WORDS_OF.get((table.name, name), ANYTHING)
        if not is_right(value):
            raise ValidationError(words)
        cleaned = _to_python(column, value)
        if self._is_to_come(name, cleaned):
            raise ValidationError("That is still to come.")
        return cleaned

    def _is_to_come(self, name: str, value: Any) -> bool:
        """A moment, or a day that can only be past, after what is today anywhere."""
        if isinstance(value, datetime):
            return value > self.now
        is_past = isinstance(value, date) and name in OF_THE_PAST
        return is_past and value > (self.now.astimezone(UTC) + EARTH).date()

    def _id(self, model: Any, value: Any) -> Any:
        if not is_id(value) or value not in self.known.get(model, (value,)):
            raise ValidationError("That is not known here.")
        return value

    def _ids(self, table: Table, path: str, value: Any, where: str) -> list[Any]:
        related: Any = table.model._meta.get_field(path).related_model
        if not isinstance(value, list):
            self.problems.append(f"{where}: {shown(value)} is no list.")
            return []
        known = self.known.get(related, ())
        unknown = [part for part in value if not isinstance(part, str) or part not in known]
        self.problems += [f"{where}: {shown(part)} is not known here." for part in unknown]
        return sorted({part for part in value if isinstance(part, str)})

    def _check_together(self, table: Table, row: Mapping[str, Any], where: str) -> None:
        self.problems += [f"{where}: {said}" for said in wrong_together(table, row)]


def _fits(column: Field[Any, Any], value: Any) -> bool:
    """Whether JSON has the right kind for the column, before anything is converted."""
    if isinstance(column, JSONField):
        return True
    if isinstance(column, BooleanField):
        return isinstance(value, bool)
    if isinstance(column, IntegerField):
        return type(value) is int
    if isinstance(column, DecimalField):
        return isinstance(value, str) or type(value) in (int, float)
    return isinstance(value, str)


def _texts(value: Any) -> Iterator[str]:
    """Every text in a value of JSON, and every name."""
    left = [value]
    while left:
        part = left.pop()
        if isinstance(part, str):
            yield part
        elif isinstance(part, dict):
            left += [*part, *part.values()]
        elif isinstance(part, list):
            left += part


def _to_python(column: Field[Any, Any], value: Any) -> Any:
    if isinstance(column, DateTimeField):
        return _moment(value)
    if isinstance(column, JSONField):
        column.run_validators(value)
        return value
    if isinstance(column, DecimalField):
        value = str(value)
    if isinstance(column, CharField):
        validate_plain_text(value)
    if isinstance(column, CharField | TextField) and not column.blank and not value.strip():
        raise ValidationError("There is nothing in it.")
    cleaned = column.clean(value, None)
    if isinstance(cleaned, Decimal) and isinstance(column, DecimalField):
        return cleaned.quantize(Decimal(1).scaleb(-column.decimal_places))
    if isinstance(column, DateField) and not EARLIEST <= cleaned <= LATEST:
        raise ValidationError("Give a day between 1950 and 2100.")
    return cleaned


def _moment(value: str) -> datetime:
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None or not 1950 <= moment.year <= 2100:
        raise ValidationError("Write a moment with its time zone.")
    return moment.astimezone(UTC)


# --- What only holds of several columns together --------------------------------------------------


def wrong_together(table: Table, row: Mapping[str, Any]) -> Iterator[str]:
    """What the database would refuse as well, in words."""
    if table.name == "events":
        if row["kind"] != "review" and not is_event(
            str(row["kind"]), str(row["key"]), row["was"], row["now"]
        ):
            yield f"{shown(row['kind'])} {shown(row['key'])} is no change that there can be."
    elif table.name == "profile":
        if row["experience_started_on"] and row["years_stated"] is not None:
            yield "experience is stated twice, by a day and in years."
        if (row["years_stated"] is None) != (row["years_stated_on"] is None):
            yield "years of experience belong to a day, and the other way round."
    elif table.name == "evidence" and not (row["url"] or row["text"]):
        yield "evidence needs a link or a text."
    else:
        yield from _wrong_ends(row)


def _wrong_ends(row: Mapping[str, Any]) -> Iterator[str]:
    low, high = row.get("pay_low"), row.get("pay_high")
    if (low is None) != (high is None) or (low is not None and high is not None and low > high):
        yield "stated pay is a lower and a higher figure, or none."
    for first, last in (("earned_on", "expires_on"), ("starts_on", "ends_on")):
        begins, ends = row.get(first), row.get(last)
        if isinstance(begins, date) and isinstance(ends, date) and ends < begins:
            yield f"{last} is before {first}."
