"""What is said of a cohort: the verdict, who could teach what, how somebody gets on."""

from __future__ import annotations

from datetime import date

from planner.domain.catalogue import Catalogue
from planner.domain.mentoring.cohort_help import Workshop
from planner.domain.mentoring.matrix import Cell, Column, Matrix, State, Total
from planner.figures import count
from planner.names import listed
from planner.time_wording import ago

MOST_TEACHERS = 4
STATE_WORDS: dict[State, str] = {
    "met": "met",
    "short": "short",
    "missing": "missing",
    "not_assessed": "not assessed",
    "not_shared": "not shared",
}


def matrix_title(matrix: Matrix) -> str:
    """The verdict over a cohort; `matrix` of the programme's expectations, with everybody."""
    shared = [row for row in matrix.rows if row.person.is_shared]
    if not matrix.rows:
        return "Nobody is in this cohort yet"
    if not shared:
        return "Nobody shows you their skills yet"
    if not matrix.columns:
        return "Nothing is expected of this cohort yet"
    columns = len(matrix.columns)
    asked = f"all {columns} expectations" if columns > 1 else "the one expectation"
    met = sum(all(cell.state == "met" for cell in row.cells) for row in shared)
    verb = "meets" if met == 1 or len(shared) == 1 or not met else "meet"
    who = f"{met} of {len(shared)}" if met else "Nobody"
    return f"{who} {verb} {asked}{_widest(matrix)}"


def _widest(matrix: Matrix) -> str:
    found = widest_gap(matrix)
    return f"; the widest gap is {found.label}" if found else ""


def widest_gap(matrix: Matrix) -> Column | None:
    """The column that most people are short of; of several the one with the most to go."""

    def size(n: int) -> tuple[int, float]:
        known = sum(row.cells[n].gap or 0.0 for row in matrix.rows)
        return open_count(matrix.totals[n]), known

    widest = max(range(len(matrix.columns)), key=size, default=None)
    if widest is None or not open_count(matrix.totals[widest]):
        return None
    return matrix.columns[widest]


def open_count(total: Total) -> int:
    return total.counts["short"] + total.counts["missing"]


def matrix_lead(matrix: Matrix, level: str) -> str:
    """Who is in it at all, and what it is measured against."""
    total = len(matrix.rows)
    shared = sum(row.person.is_shared for row in matrix.rows)
    hidden = total - shared
    asked = f"What is expected leads to {level}."
    if not total:
        return asked
    if not hidden:
        return f"{asked} Everybody here shows you their skills."
    shows = "shows" if shared == 1 else "show"
    return f"{asked} {shared or 'None'} of {total} {shows} you their skills."


def workshop(catalogue: Catalogue, best: Workshop) -> str:
    """What one session would do for how many; empty if it is for one person only."""
    if len(best.people) < 2:
        return ""
    skill = catalogue.skills[best.skill].name
    names = [person.name for person in best.people]
    return (
        f"One level more of {skill} would bring {len(names)} people over an expectation:"
        f" {_some_of(names)}."
    )


def teachers(total: Total) -> str:
    """`Ada, Ben and 3 more`; empty for nobody."""
    names = [person.name for person in total.teachers]
    return _some_of(names) if names else ""


def _some_of(names: list[str]) -> str:
    if len(names) > MOST_TEACHERS:
        names = [*names[: MOST_TEACHERS - 1], f"{len(names) - MOST_TEACHERS + 1} more"]
    return listed(names)


def number(cell: Cell) -> str:
    """What stands in a cell: the level of a skill, the percent of an expectation."""
    if cell.state == "not_shared":
        return "–"
    if cell.gap is None:
        return "?"
    if cell.level is not None:
        return str(cell.level)
    return "✓" if cell.state == "met" else str(min(99, round(100 * (1 - cell.gap))))


def cell_words(cell: Cell) -> str:
    """The same for whoever hears it: `2 of 3, short, confirmed by Mira Berg`."""
    said = STATE_WORDS[cell.state]
    if cell.level is not None:
        said = f"{cell.level} of {cell.target}, {said}"
    elif cell.state in {"short", "missing"}:
        said = f"{number(cell)} percent, {said}"
    if not cell.confirmed_by:
        return said
    how = "confirmed" if cell.is_confirmed else "in part confirmed"
    return f"{said}, {how} by {listed(cell.confirmed_by)}"


def people_title(ready: int, shown: int, total: int, level: str) -> str:
    """The verdict over the list: how many are ready for the programme's level."""
    if not total:
        return "Nobody is in this cohort yet"
    if not shown:
        return "Nobody shows you how they get on yet"
    if not ready:
        return f"Nobody is ready for {level} yet"
    return f"{ready} of {shown} {'is' if ready == 1 else 'are'} ready for {level}"


def people_lead(*, behind: int, waiting: int, hidden: int) -> str:
    """What else stands out, in numbers."""
    parts = [
        f"{count(behind, 'person', 'people').capitalize()} behind plan",
        f"{count(waiting, 'review')} waiting",
    ]
    if hidden:
        parts.append(f"{count(hidden, 'person', 'people')} not showing you their skills")
    return f"{listed(parts)}."


def active_said(on: date | None, today: date) -> str:
    """`Today`, `Yesterday`, `12 days ago`; empty if never."""
    return "" if on is None else ago(max(0, (today - on).days)).capitalize()
