"""Calendar arithmetic that the standard library leaves out."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def months_later(day: date, months: int) -> date:
    """The same day so many months on, or the last day of that month where it is shorter.

    Raises ValueError beyond the year 9999.
    """
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    if year > date.max.year:
        raise ValueError(f"the year {year} is too far away")
    return date(year, month, min(day.day, monthrange(year, month)[1]))
