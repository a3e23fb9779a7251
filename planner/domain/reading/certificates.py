"""Certificates that a text names: whoever holds them has to say since when."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from planner.domain.catalogue import Certification

_CODE = re.compile(r"[A-Z]{2}[A-Z0-9-]{2,}")
_BRACKETS = re.compile(r"\([^)]*\)")
_WORD = re.compile(r"\w+")
_MOST = 200  # patterns kept


def certificates_in(text: str, certifications: Iterable[Certification]) -> tuple[str, ...]:
    """The ids of those that a text names in full or by their code."""
    return tuple(one.id for one in certifications if _pattern(one.name, one.code).search(text))


@lru_cache(maxsize=_MOST)
def _pattern(name: str, code: str) -> re.Pattern[str]:
    """The words of the name whatever stands between them, or a code as it is written."""
    words = r"\W{1,4}".join(map(re.escape, _WORD.findall(_BRACKETS.sub("", name))))
    codes = (re.escape(found) for found in codes_in(code))
    either = "|".join([f"(?i:{words})", *codes])
    return re.compile(rf"(?<![\w-])(?:{either})(?!\w)")


def codes_in(code: str) -> list[str]:
    """The codes, such as `CKAD` and `AZ-204`, that are long enough to mean nothing else."""
    return _CODE.findall(code)
