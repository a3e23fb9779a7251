"""Reads skills out of job ads, CVs, exports and manifests. Pure: text in, values out."""

from planner.domain.reading.certificates import certificates_in
from planner.domain.reading.kinds import guess_kind
from planner.domain.reading.lexicon import Lexicon, compile_lexicon
from planner.domain.reading.manifests import is_manifest, read_manifest
from planner.domain.reading.manifests.naming import (
    guess_manifest,
    is_vendored,
    split_manifests,
)
from planner.domain.reading.normalise import MAX_CHARACTERS, normalise
from planner.domain.reading.reader import finding_of, read_ad, read_cv
from planner.domain.reading.structured import (
    LINKEDIN_FILES,
    linkedin_name,
    read_json_resume,
    read_linkedin,
    text_of_linkedin,
    text_of_resume,
)
from planner.domain.reading.values import (
    Caution,
    Finding,
    Mention,
    Reading,
    UnknownTerm,
    quote,
    quote_parts,
)

__all__ = [
    "LINKEDIN_FILES",
    "MAX_CHARACTERS",
    "Caution",
    "Finding",
    "Lexicon",
    "Mention",
    "Reading",
    "UnknownTerm",
    "certificates_in",
    "compile_lexicon",
    "finding_of",
    "guess_kind",
    "guess_manifest",
    "is_manifest",
    "is_vendored",
    "linkedin_name",
    "normalise",
    "quote",
    "quote_parts",
    "read_ad",
    "read_cv",
    "read_json_resume",
    "read_linkedin",
    "read_manifest",
    "split_manifests",
    "text_of_linkedin",
    "text_of_resume",
]
