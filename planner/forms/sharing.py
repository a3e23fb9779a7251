"""What a link shows, to whom it goes and for how long."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from accounts.validators import validate_plain_text
from planner.actions.sharing import LinkFields, words_of
from planner.forms.fields import bounds_message
from planner.models import Part

DEFAULT_DAYS, MAX_DAYS = 30, 365
DEFAULT_PARTS = (Part.LEVEL, Part.SKILLS, Part.CERTIFICATES)
NOTHING = _("Choose at least one thing besides your name, or the page is empty.")


class PartsForm(forms.Form):
    """What is shown. Without anything sent: what most people would choose."""

    parts = forms.TypedMultipleChoiceField(
        label=_("What it shows"),
        choices=Part,
        coerce=Part,
        widget=forms.CheckboxSelectMultiple,
        initial=[part.value for part in DEFAULT_PARTS],
        error_messages={"required": NOTHING},
    )

    def clean_parts(self) -> list[Part]:
        parts: list[Part] = self.cleaned_data["parts"]
        if set(parts) <= {Part.NAME}:
            raise ValidationError(NOTHING)
        return parts


class ShareForm(PartsForm):
    label = forms.CharField(
        label=_("What is it for?"),
        max_length=60,
        validators=[validate_plain_text],
        help_text=_("Only you see this. For example “Application at Acme”."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    days = forms.IntegerField(
        label=_("For how many days"),
        min_value=1,
        max_value=MAX_DAYS,
        initial=DEFAULT_DAYS,
        error_messages=bounds_message(f"Give whole days from 1 to {MAX_DAYS}."),
        help_text=_("Then the link works no more. You can end it before at any time."),
    )
    field_order = ("parts", "label", "days")

    def to_fields(self) -> LinkFields:
        return LinkFields(
            label=self.cleaned_data["label"],
            parts=tuple(self.cleaned_data["parts"]),
            days=self.cleaned_data["days"],
        )


def parts_of(form: PartsForm) -> list[Part]:
    """What a bound form chose, even where something else of it is wrong; nothing if that is."""
    chosen: list[Part] = form.cleaned_data.get("parts", []) if form.errors is not None else []
    return chosen


def seen_as(parts: list[Part]) -> str:
    """What a preview showed, as the form sends it along."""
    return " ".join(words_of(parts))
