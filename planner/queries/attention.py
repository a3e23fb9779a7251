"""Who of a cohort may need help, and which reminders are planned, as one mentor may see it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from accounts.access import mentees_shown
from accounts.models import Scope, User
from planner import attention_wording
from planner.domain.mentoring.at_risk import (
    Group,
    Verdict,
    alarm_share,
    is_alarm_too_wide,
    judge_risk,
)
from planner.domain.mentoring.nudges import CLOSES, plan_nudges
from planner.models import Nudge
from planner.names import person_name
from planner.queries.cohort_people import members_of
from planner.queries.matters import load_open
from planner.queries.reminders import (
    Key,
    Turn,
    load_last_mails,
    load_nudges,
    to_matters,
    turns_of,
)
from planner.queries.situations import Situation, load_situations

if TYPE_CHECKING:
    from accounts.models import Cohort

AHEAD = timedelta(days=28)
FLAGGED: tuple[Group, ...] = ("struggling", "disengaged", "watch")
NOTHING: frozenset[Scope] = frozenset()


@dataclass(frozen=True, slots=True)
class Learner:
    """Somebody in the cohort. `verdict`, `situation`: None if the plan is not shown."""

    user: int
    profile: int | None
    name: str
    scopes: frozenset[Scope]
    verdict: Verdict | None = None
    situation: Situation | None = None

    @property
    def shows_skills(self) -> bool:
        return Scope.SKILLS in self.scopes

    @property
    def is_stopped(self) -> bool:
        return self.situation is not None and "severe" in self.situation.facts.blockers

    @property
    def page(self) -> str:
        """The name of their page that the viewer may see."""
        return "planner:mentee" if self.shows_skills else "planner:mentee_plan"


@dataclass(frozen=True, slots=True)
class Reminder:
    """A reminder that goes out at `at` if nobody acts; on day 28 the matter closes instead.

    `nudge`: what a mentor noted about it.
    """

    turn: Turn
    day: int
    at: datetime
    nudge: Nudge | None

    @property
    def key(self) -> str:
        return f"{self.turn.key}@{self.day}"

    @property
    def is_held(self) -> bool:
        return self.nudge is not None and self.nudge.held_at is not None

    @property
    def words(self) -> str:
        return (self.nudge and self.nudge.words) or self.turn.sentence

    @property
    def said(self) -> str:
        return attention_wording.stage(self.day)

    @property
    def is_closing(self) -> bool:
        return self.day == CLOSES


@dataclass(frozen=True)
class AttentionView:
    """`learners`: everybody, by name. `reminders`: those of the next four weeks, by time."""

    now: datetime
    learners: tuple[Learner, ...]
    reminders: tuple[Reminder, ...]

    @property
    def today(self) -> date:
        """In UTC, in which the clocks of reminders run for the daily job too."""
        return self.now.date()

    @property
    def judged(self) -> tuple[Learner, ...]:
        """Those who show their plan."""
        return tuple(learner for learner in self.learners if learner.verdict)

    @property
    def unshown(self) -> tuple[Learner, ...]:
        return tuple(learner for learner in self.learners if not learner.verdict)

    @property
    def verdicts(self) -> list[Verdict]:
        return [learner.verdict for learner in self.learners if learner.verdict]

    @property
    def share(self) -> float:
        return alarm_share(self.verdicts)

    @property
    def is_too_wide(self) -> bool:
        return is_alarm_too_wide(self.verdicts)

    def of(self, group: Group) -> tuple[Learner, ...]:
        """Those of a group, who was silent longest first."""
        found = (one for one in self.judged if one.verdict and one.verdict.group == group)
        return tuple(sorted(found, key=_last_sign))

    @property
    def asking(self) -> tuple[Learner, ...]:
        """Those who say that they cannot go on without being flagged: no alarm, but a call."""
        return tuple(one for one in self.of("none") if one.is_stopped)

    @property
    def fine(self) -> tuple[Learner, ...]:
        return tuple(one for one in self.of("none") if not one.is_stopped)

    @property
    def flagged(self) -> int:
        return sum(verdict.is_flagged for verdict in self.verdicts)

    def judged_users(self) -> set[int]:
        return {one.user for one in self.judged}

    def by_matter(self) -> list[tuple[Reminder, list[Reminder]]]:
        """What comes next of each matter, with what comes after it."""
        found: dict[str, list[Reminder]] = {}
        for reminder in self.reminders:
            found.setdefault(reminder.turn.key, []).append(reminder)
        return [(first, later) for first, *later in found.values()]

    def by_key(self, key: str) -> Reminder | None:
        return next((reminder for reminder in self.reminders if reminder.key == key), None)


def load_attention(cohort: Cohort, viewer: User, now: datetime) -> AttentionView:
    """A fixed number of queries, however many learn here."""
    today = now.date()
    rows = list(
        members_of(cohort)
        .order_by("joined_at")
        .values_list("mentee", "mentee__profile", "mentee__name", "joined_at")
    )
    scopes = mentees_shown(viewer, [row[0] for row in rows], now)
    joined = {
        profile: at.date()
        for user, profile, _, at in rows
        if profile and Scope.PLAN in scopes.get(user, NOTHING)
    }
    situations = load_situations(joined, today)
    learners = [
        _learner(user, profile, name, scopes.get(user, NOTHING), situations, today)
        for user, profile, name, _ in rows
    ]
    learners.sort(key=lambda learner: (learner.name.casefold(), learner.user))
    return AttentionView(now, tuple(learners), _reminders(viewer, scopes, situations, now))


def _learner(
    user: int,
    profile: int | None,
    name: str,
    scopes: frozenset[Scope],
    situations: Mapping[int, Situation],
    today: date,
) -> Learner:
    learner = Learner(user, profile, person_name(name, user), scopes)
    situation = situations.get(profile or 0)
    if situation is None:
        return learner
    verdict = judge_risk(situation.facts, today)
    if Scope.SKILLS not in scopes:  # it counts for them, but is not said
        explained = tuple(e for e in verdict.explained if e.code != "review_waiting")
        verdict = replace(verdict, explained=explained)
        situation = replace(situation, contacted_on=None)
    return replace(learner, verdict=verdict, situation=situation)


def _last_sign(learner: Learner) -> tuple[date, str]:
    known = learner.situation
    return (known and known.facts.last_active_on) or date.min, learner.name


def _reminders(
    viewer: User,
    scopes: Mapping[int, frozenset[Scope]],
    situations: Mapping[int, Situation],
    now: datetime,
) -> tuple[Reminder, ...]:
    """Those to mentees, and those to the viewer: whom else a mentee shows something is theirs.

    Who does not see the plan sees no pause in the days either: they are the earliest ones.
    """
    found = [
        one if Scope.PLAN in scopes[one.mentee] else replace(one, pauses=())
        for one in load_open(now, list(scopes), situations)
        if one.scope in scopes[one.mentee]
    ]
    turns = [t for t in turns_of(found) if t.person in {viewer.pk, t.open.mentee}]
    nudges = load_nudges(turns)
    last = load_last_mails({turn.person for turn in turns})
    return tuple(_planned(turns, nudges, last, now))


def _planned(
    turns: Sequence[Turn], nudges: Mapping[Key, Nudge], last: Mapping[int, datetime], now: datetime
) -> list[Reminder]:
    """What is held has its day too, so that it can be released."""
    by_key = {turn.key: turn for turn in turns}
    matters = [replace(m, skipped=frozenset()) for m in to_matters(turns, nudges)]
    plan = plan_nudges(matters, last, now)
    due = [(line.matter, line.stage, now) for mail in plan.mails for line in mail.nudges]
    later = [(one.matter, one.day, one.at) for one in plan.upcoming if one.at <= now + AHEAD]
    reminders = []
    for key, day, at in (*due, *later):
        turn = by_key[key]
        if day == CLOSES and not turn.open.closes:
            continue
        nudge = nudges.get((turn.open.key, turn.person, day))
        reminders.append(Reminder(turn, day, at, nudge))
    return sorted(reminders, key=lambda r: (r.at, r.key))
