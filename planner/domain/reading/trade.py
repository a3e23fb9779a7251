"""Whether an ad is about software at all, told from its words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from planner.domain.reading.lexicon import Lexicon
from planner.domain.reading.matching import Candidate
from planner.domain.reading.tokens import Token
from planner.domain.reading.words.context import OF_SOFTWARE, PAIRS_OF_SOFTWARE

_WORDS_OF_A_TRADE = 50  # different words, from which on the trade of a text can be told
_SIGNS_OF_SOFTWARE = 2


def is_foreign(tokens: Sequence[Token], candidates: Iterable[Candidate], lexicon: Lexicon) -> bool:
    """Whether a text of some length is about another trade: nothing in it is of software."""
    if len({token.key for token in tokens}) < _WORDS_OF_A_TRADE:
        return False
    technologies = [c for c in candidates if lexicon.is_technology(c.form)]
    signs: set[str | tuple[str, str]] = {c.form.skill for c in technologies}
    counted = {place for c in technologies for place in range(c.first, c.last)}
    others = [token for place, token in enumerate(tokens) if place not in counted]
    signs |= {token.key for token in others} & OF_SOFTWARE
    if len(signs) < _SIGNS_OF_SOFTWARE:
        signs |= {(one.key, other.key) for one, other in pairwise(others)} & PAIRS_OF_SOFTWARE
    return len(signs) < _SIGNS_OF_SOFTWARE
