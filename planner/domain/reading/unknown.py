"""Names of technologies that the catalogue does not have: shown, never dropped silently."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planner.domain.reading.context import Context
from planner.domain.reading.layout import Item
from planner.domain.reading.values import UnknownTerm
from planner.domain.reading.words.unknown import KNOWN_OUTSIDE, NOT_A_TERM

_MOST = 40
_LONGEST = 3  # words of a name
_INNER = re.compile(r"[a-z0-9][A-Z]|\d|[+#]|^[A-Z]{2,}$")


def find_unknown(context: Context, taken: set[int]) -> tuple[UnknownTerm, ...]:
    """Items beside a technology that are written as names, and well-known names anywhere.

    `taken`: the tokens that are of a skill. At most 40 terms, each once, as first written.
    """
    found: dict[str, UnknownTerm] = {}
    for first, last in _candidates(context, taken):
        start, end = context.tokens[first].start, context.tokens[last - 1].end
        text = context.text[start:end]
        if len(found) < _MOST:
            found.setdefault(text.casefold(), UnknownTerm(text, start, end))
    return tuple(found.values())


def _candidates(context: Context, taken: set[int]) -> Iterator[tuple[int, int]]:
    """Names in lists with a technology, however far along the list, and well-known names."""
    items = context.layout.items
    free = [n for n, i in enumerate(items) if taken.isdisjoint(range(i.first, i.last))]
    names = [n for n in free if _is_name(context, items[n])]
    beside = set(context.certain)
    for sweep in (names, names[::-1]):
        for n in sweep:
            if _is_in_list(context, n, beside):
                beside.add(n)
    for n in free:
        if n in beside:
            yield items[n].first, items[n].last
        else:
            yield from _well_known(context, items[n])


def _well_known(context: Context, item: Item) -> Iterator[tuple[int, int]]:
    for n in range(item.first, item.last):
        token = context.tokens[n]
        if token.key in KNOWN_OUTSIDE and not context.text[token.start].islower():
            yield n, n + 1


def _is_in_list(context: Context, number: int, beside: set[int]) -> bool:
    """Whether one of these items is right beside the item in the same list."""
    items = context.layout.items
    return any(
        near in beside
        and items[near].block == items[number].block
        and _is_one_list(context, min(near, number), max(near, number))
        for near in (number - 1, number + 1)
    )


def _is_one_list(context: Context, left: int, right: int) -> bool:
    """Whether two items are of one line, or of lines with bullets: a heading is no item."""
    items, tokens = context.layout.items, context.tokens
    between = context.text[tokens[items[left].last - 1].end : tokens[items[right].first].start]
    return "\n" not in between or "•" in between


def _is_name(context: Context, item: Item) -> bool:
    tokens = context.tokens[item.first : item.last]
    if not 1 <= len(tokens) <= _LONGEST or tokens[0].key[0].isdigit():
        return False
    words = [context.text[token.start : token.end] for token in tokens]
    if any(token.key in NOT_A_TERM for token in tokens) or len("".join(words)) <= 1:
        return False
    if not all(word[0].isupper() or word[0].isdigit() or _INNER.search(word) for word in words):
        return False
    return len(words) > 1 or bool(_INNER.search(words[0])) or item.link != ""
