from collections.abc import Mapping
from typing import Any, cast

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts import time_zones
from accounts.models import User
from accounts.validators import validate_no_link, validate_plain_text


class SignupForm(forms.Form):
    """What sign-up asks beyond the address and the password (allauth adds those)."""

    name = forms.CharField(
        max_length=150,
        required=False,
        validators=[validate_plain_text, validate_no_link],
        help_text="How the site should call you. You may leave it empty.",
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )

    def signup(self, request: HttpRequest, user: User) -> None:
        user.name = self.cleaned_data["name"]
        user.save(update_fields=["name"])


class SettingsForm(forms.Form):
    """What somebody is called, and when their days begin. Others in a cohort must see a name."""

    name = forms.CharField(
        label=_("Name"),
        max_length=150,
        required=False,
        validators=[validate_plain_text, validate_no_link],
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    time_zone = forms.ChoiceField(
        label=_("Time zone"),
        help_text=_("When a day begins for you: for dates, reminders and summaries."),
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, user: User) -> None:
        super().__init__(data, initial={"name": user.name, "time_zone": user.time_zone})
        known = time_zones.choices()
        if all(user.time_zone not in dict(zones) for _region, zones in known):
            known = ((gettext("Now"), ((user.time_zone, user.time_zone),)), *known)
        cast("forms.ChoiceField", self.fields["time_zone"]).choices = known
        if user.is_mentor or user.is_mentee:
            self.fields["name"].required = True
            self.fields["name"].help_text = _("The others in your cohorts see it.")


class ThemeForm(forms.Form):
    theme = forms.ChoiceField(choices=User.Theme)
    next = forms.CharField(required=False)
