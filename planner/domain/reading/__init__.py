"""Reads skills out of job ads, CVs, exports and manifests. Pure: text in, values out."""

from planner.domain.reading.lexicon import Lexicon, compile_lexicon
from planner.domain.reading.normalise import MAX_CHARACTERS, normalise
from planner.domain.reading.reader import read_ad, read_cv
from planner.domain.reading.values import Finding, Mention, Reading, UnknownTerm, quote

__all__ = [
    "MAX_CHARACTERS",
    "Finding",
    "Lexicon",
    "Mention",
    "Reading",
    "UnknownTerm",
    "compile_lexicon",
    "normalise",
    "quote",
    "read_ad",
    "read_cv",
]
