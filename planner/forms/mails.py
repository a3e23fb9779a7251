"""Which mails somebody wants."""

from __future__ import annotations

from django import forms

from accounts.models import MailKind


class MailChoicesForm(forms.Form):
    """Each kind of mail that can be switched off; what is not ticked is off."""

    wanted = forms.TypedMultipleChoiceField(
        label="Send me",
        choices=MailKind,
        coerce=MailKind,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
