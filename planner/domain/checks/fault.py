"""One thing that is wrong with a catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from planner.domain.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and with which entry."""

    entry: str
    message: str

    def __str__(self) -> str:
        return f"{self.entry}: {self.message}"


type Check = Callable[[Catalogue], Iterator[Fault]]
