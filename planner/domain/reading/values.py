"""What reading finds in a text: every finding with its places, its status and how sure it is.

A place (`start`, `end`) always refers to `Reading.text`, which is the normalised text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# Why a piece of text counts as a skill.
Rule = Literal[
    "exact",  # a name of the skill
    "plural",
    "versioned",
    "implied",  # a product or part that implies the skill
    "ambiguous:list",  # a word of several meanings, beside a technology
    "ambiguous:trigger",  # … after words such as "experience with", or before "developer"
    "ambiguous:case",  # … written as a name in the middle of a sentence about software
    "manifest",  # a dependency, an image, an action or the file itself
]
Status = Literal["required", "optional", "mentioned", "negated", "context"]
Sureness = Literal["sure", "likely", "guess"]
Caution = Literal["empty", "cut", "other-language", "nothing-found"]

# What counts if one skill is mentioned several times: the first of these.
STATUSES: tuple[Status, ...] = ("required", "optional", "mentioned", "negated", "context")
SURENESSES: tuple[Sureness, ...] = ("sure", "likely", "guess")
# Statuses that do not speak for a skill: for showing, not for counting.
ASIDE: frozenset[Status] = frozenset({"negated", "context"})


@dataclass(frozen=True, slots=True)
class Mention:
    """One place that names a skill.

    `cue`: the words beside it that decided the status, empty if the section did.
    `years_min`, `years_max`: as asked or stated beside it, over 0 and at most 50.
    `group`: mentions with the same number are alternatives; any one of them is enough.
    `proficiency`: 1–4 as an adjective beside it says, or None.
    """

    skill_id: str
    start: int
    end: int
    text: str
    rule: Rule
    sureness: Sureness
    status: Status = "mentioned"
    section: str = ""
    cue: str = ""
    years_min: float | None = None
    years_max: float | None = None
    group: int | None = None
    proficiency: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One skill with all its mentions, in the order of the text.

    `years_min`: years asked for, or of experience with it. `years_basis` says whether the text
    states them or they are the time of the positions that mention the skill.
    `proposed`: proficiency 1–4 to preselect, None if nothing in the text speaks for one.
    """

    skill_id: str
    status: Status
    confidence: Sureness
    mentions: tuple[Mention, ...]
    years_min: float | None = None
    years_max: float | None = None
    years_basis: Literal["stated", "positions"] | None = None
    proposed: int | None = None
    proposed_basis: Literal["word", "years"] | None = None


@dataclass(frozen=True, slots=True)
class UnknownTerm:
    """What looks like a technology and is none of the catalogue's."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read. `total_years`: of experience, asked for or had; `seniority`: a word."""

    text: str
    findings: tuple[Finding, ...] = ()
    unknown: tuple[UnknownTerm, ...] = ()
    seniority: str | None = None
    total_years: float | None = None
    warnings: tuple[Caution, ...] = ()

    @property
    def unknown_terms(self) -> tuple[str, ...]:
        return tuple(term.text for term in self.unknown)

    @property
    def skills(self) -> frozenset[str]:
        """The skills that the text speaks for: neither denied nor about the employer only."""
        return frozenset(f.skill_id for f in self.findings if f.status not in ASIDE)


def quote(text: str, start: int, end: int, around: int = 60) -> str:
    """The place with some of its line on either side, cut at words, for showing why.

    Empty for a place without length: there the file itself is meant.
    """
    return "".join(quote_parts(text, start, end, around)).strip()


def quote_parts(text: str, start: int, end: int, around: int = 60) -> tuple[str, str, str]:
    """A quote as what stands before the place, the place and what stands behind it."""
    if start == end:
        return "", "", ""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    left, right = max(line_start, start - around), min(line_end, end + around)
    if left > line_start:
        left = min(start, text.find(" ", left, start) + 1 or start)
    if right < line_end:
        right = max(end, text.rfind(" ", end, right))
    before = "… " if left > line_start else ""
    after = " …" if right < line_end else ""
    return before + text[left:start].lstrip(), text[start:end], text[end:right].rstrip() + after
