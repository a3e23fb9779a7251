"""The week that is over, for the person themselves: what they did, what is next, what waits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from math import fsum

from django.db.models import Q
from django.utils import timezone

from accounts.models import User
from accounts.time_zones import zone_of
from planner.change_wording import goal
from planner.domain.catalogue import Catalogue
from planner.domain.history import Value
from planner.domain.outlook import look_ahead
from planner.domain.study import WEEK, hours_by_item, monday_of
from planner.figures import count
from planner.models import Event, Profile, ReviewDecision
from planner.names import name_of, proficiency
from planner.queries.own_dates import load_due_dates, steps_left
from planner.queries.plans import PlanView, load_plan
from planner.queries.staleness import load_stale
from planner.study_wording import hours_said
from planner.wording import step_title

OWN = (Event.Origin.SELF, Event.Origin.REVIEW, Event.Origin.MENTOR)


@dataclass(frozen=True, slots=True)
class Studied:
    """Hours of study of one skill or certification."""

    name: str
    hours: float

    @property
    def said(self) -> str:
        return hours_said(self.hours)


@dataclass(frozen=True, slots=True)
class Waiting:
    """One sentence, with the page that it leads to."""

    text: str
    view: str


@dataclass(frozen=True, slots=True)
class Summary:
    """`monday`: of the week that is over. `goal`: hours a week. No figure of money is in it.

    `waiting`: what has its day this week or was answered. `notes`: what can wait.
    """

    monday: date
    studied: tuple[Studied, ...]
    goal: float
    done: tuple[str, ...]
    upcoming: str
    waiting: tuple[Waiting, ...]
    notes: tuple[Waiting, ...]
    is_paused: bool

    @property
    def hours_said(self) -> str:
        return hours_said(fsum(one.hours for one in self.studied))

    @property
    def goal_said(self) -> str:
        return hours_said(self.goal)

    @property
    def sunday(self) -> date:
        return self.monday + WEEK - timedelta(days=1)

    @property
    def is_worth_a_mail(self) -> bool:
        """A quiet week is nobody's business, and a declared pause is one without mails."""
        return not self.is_paused and bool(self.studied or self.done or self.waiting)


def load_summary(person: User, now: datetime) -> Summary:
    """Ten queries, however much was done. `person`: somebody with a profile."""
    with timezone.override(zone_of(person)):
        return _summary(Profile.objects.for_reading().get(user=person), timezone.localtime(now))


def _summary(profile: Profile, here: datetime) -> Summary:
    view, monday = load_plan(profile, here.date()), monday_of(here.date())
    log, before = view.profile.log, monday - WEEK
    sessions = [session for session in log.sessions if before <= session.on < monday]
    hours = sorted(hours_by_item(sessions).items(), key=lambda pair: -pair[1])
    since, until = (datetime.combine(day, time(), here.tzinfo) for day in (before, monday))
    return Summary(
        monday=before,
        studied=tuple(Studied(name_of(view.catalogue, id_), amount) for id_, amount in hours),
        goal=view.developer.hours_per_week,
        done=tuple(dict.fromkeys([*_finished(view, before), *_changed(view, since, until)])),
        upcoming=_upcoming(view),
        waiting=(*_answers(profile, since), *_due(profile, view)),
        notes=_notes(profile, view),
        is_paused=any(p.first <= view.today <= (p.last or view.today) for p in log.pauses),
    )


def _finished(view: PlanView, monday: date) -> Iterator[str]:
    """Steps of the learning log."""
    for step in reversed(view.profile.log.done):
        if monday <= step.finished_on < monday + WEEK:
            yield f"{name_of(view.catalogue, step.item)}: step finished"


def _changed(view: PlanView, since: datetime, until: datetime) -> Iterator[str]:
    """What went up in the history, taken over the whole week."""
    events = Event.objects.filter(
        Q(kind__in=[Event.Kind.SKILL, Event.Kind.CERTIFICATION]) | Q(kind="plan", key="kept"),
        profile=view.profile.profile_id, origin__in=OWN, at__gte=since, at__lt=until,
    )  # fmt: skip
    first: dict[str, Value] = {}
    latest: dict[str, Value] = {}
    for key, was, now in events.in_order().values_list("key", "was", "now"):
        first.setdefault(key, was)
        latest[key] = now
    said = (_said(view.catalogue, key, first[key], now) for key, now in latest.items())
    yield from filter(None, said)


def _said(catalogue: Catalogue, key: str, was: Value, now: Value) -> str:
    """A change for the better; nothing of any other."""
    if now is None or now == was:
        return ""
    if key == "kept":
        return "You keep a plan now"
    name = name_of(catalogue, key)
    if isinstance(now, int):
        return f"{name} is at {proficiency(now)} now" if now > _level(was) else ""
    return f"{name} added to your certificates" if was is None else ""


def _level(value: Value) -> int:
    return value if isinstance(value, int) else 0


def _upcoming(view: PlanView) -> str:
    """The step at hand of a kept plan; without one, what the dashboard puts first."""
    if view.kept is not None:
        return next((goal(view.catalogue, step) for step in steps_left(view)), "")
    ranked = look_ahead(view.catalogue, view.developer).suggestions
    return next((step_title(view.catalogue, suggestion.step) for suggestion in ranked), "")


def _answers(profile: Profile, since: datetime) -> Iterator[Waiting]:
    """Those of the last weeks that were not read yet."""
    answers = ReviewDecision.objects.filter(
        request__profile=profile, seen_at__isnull=True, decided_at__gte=since - 3 * WEEK
    ).order_by("decided_at", "pk")
    for skill in answers.values_list("request__skill__name", flat=True):
        yield Waiting(f"{skill}: your review is answered", "planner:my_reviews")


def _due(profile: Profile, view: PlanView) -> Iterator[Waiting]:
    """What has its day until this Sunday, or had it."""
    end = monday_of(view.today) + WEEK
    for day in load_due_dates(profile, view):
        if day.last < end:
            was = " was" if day.last < view.today else ""
            said = f"{day.title}{was or ' is'} due on {day.last.day} {day.last:%B}"
            yield Waiting(said, "planner:guidance")


def _notes(profile: Profile, view: PlanView) -> tuple[Waiting, ...]:
    stale = load_stale(profile, view.catalogue, view.today)
    if not stale:
        return ()
    said = f"{count(len(stale), 'skill')} that nothing has spoken for in a long time: still right?"
    return (Waiting(said, "planner:skills"),)
