"""A job ad held against somebody's skills: what they have, what is short, what is missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from planner.domain.catalogue import Catalogue
from planner.domain.developer import Proficiency
from planner.domain.learning import Step, best_fit, steps_to_skill
from planner.domain.reading.proficiency import level_by_years
from planner.domain.reading.values import ASIDE, STATUSES, Finding, Reading, Status

State = Literal["have", "short", "missing"]

_NOT_SAID = int(Proficiency.WORKING)  # the level an ad means that names none


@dataclass(frozen=True, slots=True)
class Wish:
    """What an ad asks for: one skill, or the best of several alternatives, at a level (1–4)."""

    skills: tuple[str, ...]
    status: Status
    target: int
    years: float | None = None


@dataclass(frozen=True, slots=True)
class JobGap:
    """One wish and how far it is met, by the skill that comes nearest (`have`: 0–4)."""

    wish: Wish
    skill: str
    have: int
    state: State


@dataclass(frozen=True, slots=True)
class Fit:
    """How many of the wishes of each weight are met; `short` ones count half in `share` (0–1).

    `named`: what the ad names without saying how much it is asked for.
    """

    required: int
    required_met: int
    optional: int
    optional_met: int
    named: int
    named_met: int
    share: float

    @property
    def is_mostly_named(self) -> bool:
        return self.named > self.required + self.optional


def wishes_of(reading: Reading) -> tuple[Wish, ...]:
    """What the ad asks for, required before optional before mentioned, then as in the text.

    A skill that is an alternative in one place and asked for by itself in another is no longer an
    alternative.
    """
    asked = [f for f in reading.findings if f.status not in ASIDE]
    groups: defaultdict[int, list[Finding]] = defaultdict(list)
    wishes: list[Wish] = []
    for finding in asked:
        group = _group(finding)
        if group is None:
            wishes.append(_wish([finding]))
        else:
            groups[group].append(finding)
    wishes += [_wish(findings) for findings in groups.values()]
    order = {finding.skill_id: n for n, finding in enumerate(asked)}
    return tuple(sorted(wishes, key=lambda w: (STATUSES.index(w.status), order[w.skills[0]])))


def _group(finding: Finding) -> int | None:
    """The alternatives it is of, where its status comes from; None if it stands by itself too."""
    groups = [m.group for m in finding.mentions if m.status == finding.status]
    return None if None in groups else groups[0]


def _wish(findings: Sequence[Finding]) -> Wish:
    years = [f.years_min for f in findings if f.years_min]
    return Wish(
        tuple(f.skill_id for f in findings),
        min((f.status for f in findings), key=STATUSES.index),
        min(_target(f) for f in findings),
        min(years) if years else None,
    )


def _target(finding: Finding) -> int:
    if finding.proposed_basis == "word" and finding.proposed:
        return finding.proposed
    return level_by_years(finding.years_min) or _NOT_SAID


def compare(skills: Mapping[str, int], reading: Reading) -> tuple[JobGap, ...]:
    """Every wish of the ad against proficiency 0–4 by skill id; alternatives count by the best."""
    return tuple(gap_to(skills, wish) for wish in wishes_of(reading))


def gap_to(skills: Mapping[str, int], wish: Wish) -> JobGap:
    """How far one wish is met, told by the alternative that comes nearest."""
    best = max(wish.skills, key=lambda skill: skills.get(skill, 0))
    have = skills.get(best, 0)
    state: State = "have" if have >= wish.target else "short" if have else "missing"
    return JobGap(wish, best, have, state)


def fit_of(gaps: Iterable[JobGap]) -> Fit:
    """How well somebody fits; a share of 1 if the ad asks for nothing.

    The share is of what is required, else of what is optional. An ad that names more than it asks
    for in words says little by those few words, so all that it names counts.
    """
    gaps = tuple(gaps)
    required = [gap for gap in gaps if gap.wish.status == "required"]
    optional = [gap for gap in gaps if gap.wish.status == "optional"]
    named = [gap for gap in gaps if gap.wish.status == "mentioned"]
    is_mostly_named = "mentioned" in asking(gap.wish.status for gap in gaps)
    counted = gaps if is_mostly_named else required or optional
    met = sum({"have": 1.0, "short": 0.5, "missing": 0.0}[gap.state] for gap in counted)
    return Fit(
        len(required), _met(required), len(optional), _met(optional), len(named), _met(named),
        met / len(counted) if counted else 1.0,
    )  # fmt: skip


def asking(statuses: Iterable[Status]) -> frozenset[Status]:
    """Which statuses count as asked for in an ad with these.

    What it only names counts where that is more than it asks for in words.
    """
    found = tuple(statuses)
    words = sum(status in ("required", "optional") for status in found)
    named = found.count("mentioned") > words
    return frozenset(STATUSES) - ASIDE - (frozenset() if named else {"mentioned"})


def _met(gaps: Sequence[JobGap]) -> int:
    return sum(gap.state == "have" for gap in gaps)


def steps_to_job(
    catalogue: Catalogue, skills: Mapping[str, int], gaps: Iterable[JobGap]
) -> tuple[Step, ...]:
    """What to learn for these gaps, prerequisites first; of alternatives the one that fits best.

    `skills` as of `learning.presumed`.
    """
    reached, steps = dict(skills), list[Step]()
    for gap in gaps:
        if gap.state == "have":
            continue
        options = [(skill, gap.wish.target, False) for skill in gap.wish.skills]
        skill = best_fit(catalogue, reached, options)
        if reached.get(skill, 0) < gap.wish.target:
            for step in steps_to_skill(catalogue, reached, skill, gap.wish.target):
                steps.append(step)
                reached[step.id] = max(reached.get(step.id, 0), step.end)
    return tuple(steps)


def recurring(readings: Iterable[Reading]) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """In which of these ads (counted from 0) each skill is asked for, the most frequent first."""
    asked: defaultdict[str, list[int]] = defaultdict(list)
    for number, reading in enumerate(readings):
        counted = asking(finding.status for finding in reading.findings)
        for finding in reading.findings:
            if finding.status in counted:
                asked[finding.skill_id].append(number)
    found = ((skill, tuple(numbers)) for skill, numbers in asked.items())
    return tuple(sorted(found, key=lambda item: (-len(item[1]), item[0])))


@dataclass(frozen=True, slots=True)
class Need:
    """In how many ads a skill would close what is open, and the lowest level (1–4) that does."""

    ads: int
    target: int


def open_needs(ads: Iterable[Iterable[JobGap]]) -> Mapping[str, Need]:
    """By skill, what it would close of what several ads ask for.

    A wish that an alternative has closed already needs nothing more.
    """
    needs: dict[str, Need] = {}
    for gaps in map(tuple, ads):
        counted = asking(gap.wish.status for gap in gaps)
        for gap in gaps:
            if gap.state != "have" and gap.wish.status in counted:
                for skill in gap.wish.skills:
                    known = needs.get(skill, Need(0, gap.wish.target))
                    needs[skill] = Need(known.ads + 1, min(known.target, gap.wish.target))
    return needs


def left_out(catalogue: Catalogue, known: Iterable[str], level: str) -> tuple[str, ...]:
    """Skills that a level and those before it expect and that a CV did not name.

    The target level's first, then by weight: the order in which to ask "do you know this?".
    """
    return tuple(dict.fromkeys(_expected(catalogue, frozenset(known), level)))


def _expected(catalogue: Catalogue, known: frozenset[str], level: str) -> Iterator[str]:
    codes = [one.code for one in reversed(catalogue.levels_up_to(level))]
    expectations = (e for e in catalogue.expectations if e.level in codes)
    for expectation in sorted(expectations, key=lambda e: (codes.index(e.level), -e.weight)):
        members = [member.skill for member in expectation.members]
        # Of alternatives nobody needs a second one.
        if expectation.rule == "any_of" and known.intersection(members):
            continue
        yield from (skill for skill in members if skill not in known)
