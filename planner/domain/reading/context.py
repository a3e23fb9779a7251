"""What is known of a text while the names in it are judged."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from planner.domain.reading.layout import Layout
from planner.domain.reading.lexicon import Lexicon
from planner.domain.reading.matching import Candidate
from planner.domain.reading.tokens import Token


@dataclass(slots=True)
class Context:
    """What is known of a text while its candidates are judged one after the other."""

    text: str
    tokens: Sequence[Token]
    layout: Layout
    lexicon: Lexicon
    is_claim: Callable[[int], bool]  # whether every item at a place is somebody's skill
    is_wish: Callable[[int], bool]  # whether an ad says at a place what it asks for
    is_technical: bool = False
    is_foreign: bool = False  # whether it is about another trade: then only names count
    certain: set[int] = field(default_factory=set)  # items that hold a technology
    possible: set[int] = field(default_factory=set)  # items that may be one, written as a name
    side_by_side: set[int] = field(default_factory=set)  # first words of names in a row

    def surface(self, candidate: Candidate) -> str:
        first, last = self.tokens[candidate.first], self.tokens[candidate.last - 1]
        return self.text[first.start : last.end]

    def item(self, candidate: Candidate) -> int:
        return self.layout.item_of[candidate.first]

    def is_whole_item(self, candidate: Candidate) -> bool:
        """Whether the item is the name alone, at most with a version after it."""
        item = self.layout.items[self.item(candidate)]
        after = self.tokens[candidate.last : item.last]
        return candidate.first == item.first and all(t.key[0].isdigit() for t in after)

    def is_at_edge(self, candidate: Candidate) -> bool:
        item = self.layout.items[self.item(candidate)]
        return candidate.first == item.first or candidate.last >= item.last

    def is_beside(self, candidate: Candidate, items: set[int], reach: int = 2) -> bool:
        """Whether one of these items is next to the candidate's in the same list."""
        own = self.item(candidate)
        block = self.layout.items[own].block
        return any(
            near in items and self.layout.items[near].block == block
            for step in range(1, reach + 1)
            for near in (own - step, own + step)
        )
