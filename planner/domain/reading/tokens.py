"""Words with their places, and what stands between them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

# What stands between a word and the one before it: they may be one name ("Spring-Boot"), they are
# items of a list, a new sentence begins, or a new line.
Gap = Literal["join", "list", "sentence", "line"]

# Chinese, Japanese and Korean stand beside a name without a space: "基于SOAP的".
_EAST_ASIAN = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
_TOKEN = re.compile(
    r"(?<![^\W_])\.net(?![^\W_])"
    rf"|[^\W_{_EAST_ASIAN}]+(?:\+\+|#)?|[{_EAST_ASIAN}]+|[/&@]",
    re.IGNORECASE,
)
_ABBREVIATION = re.compile(r"\b(?:e\.?g|i\.?e|etc|vs|incl|approx|yrs?|min|max)$")
_JOINING = frozenset({"", " ", "-", ".", "_", "'", "+", "+ "})
_SENTENCE_END = re.compile(r"[.!?](?=[\s\"')\]]|$)")
_WRAPPED_FROM = 45  # a line that is shorter was ended on purpose
# Verbs and their nouns that are written with an s or a z ("optimisation"), by their stems.
_WITH_S = re.compile(
    r"^((?:un|re|de|pre|non|auto)?(?:author|central|container|custom|docker|general|harmon|initial"
    r"|maxim|minim|modern|modular|monet|normal|optim|organ|parallel|personal|priorit|production"
    r"|serial|special|standard|summar|synchron|token|util|virtual|visual))"
    r"is(?=(?:e|ed|er|ers|es|ing|ation|ations|ational)$)"
)
_SPELLINGS = (("modell", "model"), ("labell", "label"), ("behaviour", "behavior"),
              ("programme", "program"), ("analys", "analyz"))  # fmt: skip
_NOT_SPELLED_SO = frozenset({"analysis", "analyst", "analysts", "programmer", "programmers",
                             "programmed"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    """A word or one of `/ & @`. `key`: in lower case. `gap`: what comes before it."""

    key: str
    start: int
    end: int
    gap: Gap


def tokenise(text: str) -> list[Token]:
    """All words of a normalised text, in time linear in its length."""
    found: list[Token] = []
    previous, line_start = 0, 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        between = text[previous:start]
        gap: Gap = "line"
        if found:
            gap = _gap(between, text, previous, line_start)
        if "\n" in between:
            line_start = start
        found.append(Token(_spelled(match.group().lower()), start, end, gap))
        previous = end
    return found


@lru_cache(maxsize=10_000)
def _spelled(word: str) -> str:
    """The American spelling, so that one name covers "modelling" and "modeling"."""
    if "is" in word:
        word = _WITH_S.sub(r"\1iz", word)
    for british, american in _SPELLINGS:
        if word.startswith(british) and word not in _NOT_SPELLED_SO:
            return american + word[len(british) :]
    return word


def _gap(between: str, text: str, previous: int, line_start: int) -> Gap:
    if between in _JOINING:
        return "join"
    if "\n" in between:
        return _gap_of_lines(between, text, previous, line_start)
    if _SENTENCE_END.search(between) and not _abbreviates(text, previous):
        return "sentence"
    return "list"


def _gap_of_lines(between: str, text: str, previous: int, line_start: int) -> Gap:
    """A long line that ends in a word goes on in the next one; every other line is an end."""
    is_wrapped = previous - line_start >= _WRAPPED_FROM and between in ("\n", ",\n", "-\n", " -\n")
    if not is_wrapped:
        return "line"
    following = text[previous + len(between) : previous + len(between) + 1]
    if between == ",\n":
        return "list"
    return "join" if following.islower() or text[previous - 1].islower() else "line"


def _abbreviates(text: str, end: int) -> bool:
    return _ABBREVIATION.search(text[max(0, end - 6) : end]) is not None


def key_of(name: str) -> tuple[str, ...]:
    """The words of a name, as they are looked up."""
    return tuple(token.key for token in tokenise(name))
