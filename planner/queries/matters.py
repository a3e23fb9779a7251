"""What is open between mentors and mentees, and whose turn it is: what reminders are about.

Somebody is reminded only of what a mentee shows to a mentor at that moment.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal

from django.db.models import Exists, Model, OuterRef, QuerySet

from accounts.models import Consent, Membership, Scope
from planner.domain.mentoring.at_risk import judge_risk, silent_days
from planner.domain.mentoring.nudges import Pause
from planner.models import Pause as PauseRow
from planner.models import ReviewDecision, ReviewRequest
from planner.names import person_name
from planner.queries.situations import Situation, load_situations

type Kind = Literal["review", "more", "assignment", "plan"]
type Mentors = Mapping[tuple[int, str], frozenset[int]]


@dataclass(frozen=True, slots=True)
class Open:
    """One matter. `key`: `review:12`, as `Nudge.matter` has it. `people`: whose turn it is.

    `what`: the name of a skill or certification. `figure`: the days behind a plan. `pauses` stop
    its clock.
    """

    key: str
    kind: Kind
    pk: int
    profile: int
    mentee: int
    name: str
    since: datetime
    people: frozenset[int]
    what: str = ""
    figure: int = 0
    pauses: tuple[Pause, ...] = ()

    @property
    def closes(self) -> bool:
        """Whether it ends if nobody acts; a step or a plan stays what it is."""
        return self.kind in {"review", "more"}

    @property
    def scope(self) -> Scope:
        """What a mentor must be shown to know of it."""
        return Scope.SKILLS if self.kind in {"review", "more"} else Scope.PLAN


def load_open(
    now: datetime,
    mentees: Collection[int] | None = None,
    situations: Mapping[int, Situation] | None = None,
) -> tuple[Open, ...]:
    """Every open matter, or those of these mentees (users); some of nobody's, if all consent ended.

    `situations`: by profile, if they are known already. Five queries and those of situations.
    """
    shown = _shown(now, mentees)
    learners = _learners(mentees)
    if situations is None:
        planned = [one for one in learners if shown.get((one.user, Scope.PLAN))]
        situations = load_situations({one.pk: one.joined_on for one in planned}, now.date())
    found = [
        *_reviews(mentees, shown),
        *_more(mentees, shown),
        *_late(learners, situations, now.date()),
    ]
    return tuple(_with_pauses(found))


@dataclass(frozen=True, slots=True)
class Learner:
    """Somebody in an open cohort. `joined_on`: the first of them."""

    user: int
    pk: int
    name: str
    joined_on: date


def _learners(mentees: Collection[int] | None) -> list[Learner]:
    rows = Membership.objects.active().filter(
        cohort__closed_at__isnull=True, mentee__profile__isnull=False, mentee__is_active=True
    )
    found: dict[int, Learner] = {}
    for user, pk, name, joined in (
        _of(rows, "mentee", mentees)
        .order_by("joined_at", "pk")
        .values_list("mentee", "mentee__profile", "mentee__name", "joined_at")
    ):
        found.setdefault(user, Learner(user, pk, person_name(name, user), joined.date()))
    return list(found.values())


def _shown(now: datetime, mentees: Collection[int] | None) -> Mentors:
    """Which mentors see which scope of whom."""
    found: defaultdict[tuple[int, str], set[int]] = defaultdict(set)
    consents = _of(Consent.objects.in_force(now), "mentee", mentees)
    for mentee, scope, mentor in consents.values_list("mentee", "scope", "mentor"):
        found[mentee, scope].add(mentor)
    return {key: frozenset(mentors) for key, mentors in found.items()}


def _reviews(mentees: Collection[int] | None, shown: Mentors) -> Iterator[Open]:
    """The turn of each mentor who may see the request."""
    requests = _of(ReviewRequest.objects.open(), "profile__user", mentees)
    for pk, profile, mentee, name, skill, asked in requests.order_by("asked_at", "pk").values_list(
        "pk", "profile", "profile__user", "profile__user__name", "skill__name", "asked_at"
    ):
        mentors = shown.get((mentee, Scope.SKILLS), frozenset())
        yield Open(
            f"review:{pk}", "review", pk, profile, mentee, person_name(name, mentee), asked,
            mentors, skill,
        )  # fmt: skip


def _more(mentees: Collection[int] | None, shown: Mentors) -> Iterator[Open]:
    """The turn of the mentee, until they ask again."""
    later = ReviewRequest.objects.filter(
        profile=OuterRef("request__profile"),
        skill=OuterRef("request__skill"),
        version__gt=OuterRef("request__version"),
    )
    unanswered = ReviewDecision.objects.filter(
        ~Exists(later), kind=ReviewDecision.Kind.MORE, lapsed_at__isnull=True
    )
    rows = _of(unanswered, "request__profile__user", mentees).order_by("decided_at", "pk")
    for pk, profile, mentee, name, skill, decided in rows.values_list(
        "pk", "request__profile", "request__profile__user", "request__profile__user__name",
        "request__skill__name", "decided_at",
    ):  # fmt: skip
        people = frozenset({mentee} if shown.get((mentee, Scope.SKILLS)) else ())
        yield Open(
            f"more:{pk}", "more", pk, profile, mentee, person_name(name, mentee), decided,
            people, skill,
        )  # fmt: skip


def _late(
    learners: Iterable[Learner], situations: Mapping[int, Situation], today: date
) -> Iterator[Open]:
    """Steps that are overdue; without any, the plan of somebody who is behind and silent."""
    for learner in learners:
        situation = situations.get(learner.pk)
        if situation is None:
            continue
        people = frozenset({learner.user})
        for step in situation.overdue:
            since = _midnight(step.due_on + timedelta(days=1))
            yield Open(
                f"assignment:{step.key}", "assignment", step.key, learner.pk, learner.user,
                learner.name, since, people, step.what,
            )  # fmt: skip
        facts = situation.facts
        is_flagged = facts.days_behind and judge_risk(facts, today).is_flagged
        if is_flagged and situation.plan and not situation.overdue:
            silent_since = today - timedelta(days=silent_days(facts, today))
            yield Open(
                f"plan:{situation.plan}:{silent_since}", "plan", situation.plan, learner.pk,
                learner.user, learner.name, _midnight(silent_since), people,
                figure=facts.days_behind,
            )  # fmt: skip


def _with_pauses(found: list[Open]) -> Iterator[Open]:
    """A mentee's pauses stop the clocks of what they have to do, not those of mentors."""
    pauses: defaultdict[int, list[Pause]] = defaultdict(list)
    rows = PauseRow.objects.filter(profile__in={one.profile for one in found})
    for profile, first, last in rows.values_list("profile", "starts_on", "ends_on"):
        pauses[profile].append(Pause(_midnight(first), _midnight(last + timedelta(days=1))))
    for one in found:
        yield one if one.kind == "review" else replace(one, pauses=tuple(pauses[one.profile]))


def _of[M: Model](rows: QuerySet[M], mentee: str, mentees: Collection[int] | None) -> QuerySet[M]:
    """The rows of these users; of everybody for None. `mentee`: the path to the user."""
    return rows if mentees is None else rows.filter(**{f"{mentee}__in": list(mentees)})


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
