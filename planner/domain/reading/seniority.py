"""How senior a job is, or how senior somebody calls themselves."""

from __future__ import annotations

import re

_GRADES = (
    ("intern", r"intern|internship|working student|werkstudent|trainee|apprentice"),
    ("junior", r"junior|jr|entry[- ]level|graduate|associate"),
    ("mid", r"mid|mid[- ]level|mid[- ]senior|middle|medior|intermediate|regular"),
    ("staff", r"staff"),
    ("principal", r"principal|distinguished"),
    ("lead", r"lead|team lead|tech lead|head"),
    ("senior", r"senior|sr|snr|experienced"),
)
_GRADE = "|".join(rf"(?P<{grade}>{words})" for grade, words in _GRADES)
_ROLE = (
    r"engineer|developer|programmer|architect|sre|devops|administrator|analyst|scientist|"
    r"consultant|dev|sdet|tester|specialist"
)
_TITLE = re.compile(
    rf"\b(?:{_GRADE})\b\.?,?(?:[ /-][\w+#.&]{{1,20}}){{0,5}}?[ /-](?:{_ROLE})s?\b", re.I
)
_TITLE_BEHIND = re.compile(rf"\b(?:{_ROLE})s?[ ,(/-]{{1,3}}(?:{_GRADE})\b", re.I)
_LINES = 6  # a title stands at the top


def find_seniority(text: str) -> str | None:
    """intern, junior, mid, senior, lead, staff or principal, from the first title; else None."""
    top = "\n".join(text.split("\n", _LINES)[:_LINES])[:1000]
    for part in (top, text):
        for pattern in (_TITLE, _TITLE_BEHIND):
            if match := pattern.search(part):
                return next(grade for grade, _ in _GRADES if match.group(grade))
    return None
