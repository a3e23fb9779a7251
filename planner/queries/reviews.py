"""What waits for a mentor, and all that a review page shows, as plain values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db.models import Count

from accounts.access import consents_to, second_factors
from accounts.models import Consent, Scope
from planner.domain.mentoring import reviews as rules
from planner.models import (
    Evidence,
    PrivateNote,
    Profile,
    ReviewRequest,
    Snippet,
)
from planner.names import listed, person_name
from planner.review_wording import by_mentor

if TYPE_CHECKING:
    from accounts.models import User

type Choice = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Waiting:
    """One review in the queue. `person`: the key of a user. `cohorts`: names by key."""

    pk: int
    person: int
    name: str
    skill: str
    skill_name: str
    proficiency: int
    version: int
    asked_at: datetime
    cohorts: dict[int, str]
    ends_on: date | None
    claim: rules.Claim | None
    holder: str

    def to_value(self) -> rules.Request:
        return rules.Request(self.pk, self.person, self.asked_at, self.ends_on, self.claim)


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """What to show of a queue; each that is None shows all. They combine."""

    cohort: int | None = None
    person: int | None = None
    skill: str | None = None
    band: rules.AgeBand | None = None
    is_mine: bool = False


@dataclass(frozen=True)
class Queue:
    """What waits for one mentor, in the order to answer it. `people`: whoever shows them skills."""

    now: datetime
    viewer: int
    waiting: tuple[Waiting, ...]
    cohorts: dict[int, str]
    people: dict[int, str]

    @property
    def skills(self) -> dict[str, str]:
        return {one.skill: one.skill_name for one in self.waiting}

    @property
    def late(self) -> int:
        return sum(self.band(one) == "late" for one in self.waiting)

    def band(self, one: Waiting) -> rules.AgeBand:
        return rules.age_band(one.asked_at, self.now)

    def is_raised(self, one: Waiting) -> bool:
        """Whether the person's cohort ends soon."""
        return rules.is_raised(one.to_value(), self.now.date())

    def matching(self, wanted: QueueFilter) -> list[Waiting]:
        return [one for one in self.waiting if self._matches(one, wanted)]

    def _matches(self, one: Waiting, wanted: QueueFilter) -> bool:
        return (
            wanted.cohort in {None, *one.cohorts}
            and wanted.person in {None, one.person}
            and wanted.skill in {None, one.skill}
            and wanted.band in {None, self.band(one)}
            and (not wanted.is_mine or rules.holder_of(one.claim, self.now) == self.viewer)
        )


@dataclass(frozen=True, slots=True)
class Reviewers:
    """Names of the mentors who may answer, and of those of them who see evidence too."""

    all: tuple[str, ...]
    of_evidence: tuple[str, ...]

    @property
    def said(self) -> str:
        return listed(self.all, last="or")


@dataclass(frozen=True, slots=True)
class SkillReviews:
    """One's own requests for one skill: the latest, and the versions before it."""

    latest: ReviewRequest
    earlier: tuple[ReviewRequest, ...] = field(default=())


def count_waiting(viewer: User, now: datetime) -> int:
    """How many reviews wait for a mentor; one query. None without a second factor."""
    waiting = ReviewRequest.objects.shown_to(viewer, now).open()
    return waiting.filter(second_factors(viewer)).count()


def load_queue(viewer: User, now: datetime) -> Queue:
    """Two queries, however much waits."""
    people: dict[int, str] = {}
    cohorts: dict[int, str] = {}
    ends: defaultdict[int, dict[int, date]] = defaultdict(dict)
    given = consents_to(viewer, Scope.SKILLS, now).order_by("cohort__name", "mentee__name")
    for person, name, cohort, title, ends_on in given.values_list(
        "mentee", "mentee__name", "cohort", "cohort__name", "cohort__ends_on"
    ):
        people[person], cohorts[cohort] = person_name(name, person), title
        ends[person][cohort] = ends_on
    rows = ReviewRequest.objects.shown_to(viewer, now).open().for_mentors()
    found = {
        row.pk: _waiting(row, people[row.profile.user_id], ends[row.profile.user_id], cohorts, now)
        for row in rows
        if row.profile.user_id in people  # else the consent ended between the two queries
    }
    order = rules.queue_order((one.to_value() for one in found.values()), now)
    return Queue(now, viewer.pk, tuple(found[one.key] for one in order), cohorts, people)


def load_own_reviews(viewer: User) -> tuple[SkillReviews, ...]:
    """One's own requests by skill, those asked last first; two queries."""
    rows = (
        ReviewRequest.objects.visible_to(viewer)
        .select_related("skill", "claimed_by", "decision__mentor")
        .prefetch_related("evidence")
        .order_by("-asked_at", "-pk")
    )
    by_skill: dict[str, list[ReviewRequest]] = {}
    for row in rows:
        by_skill.setdefault(row.skill_id, []).append(row)
    return tuple(SkillReviews(found[0], tuple(found[1:])) for found in by_skill.values())


def load_reviewers(viewer: User, now: datetime) -> Reviewers:
    """Who may answer one's own requests; one query."""
    given = Consent.objects.in_force(now).given_by(viewer).order_by("mentor__name", "mentor")
    wanted = given.filter(scope__in=[Scope.SKILLS, Scope.EVIDENCE])
    found: dict[str, dict[int, str]] = {Scope.SKILLS: {}, Scope.EVIDENCE: {}}
    for scope, mentor, name in wanted.values_list("scope", "mentor", "mentor__name"):
        found[scope][mentor] = person_name(name, mentor)
    skills, evidence = found[Scope.SKILLS], found[Scope.EVIDENCE]
    return Reviewers(tuple(skills.values()), tuple(skills[m] for m in skills if m in evidence))


def load_own_evidence(viewer: User) -> tuple[Evidence, ...]:
    """One's own evidence with its skills and in how many reviews it is used; two queries."""
    own = Evidence.objects.visible_to(viewer).latest_first()
    return tuple(own.annotate(uses=Count("review_requests")).prefetch_related("skills"))


def load_notes(profile: Profile, viewer: User, now: datetime) -> tuple[PrivateNote, ...]:
    """A mentor's own notes on somebody, the latest first; one query."""
    notes = PrivateNote.objects.shown_to(viewer, now).filter(profile=profile)
    return tuple(notes.order_by("-written_at", "-pk"))


def load_snippets(viewer: User) -> tuple[Snippet, ...]:
    """The words that a mentor keeps; one query."""
    own = Snippet.objects.editable_by(viewer).select_related("skill")
    return tuple(own.order_by("skill__name", "title", "pk"))


def load_chosen(viewer: User, chosen: Iterable[int], now: datetime) -> tuple[ReviewRequest, ...]:
    """Those of some requests that are shown to a mentor, answered ones too; one query."""
    rows = ReviewRequest.objects.shown_to(viewer, now).for_mentors()
    return tuple(rows.filter(pk__in=list(chosen)).order_by("asked_at", "pk"))


def _waiting(
    row: ReviewRequest, name: str, ends: dict[int, date], cohorts: dict[int, str], now: datetime
) -> Waiting:
    """A row of the queue. Of several cohorts the one that ends next says how urgent it is."""
    return Waiting(
        pk=row.pk,
        person=row.profile.user_id,
        name=name,
        skill=row.skill_id,
        skill_name=row.skill.name,
        proficiency=row.proficiency,
        version=row.version,
        asked_at=row.asked_at,
        cohorts={cohort: cohorts[cohort] for cohort in ends},
        ends_on=min((day for day in ends.values() if day >= now.date()), default=None),
        claim=row.claim,
        holder=by_mentor(row.claimed_by) if rules.holder_of(row.claim, now) else "",
    )
