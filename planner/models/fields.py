"""Columns and constraints that several catalogue tables share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, RegexValidator
from django.db import models
from django.db.models import F, Q

from accounts.validators import validate_plain_text, validate_text
from planner.domain.catalogue import LEVEL_CODES
from planner.domain.developer import Proficiency

LEVELS = {code: code for code in LEVEL_CODES}
PROFICIENCIES = [(level.value, level.name.capitalize()) for level in Proficiency]
MAX_WORDS = 2_000
RULES = {"all_of": "all of", "any_of": "any of"}


def id_field(**options: Any) -> models.CharField[str, str]:
    """The stable id that fixtures, profiles and addresses use."""
    is_id = RegexValidator(r"^[A-Za-z0-9][A-Za-z0-9_.:/-]*$", "Letters, digits and _ . : / - only.")
    return models.CharField(primary_key=True, max_length=64, validators=[is_id], **options)


def words_field(**options: Any) -> models.JSONField[list[str], list[str]]:
    return models.JSONField(default=list, blank=True, validators=[validate_words], **options)


def some_words_field() -> models.TextField[str, str]:
    """A few sentences that somebody may write."""
    return models.TextField(
        blank=True, default="", validators=[MaxLengthValidator(MAX_WORDS), validate_text]
    )


def position_field() -> models.PositiveSmallIntegerField[int, int]:
    """The place in the fixtures' order, which breaks every tie; new rows go last."""
    return models.PositiveSmallIntegerField(default=9999)


def one_of(name: str, field: str, allowed: Iterable[object]) -> models.CheckConstraint:
    return models.CheckConstraint(condition=Q(**{f"{field}__in": list(allowed)}), name=name)


def proficiency_between(name: str) -> models.CheckConstraint:
    """0 to 4, or nothing where the column allows it."""
    return models.CheckConstraint(
        condition=Q(proficiency__isnull=True) | Q(proficiency__range=(0, 4)), name=name
    )


def range_bounds(name: str, field: str) -> models.CheckConstraint:
    """0 ≤ low ≤ central ≤ high."""
    low, central, high = (f"{field}_{bound}" for bound in ("low", "central", "high"))
    ordered = Q(**{f"{low}__gte": 0, f"{low}__lte": F(central), f"{central}__lte": F(high)})
    return models.CheckConstraint(condition=ordered, name=name)


def validate_words(value: object) -> None:
    if not isinstance(value, list) or not all(isinstance(word, str) and word for word in value):
        raise ValidationError('Write a list of words: ["one", "two"].')
    validate_plain_text("".join(value))


def validate_alternatives(value: object) -> None:
    """Accept what a pay group's members look like: lists of alternatives, none of them empty."""
    if not isinstance(value, list) or not value:
        raise ValidationError("Write a list of lists of alternatives.")
    for alternatives in value:
        if not isinstance(alternatives, list) or not alternatives:
            raise ValidationError("Each member is a list of one or more alternatives.")
        for part in alternatives:
            _validate_evidence(part)


def _validate_evidence(part: object) -> None:
    if not isinstance(part, dict) or set(part) != {"kind", "id", "factor"}:
        raise ValidationError("Each alternative has a kind, an id and a factor.")
    if part["kind"] not in ("skill", "certification") or not isinstance(part["id"], str):
        raise ValidationError("The kind is skill or certification, and the id is text.")
    validate_plain_text(part["id"])
    if type(part["factor"]) not in (int, float) or not 0 < part["factor"] <= 1:
        raise ValidationError("The factor lies above 0 and up to 1.")
