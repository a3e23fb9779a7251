"""The pay that an ad states, dollars a year, to be confirmed by whoever reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

LEAST, MOST = 15_000, 1_000_000  # dollars a year that a wage can be
_AROUND = 60  # characters on either side that say what an amount is

_NUMBER = (
    r"(\d{1,3}(?:,\d{3}){1,2}|\d{5,7}|\d{2,3}(?=\s?[kK]\b|\s?-|\s?to\b))(?:\.\d{1,2})?\s?([kK]\b)?"
)
_RANGE = re.compile(rf"(?:\$|USD)\s?{_NUMBER}\s?(?:-|–|—|to|and)\s?(?:US)?(?:\$|USD)?\s?{_NUMBER}")
_SINGLE = re.compile(rf"(?:\$|USD)\s?{_NUMBER}")
_WAGE = re.compile(r"salar|\bpay\b|compensation|\bbase\b|\ba year|per year|annual|wage|/ ?y", re.I)
_OTHER = re.compile(
    r"fund|rais|revenue|valu|bonus|budget|stipend|invest|relocation|referral|customers|equity", re.I
)
_ENDS = re.compile(r"\n|[.;!?]\s")  # of what an amount is about
_ELSEWHERE = re.compile(
    r"(?:[€£₹]|\b(?:EUR|GBP|CHF|PLN|INR|CAD|AUD)\b)\s?\d{2,3}(?:[.,\s]?\d{3}\b|\s?k\b)"
    r"|\b\d{2,3}(?:[.,\s]?\d{3}|\s?k)\s?(?:[€£₹]|\b(?:EUR|GBP|CHF|PLN|INR|CAD|AUD|zł)\b)",
    re.I,
)
_SMALL_TIME = re.compile(
    r"\s?(?:m\b|mm\b|million|bn?\b|billion|(?:/|per|an?)\s?(?:h|mo|day|week))", re.I
)


@dataclass(frozen=True, slots=True)
class AdPay:
    """`start`, `end`: its place in the text."""

    low: int
    high: int
    start: int
    end: int


def pay_in(text: str) -> AdPay | None:
    """The first range of yearly pay in a text, else the first amount that is said to be pay."""
    return next(_ranges(text), None) or next(_singles(text), None)


def is_in_other_money(text: str) -> bool:
    """Whether no pay in dollars is found and there are amounts that can be pay in another money."""
    return pay_in(text) is None and bool(_ELSEWHERE.search(text))


def _ranges(text: str) -> Iterator[AdPay]:
    for match in _RANGE.finditer(text):
        first, first_k, last, last_k = match.groups()
        low, high = _dollars(first, first_k or last_k), _dollars(last, last_k)
        if LEAST <= low <= high <= MOST and not _is_other(text, match):
            yield AdPay(low, high, *match.span())


def _singles(text: str) -> Iterator[AdPay]:
    for match in _SINGLE.finditer(text):
        amount = _dollars(match[1], match[2])
        around = text[max(0, match.start() - _AROUND) : match.end() + _AROUND]
        if LEAST <= amount <= MOST and _WAGE.search(around) and not _is_other(text, match):
            yield AdPay(amount, amount, *match.span())


def _dollars(number: str, thousands: str | None) -> int:
    value = int(number.replace(",", ""))
    return value * 1000 if thousands and value < 1000 else value


def _is_other(text: str, match: re.Match[str]) -> bool:
    """Whether it is no yearly wage: another unit after it, or another subject before it."""
    before = text[max(0, match.start() - 40) : match.start()]
    before = _ENDS.split(before)[-1]
    return bool(_SMALL_TIME.match(text, match.end()) or _OTHER.search(before))
