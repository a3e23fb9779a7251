"""Who may need help: behind their plan and silent, with the reasons, and what explains it.

One sign alone is no sign: a tracker that flagged everybody quiet for ten days flagged two thirds of
an organisation. It came to 25 points behind *and* a fortnight's silence (or a severe blocker), or
28 days of silence with work left; those figures are taken over.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Literal

Group = Literal["none", "watch", "struggling", "disengaged"]
Severity = Literal["mild", "severe"]
ReasonCode = Literal["share_behind", "days_behind", "overdue", "silent", "severe_blocker"]
ExplanationCode = Literal["no_work", "all_done", "new", "paused", "blocker", "review_waiting"]

EXCUSES: frozenset[ExplanationCode] = frozenset({"no_work", "all_done", "new", "paused"})
GROUPS: tuple[Group, ...] = ("none", "watch", "struggling", "disengaged")  # the worst last
BEHIND_SHARE = 0.25
BEHIND_DAYS = 14  # plans here run for years: 25 points of one would be noticed after months
BEHIND_OVERDUE = 2  # one thing late is a slip
QUIET_DAYS = 7
SILENT_DAYS = 14
LONG_SILENT_DAYS = 28
NEW_DAYS = 14
ALARM_BUDGET = 0.20  # a mentor can talk to one in five this week; an alarm for most says nothing


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one mentee.

    `joined_on`: the cohort. `assigned`: how much work is theirs to do, as assignments or steps of a
    kept plan, done or not; `left`: how much of it is not done; `overdue`: assignments past their
    date. `days_behind`: of the plan, 0 if on time or ahead. `share_behind`: 0–1, the share of all
    the work that should be done by now and is not. `last_active_on`: None if never.
    `open_reviews`: how many requests wait for a mentor; `answered_on`: when one last answered.
    `paused_until`: the last day of the present or latest pause. `blockers`: those declared, open.
    """

    joined_on: date
    assigned: int = 0
    left: int = 0
    overdue: int = 0
    days_behind: int = 0
    share_behind: float = 0.0
    last_active_on: date | None = None
    open_reviews: int = 0
    answered_on: date | None = None
    paused_until: date | None = None
    blockers: tuple[Severity, ...] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that was found: days, a share of 0–1, or how many, by its code."""

    code: ReasonCode
    figure: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """What explains it: days (new, paused) or how many, by its code."""

    code: ExplanationCode
    figure: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """`reasons`: what was found, also where it does not come to a flag; `explained`: why not."""

    group: Group
    reasons: tuple[Reason, ...] = ()
    explained: tuple[Explanation, ...] = ()

    @property
    def is_flagged(self) -> bool:
        return self.group != "none"


def judge_risk(facts: Facts, today: date) -> Verdict:
    """Which group a mentee is in on `today`, and why.

    *disengaged*: behind and silent for more than 14 days, or silent for 28 with work left.
    *struggling*: behind, with a severe blocker declared. *watch*: behind and quiet for more than 7
    days, or silent as above with a blocker that explains it for four weeks. Never flagged: who has
    no work left or none assigned, is paused, or joined less than 14 days ago.
    """
    explained = _explanations(facts, today)
    silent = silent_days(facts, today)
    is_excused = any(explanation.code in EXCUSES for explanation in explained)
    group: Group = "none" if is_excused else _group(facts, silent)
    return Verdict(group, _reasons(facts, silent), explained)


def silent_days(facts: Facts, today: date) -> int:
    """Days for which the mentee could have been heard of and was not.

    Counted from whatever came last: joining, being active, a mentor's answer, a pause's end.
    0 while a request waits for a mentor: it is not the mentee's turn then.
    """
    if facts.open_reviews:
        return 0
    days = (facts.joined_on, facts.last_active_on, facts.answered_on, facts.paused_until)
    return max(0, (today - max(day for day in days if day)).days)


def alarm_share(verdicts: Collection[Verdict]) -> float:
    """The share of people who are flagged, 0–1; 0 for nobody."""
    return sum(verdict.is_flagged for verdict in verdicts) / max(1, len(verdicts))


def is_alarm_too_wide(verdicts: Collection[Verdict], budget: float = ALARM_BUDGET) -> bool:
    """Whether so many are flagged that it tells nobody anything any more."""
    return alarm_share(verdicts) > budget


def _group(facts: Facts, silent: int) -> Group:
    if silent >= LONG_SILENT_DAYS:
        return "disengaged"
    if not _is_behind(facts):
        return "none"
    if "severe" in facts.blockers:
        return "struggling"
    if silent > SILENT_DAYS and not facts.blockers:
        return "disengaged"
    return "watch" if silent > QUIET_DAYS else "none"


def _is_behind(facts: Facts) -> bool:
    return (
        facts.share_behind >= BEHIND_SHARE
        or facts.days_behind >= BEHIND_DAYS
        or facts.overdue >= BEHIND_OVERDUE
    )


def _reasons(facts: Facts, silent: int) -> tuple[Reason, ...]:
    found: tuple[tuple[ReasonCode, float, bool], ...] = (
        ("share_behind", facts.share_behind, facts.share_behind >= BEHIND_SHARE),
        ("days_behind", facts.days_behind, facts.days_behind >= BEHIND_DAYS),
        ("overdue", facts.overdue, facts.overdue > 0),
        ("silent", silent, silent > QUIET_DAYS),
        ("severe_blocker", facts.blockers.count("severe"), "severe" in facts.blockers),
    )
    return tuple(Reason(code, figure) for code, figure, is_so in found if is_so)


def _explanations(facts: Facts, today: date) -> tuple[Explanation, ...]:
    joined = (today - facts.joined_on).days
    until = (facts.paused_until - today).days if facts.paused_until else -1
    found: tuple[tuple[ExplanationCode, int, bool], ...] = (
        ("no_work", 0, facts.assigned == 0),
        ("all_done", facts.assigned, facts.assigned > 0 == facts.left),
        ("new", joined, joined < NEW_DAYS),
        ("paused", until, until >= 0),
        ("blocker", len(facts.blockers), bool(facts.blockers)),
        ("review_waiting", facts.open_reviews, facts.open_reviews > 0),
    )
    return tuple(Explanation(code, figure) for code, figure, is_so in found if is_so)
