"""What somebody said about themselves over time: changes, and the state on any day.

A profile is the sum of its changes. Between two states `find_changes` says what changed;
`replay` makes the state of a day again. Values are those of JSON: text, numbers, yes or no, None.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Literal

type Value = str | int | float | bool | list[str] | dict[str, str | int | None] | None
type Kind = Literal["skill", "certification", "profile", "plan"]

STATE_KINDS: tuple[Kind, ...] = ("skill", "certification", "profile", "plan")


@dataclass(frozen=True, slots=True)
class Change:
    """`key`: which skill, certificate or field. None before or after: it was or is not stated."""

    kind: str
    key: str
    was: Value
    now: Value


@dataclass(frozen=True, slots=True)
class Dated:
    """A change with its moment; of two at the same moment the later number came later."""

    at: datetime
    number: int
    change: Change


@dataclass(frozen=True, slots=True)
class State:
    """All that is stated, by kind and key. What is None is not stated and has no entry."""

    values: Mapping[tuple[str, str], Value] = field(default_factory=dict)

    def of(self, kind: Kind) -> dict[str, Value]:
        """The entries of one kind by key, in the order of the keys."""
        found = {key: value for (known, key), value in self.values.items() if known == kind}
        return dict(sorted(found.items()))


EMPTY = State(MappingProxyType({}))


def find_changes(before: State, after: State) -> tuple[Change, ...]:
    """What has to be said so that one state becomes the other, by kind and key."""
    keys = sorted({*before.values, *after.values})
    return tuple(
        Change(kind, key, before.values.get((kind, key)), after.values.get((kind, key)))
        for kind, key in keys
        if before.values.get((kind, key)) != after.values.get((kind, key))
    )


def apply(state: State, changes: Iterable[Change]) -> State:
    """The state after these changes. What is no part of a state (a review) changes nothing."""
    values = dict(state.values)
    for change in changes:
        if change.kind not in STATE_KINDS:
            continue
        if change.now is None:
            values.pop((change.kind, change.key), None)
        else:
            values[change.kind, change.key] = change.now
    return State(MappingProxyType(values))


def replay(history: Iterable[Dated], until: datetime) -> State:
    """The state at a moment: everything up to and with it. `history` may come in any order."""
    return apply(EMPTY, (dated.change for dated in in_order(history) if dated.at <= until))


def states(history: Iterable[Dated], moments: Iterable[datetime]) -> Iterator[State]:
    """The states at several moments, the earliest first; each change is looked at once."""
    rest = list(reversed(in_order(history)))
    state = EMPTY
    for moment in sorted(moments):
        until = []
        while rest and rest[-1].at <= moment:
            until.append(rest.pop().change)
        state = apply(state, until)
        yield state


def in_order(history: Iterable[Dated]) -> list[Dated]:
    """The earliest first."""
    return sorted(history, key=lambda dated: (dated.at, dated.number))
