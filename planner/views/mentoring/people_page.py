"""The list of a cohort as a page shows it: who of them, in which order, in which words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.http import QueryDict

from planner import cohort_wording
from planner.domain.catalogue import Catalogue
from planner.domain.levels import is_ready
from planner.names import level_name
from planner.plan_wording import progress_said
from planner.queries.cohort_progress import CohortProgress, Going
from planner.views.mentoring.matrix_page import page_of

LONG_AGO = date.max


def _by_name(going: Going) -> tuple[str, int]:
    return going.member.name.casefold(), going.member.user


def _least_ready(going: Going) -> float:
    return 2.0 if going.readiness is None else going.readiness


def _most_behind(going: Going) -> tuple[int, int]:
    """Behind by most first; then on time, ahead, done, no plan, not shown."""
    if going.progress is None:
        return (5, 0) if going.member.shows_plan else (6, 0)
    rank = ("behind", "on_time", "ahead", "done").index(going.progress.state)
    return rank, -going.progress.days if rank == 0 else going.progress.days


def _longest_silent(going: Going) -> date:
    return going.active_on or LONG_AGO


def _most_waiting(going: Going) -> int:
    return -going.member.waiting


def _is_behind(going: Going) -> bool:
    return going.progress is not None and going.progress.state == "behind"


SORTS: Mapping[str, tuple[str, Callable[[Going], object]]] = {
    "name": ("By name", _by_name),
    "readiness": ("Least ready first", _least_ready),
    "plan": ("Furthest behind first", _most_behind),
    "active": ("Longest silent first", _longest_silent),
    "waiting": ("Most reviews waiting first", _most_waiting),
}
FILTERS: Mapping[str, tuple[str, Callable[[Going], bool]]] = {
    "": ("Everybody", lambda going: True),
    "behind": ("Behind plan", _is_behind),
    "no_plan": (
        "Without a plan",
        lambda going: going.member.shows_plan and going.progress is None,
    ),
    "waiting": ("With reviews waiting", lambda going: going.member.waiting > 0),
    "hidden": ("Not showing their skills", lambda going: not going.member.shows_skills),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """What was asked for in the address; whatever is not known there is as by default."""

    sort: str = "name"
    state: str = ""
    name: str = ""

    @classmethod
    def of(cls, asked: QueryDict) -> Choice:
        sort, state = asked.get("sort", ""), asked.get("state", "")
        return cls(
            sort=sort if sort in SORTS else "name",
            state=state if state in FILTERS else "",
            name=asked.get("name", "").strip()[:150],
        )


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person in words. What they do not show is empty."""

    going: Going
    href: str
    level: str
    is_ready: bool
    plan: str
    is_behind: bool
    active: str


@dataclass(frozen=True)
class PeoplePage:
    """`ready`, `behind`, `waiting` count the whole cohort, whoever the filter shows."""

    progress: CohortProgress
    choice: Choice

    @property
    def catalogue(self) -> Catalogue:
        return self.progress.people.catalogue

    @property
    def level(self) -> str:
        return level_name(self.catalogue, self.progress.people.level)

    @property
    def title(self) -> str:
        going = self.progress.going
        shown = sum(one.member.shows_skills for one in going)
        ready = sum(map(self._is_ready, going))
        return cohort_wording.people_title(ready, shown, len(going), self.level)

    @property
    def lead(self) -> str:
        going = self.progress.going
        return cohort_wording.people_lead(
            behind=sum(map(_is_behind, going)),
            waiting=sum(one.member.waiting for one in going),
            hidden=sum(not one.member.shows_skills for one in going),
        )

    @cached_property
    def rows(self) -> tuple[PersonRow, ...]:
        wanted, chosen = self.choice.name.casefold(), FILTERS[self.choice.state][1]
        shown = [
            one
            for one in self.progress.going
            if wanted in one.member.name.casefold() and chosen(one)
        ]
        order = SORTS[self.choice.sort][1]
        return tuple(map(self._row, sorted(shown, key=lambda one: (order(one), _by_name(one)))))

    def _row(self, going: Going) -> PersonRow:
        return PersonRow(
            going=going,
            href=page_of(going.member, self.progress.people.cohort),
            level=level_name(self.catalogue, going.level) if going.member.shows_skills else "",
            is_ready=self._is_ready(going),
            plan=progress_said(going.progress) if going.progress else "",
            is_behind=_is_behind(going),
            active=cohort_wording.active_said(going.active_on, self.progress.people.today),
        )

    def _is_ready(self, going: Going) -> bool:
        return going.readiness is not None and is_ready(self.catalogue, going.readiness)
