"""Where somebody works: places and industries, with what the wage tables say of pay there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PlaceKind = Literal["metro", "state"]


@dataclass(frozen=True, slots=True)
class Place:
    """A metropolitan area or a state. `ratio`: its developers' median pay over the national one."""

    id: str
    name: str
    kind: PlaceKind
    ratio: float | None
    median: int | None
    p75: int | None
    p90: int | None
    source: str


@dataclass(frozen=True, slots=True)
class Industry:
    """An industry. `ratio`: its median for software developers over that of all industries."""

    id: str
    name: str
    ratio: float | None
    median: int | None
    source: str
