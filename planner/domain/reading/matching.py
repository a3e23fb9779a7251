"""Names in a text: leftmost first, the longest of them, none inside another."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from planner.domain.reading.lexicon import Form, Lexicon
from planner.domain.reading.tokens import Token

Ending = Literal["exact", "plural", "versioned"]

_VERSION = re.compile(r"(?<=[^\W\d_])v?\d{1,4}(?:\d|x)?$")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S{1,500}|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{2,64}"
    r"|[\w-]{1,64}\.(?:com|org|dev)/\S{0,500}",
    re.IGNORECASE,
)
# The end of the name of a file: "business_card.html" says nothing of HTML.
_EXTENSION = re.compile(r"[^\W\d]\.(?:css|html|json|php|sql|xml)(?![^\W_])")
_SHORT = 3
_LONG_NAME = 4  # words
_LISTING = frozenset({"and", "or", "/", "in", "with", "using"})
# A skill that others have in their names: "AWS Lambda", "SQL databases"; but not "SQL Server".
_NAMED_BEFORE = frozenset({"aws", "azure", "django", "javascript", "linux", "python", "sql"})
_OF_ONE_NAME = frozenset(
    {"active", "ad", "boards", "devops", "injection", "pipelines", "repos", "server"}
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A form at tokens `first` to before `last`."""

    form: Form
    first: int
    last: int
    ending: Ending


def find_candidates(tokens: Sequence[Token], text: str, lexicon: Lexicon) -> list[Candidate]:
    """All places where a form stands, without blocked phrases and addresses."""
    found: list[Candidate] = []
    position = 0
    addresses = _addresses(text)
    while position < len(tokens):
        candidate = _longest(tokens, text, position, lexicon)
        if candidate and _is_listed_language(tokens, text, candidate):
            candidate = _shortest(position, candidate, lexicon)
        if candidate is None:
            position += 1
            continue
        start = tokens[position].start
        number = bisect_right(addresses, (start, len(text))) - 1
        is_in_address = number >= 0 and start < addresses[number][1]
        is_named = candidate.form.kind != "blocked" and not is_in_address
        if is_named and not _EXTENSION.match(text, max(0, start - 2)):
            found += _divided(candidate, lexicon)
        position = candidate.last
    return found


def _is_listed_language(tokens: Sequence[Token], text: str, candidate: Candidate) -> bool:
    """ "Python, Bash, or Go to automate": a list goes before what reads like a verb."""
    first = tokens[candidate.first]
    is_go = candidate.form.kind == "blocked" and text[first.start : first.end] == "Go"
    return is_go and candidate.first > 0 and tokens[candidate.first - 1].key in _LISTING


def _shortest(position: int, candidate: Candidate, lexicon: Lexicon) -> Candidate:
    form = lexicon.forms[candidate.form.keys[0]][-1]
    return Candidate(form, position, position + 1, "exact")


def _addresses(text: str) -> list[tuple[int, int]]:
    """Where web and mail addresses are: what they are made of names no skill."""
    return [match.span() for match in _ADDRESS.finditer(text)]


def _divided(candidate: Candidate, lexicon: Lexicon) -> list[Candidate]:
    """ "AWS Lambda" names two skills: the one before it is a skill by itself."""
    keys, size = candidate.form.keys, candidate.last - candidate.first
    before = lexicon.forms.get(keys[0], ())[-1:]
    is_one = size == 1 or keys[0] not in _NAMED_BEFORE or keys[1] in _OF_ONE_NAME
    if is_one or before[0].skill == candidate.form.skill:
        return [candidate]
    middle = candidate.first + 1
    return [
        Candidate(before[0], candidate.first, middle, "exact"),
        replace(candidate, first=middle),
    ]


def _longest(
    tokens: Sequence[Token], text: str, position: int, lexicon: Lexicon
) -> Candidate | None:
    token = tokens[position]
    following = tokens[position + 1] if position + 1 < len(tokens) else None
    letter = following.key[0] if following and following.gap == "join" else ""
    best: Candidate | None = None
    for key, ending in _variants(token, text):
        for form in lexicon.forms.get(key, ()):
            size = len(form.keys)
            if best and (size, best.ending != "exact") <= (best.last - best.first, False):
                break
            if size > 1 and (form.keys[1][0] != letter or ending != "exact"):
                continue  # most forms, told at a glance
            end = ending if size == 1 else _fits(tokens, text, position, form)
            if end is None:
                continue
            if best is None or size > best.last - best.first or end == "exact":
                best = Candidate(form, position, position + size, end)
    return best


def _fits(tokens: Sequence[Token], text: str, position: int, form: Form) -> Ending | None:
    """How the form's other words end at this place, None if they are not there."""
    size = len(form.keys)
    if position + size > len(tokens):
        return None
    for offset in range(1, size):
        token, key = tokens[position + offset], form.keys[offset]
        # A name as long as "AWS Certified Developer - Associate" may be parted by signs.
        if token.gap != "join" and not (size >= _LONG_NAME and token.gap == "list"):
            return None
        if token.key != key:
            if offset < size - 1 or token.key[0] != key[0]:
                return None
            return next((e for k, e in _variants(token, text) if k == key), None)
    return "exact"


def _variants(token: Token, text: str) -> Iterator[tuple[str, Ending]]:
    """The word as it is, then in the singular, then without a version ("Python3")."""
    key = token.key
    yield key, "exact"
    if stem := _singular(key, text[token.start : token.end]):
        yield stem, "plural"
    match = _VERSION.search(key)
    if match and match.start() > 1:
        yield key[: match.start()], "versioned"


def _singular(key: str, surface: str) -> str:
    """A short word loses its s only where the case tells that it is one: APIs, not css."""
    if not key.endswith("s") or len(key) < _SHORT or key.endswith("ss"):
        return ""
    if len(key) <= _SHORT + 1 and not (surface[:-1].isupper() and surface.endswith("s")):
        return ""
    return key[:-3] + "y" if key.endswith("ies") else key[:-1]
