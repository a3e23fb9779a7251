"""Logging hours of study, and saying where one is with a step."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError

from accounts.validators import validate_plain_text
from planner.domain.catalogue import Catalogue
from planner.forms.fields import (
    Data,
    DayField,
    Groups,
    bounds_message,
    not_after,
    offer,
    skills_by_area,
)
from planner.forms.plan import STEP_KEY
from planner.models import StudySession
from planner.models.study import MAX_HOURS, MIN_HOURS
from planner.names import name_of
from planner.study_wording import amount

HOURS = "Give hours, more than 0 and up to 24: 1.5 or 1:30."
CLOCK = re.compile(r"\A(\d{1,2}):([0-5]\d)\Z")
MAX_WORDS = 200
WHAT = ("start", "pause", "finish")


class HoursField(forms.DecimalField):
    """Hours and their parts: `1.5`, `1,5` and `1:30` are the same."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "size": 6})

    def __init__(self, **options: Any) -> None:
        messages = bounds_message(HOURS) | dict.fromkeys(
            ("max_digits", "max_decimal_places", "max_whole_digits"), HOURS
        )
        super().__init__(
            min_value=MIN_HOURS, max_value=MAX_HOURS, error_messages=messages, **options
        )

    def to_python(self, value: Any) -> Any:
        text = value.strip().replace(",", ".") if isinstance(value, str) else value
        if isinstance(text, str) and (clock := CLOCK.match(text)):
            text = str(int(clock[1]) + int(clock[2]) / 60)
        hours = super().to_python(text)
        if hours is None or not hours.is_finite() or abs(hours) > MAX_HOURS:
            return hours
        return hours.quantize(Decimal("0.01"), ROUND_HALF_UP)


class SessionForm(forms.Form):
    """What was studied, how long and when. `ahead`: ids that are offered first, under a heading."""

    item = forms.ChoiceField(label="What you studied")
    hours = HoursField(label="Hours")
    on = DayField(label="Day")
    words = forms.CharField(
        label="Note",
        required=False,
        max_length=MAX_WORDS,
        validators=[validate_plain_text],
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    key = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        data: Data = None,
        *,
        catalogue: Catalogue,
        today: date,
        ahead: Sequence[tuple[str, Collection[str]]] = (),
        session: StudySession | None = None,
    ) -> None:
        self.today, self.session = today, session
        super().__init__(data, auto_id="log-%s", initial=self._initial(ahead))
        known = [(title, [(id_, name_of(catalogue, id_)) for id_ in ids]) for title, ids in ahead]
        first = [("", "Choose one")] if not self.initial["item"] else []
        offer(self, "item", [*first, *known, *_rest(catalogue, session)])

    def _initial(self, ahead: Sequence[tuple[str, Collection[str]]]) -> dict[str, Any]:
        """Today, and what is at hand; or what was logged."""
        if self.session:
            logged = {name: getattr(self.session, name) for name in ("item", "on", "words")}
            return logged | {"hours": amount(self.session.hours)}
        ids = [id_ for _, found in ahead for id_ in found]
        return {"item": ids[0] if ids else "", "on": self.today, "key": uuid4()}

    def clean_on(self) -> date | None:
        return not_after(self.today, self.cleaned_data["on"])

    def clean(self) -> None:
        if self.errors.pop("key", None):  # nobody sees that field, so nobody could mend it
            self.cleaned_data["key"] = None

    def to_fields(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("item", "on", "hours", "words")}


def _rest(catalogue: Catalogue, session: StudySession | None) -> Groups:
    """Everything by area, then the certifications; and what was logged, should it be gone."""
    certifications = [(c.id, c.name) for c in catalogue.certifications.values()]
    groups = [*skills_by_area(catalogue), ("Certifications", certifications)]
    if session and session.item not in catalogue.positions:
        groups.append(("No longer in the catalogue", [(session.item, session.item)]))
    return groups


class MarkForm(forms.Form):
    """`step` is a step's key, such as `docker@2`, as on the roadmap."""

    step = forms.RegexField(STEP_KEY, max_length=80)
    what = forms.ChoiceField(choices=[(what, what) for what in WHAT])


class PaceForm(forms.Form):
    """Whether plans go by the own pace."""

    use = forms.ChoiceField(choices=[("1", "yes"), ("0", "no")])

    def clean_use(self) -> bool:
        chosen: str = self.cleaned_data["use"]
        return chosen == "1"


def refuse_full_day(form: SessionForm, left: Decimal) -> None:
    """Say how much of the day is left."""
    if left > 0:
        verb = "hour is" if left == 1 else "hours are"
        said = f"Only {left.normalize():f} {verb} left of this day."
    else:
        said = "This day is full: 24 hours are logged already."
    form.add_error("hours", ValidationError(said))
