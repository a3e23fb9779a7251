"""Who somebody is and how to reach them: "Anna Go" and "GitHub: github.com/anna" name no skill."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

_PLACE = (
    r"(?:my )?(?:git ?hub|git ?lab|bit ?bucket|stack ?overflow|code ?pen|npm|pypi|docker ?hub|"
    r"kaggle|hacker ?rank|leet ?code|linked ?in|xing|medium|twitter|web ?site|blog|"
    r"portfolio|home ?page|e-?mail|mail|skype|telegram)(?: (?:profile|account|page|url))?"
)
# A link, or after a colon an address, or a name in small letters that ends the part of the line.
_CONTACT = re.compile(
    rf"(?<![^\W_]){_PLACE}"
    r"(?:\]\s?\(\S{1,300}\)"
    r"|[ \t]{1,4}(?=https?://|www\.)\S{1,300}"
    r"|\s{0,2}(?::/{0,2}|//)[ \t]{0,2}(?:\S{0,200}[/@]\S{1,200}"
    r"|(?-i:[a-z0-9._-]{1,100})(?=[ \t]*(?:$|[|•)\t]))))",
    re.IGNORECASE | re.MULTILINE,
)

_NAME = re.compile(
    r"[\s#*•]{0,9}((?:[^\W\d_][\w'.-]{0,30},? ){1,3}[^\W\d_][\w'.-]{0,30})[ \t*]*(?:\n|$)"
)
_ROLE = re.compile(
    r"\b(?:developer|engineer|programmer|architect|consultant|specialist|administrator|analyst|"
    r"entwickler(?:in)?|développeu(?:r|se)|desarrollador(?:a)?|skills|stack|developers?|lead|expert|"
    r"experience|summary|profile|resume|curriculum|services|tech\w*)\b",
    re.IGNORECASE,
)

type Spans = Sequence[tuple[int, int]]


def find_contacts(text: str) -> Spans:
    """The places of all accounts and addresses with what they are called."""
    return [match.span() for match in _CONTACT.finditer(text)]


def find_name(text: str) -> Spans:
    """The first line if it may be somebody's name: two to four words, each with a capital."""
    match = _NAME.match(text)
    if not match or any(word[0].islower() for word in match.group(1).split()):
        return []
    return [] if _ROLE.search(match.group(1)) else [match.span(1)]


def is_within(spans: Spans, place: int) -> bool:
    """Whether one of the spans, which do not overlap, covers the place."""
    number = bisect_right(spans, (place, len(spans) and spans[-1][1])) - 1
    return number >= 0 and place < spans[number][1]
