"""Items of lists and sentences, by token."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from planner.domain.reading.tokens import Gap, Token
from planner.domain.reading.words.context import CONNECTIVES

_SHORT_LINE = 4  # words; lines that short below each other are a list


@dataclass(frozen=True, slots=True)
class Item:
    """Tokens `first` to before `last`, and what connects the item to the one before it.

    `link`: "," for any separator, "and", "or", "/"; "" for the first of a sentence.
    """

    first: int
    last: int
    block: int
    link: str


@dataclass(frozen=True, slots=True)
class Layout:
    """`item_of`: the item of each token (connectives belong to the item before them)."""

    items: tuple[Item, ...]
    item_of: tuple[int, ...]


_LINKS = {
    "&": "and", "plus": "and", "und": "and", "y": "and", "et": "and", "nor": "or", "oder": "or",
    "ou": "or",
}  # fmt: skip


def lay_out(tokens: Sequence[Token]) -> Layout:
    """Divide the tokens into items; a block is a sentence, or a list of short lines."""
    gaps = _gaps(tokens)
    items: list[Item] = []
    item_of: list[int] = []
    first, block, link = 0, 0, ""
    for position, token in enumerate(tokens):
        gap = gaps[position]
        is_connective = token.key in CONNECTIVES
        if position and (gap != "join" or is_connective):
            if first < position:
                items.append(Item(first, position, block, link))
                link = ","
            first = position
            if gap in ("sentence", "line"):
                block, link = block + 1, ""
        if is_connective:
            first = position + 1
            link = _LINKS.get(token.key, token.key)
        item_of.append(len(items))
    if first < len(tokens):
        items.append(Item(first, len(tokens), block, link))
    return Layout(tuple(items), tuple(min(item, len(items) - 1) for item in item_of))


def _gaps(tokens: Sequence[Token]) -> list[Gap]:
    """The gaps, with that between two short lines being one of a list."""
    gaps = [token.gap for token in tokens]
    starts = [n for n, gap in enumerate(gaps) if gap == "line"]
    lengths = [end - start for start, end in pairwise([*starts, len(gaps)])]
    for n in range(1, len(starts)):
        if max(lengths[n - 1], lengths[n]) <= _SHORT_LINE:
            gaps[starts[n]] = "list"
    return gaps
