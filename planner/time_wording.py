"""How days and stretches of time are said. Pure functions, no markup."""

from __future__ import annotations

from datetime import date

from planner.domain.developer import Developer
from planner.figures import count, decimal, duration

DAYS_PER_MONTH = 365.25 / 12


def day(on: date) -> str:
    """`14 March 2029`."""
    return f"{on.day} {on:%B %Y}"


def short_day(on: date) -> str:
    """`14 Mar 2029`."""
    return f"{on.day} {on:%b %Y}"


def between(first: date, last: date) -> str:
    """`March 2028`, or `March to June 2028`: two days by their months."""
    if month(first) == month(last):
        return month(first)
    if first.year == last.year:
        return f"{first:%B} to {month(last)}"
    return f"{month(first)} to {month(last)}"


def months(first: date, last: date) -> str:
    """`Mar 2028`, `Mar – Jun 2028`, `Nov 2027 – Jan 2028`: the same in few letters."""
    if (first.year, first.month) == (last.year, last.month):
        return f"{last:%b %Y}"
    return f"{first:%b}{'' if first.year == last.year else f' {first:%Y}'} – {last:%b %Y}"


def month(day: date) -> str:
    return f"{day:%B %Y}"


def span(months: float) -> str:
    """A horizon: `36 months`, `1 month`, `10 years`."""
    whole = round(months)
    return f"{whole // 12} years" if whole >= 60 and whole % 12 == 0 else count(whole, "month")


def pace_said(hours_per_week: float) -> str:
    return f"{decimal(hours_per_week)} hour{'' if hours_per_week == 1 else 's'} a week"


def study_said(developer: Developer) -> str:
    """`6 hours a week`, with the pace where it is another than the estimates have it."""
    said = pace_said(developer.hours_per_week)
    if developer.pace == 1.0:
        return said
    return f"{said}, taking {developer.pace:.2f} times the estimate"


def days(number: int) -> str:
    """`12 days`, from two months on `3 months`."""
    return count(number, "day") if number < 60 else duration(number / DAYS_PER_MONTH)


def ago(number: int) -> str:
    """`today`, `yesterday`, `12 days ago`."""
    return {0: "today", 1: "yesterday"}.get(number) or f"{days(number)} ago"
