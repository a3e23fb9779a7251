"""The fields that several forms share, with their bounds in words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.core.validators import MaxLengthValidator, URLValidator

from accounts.validators import validate_plain_text, validate_text
from planner.areas import area_name
from planner.domain.catalogue import Catalogue
from planner.models.fields import MAX_WORDS
from planner.models.profiles import EARLIEST, MAX_PAY

type Data = Mapping[str, Any] | None
type Groups = list[tuple[str, list[tuple[str, str]]]]

LATEST = date(2100, 12, 31)
THOUSANDS = re.compile(r"^(\d{1,4})k$", re.I)
TOO_LARGE = "too_large"
LINK = "Give a link that begins with http:// or https://."


def bounds_message(message: str) -> dict[str, str]:
    """One message for everything outside a field's bounds."""
    return dict.fromkeys(("min_value", "max_value", "invalid"), message)


class MoneyField(forms.IntegerField):
    """Whole dollars a year; `$98,000` and `98k` are as good as `98000`."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})

    def __init__(self, **options: Any) -> None:
        messages = bounds_message(f"Give whole dollars a year, from 1 to {MAX_PAY:,}.")
        super().__init__(min_value=1, max_value=MAX_PAY, error_messages=messages, **options)

    def to_python(self, value: Any) -> int | None:
        if isinstance(value, str):
            value = value.strip().removeprefix("$").replace(",", "").replace(" ", "")
            value = THOUSANDS.sub(r"\g<1>000", value)
        return super().to_python(value)


class DayField(forms.DateField):
    """A day between 1950 and 2100."""

    widget = forms.DateInput(
        format="%Y-%m-%d", attrs={"type": "date", "min": EARLIEST, "max": LATEST}
    )

    def validate(self, value: date | None) -> None:
        super().validate(value)
        if value is not None and not EARLIEST <= value <= LATEST:
            raise ValidationError("Give a day between 1950 and 2100.")


class LinkField(forms.URLField):
    """A link to the web. Whatever else an address can be is refused."""

    default_validators = [
        URLValidator(schemes=["http", "https"], message=LINK), validate_plain_text
    ]  # fmt: skip
    default_error_messages = {"invalid": LINK}

    def __init__(self, **options: Any) -> None:
        super().__init__(assume_scheme="https", max_length=500, **options)


class WordsField(forms.CharField):
    """A few sentences. Their length is left to validators, so that what is too long is kept."""

    def __init__(self, *, label: str = "Words", rows: int = 4, **options: Any) -> None:
        super().__init__(
            label=label,
            validators=[MaxLengthValidator(MAX_WORDS), validate_text],
            widget=forms.Textarea(attrs={"rows": rows}),
            **options,
        )


class UploadField(forms.FileField):
    """A file of at most `max_bytes`; `too_large` says what is wrong with a larger one."""

    default_error_messages = {
        "required": "Choose a file.", "missing": "Choose a file.", "empty": "The file is empty."
    }  # fmt: skip

    def __init__(self, *, max_bytes: int, too_large: str, accept: str, **options: Any) -> None:
        super().__init__(widget=forms.FileInput(attrs={"accept": accept}), **options)
        self.max_bytes, self.too_large = max_bytes, too_large

    def to_python(self, data: File[Any] | None) -> File[Any] | None:
        file = super().to_python(data)
        if file is not None and (file.size or 0) > self.max_bytes:
            raise ValidationError(self.too_large, code=TOO_LARGE)
        return file


class UploadForm(forms.Form):
    """A form whose `file` is an `UploadField`."""

    @property
    def is_too_large(self) -> bool:
        return self.has_error("file", TOO_LARGE)


def not_after(today: date, day: date | None) -> date | None:
    """The day, unless it is still to come."""
    if day is not None and day > today:
        raise ValidationError("This day is still to come.")
    return day


def skills_by_area(catalogue: Catalogue) -> Groups:
    """Every skill to choose from, under the area that it belongs to."""
    areas: dict[str, list[tuple[str, str]]] = {}
    for skill in catalogue.skills.values():
        areas.setdefault(area_name(skill.category), []).append((skill.id, skill.name))
    return list(areas.items())


def offer(form: forms.Form, field: str, choices: Sequence[tuple[str, Any]]) -> None:
    """Set the choices of a field, once they are known."""
    cast("forms.ChoiceField", form.fields[field]).choices = choices
