"""What waits for a mentor this morning, over all cohorts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q

from accounts.access import shown_to
from accounts.models import Membership, Scope, User
from planner import attention_wording
from planner.domain.mentoring.at_risk import GROUPS, judge_risk
from planner.domain.mentoring.reviews import AgeBand, age_band
from planner.models import Assignment, GoalSuggestion, ReviewDecision, ReviewRequest
from planner.names import person_name
from planner.queries.mentees import shown_name
from planner.queries.situations import load_situations
from planner.time_wording import ago

LATELY = timedelta(days=1)
URGENT = {"struggling", "disengaged"}
SHOWN = 10  # of each kind: a mail is read in a minute
BANDS: dict[AgeBand, str] = {
    "late": "Waiting for a review longer than the promised 4 days",
    "due": "Waiting for a review for 2 to 4 days",
    "fresh": "Waiting for a review for less than 2 days",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence about one mentee (key of a user), with the page that it leads to."""

    mentee: int
    text: str
    view: str = ""
    pk: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """The first lines of a kind, and how many more there are."""

    title: str
    lines: tuple[Line, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Digest:
    """`waiting`: how many reviews. `parts`: those by their age first, each with something in it."""

    waiting: int
    parts: tuple[Part, ...]

    @property
    def mentees(self) -> set[int]:
        """Everybody who is named."""
        return {line.mentee for part in self.parts for line in part.lines}


def load_digest(mentor: User, now: datetime) -> Digest:
    """What mentees show to this mentor at this moment; a fixed number of queries."""
    queue = _queue(mentor, now)
    others = [
        ("May need help", _attention(mentor, now)),
        ("Answered since yesterday", _answers(mentor, now)),
        ("Closed since yesterday, because nobody acted", _closed(mentor, now)),
    ]
    parts = tuple(
        Part(title, tuple(lines[:SHOWN]), max(0, len(lines) - SHOWN))
        for title, lines in (*queue, *others)
        if lines
    )
    return Digest(sum(len(lines) for _, lines in queue), parts)


def _queue(mentor: User, now: datetime) -> list[tuple[str, list[Line]]]:
    requests = ReviewRequest.objects.shown_to(mentor, now).open()
    bands: dict[AgeBand, list[Line]] = {band: [] for band in BANDS}
    for row in requests.select_related("profile__user", "skill").order_by("asked_at", "pk"):
        days = (now - row.asked_at).days
        asked = ago(days)
        text = f"{shown_name(row.profile.user)}: {row.skill}, asked {asked}"
        bands[age_band(row.asked_at, now)].append(
            Line(row.profile.user_id, text, "planner:review", row.pk)
        )
    return [(BANDS[band], lines) for band, lines in bands.items()]


def _attention(mentor: User, now: datetime) -> list[Line]:
    """Those who need somebody now, the worst first; whom to watch is on the page."""
    today = now.date()
    members = Membership.objects.active().filter(
        shown_to(mentor, Scope.PLAN, now, "mentee"),
        cohort__mentors__mentor=mentor,
        cohort__mentors__left_at__isnull=True,
    )
    joined, names = {}, {}
    for user, profile, name, at in members.order_by("-joined_at", "-pk").values_list(
        "mentee", "mentee__profile", "mentee__name", "joined_at"
    ):
        if profile:
            joined[profile], names[profile] = at.date(), (user, name)
    lines = []
    for profile, situation in load_situations(joined, today).items():
        verdict = judge_risk(situation.facts, today)
        if verdict.group in URGENT:
            user, name = names[profile]
            reasons = "; ".join(attention_wording.reason(r) for r in verdict.reasons)
            text = f"{person_name(name, user)}: {reasons.lower()}"
            rank = GROUPS.index(verdict.group)
            lines.append((rank, Line(user, text, "planner:mentee_plan", profile)))
    return [line for _, line in sorted(lines, key=lambda pair: (-pair[0], pair[1].text))]


def _answers(mentor: User, now: datetime) -> list[Line]:
    """What mentees answered since yesterday to what this mentor set or suggested."""
    since = now - LATELY
    set_ = Assignment.objects.shown_to(mentor, now).filter(mentor=mentor, declined_at__gt=since)
    goals = GoalSuggestion.objects.shown_to(mentor, now).filter(
        Q(accepted_at__gt=since) | Q(declined_at__gt=since), mentor=mentor
    )
    lines = []
    for row in set_.select_related("profile__user", "skill", "certification").order_by("pk"):
        text = f"{shown_name(row.profile.user)} declined {row.skill or row.certification}"
        lines.append(Line(row.profile.user_id, text, "planner:mentee_plan", row.profile_id))
    for goal in goals.select_related("profile__user", "level").order_by("pk"):
        verb = "accepted" if goal.accepted_at else "declined"
        text = f"{shown_name(goal.profile.user)} {verb} {goal.level} as a goal"
        lines.append(Line(goal.profile.user_id, text, "planner:mentee_plan", goal.profile_id))
    return lines


def _closed(mentor: User, now: datetime) -> list[Line]:
    """What was closed since yesterday because nobody acted, and who had to."""
    since, lines = now - LATELY, []
    timed_out = ReviewRequest.objects.shown_to(mentor, now).filter(
        closed_as=ReviewRequest.ClosedAs.TIMED_OUT, closed_at__gt=since
    )
    for row in timed_out.select_related("profile__user", "skill").order_by("pk"):
        text = f"{shown_name(row.profile.user)}: {row.skill}; no mentor answered for 28 days"
        lines.append(Line(row.profile.user_id, text))
    lapsed = ReviewDecision.objects.filter(
        shown_to(mentor, Scope.SKILLS, now, "request__profile__user"),
        mentor=mentor, lapsed_at__gt=since,
    )  # fmt: skip
    for decision in lapsed.select_related("request__profile__user", "request__skill"):
        request = decision.request
        text = (
            f"{shown_name(request.profile.user)}: {request.skill}; nothing came for 28 days"
            " after you asked for more"
        )
        lines.append(Line(request.profile.user_id, text))
    return lines
