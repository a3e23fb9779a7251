"""Alternatives: "Python or Go", "AWS/GCP", "one of", "such as". One of them is enough."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from planner.domain.reading.layout import Layout
from planner.domain.reading.lexicon import Lexicon
from planner.domain.reading.tokens import Token
from planner.domain.reading.values import Mention

_OPENING = re.compile(r"[(:]")
_LONGEST_UNKNOWN = 3
_FURTHEST = 3  # items from one to the next: names that nobody knows may be between
_LOOSE = 2  # words of an item beside the name in it
# Announcements of alternatives: anywhere shortly before a list, or right before it.
_SHORTLY_BEFORE = ("one of", "any of", "at least one", "one or more", "either", "one programming")
_RIGHT_BEFORE = ("such as", "e g", "eg", "like")
_LOOK_BACK = 10  # words
_SOMETHING_ELSE = frozenset({"equivalent", "similar", "comparable", "other", "another", "related"})


@dataclass(frozen=True, slots=True)
class Placed:
    """A mention with its tokens, from `first` to before `last`."""

    mention: Mention
    first: int
    last: int


def group_alternatives(
    placed: Sequence[Placed],
    text: str,
    tokens: Sequence[Token],
    layout: Layout,
    lexicon: Lexicon,
) -> list[Mention]:
    """The mentions, those that are alternatives of each other with a number in common."""
    found: list[Mention] = []
    number = 0
    for run in _runs(placed, text, layout):
        for part, is_group in _parts(run, text, tokens, layout, lexicon):
            if is_group and len({one.mention.skill_id for one in part}) > 1:
                found += [replace(one.mention, group=number) for one in part]
                number += 1
            else:
                found += [one.mention for one in part]
    return found


def _runs(placed: Sequence[Placed], text: str, layout: Layout) -> Iterator[list[Placed]]:
    """Mentions whose items follow each other in one list; one mention an item.

    A bracket or a colon begins a list of its own: "clouds (AWS or GCP)".
    """
    run: list[Placed] = []
    for one in placed:
        if run and (
            _OPENING.search(text, run[-1].mention.end, one.mention.start)
            or not _follows(layout, run[-1], one)
        ):
            yield run
            run = []
        run.append(one)
    if run:
        yield run


def _follows(layout: Layout, one: Placed, other: Placed) -> bool:
    left, right = layout.item_of[one.first], layout.item_of[other.first]
    first, second = layout.items[left], layout.items[right]
    if not 1 <= right - left <= _FURTHEST or first.block != second.block:
        return False
    if any(i.last - i.first > _LONGEST_UNKNOWN for i in layout.items[left + 1 : right]):
        return False
    ends = first.last - one.last <= _LOOSE
    begins = other.first - second.first <= _LOOSE
    return ends and begins


def _parts(
    run: list[Placed],
    text: str,
    tokens: Sequence[Token],
    layout: Layout,
    lexicon: Lexicon,
) -> Iterator[tuple[list[Placed], bool]]:
    """The run divided where one thing ends and another begins; whether each is alternatives."""
    if len(run) > 1 and _is_announced(tokens, run[0].first):
        yield run, True
        return
    part, has_or = run[:1], False
    for one, other in pairwise(run):
        link = _link(text, layout, one, other)
        if link == "/" and not lexicon.is_alternative(one.mention.skill_id, other.mention.skill_id):
            link = "and"
        # A comma after "A or B" begins something new.
        if link == "and" or (link == "," and has_or):
            yield part, has_or
            part, has_or = [other], False
        else:
            part.append(other)
            has_or = has_or or link != ","
    yield part, has_or or _is_open(tokens, layout, run[-1])


def _is_open(tokens: Sequence[Token], layout: Layout, last: Placed) -> bool:
    """Whether "or similar" follows, so that something else may take the place."""
    following = layout.item_of[last.first] + 1
    if following >= len(layout.items):
        return False
    item = layout.items[following]
    return item.link == "or" and tokens[item.first].key in _SOMETHING_ELSE


def _link(text: str, layout: Layout, one: Placed, other: Placed) -> str:
    """What connects two items that may have an unknown one between them.

    A line of its own without a comma before it is one thing more, not an alternative.
    """
    left, right = layout.item_of[one.first], layout.item_of[other.first]
    links = [item.link for item in layout.items[left + 1 : right + 1]]
    between = text[one.mention.end : other.mention.start]
    last = "and" if "\n" in between and "," not in between else ","
    return next((link for link in ("and", "or", "/") if link in links), last)


def _is_announced(tokens: Sequence[Token], place: int) -> bool:
    words = [token.key for token in tokens[max(0, place - _LOOK_BACK) : place]]
    if " ".join(words).endswith(_RIGHT_BEFORE):
        return True
    since = f" {' '.join(words)} "
    return any(f" {phrase} " in since for phrase in _SHORTLY_BEFORE)
