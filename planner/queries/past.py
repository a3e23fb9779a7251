"""Somebody's past, day by day: their events, the catalogues in force, the hours they logged."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from threading import Lock

from django.utils import timezone

from planner.documents import read_catalogue
from planner.domain.catalogue import Catalogue
from planner.domain.history import Change, Dated, replay, states
from planner.domain.past import Snapshot, days_between, look_back
from planner.domain.pay import estimate
from planner.domain.study import WEEK, Session, hours_by_week, monday_of
from planner.models import (
    CatalogueArchive,
    CatalogueInForce,
    Event,
    KeptPlan,
    Profile,
    StudySession,
)
from planner.models.history import EventQuerySet
from planner.queries.profiles import ProfileView

MOST_POINTS = 60
MOST_WEEKS = 52
REMEMBERED = 64
OF_THINGS = ("skill", "certification", "review", "study")  # kinds whose key names a thing

_lock = Lock()
_archived: dict[str, Catalogue] = {}  # by version; what an archive holds never changes


@dataclass(frozen=True, slots=True)
class Catalogues:
    """When which catalogue began to hold, the earliest first. `current`: the one that holds now."""

    since: tuple[datetime, ...]
    versions: tuple[str, ...]
    current: Catalogue

    def version_at(self, moment: datetime) -> str:
        """Before the first one that is known, that one."""
        if not self.versions:
            return self.current.version
        return self.versions[max(0, bisect_right(self.since, moment) - 1)]

    def changes(self, day: date) -> int:
        """How often another catalogue came into force since the end of a day."""
        return len(self.since) - max(1, bisect_right(self.since, end_of(day)))

    def read(self, moments: Iterable[datetime]) -> list[Catalogue]:
        """The catalogue of each moment; one query at most, for those not in memory yet."""
        wanted = [self.version_at(moment) for moment in moments]
        known = {self.current.version: self.current, **_read({*wanted} - {self.current.version})}
        return [known[version] for version in wanted]


def load_catalogues(current: Catalogue) -> Catalogues:
    """One query."""
    rows = list(CatalogueInForce.objects.order_by("since", "pk").values_list("since", "catalogue"))
    return Catalogues(tuple(at for at, _ in rows), tuple(key for _, key in rows), current)


def _read(versions: Collection[str]) -> dict[str, Catalogue]:
    found = {version: _archived[version] for version in versions if version in _archived}
    missing = {*versions} - {*found}
    if missing:
        rows = CatalogueArchive.objects.filter(pk__in=missing).values_list("pk", "document")
        found |= {version: read_catalogue(document) for version, document in rows}
        with _lock:
            _archived.update(found)
            for version in list(_archived)[:-REMEMBERED]:
                del _archived[version]
    return found


def load_history(profile: Profile) -> tuple[Dated, ...]:
    """Everything that happened to a profile, the earliest first; one query."""
    rows = Event.objects.filter(profile=profile).in_order()
    return tuple(
        Dated(at, pk, Change(kind, key, was, now))
        for at, pk, kind, key, was, now in rows.values_list("at", "pk", "kind", "key", "was", "now")
    )


def events_of(profile: Profile, kind: str = "", of: str = "") -> EventQuerySet:
    """What happened, the latest first; of one kind, or to one skill or certification."""
    events = profile.events.select_related("by").latest_first()
    if kind:
        events = events.filter(kind=kind)
    return events.filter(key=of, kind__in=OF_THINGS) if of else events


def kept_days(profile: Profile) -> dict[int, date]:
    """When each plan was kept, by its key; one query."""
    rows = KeptPlan.objects.filter(profile=profile).values_list("pk", "adopted_at")
    return {pk: timezone.localdate(at) for pk, at in rows}


def current_plan(profile: Profile) -> int | None:
    """The key of the plan followed now; one query."""
    return profile.kept_plans.current().values_list("pk", flat=True).first()


def end_of(day: date) -> datetime:
    """The last moment of a day where the reader is."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time())) - timedelta(
        microseconds=1
    )


def snapshot_on(history: Iterable[Dated], catalogues: Catalogues, day: date) -> Snapshot:
    """Who somebody was at the end of a day."""
    moment = end_of(day)
    (catalogue,) = catalogues.read([moment])
    return look_back(catalogue, replay(history, moment), day)


def snapshot_now(view: ProfileView, kept: int | None) -> Snapshot:
    """Who somebody is by what their profile states, whatever the history says."""
    return Snapshot(
        day=view.today,
        catalogue=view.catalogue,
        developer=view.developer,
        held=view.held,
        has_experience=view.has_experience,
        place=view.place.id if view.place else None,
        industry=view.industry.id if view.industry else None,
        kept=kept,
        standing=view.standing,
        estimate=estimate(view.catalogue, view.developer, view.standing),
    )


def course(history: tuple[Dated, ...], catalogues: Catalogues, today: date) -> list[Snapshot]:
    """Some days from the first event to today, evenly apart, with who somebody was on each."""
    if not history:
        return []
    days = days_between(timezone.localdate(history[0].at), today, MOST_POINTS)
    moments = [end_of(day) for day in days]
    found = zip(catalogues.read(moments), states(history, moments), days, strict=True)
    return [look_back(catalogue, state, day) for catalogue, state, day in found]


def load_weeks(profile: Profile, today: date) -> list[tuple[date, float]]:
    """Hours logged in each of the latest weeks, by its Monday, the first with any on; one query."""
    this_week = monday_of(today)
    first = this_week - (MOST_WEEKS - 1) * WEEK
    logged = StudySession.objects.filter(profile=profile, on__gte=first, on__lte=today)
    rows = logged.values_list("item", "on", "hours")
    hours = hours_by_week(Session(item, on, float(amount)) for item, on, amount in rows)
    if not hours:
        return []
    count = (this_week - min(hours)) // WEEK + 1
    weeks = [this_week - (count - 1 - n) * WEEK for n in range(count)]
    return [(week, hours.get(week, 0.0)) for week in weeks]
