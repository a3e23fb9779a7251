from django import forms
from django.http import HttpRequest

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


class ThemeForm(forms.Form):
    theme = forms.ChoiceField(choices=User.Theme)
    next = forms.CharField(required=False)
