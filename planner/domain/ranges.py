"""A figure that is never shown alone: low, central, high."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Range:
    """A central figure with its bounds: hours of study, dollars a year, or percentage points."""

    low: float
    central: float
    high: float

    def __add__(self, other: Range) -> Range:
        return Range(self.low + other.low, self.central + other.central, self.high + other.high)

    def __sub__(self, part: Range) -> Range:
        """What is left without a part: each bound less that of the part."""
        return Range(self.low - part.low, self.central - part.central, self.high - part.high)

    def __mul__(self, factor: float) -> Range:
        return Range(self.low * factor, self.central * factor, self.high * factor)


ZERO = Range(0.0, 0.0, 0.0)
