"""Texts that lost their line breaks in copying: "… with Docker.Nice to have: Go"."""

from __future__ import annotations

import re

_GLUED = re.compile(r"[A-Z](?<=[a-z0-9)\].!][A-Z])[a-z]+")
_HEADING = re.compile(
    r"(?:Nice[ -]to[ -]haves?|Good[ -]to[ -]haves?|Bonus points|Requirements|Responsibilities|"
    r"Qualifications|Benefits|What (?:you|we)|About (?:us|you|the)|"
    r"(?:Required|Preferred|Key|Minimum|Basic) (?:[SQERq]\w+)|Skills Required|Tech [Ss]tack)\b"
)
# How a requirement or a duty begins, by as many letters as tell it.
_BEGINNING = re.compile(
    r"(?:Experience|Strong|Solid|Proficien|Knowledge|Familiar|Ability|Understanding|Excellent|"
    r"Design|Contribut|Collaborat|Mentor|Diagnos|Comfortable|Responsib)"
)
_OF_SENTENCE = re.compile(r"(?:Must|You|We|Good|Working|Hands|Deep|Proven|Develop|Work|Should)")


def part_glued(text: str) -> str:
    """A line break before headings and requirements, a space before sentences."""
    return _GLUED.sub(_parted, text)


def _parted(match: re.Match[str]) -> str:
    text, start, word = match.string, match.start(), match.group()
    before = text[max(0, start - 3) : start]
    if _HEADING.match(text, start):
        return f"\n{word}"
    if before.endswith("."):
        is_sentence = before[:-1].isalpha() and before.islower() and len(before) > 2
        begins = _BEGINNING.match(word) or _OF_SENTENCE.match(word)
        return f" {word}" if is_sentence and begins else word
    # "RustDesign and build": not in a name such as CodeBuild, where nothing follows.
    is_whole = len(before) > 2 and before.isalpha() and before.islower()
    follows = text[match.end() : match.end() + 1] == " "
    return f"\n{word}" if is_whole and follows and _BEGINNING.match(word) else word
