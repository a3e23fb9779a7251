"""What somebody says of a skill and what mentors say of it: both kept, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

MIN_PAIRS = 5  # a share of fewer says more about chance than about the rater


@dataclass(frozen=True, slots=True)
class SelfRating:
    """What a person says of a skill: proficiency 0–4. `person`: the key of a user."""

    person: int
    skill: str
    proficiency: int
    at: datetime


@dataclass(frozen=True, slots=True)
class MentorRating:
    """What a mentor says of a person's skill. `is_blind`: before seeing the self rating."""

    person: int
    skill: str
    mentor: int
    proficiency: int
    at: datetime
    is_blind: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """One skill as both see it now."""

    own: SelfRating
    other: MentorRating

    @property
    def difference(self) -> int:
        """Mentor less self, −4 to 4: above 0 the mentor rates higher."""
        return self.other.proficiency - self.own.proficiency

    @property
    def size(self) -> int:
        return abs(self.difference)

    @property
    def at(self) -> datetime:
        """When the later of the two was given."""
        return max(self.own.at, self.other.at)


@dataclass(frozen=True, slots=True)
class Calibration:
    """How mentors and self ratings compare over at least five pairs.

    `agreement`, `within_one`: shares 0–1. `mean_difference`: levels, mentor less self.
    `blind`: how many of the pairs were rated before seeing the self rating.
    """

    pairs: int
    agreement: float
    within_one: float
    mean_difference: float
    blind: int


def pair_ratings(own: Iterable[SelfRating], others: Iterable[MentorRating]) -> tuple[Pair, ...]:
    """One pair per person, skill and mentor: the latest rating of each counts, on a tie the last.

    What only one side has rated has no pair. In the order in which mentors first rated.
    """
    latest_own: dict[tuple[int, str], SelfRating] = {}
    for mine in own:
        _keep_latest(latest_own, (mine.person, mine.skill), mine)
    latest: dict[tuple[int, str, int], MentorRating] = {}
    for rating in others:
        _keep_latest(latest, (rating.person, rating.skill, rating.mentor), rating)
    return tuple(
        Pair(latest_own[person, skill], rating)
        for (person, skill, _), rating in latest.items()
        if (person, skill) in latest_own
    )


def disagreements(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """The pairs that differ: the largest first, then the most recent, then by skill and keys."""
    found = [pair for pair in pairs if pair.size]
    found.sort(key=lambda pair: (pair.own.skill, pair.own.person, pair.other.mentor))
    found.sort(key=lambda pair: (pair.size, pair.at), reverse=True)
    return tuple(found)


def calibrate(pairs: Sequence[Pair]) -> Calibration | None:
    """How far both sides agree; None if fewer than five pairs are too few to say."""
    if len(pairs) < MIN_PAIRS:
        return None
    return Calibration(
        pairs=len(pairs),
        agreement=_share(pair.size == 0 for pair in pairs),
        within_one=_share(pair.size <= 1 for pair in pairs),
        mean_difference=sum(pair.difference for pair in pairs) / len(pairs),
        blind=sum(pair.other.is_blind for pair in pairs),
    )


def _keep_latest[Key, R: (SelfRating, MentorRating)](found: dict[Key, R], key: Key, one: R) -> None:
    if key not in found or found[key].at <= one.at:
        found[key] = one


def _share(flags: Iterable[bool]) -> float:
    found = list(flags)
    return sum(found) / len(found)
