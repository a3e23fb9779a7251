"""Whether a text is a job ad or a CV, where nobody says so."""

from __future__ import annotations

import re
from typing import Literal

_AD = re.compile(
    r"\b(?:we(?:'re| are) (?:looking|hiring|seeking)|you will|you'll|we offer|what we offer|"
    r"responsibilities|requirements|nice to have|apply|benefits|our team|about the role|"
    r"join (?:us|our)|ideal candidate|job description|your profile|must have|about us|"
    r"equal opportunity|your role|qualifications|who you are|bonus points)\b",
    re.IGNORECASE,
)
_CV = re.compile(
    r"\b(?:curriculum vitae|r[eé]sum[eé]|work experience|employment history|"
    r"professional experience|"
    r"references|hobbies|date of birth|linkedin\.com/in/|github\.com/|education|bachelor of|"
    r"(?:19|20)\d\d ?- ?(?:present|now|(?:19|20)\d\d)|[\w.+-]{1,60}@[\w-]{1,60}\.\w{2,10}|"
    r"i (?:have|am|worked|built)|my )",
    re.IGNORECASE,
)
_CHARACTERS = 20_000


def guess_kind(text: str) -> Literal["ad", "cv"]:
    """By the words that only one of them has; an ad if that tells nothing."""
    text = text[:_CHARACTERS]
    return "cv" if len(_CV.findall(text)) > len(_AD.findall(text)) else "ad"
