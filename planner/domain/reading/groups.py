"""Alternatives: "Python or Go", "AWS/GCP", "one of", "such as". One of them is enough."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from planner.domain.reading.layout import Item, Layout
from planner.domain.reading.lexicon import Lexicon
from planner.domain.reading.tokens import Token
from planner.domain.reading.values import Mention

_BRACKETS = re.compile(r"\([^()]*\)")
_DETAILS = re.compile(r"\s*\((?!\s*or\b)[^()]*\)")
# What begins a list of its own, or ends one that goes on with nothing else.
_BREAK = re.compile(r"\((?!\s*or\b)|:|\)(?!\s*(?:or\b|/))")
_LONGEST_UNKNOWN = 3
_FURTHEST = 3  # items from one to the next: names that nobody knows may be between
_LOOSE = 2  # words of an item beside the name in it
# Announcements of alternatives: anywhere shortly before a list, or right before it.
_SHORTLY_BEFORE = re.compile(
    r"\b(?:one of|any of|at least one|one or more|either|one programming)\b"
    r"(?! (?:years?|yrs?|months?)\b)"
)
_RIGHT_BEFORE = re.compile(r"\b(?:such as|e g|eg|like|(?:one|any) of|either)$")
_LOOK_BACK = 10  # words
# A list in brackets behind one of these, or behind one of them in the singular and a colon, names
# examples of it: "relational databases (PostgreSQL, MySQL)", "a backend language: Go, Java".
_ONE_KIND = frozenset({
    "language", "framework", "database", "platform", "cloud", "provider", "broker", "queue",
    "runtime", "store", "library",
})  # fmt: skip
_SOMETHING_ELSE = frozenset({"equivalent", "similar", "comparable", "other", "another", "related"})
_ARTICLES = frozenset({"a", "an", "any"})


@dataclass(frozen=True, slots=True)
class Placed:
    """A mention with its tokens, from `first` to before `last`."""

    mention: Mention
    first: int
    last: int


type Part = tuple[list[Placed], bool]  # whether they are alternatives of each other


def group_alternatives(
    placed: Sequence[Placed],
    text: str,
    tokens: Sequence[Token],
    layout: Layout,
    lexicon: Lexicon,
) -> list[Mention]:
    """The mentions, those that are alternatives of each other with a number in common."""
    lists = _Lists(text, tokens, layout, lexicon)
    heads, details = _apart(placed, text)
    found: list[Mention] = []
    number = 0
    waiting = [*lists.parts(heads)]
    while waiting:
        part, is_group = waiting.pop()
        own = [details[one.first] for one in part if one.first in details]
        # What an alternative has in brackets, "AWS (Lambda) or GCP", is asked for no more than it.
        part = [*part, *(one for inner in own for one in inner)] if is_group else part
        if is_group and len({one.mention.skill_id for one in part}) > 1:
            found += [replace(one.mention, group=number) for one in part]
            number += 1
        else:
            found += [one.mention for one in part]
            waiting += [] if is_group else [p for inner in own for p in lists.parts(inner)]
    return sorted(found, key=lambda mention: mention.start)


def _apart(placed: Sequence[Placed], text: str) -> tuple[list[Placed], dict[int, list[Placed]]]:
    """What stands by itself, and by the first token of such a head what its brackets hold."""
    heads: list[Placed] = []
    details: defaultdict[int, list[Placed]] = defaultdict(list)
    end = 0
    for one in placed:
        if one.mention.start < end:
            details[heads[-1].first].append(one)
        else:
            heads.append(one)
            inner = _DETAILS.match(text, one.mention.end)
            end = inner.end() if inner else 0
    return heads, details


@dataclass(frozen=True, slots=True)
class _Lists:
    """The lists of a text and what connects their items."""

    text: str
    tokens: Sequence[Token]
    layout: Layout
    lexicon: Lexicon

    def parts(self, placed: Sequence[Placed]) -> Iterator[Part]:
        for run in self._runs(placed):
            yield from self._parts(run)

    def _runs(self, placed: Sequence[Placed]) -> Iterator[list[Placed]]:
        """Mentions whose items follow each other in one list; one mention an item.

        A bracket or a colon begins a list of its own: "clouds (AWS or GCP)". A remark in brackets
        does not: "AWS (preferred) or Azure".
        """
        run: list[Placed] = []
        for one in placed:
            if run and not self._follows(run[-1], one):
                yield run
                run = []
            run.append(one)
        if run:
            yield run

    def _follows(self, one: Placed, other: Placed) -> bool:
        between = self.text[one.mention.end : other.mention.start]
        items = self._items_to(one, other)
        if not 1 <= len(items) <= _FURTHEST or _BREAK.search(_BRACKETS.sub("", between)):
            return False
        first, second = self.layout.items[self.layout.item_of[one.last - 1]], items[-1]
        return (
            first.block == second.block
            and all(item.last - item.first <= _LONGEST_UNKNOWN for item in items[:-1])
            and (self._has_details(one) or first.last - one.last <= _LOOSE)
            and other.first - second.first <= _LOOSE
        )

    def _items_to(self, one: Placed, other: Placed) -> list[Item]:
        """The items from one to the other, which is the last; without what is in brackets."""
        left, right = self.layout.item_of[one.last - 1], self.layout.item_of[other.first]
        if right - left > _FURTHEST * _FURTHEST:
            return []
        spans = [
            match.span()
            for match in _BRACKETS.finditer(self.text, one.mention.end, other.mention.start)
        ]
        items = self.layout.items[left + 1 : right + 1]
        starts = [self.tokens[item.first].start for item in items]
        return [
            item
            for item, start in zip(items, starts, strict=True)
            if not any(begin < start < end for begin, end in spans)
        ]

    def _has_details(self, one: Placed) -> bool:
        return bool(_DETAILS.match(self.text, one.mention.end))

    def _parts(self, run: list[Placed]) -> Iterator[Part]:
        """The run divided where one thing ends and another begins."""
        if len(run) > 1 and (self._is_announced(run[0].first) or self._are_examples(run)):
            yield run, True
            return
        part, has_or, is_told = run[:1], False, False
        for one, other in pairwise(run):
            link = self._link(one, other)
            # "Redis or another cache": what follows "or another" is still of the list.
            is_next = self.layout.item_of[other.first] == self.layout.item_of[one.first] + 1
            is_open = not is_next and self._is_open(one)
            is_telling = self._is_told_before(other)
            # A comma after "A or B", or after "A or similar", begins something new.
            if is_telling or is_open or link == "and" or (link == "," and has_or and not is_told):
                yield from self._closed(part, has_or=has_or or is_open)
                part, has_or, is_told = [other], is_telling, is_telling
            else:
                part.append(other)
                has_or = has_or or link in ("or", "/")
        yield from self._closed(part, has_or=has_or or self._is_open(run[-1]))

    def _closed(self, part: list[Placed], *, has_or: bool) -> Iterator[Part]:
        """A part with what belongs to it: "Hibernate, PostgreSQL or Oracle" are two things."""
        start = 0
        if has_or and len(part) > 1:
            kinds = [self.lexicon.kind_of(one.mention.skill_id) for one in part]
            if kinds[-2] == kinds[-1]:
                others = (n for n, kind in enumerate(kinds) if kind != kinds[-1])
                start = max(others, default=-1) + 1
        if start:
            yield part[:start], False
        yield part[start:], has_or

    def _are_alternatives(self, one: Placed, other: Placed) -> bool:
        return self.lexicon.is_alternative(one.mention.skill_id, other.mention.skill_id)

    def _are_examples(self, run: list[Placed]) -> bool:
        """Whether a list of things of one kind follows the name of that kind, as examples do."""
        first = run[0].first
        if not first or not all(self._are_alternatives(*pair) for pair in pairwise(run)):
            return False
        before = self.tokens[first - 1]
        opening = self.text[before.end : run[0].mention.start].strip()
        if opening == "(":
            return before.key in _ONE_KIND or before.key.removesuffix("s") in _ONE_KIND
        return opening == ":" and before.key in _ONE_KIND

    def _is_open(self, last: Placed) -> bool:
        """Whether "or similar" follows, so that something else may take the place."""
        following = self.layout.item_of[last.first] + 1
        if following >= len(self.layout.items):
            return False
        item = self.layout.items[following]
        words = [token.key for token in self.tokens[item.first : item.first + 2]]
        return item.link == "or" and (
            words[0] in _SOMETHING_ELSE or (words[0] in _ARTICLES and words[-1] in _SOMETHING_ELSE)
        )

    def _link(self, one: Placed, other: Placed) -> str:
        """What connects two items that may have an unknown one between them.

        A line of its own without a comma before it is one thing more, not an alternative. "with"
        for "Java/Spring": one thing, which as a whole may be an alternative.
        """
        items = self._items_to(one, other)
        links = [item.link for item in items if not self._is_version(item)]
        between = self.text[one.mention.end : other.mention.start]
        last = "and" if "\n" in between and "," not in between else ","
        link = next((link for link in ("and", "or", "/") if link in links), last)
        return "with" if link == "/" and not self._are_alternatives(one, other) else link

    def _is_version(self, item: Item) -> bool:
        """Whether an item is a number: "Java 8 or 11"."""
        return all(token.key.isdigit() for token in self.tokens[item.first : item.last])

    def _is_announced(self, place: int) -> bool:
        words = self._before(place)
        return bool(_RIGHT_BEFORE.search(words) or _SHORTLY_BEFORE.search(words))

    def _is_told_before(self, one: Placed) -> bool:
        """Whether "one of" or "such as" stands right before, so that a list of commas is enough."""
        return bool(_RIGHT_BEFORE.search(self._before(one.first)))

    def _before(self, place: int) -> str:
        return " ".join(token.key for token in self.tokens[max(0, place - _LOOK_BACK) : place])
