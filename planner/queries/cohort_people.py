"""Everybody in a cohort as far as they show it, in a number of queries that people do not change.

What each of them shows is asked once, and the rest only of those who show it; without consent
there is a name and no more.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db.models import Q

from accounts.access import mentees_shown
from accounts.models import Cohort, Membership, Scope, User
from planner.domain.catalogue import Catalogue, Expectation
from planner.domain.mentoring.matrix import Confirmation, Person
from planner.models import Programme, ReviewRequest, SkillClaim
from planner.names import person_name
from planner.queries.catalogue import current_catalogue, version_key_subquery
from planner.queries.mentees import expectations_of, shown_name

if TYPE_CHECKING:
    from django.db.models import QuerySet

type Skills = Mapping[int, Mapping[str, int]]
NOTHING: frozenset[Scope] = frozenset()
OF_SKILLS = frozenset({Scope.SKILLS, Scope.PLAN})  # progress on a plan follows from the skills


@dataclass(frozen=True, slots=True)
class Member:
    """One person in a cohort. `user`, `profile`: keys. Without the scope the rest stays empty.

    `skills`: shown with the skills, or with the plan, whose progress follows from them.
    `confirmed`: the latest level that a mentor confirmed, by skill. `waiting`: open requests.
    """

    user: int
    profile: int | None
    name: str
    scopes: frozenset[Scope] = NOTHING
    skills: Mapping[str, int] = field(default_factory=dict)
    confirmed: Mapping[str, Confirmation] = field(default_factory=dict)
    waiting: int = 0

    @property
    def shows_skills(self) -> bool:
        return Scope.SKILLS in self.scopes

    @property
    def shows_plan(self) -> bool:
        return Scope.PLAN in self.scopes

    def to_person(self) -> Person:
        """What the matrix is made of."""
        if not self.shows_skills:
            return Person(self.user, self.name, is_shared=False)
        return Person(self.user, self.name, self.skills, self.confirmed)


@dataclass(frozen=True)
class CohortPeople:
    """The people of a cohort, by name, and what its programme leads to and expects."""

    cohort: Cohort
    catalogue: Catalogue
    today: date
    level: str
    expectations: tuple[Expectation, ...]
    members: tuple[Member, ...]

    def keys(self, *scopes: Scope) -> list[int]:
        """The users who show any of these."""
        wanted = set(scopes)
        return [member.user for member in self.members if member.scopes & wanted]


def load_people(
    cohort: Cohort, viewer: User, now: datetime, today: date, *, all_skills: bool = False
) -> CohortPeople:
    """Four queries. `cohort` as `planner.access` gives it, with its programme.

    `all_skills`: those too that the programme asks nothing about.
    """
    rows = list(
        members_of(cohort).values_list(
            "mentee_id", "mentee__name", "mentee__profile__pk", version_key_subquery()
        )
    )
    catalogue = current_catalogue(rows[0][-1] if rows else None)
    level, expectations = _programme(cohort, catalogue)
    scopes = mentees_shown(viewer, [row[0] for row in rows], now)
    asked = None if all_skills else {m.skill for e in expectations for m in e.members}
    skills = _skills([user for user, given in scopes.items() if given & OF_SKILLS], asked)
    confirmed, waiting = _reviews([user for user in scopes if Scope.SKILLS in scopes[user]])
    members = [
        Member(
            user,
            profile,
            person_name(name, user),
            scopes.get(user, NOTHING),
            skills.get(user, {}),
            confirmed.get(user, {}),
            waiting[user],
        )
        for user, name, profile, _ in rows
    ]
    members.sort(key=lambda member: (member.name.casefold(), member.user))
    return CohortPeople(cohort, catalogue, today, level, expectations, tuple(members))


def members_of(cohort: Cohort) -> QuerySet[Membership]:
    return Membership.objects.active().filter(cohort=cohort)


def _programme(cohort: Cohort, catalogue: Catalogue) -> tuple[str, tuple[Expectation, ...]]:
    """A cohort without a programme leads to the first level."""
    programme: Programme | None = getattr(cohort, "programme", None)
    programme = programme or Programme(cohort=cohort, level_id=catalogue.levels[0].code)
    return programme.level_id, expectations_of(catalogue, programme)


def _skills(users: Collection[int], asked: Collection[str] | None) -> Skills:
    """Of those who show them."""
    owner = "profile__user"
    claims = SkillClaim.objects.filter(profile__user__in=users)
    if asked is not None:
        claims = claims.filter(skill__in=asked)
    found: defaultdict[int, dict[str, int]] = defaultdict(dict)
    for user, skill, proficiency in claims.values_list(owner, "skill", "proficiency"):
        found[user][skill] = proficiency
    return found


def _reviews(
    users: Collection[int],
) -> tuple[Mapping[int, Mapping[str, Confirmation]], Counter[int]]:
    """Of those who show them: what was confirmed, and how many requests are open, by user."""
    requests = ReviewRequest.objects.filter(
        Q(closed_at__isnull=True) | Q(decision__proficiency__isnull=False),
        profile__user__in=users,
    )
    confirmed: defaultdict[int, dict[str, Confirmation]] = defaultdict(dict)
    waiting: Counter[int] = Counter()
    for user, skill, proficiency, mentor, name in requests.order_by(
        "decision__decided_at", "pk"
    ).values_list(
        "profile__user", "skill", "decision__proficiency", "decision__mentor",
        "decision__mentor__name",
    ):  # fmt: skip
        if proficiency is None:
            waiting[user] += 1
        else:
            by = person_name(name, mentor) if mentor else shown_name(None)
            confirmed[user][skill] = Confirmation(by, proficiency)
    return confirmed, waiting
