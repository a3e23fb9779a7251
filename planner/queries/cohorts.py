"""The cohorts that somebody mentors, and who mentors, learns in or is invited to one of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from django.core.paginator import Page, Paginator
from django.db.models import Count, Model, Q, QuerySet

from accounts.models import Cohort, CohortMentor, Consent, Invitation, Membership, User
from accounts.models.invitations import State
from planner.models import ReviewRequest
from planner.queries.mentees import shown_name

PAGE_SIZE = 50
type Shown = Literal["waiting", "accepted", "over"]
SHOWN: tuple[Shown, ...] = ("waiting", "accepted", "over")


@dataclass(frozen=True)
class CohortRow:
    """One cohort in the list, in numbers. `waiting`: reviews that the viewer may answer."""

    cohort: Cohort
    people: int
    invited: int
    waiting: int
    is_lead: bool


@dataclass(frozen=True)
class MentorRow:
    """Somebody who mentors a cohort. `shown_by`: how many mentees show them something."""

    pk: int
    name: str
    joined_at: datetime
    is_lead: bool
    is_viewer: bool
    shown_by: int


@dataclass(frozen=True)
class MemberRow:
    """Somebody who learns in a cohort. `pk`: of their place in it."""

    pk: int
    name: str
    joined_at: datetime


@dataclass(frozen=True)
class InvitationRow:
    """An invitation and what became of it."""

    invitation: Invitation
    state: State
    accepted_by: str


@dataclass(frozen=True)
class InvitationsView:
    """A page of a cohort's invitations in one of three states, with the number in each."""

    shown: Shown
    rows: tuple[InvitationRow, ...]
    page: Page[Invitation]
    counts: Mapping[str, int]


def load_cohorts(viewer: User, now: datetime) -> tuple[CohortRow, ...]:
    """The viewer's cohorts, the open ones and those that end last first; four queries."""
    cohorts = Cohort.objects.visible_to(viewer).select_related("lead", "programme__level")
    found = sorted(cohorts, key=lambda c: (not c.is_closed, c.ends_on, c.pk), reverse=True)
    pks = [cohort.pk for cohort in found]
    people = _counted(Membership.objects.active().filter(cohort__in=pks), "cohort")
    invited = _counted(Invitation.objects.redeemable(now).filter(cohort__in=pks), "cohort")
    member = "profile__user__memberships"
    waiting = _counted(
        ReviewRequest.objects.shown_to(viewer, now)
        .open()
        .filter(**{f"{member}__left_at__isnull": True, f"{member}__cohort__in": pks}),
        f"{member}__cohort",
    )
    return tuple(
        CohortRow(
            cohort, people.get(cohort.pk, 0), invited.get(cohort.pk, 0), waiting.get(cohort.pk, 0),
            is_lead=cohort.lead_id == viewer.pk,
        )
        for cohort in found
    )  # fmt: skip


def load_mentors(cohort: Cohort, viewer: User, now: datetime) -> tuple[MentorRow, ...]:
    """Who mentors a cohort, the lead first; two queries."""
    given = Consent.objects.in_force(now).filter(cohort=cohort)
    shown_by = dict(given.values_list("mentor").annotate(Count("mentee", distinct=True)))
    mentors = CohortMentor.objects.active().filter(cohort=cohort).select_related("mentor")
    rows = (
        MentorRow(
            row.mentor_id, shown_name(row.mentor), row.joined_at, row.mentor_id == cohort.lead_id,
            row.mentor_id == viewer.pk, shown_by.get(row.mentor_id, 0),
        )
        for row in mentors.order_by("joined_at", "pk")
    )  # fmt: skip
    return tuple(sorted(rows, key=lambda row: not row.is_lead))


def load_members(cohort: Cohort) -> tuple[MemberRow, ...]:
    """Who learns in a cohort, by name; one query. A mentor sees no more of them by this."""
    members = Membership.objects.active().filter(cohort=cohort).select_related("mentee")
    rows = (MemberRow(m.pk, shown_name(m.mentee), m.joined_at) for m in members)
    return tuple(sorted(rows, key=lambda row: (row.name.casefold(), row.pk)))


def load_invitations(
    cohort: Cohort, shown: Shown, number: str | None, now: datetime
) -> InvitationsView:
    """A page of the invitations into a cohort, the latest first; three queries."""
    waiting = Q(
        accepted_at__isnull=True, declined_at__isnull=True, withdrawn_at__isnull=True,
        expires_at__gt=now,
    )  # fmt: skip
    states = {
        "waiting": waiting,
        "accepted": Q(accepted_at__isnull=False),
        "over": Q(accepted_at__isnull=True) & ~waiting,
    }
    invitations = Invitation.objects.filter(cohort=cohort)
    counts = invitations.aggregate(**{s: Count("pk", filter=which) for s, which in states.items()})
    latest = invitations.filter(states[shown]).order_by("-created_at", "-pk")
    page = Paginator(latest.select_related("accepted_by"), PAGE_SIZE).get_page(number)
    rows = tuple(InvitationRow(i, i.state(now), shown_name(i.accepted_by)) for i in page)
    return InvitationsView(shown, rows, page, counts)


def accepted_addresses(cohort: Cohort, emails: frozenset[str]) -> frozenset[str]:
    """Those of these addresses whose invitation led to somebody who is in the cohort now.

    Only addresses that a mentor invited are told, never those of somebody's account.
    """
    inside = Q(
        accepted_by__in=Membership.objects.active().filter(cohort=cohort).values("mentee")
    ) | Q(accepted_by__in=CohortMentor.objects.active().filter(cohort=cohort).values("mentor"))
    found = Invitation.objects.filter(inside, cohort=cohort, email__in=emails)
    return frozenset(found.values_list("email", flat=True))


def _counted[M: Model](rows: QuerySet[M], by: str) -> dict[int, int]:
    return dict(rows.values_list(by).annotate(Count("pk")))
