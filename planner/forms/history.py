"""What to see of one's history."""

from __future__ import annotations

from datetime import date

from django import forms

from planner.forms.fields import Data, DayField, not_after
from planner.history_wording import KINDS


class PastForm(forms.Form):
    """Which day to look at."""

    on = DayField(label="You on")

    def __init__(self, data: Data, *, today: date) -> None:
        super().__init__(data)
        self.today = today
        self.fields["on"].widget.attrs["max"] = today

    def clean_on(self) -> date | None:
        return not_after(self.today, self.cleaned_data["on"])


class HistoryForm(forms.Form):
    """Which changes to list: of one kind, or of one skill or certification."""

    kind = forms.ChoiceField(choices=[("", "Everything"), *KINDS.items()], required=False)
    of = forms.SlugField(max_length=64, required=False)
