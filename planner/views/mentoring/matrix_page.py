"""The matrix as a page shows it: which columns and people, in which order, in which words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from functools import cached_property

from django.http import QueryDict
from django.urls import reverse

from accounts.models import Cohort
from planner import cohort_wording
from planner.domain.catalogue import Catalogue
from planner.domain.mentoring.cohort_help import rank_workshops
from planner.domain.mentoring.matrix import (
    BY_GAP,
    BY_NAME,
    NOT_ASSESSED,
    OPEN,
    STATES,
    Column,
    Matrix,
    Row,
    State,
    Total,
    build_matrix,
    expectation_columns,
    keep_columns,
    keep_people,
    skill_columns,
    sort_rows,
)
from planner.names import level_name
from planner.queries.cohort_people import CohortPeople, Member

VIEWS = {"expectations": "Expectations", "skills": "Their skills"}
FILTERS: Mapping[str, tuple[str, frozenset[State]]] = {
    "": ("Everything", frozenset(STATES)),
    "open": ("Only what is open", OPEN),
    "missing": ("Only what is missing", frozenset({"missing"})),
    "not_assessed": ("Only what is not assessed", NOT_ASSESSED),
    "met": ("Only what is met", frozenset({"met"})),
}

FEW = 12  # columns that fit with their headings as they are


@dataclass(frozen=True, slots=True)
class Choice:
    """What was asked for in the address; whatever is not known there is as by default."""

    view: str = "expectations"
    sort: str = BY_GAP
    state: str = ""
    name: str = ""

    @classmethod
    def of(cls, asked: QueryDict) -> Choice:
        view, state = asked.get("view", ""), asked.get("state", "")
        return cls(
            view=view if view in VIEWS else "expectations",
            sort=asked.get("sort", BY_GAP),
            state=state if state in FILTERS else "",
            name=asked.get("name", "").strip()[:150],
        )

    def address(self, **changed: str) -> str:
        """The query of the same page with some of it changed."""
        wanted = replace(self, **changed)
        query = QueryDict(mutable=True)
        for field in fields(wanted):
            if (value := getattr(wanted, field.name)) != field.default:
                query[field.name] = value
        return f"?{query.urlencode()}"


@dataclass(frozen=True, slots=True)
class Heading:
    """One column's head. `href`: the same page sorted by it. `met`: by how many."""

    column: Column
    href: str
    is_sorted: bool
    met: int


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One person's row. `href`: their page, if they show anything."""

    row: Row
    href: str
    open: int


@dataclass(frozen=True, slots=True)
class ColumnTotal:
    """One column over the whole cohort, and who could teach it."""

    column: Column
    level: str
    total: Total
    teachers: str


@dataclass(frozen=True)
class MatrixPage:
    """`whole`: the programme's expectations × everybody, which the verdict is of."""

    people: CohortPeople
    choice: Choice

    @property
    def catalogue(self) -> Catalogue:
        return self.people.catalogue

    @property
    def level(self) -> str:
        return level_name(self.catalogue, self.people.level)

    @cached_property
    def whole(self) -> Matrix:
        return self._build(expectation_columns(self.people.expectations))

    @property
    def workshop(self) -> str:
        """The session that would help most of the cohort, in words; empty if none helps two."""
        people = [row.person for row in self.whole.rows]
        found = rank_workshops(self.catalogue, self.people.expectations, people)
        return cohort_wording.workshop(self.catalogue, found[0]) if found else ""

    @cached_property
    def asked(self) -> Matrix:
        """Everybody in the columns asked for, in the order asked for."""
        if self.choice.view == "skills":
            columns = self._skill_columns()
            return sort_rows(self._build(columns), self.sort_in(columns))
        return sort_rows(self.whole, self.sort_in(self.whole.columns))

    @cached_property
    def shown(self) -> Matrix:
        """Without the people and columns that the filter leaves out."""
        matrix, wanted = self.asked, self.choice.name.casefold()
        if wanted:
            rows = tuple(row for row in matrix.rows if wanted in row.person.name.casefold())
            matrix = replace(matrix, rows=rows)
        if not self.choice.state:
            return matrix
        states = FILTERS[self.choice.state][1]
        return keep_columns(keep_people(matrix, states), states)

    @property
    def is_small(self) -> bool:
        return len(self.shown.columns) <= FEW

    @cached_property
    def sort(self) -> str:
        return self.sort_in(self.asked.columns)

    def sort_in(self, columns: tuple[Column, ...]) -> str:
        known = {BY_GAP, BY_NAME, *(column.id for column in columns)}
        return self.choice.sort if self.choice.sort in known else BY_GAP

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        shown = self.shown
        return tuple(
            Heading(
                column,
                self.choice.address(sort=column.id),
                column.id == self.sort,
                total.counts["met"],
            )
            for column, total in zip(shown.columns, shown.totals, strict=True)
        )

    @cached_property
    def rows(self) -> tuple[ShownRow, ...]:
        by_user = {member.user: member for member in self.people.members}
        return tuple(
            ShownRow(
                row,
                page_of(by_user[row.person.key], self.people.cohort),
                sum(cell.is_open for cell in row.cells),
            )
            for row in self.shown.rows
        )

    @cached_property
    def totals(self) -> tuple[ColumnTotal, ...]:
        levels = self._levels()
        return tuple(
            ColumnTotal(column, levels.get(column.id, ""), total, cohort_wording.teachers(total))
            for column, total in zip(self.shown.columns, self.shown.totals, strict=True)
        )

    def _skill_columns(self) -> tuple[Column, ...]:
        """Every skill that is asked for; where one of several will do, those that somebody has."""
        asked = {m.skill for e in self.people.expectations if e.rule == "all_of" for m in e.members}
        held = {skill for member in self.people.members for skill in member.to_person().skills}
        columns = skill_columns(self.catalogue, self.people.expectations)
        return tuple(column for column in columns if column.id in asked | held)

    def _build(self, columns: tuple[Column, ...]) -> Matrix:
        people = [member.to_person() for member in self.people.members]
        return build_matrix(self.catalogue, columns, people)

    def _levels(self) -> dict[str, str]:
        """The level that each expectation belongs to; said where there are several."""
        return {e.id: level_name(self.catalogue, e.level) for e in self.people.expectations}


def page_of(member: Member, cohort: Cohort) -> str:
    """Where a mentor reads on about somebody; empty if they show nothing of it."""
    if member.profile is None:
        return ""
    if member.shows_skills:
        return f"{reverse('planner:mentee', args=[member.profile])}?against={cohort.pk}"
    return reverse("planner:mentee_plan", args=[member.profile]) if member.shows_plan else ""
