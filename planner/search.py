"""Finding a skill by what people call it: its name, any alias, or something close to one."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from planner.domain.catalogue import Catalogue, Skill

CLOSE_ENOUGH = 0.87  # Jaro-Winkler: "djnago" reaches django (0.96), not go
SHORTEST_TYPO = 3
NO_MATCH = 4
MOST_GUESSES = 5


@dataclass(frozen=True, slots=True)
class SkillMatches:
    """Skill ids, best first. `is_guess`: nothing has the text in a name, these come close."""

    skills: tuple[str, ...]
    is_guess: bool = False


def find_skills(catalogue: Catalogue, text: str) -> SkillMatches:
    """The skills with the text as a name or alias, then at the start of a word, then inside."""
    wanted = _folded(text)
    ranked = sorted(
        (rank, catalogue.positions[skill], skill)
        for skill, names in _names(catalogue).items()
        if (rank := min(_rank(wanted, name) for name in names)) < NO_MATCH
    )
    if ranked or len(wanted) < SHORTEST_TYPO:
        return SkillMatches(tuple(skill for _, _, skill in ranked))
    return SkillMatches(_close_to(catalogue, wanted), is_guess=True)


def _rank(wanted: str, name: str) -> int:
    if wanted == name:
        return 0
    if name.startswith(wanted):
        return 1
    if f" {wanted}" in name:
        return 2
    return 3 if len(wanted) >= SHORTEST_TYPO and wanted in name else NO_MATCH


def _close_to(catalogue: Catalogue, wanted: str) -> tuple[str, ...]:
    owners = [(name, skill) for skill, names in _names(catalogue).items() for name in names]
    close = process.extract(
        wanted,
        [name for name, _ in owners],
        scorer=JaroWinkler.normalized_similarity,
        score_cutoff=CLOSE_ENOUGH,
        limit=4 * MOST_GUESSES,  # a skill may come close by several of its names
    )
    return tuple(dict.fromkeys(owners[n][1] for _, _, n in close))[:MOST_GUESSES]


@lru_cache(maxsize=2)
def _names(catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    return {id_: _names_of(skill) for id_, skill in catalogue.skills.items()}


def _names_of(skill: Skill) -> tuple[str, ...]:
    spoken = (skill.name, *skill.aliases, *skill.implied_aliases, *skill.ambiguous_aliases)
    return tuple(dict.fromkeys(_folded(name) for name in (skill.id.replace("-", " "), *spoken)))


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
