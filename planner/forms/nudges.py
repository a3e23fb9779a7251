"""What a mentor does with a reminder that is planned."""

from __future__ import annotations

from django import forms

from accounts.validators import validate_text
from planner.models.fields import MAX_WORDS

DEEDS = {"hold": "Hold", "release": "Send it after all", "words": "Save the words"}


class NudgeForm(forms.Form):
    """`reminder`: which one, as the page names it."""

    reminder = forms.CharField(max_length=80, widget=forms.HiddenInput)
    do = forms.ChoiceField(choices=DEEDS.items(), widget=forms.HiddenInput)
    words = forms.CharField(
        label="Instead of the usual sentence",
        required=False,
        max_length=MAX_WORDS,
        validators=[validate_text],
        widget=forms.Textarea(attrs={"rows": 3}),
    )
