"""People × what their programme expects: met, short, missing, or nobody knows."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, get_args

from planner.domain.catalogue import Catalogue, Expectation, Member, Rule
from planner.domain.standing import member_attainment

State = Literal["met", "short", "missing", "not_assessed", "not_shared"]
STATES: tuple[State, ...] = get_args(State)
OPEN: frozenset[State] = frozenset({"short", "missing"})
ASSESSED: frozenset[State] = OPEN | {"met"}
NOT_ASSESSED: frozenset[State] = frozenset({"not_assessed"})
BY_GAP, BY_NAME = "gap", "name"
MET = 1 - 1e-9  # a sum of shares may miss 1 by a rounding error


@dataclass(frozen=True, slots=True)
class Confirmation:
    """Who confirmed a skill, and at which proficiency (0–4)."""

    by: str
    proficiency: int


@dataclass(frozen=True, slots=True)
class Person:
    """One member of a cohort. `skills`: proficiency 0–4; a skill that is not assessed is absent.

    Of somebody who does not share (`is_shared` is False) only key and name are looked at.
    """

    key: int
    name: str
    skills: Mapping[str, int] = field(default_factory=dict)
    confirmed: Mapping[str, Confirmation] = field(default_factory=dict)
    is_shared: bool = True


@dataclass(frozen=True, slots=True)
class Column:
    """An expectation, or one skill with the proficiency that is asked of it.

    `weight`: what a whole gap counts when people are sorted by it.
    """

    id: str
    label: str
    kind: Literal["expectation", "skill"]
    rule: Rule
    weight: float
    members: tuple[Member, ...]

    @property
    def target(self) -> int | None:
        """The proficiency that a skill is asked for, 1–4; None for an expectation."""
        return self.members[0].target if self.kind == "skill" else None


@dataclass(frozen=True, slots=True)
class Cell:
    """One person in one column.

    `gap`: levels short of the target (0–4) for a skill, 1 − attainment for an expectation; None if
    it is not known. `level`, `target`: 0–4, for a skill only. `confirmed_by`: who confirmed what
    decides the state. `is_confirmed`: whether the column is met by what others confirmed alone.
    """

    state: State
    gap: float | None = None
    level: int | None = None
    target: int | None = None
    confirmed_by: tuple[str, ...] = ()
    is_confirmed: bool = False

    @property
    def is_open(self) -> bool:
        return self.state in OPEN


@dataclass(frozen=True, slots=True)
class Row:
    """One person's cells. `gap`: the known gaps of all columns by their weight.

    `unassessed`: in how many columns nothing is assessed.
    """

    person: Person
    cells: tuple[Cell, ...]
    gap: float
    unassessed: int


@dataclass(frozen=True, slots=True)
class Total:
    """One column over the whole cohort: how many people are in each state, and who meets it.

    `teachers` could teach it: those who were confirmed first, then the highest level, then by name.
    """

    counts: Mapping[State, int]
    teachers: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """`rows` and `totals` go with `columns`; totals are of the cohort, whoever is shown."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    totals: tuple[Total, ...]


def expectation_columns(expectations: Iterable[Expectation]) -> tuple[Column, ...]:
    """One column per expectation, with its weight in the catalogue."""
    return tuple(
        Column(e.id, e.label, "expectation", e.rule, e.weight, e.members) for e in expectations
    )


def skill_columns(catalogue: Catalogue, expectations: Iterable[Expectation]) -> tuple[Column, ...]:
    """One column per skill of these expectations, in their order, at the highest target.

    An expectation's weight is shared out among its members, as attainment is.
    """
    members: dict[str, Member] = {}
    weights: defaultdict[str, float] = defaultdict(float)
    for expectation in expectations:
        for member in expectation.members:
            highest = members.setdefault(member.skill, member)
            members[member.skill] = max(highest, member, key=lambda m: m.target)
            weights[member.skill] += expectation.weight / len(expectation.members)
    return tuple(
        Column(id_, catalogue.skills[id_].name, "skill", "all_of", weights[id_], (member,))
        for id_, member in members.items()
    )


def build_matrix(
    catalogue: Catalogue, columns: Sequence[Column], people: Iterable[Person]
) -> Matrix:
    """Every person in every column, people in the order given."""
    rows = tuple(_row(catalogue, columns, person) for person in people)
    totals = tuple(_total(rows, n) for n in range(len(columns)))
    return Matrix(tuple(columns), rows, totals)


def sort_rows(matrix: Matrix, by: str = BY_GAP) -> Matrix:
    """The same people by largest gap, by name, or by the gap in the column of that id.

    Equal gaps go to who has more that is not assessed, then by name. In a column: the open ones by
    gap, then those not assessed, then those who meet it. Who does not share comes last.
    Raises ValueError if there is no such column.
    """
    if by == BY_NAME:
        return replace(matrix, rows=tuple(sorted(matrix.rows, key=_name)))
    if by == BY_GAP:
        return replace(matrix, rows=tuple(sorted(matrix.rows, key=_overall)))
    n = [column.id for column in matrix.columns].index(by)
    return replace(
        matrix,
        rows=tuple(sorted(matrix.rows, key=lambda row: (_in_cell(row.cells[n]), _name(row)))),
    )


def keep_people(matrix: Matrix, states: Collection[State]) -> Matrix:
    """Only the people who are in one of these states in at least one column."""
    rows = (row for row in matrix.rows if any(cell.state in states for cell in row.cells))
    return replace(matrix, rows=tuple(rows))


def keep_columns(matrix: Matrix, states: Collection[State]) -> Matrix:
    """Only the columns in which at least one of the people shown is in one of these states."""
    kept = [
        n
        for n in range(len(matrix.columns))
        if any(row.cells[n].state in states for row in matrix.rows)
    ]
    return Matrix(
        columns=tuple(matrix.columns[n] for n in kept),
        rows=tuple(replace(row, cells=tuple(row.cells[n] for n in kept)) for row in matrix.rows),
        totals=tuple(matrix.totals[n] for n in kept),
    )


def _row(catalogue: Catalogue, columns: Sequence[Column], person: Person) -> Row:
    if not person.is_shared:
        return Row(person, (Cell("not_shared"),) * len(columns), 0.0, 0)
    cells = tuple(_cell(catalogue, column, person) for column in columns)
    gap = sum(c.weight * cell.gap for c, cell in zip(columns, cells, strict=True) if cell.gap)
    return Row(person, cells, gap, sum(cell.state == "not_assessed" for cell in cells))


def _cell(catalogue: Catalogue, column: Column, person: Person) -> Cell:
    skills = person.skills
    if not any(member.skill in skills for member in column.members):
        return Cell("not_assessed", target=column.target)
    parts = [member_attainment(catalogue, member, skills) for member in column.members]
    attained = _together(column.rule, parts)
    state: State = "met" if attained > MET else "short" if attained > 0 else "missing"
    confirmed = _confirmations(column, person, parts) if person.confirmed else []
    return Cell(
        state,
        gap=0.0 if state == "met" else _gap(column, skills, attained),
        level=skills[column.id] if column.kind == "skill" else None,
        target=column.target,
        confirmed_by=tuple(dict.fromkeys(c.by for c in confirmed)),
        is_confirmed=state == "met" and bool(confirmed) and _is_met(catalogue, column, person),
    )


def _gap(column: Column, skills: Mapping[str, int], attained: float) -> float:
    return 1 - attained if column.target is None else column.target - skills[column.id]


def _together(rule: Rule, parts: Sequence[float]) -> float:
    return max(parts) if rule == "any_of" else sum(parts) / len(parts)


def _confirmations(column: Column, person: Person, parts: Sequence[float]) -> list[Confirmation]:
    """The confirmations of what decides the cell: of any-of, only of what attains most."""
    best = max(parts) if column.rule == "any_of" else 0.0
    members = (m for m, part in zip(column.members, parts, strict=True) if part >= best)
    return [person.confirmed[m.skill] for m in members if m.skill in person.confirmed]


def _is_met(catalogue: Catalogue, column: Column, person: Person) -> bool:
    """Whether what others confirmed meets it alone."""
    found = person.confirmed
    levels = {m.skill: found[m.skill].proficiency for m in column.members if m.skill in found}
    parts = [member_attainment(catalogue, member, levels) for member in column.members]
    return _together(column.rule, parts) > MET


def _total(rows: Sequence[Row], n: int) -> Total:
    counts = Counter(row.cells[n].state for row in rows)
    able = [row for row in rows if row.cells[n].state == "met"]
    able.sort(key=lambda r: (not r.cells[n].is_confirmed, -(r.cells[n].level or 0), _name(r)))
    return Total({state: counts[state] for state in STATES}, tuple(row.person for row in able))


def _name(row: Row) -> tuple[str, int]:
    return row.person.name.casefold(), row.person.key


def _overall(row: Row) -> tuple[bool, float, int, tuple[str, int]]:
    return not row.person.is_shared, -row.gap, -row.unassessed, _name(row)


def _in_cell(cell: Cell) -> tuple[int, float]:
    rank = 0 if cell.is_open else ("not_assessed", "met", "not_shared").index(cell.state) + 1
    return rank, -(cell.gap or 0.0)
