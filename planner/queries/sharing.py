"""For mentees: who sees what of them, since when, and who looked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.core.paginator import Page, Paginator
from django.utils import timezone

from accounts.models import CohortMentor, Consent, Membership, Scope, Sighting, User
from planner.queries.mentees import shown_name

PAGE_SIZE = 50
MAX_PAST = 100


@dataclass(frozen=True)
class SharedWith:
    """One mentor of one cohort. `since`: when each scope was opened. `is_new`: never decided."""

    pk: int
    name: str
    since: dict[Scope, datetime]
    is_new: bool
    joined_at: datetime

    @property
    def scopes(self) -> list[str]:
        return [scope.value for scope in Scope if scope in self.since]

    @property
    def seen(self) -> list[tuple[list[str], date]]:
        """What they see, in words, by the day that it began."""
        found: defaultdict[date, list[str]] = defaultdict(list)
        for scope in Scope:
            if scope in self.since:
                found[timezone.localdate(self.since[scope])].append(scope.label)
        return [(labels, day) for day, labels in sorted(found.items())]


@dataclass(frozen=True)
class Sharing:
    """One's place in a cohort, with its mentors."""

    membership: Membership
    mentors: tuple[SharedWith, ...]


@dataclass(frozen=True)
class PastConsent:
    """What was shown once and is no more."""

    mentor: str
    cohort: str
    scope: str
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True)
class SharingView:
    """All of it, the latest first. `seen`: the sightings of this page, each with its viewer."""

    cohorts: tuple[Sharing, ...]
    past: tuple[PastConsent, ...]
    sightings: Page[Sighting]
    seen: tuple[tuple[Sighting, str], ...]

    @property
    def new(self) -> list[str]:
        """The mentors who came later, and have been shown nothing."""
        return [m.name for cohort in self.cohorts for m in cohort.mentors if m.is_new]

    @property
    def viewers(self) -> frozenset[int]:
        """The mentors who see something now."""
        shown = (mentor for cohort in self.cohorts for mentor in cohort.mentors if mentor.since)
        return frozenset(mentor.pk for mentor in shown)


def load_sharing(mentee: User, number: str | None, now: datetime) -> SharingView:
    """Five queries, however many mentors look, and however often."""
    memberships = Membership.objects.active().filter(mentee=mentee, cohort__closed_at__isnull=True)
    joined = list(memberships.select_related("cohort").order_by("joined_at", "pk"))
    given = list(
        Consent.objects.given_by(mentee).select_related("mentor", "cohort").order_by("-pk")
    )
    mentors = CohortMentor.objects.active().filter(cohort__in=[m.cohort_id for m in joined])
    by_cohort: defaultdict[int, list[CohortMentor]] = defaultdict(list)
    for mentor in mentors.select_related("mentor").order_by("joined_at", "pk"):
        by_cohort[mentor.cohort_id].append(mentor)
    seen = Sighting.objects.visible_to(mentee).latest_first().select_related("viewer", "cohort")
    page = Paginator(seen, PAGE_SIZE).get_page(number)
    return SharingView(
        cohorts=tuple(
            Sharing(m, tuple(_shared(m, mentor, given, now) for mentor in by_cohort[m.cohort_id]))
            for m in joined
        ),
        past=_past(given, now),
        sightings=page,
        seen=tuple((sighting, shown_name(sighting.viewer)) for sighting in page),
    )


def _shared(
    membership: Membership, mentor: CohortMentor, given: Iterable[Consent], now: datetime
) -> SharedWith:
    key = (membership.cohort_id, mentor.mentor_id)
    rows = [c for c in given if (c.cohort_id, c.mentor_id) == key]
    decided_at = max(mentor.joined_at, membership.joined_at)
    return SharedWith(
        pk=mentor.mentor_id,
        name=shown_name(mentor.mentor),
        since={Scope(c.scope): c.starts_at for c in rows if _is_open(c, now)},
        is_new=mentor.joined_at > membership.joined_at
        and not any(c.starts_at >= decided_at for c in rows),
        joined_at=mentor.joined_at,
    )


def _past(given: Iterable[Consent], now: datetime) -> tuple[PastConsent, ...]:
    """The latest of those that have ended."""
    ended = (
        PastConsent(
            shown_name(c.mentor), c.cohort.name, Scope(c.scope).label, c.starts_at, c.ends_at
        )
        for c in given
        if c.ends_at is not None and c.ends_at <= now
    )
    return tuple(sorted(ended, key=lambda past: past.ends_at, reverse=True)[:MAX_PAST])


def _is_open(consent: Consent, now: datetime) -> bool:
    return consent.starts_at <= now and (consent.ends_at is None or consent.ends_at > now)
