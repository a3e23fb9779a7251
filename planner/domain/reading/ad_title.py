"""What a job is called in its ad, as a proposal: a copied page often has more above it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planner.domain.reading.words import phrases, words
from planner.domain.reading.words.headings import AD_HEADINGS

_LINES = 30  # with something in them, from the top
_READ = 300  # characters of a line
_SEARCHED = 5000  # characters for a sentence that names a role
_MOST_WORDS = 12
_MOST_CHARACTERS = 90
_FEW_WORDS = 5  # of a first line that names no role
_LONG = 60  # characters of a line that says more than the title

_ROLE = (
    r"engineer|developer|programmer|administrator|analyst|scientist|consultant|sre|devops|sdet|"
    r"tester|specialist|manager|trainee|intern|director|cto|\w*entwickler(?:in)?|ingénieur|"
    r"développeur|ingeniero|desarrollador|programista|(?<=[\s-])(?:lead|architect)"
)
_NAMES_ROLE = re.compile(rf"\b(?:{_ROLE})\b", re.I)
_IN_SENTENCE = re.compile(
    r"(?:looking for|hiring|seeking|searching for|in search of|in need of)\s+(?:an?|our)\s+"
    rf"((?:[\w+#./&*-]+,? ){{0,5}}?(?:{_ROLE}))\b",
    re.I,
)
_LABEL = re.compile(
    r"^(?:the )?(?:job |position |role )?(?:title|role|position|job|opening|stelle)\s*[:|]\s*", re.I
)
_KIND = re.compile(r"^job (?:description|posting|ad)\s*[:-]\s*|\s+job (?:description|ad)$", re.I)
_EDGES = re.compile(r"^(?![.]NET)[^\w(]+|[^\w)+#]+$|^_+|_+$")
_PARTS = re.compile(r"\s*\|+\s*")
_DASHES = re.compile(r"\s+[-–—·]\s+")
_SENTENCE = re.compile(
    r"[.?!]$|https?:|\bwww\.|@|\b(?:we|we're|you|you'll|your|our|is|are|was|will|can|join|who|apply|"
    r"click|jobs|logo|menu|cookies?|similar|posted|report(?:s|ing)?|work(?:s|ing)? with)\b",
    re.I,
)
_PRAISE = words("talented experienced skilled motivated passionate new great next strong highly")
_NO_TITLE = frozenset(
    phrases(
        "about us|about|about the company|company|job description|job summary|summary|overview"
        "|description|the role|role|briefing|home|jobs|all jobs|remote|hybrid|full-time|new|open"
    )
)
_ITEMS = ("•", "- ", "* ")


def title_in(text: str) -> str:
    """The first line at the top that names a role and no more, else one named in a sentence.

    Else the first line if it can be a title at all; empty if nothing can.
    """
    top = _top(text)
    titles = list(_titles(top))
    if titles:
        # What names the job comes again; what names a job board does not.
        lower = text.lower()
        return max(titles, key=lambda title: lower.count(title.lower()) > 1)
    if match := _IN_SENTENCE.search(text[:_SEARCHED]):
        return _of_sentence(match[1])
    return _clean(top[0]) if top and _may_be_title(top[0]) else ""


def _top(text: str) -> list[str]:
    lines = (line.strip() for line in text.splitlines())
    return [line[:_READ] for line in lines if line][:_LINES]


def _titles(lines: list[str]) -> Iterator[str]:
    for line in lines:
        bare = line.strip("|•#*- \t")
        labelled = _LABEL.sub("", bare)
        if line.startswith(_ITEMS) and labelled == bare:
            continue
        for part in _parts(labelled):
            title = _clean(part)
            if _NAMES_ROLE.search(title) and _fits(title):
                yield title
                break


def _parts(line: str) -> Iterator[str]:
    """What may be the title in a line that has more beside it."""
    for part in _PARTS.split(line):
        yield from _DASHES.split(part) if len(part) > _LONG else [part]


def _clean(line: str) -> str:
    return _KIND.sub("", _EDGES.sub("", _KIND.sub("", _EDGES.sub("", line))))


def _fits(title: str) -> bool:
    return (
        len(title) <= _MOST_CHARACTERS
        and len(title.split()) <= _MOST_WORDS
        and not _SENTENCE.search(title)
    )


def _may_be_title(line: str) -> bool:
    title = _clean(line)
    return (
        0 < len(title.split()) <= _FEW_WORDS
        and _fits(title)
        and not line.startswith(_ITEMS)
        and not re.search(r"[:|]", title)
        and title.lower() not in AD_HEADINGS
        and title.lower() not in _NO_TITLE
    )


def _of_sentence(role: str) -> str:
    said = [
        word for word in role.replace("*", "").split() if word.strip(",").lower() not in _PRAISE
    ]
    title = " ".join(said).removeprefix("and ")
    return title[:1].upper() + title[1:]
