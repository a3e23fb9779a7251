"""allauth's passkey forms, made to stand any input: theirs fail on JSON of an unexpected shape."""

from collections.abc import Callable
from typing import Any

from allauth.mfa.webauthn import forms as allauth_forms
from django import forms
from django.core.exceptions import ValidationError
from fido2.webauthn import AuthenticationResponse, RegistrationResponse


class CredentialField(forms.JSONField):
    """What a browser says about a key, read once by the library that will check it."""

    widget = forms.HiddenInput

    def __init__(self, *, parse: Callable[[Any], object], **options: Any) -> None:
        super().__init__(**options)
        self.parse = parse

    def to_python(self, value: Any) -> Any:
        try:
            credential = super().to_python(value)
            if credential is not None:
                self.parse(credential)
        except ValidationError:
            raise
        except Exception as error:  # whatever the parsers raise, it is the sender's doing
            raise ValidationError("This is no key.", code="invalid") from error
        return credential


class AddForm(allauth_forms.AddWebAuthnForm):
    credential = CredentialField(parse=RegistrationResponse.from_dict)


class AuthenticateForm(allauth_forms.AuthenticateWebAuthnForm):
    credential = CredentialField(parse=AuthenticationResponse.from_dict)


class LoginForm(allauth_forms.LoginWebAuthnForm):
    credential = CredentialField(parse=AuthenticationResponse.from_dict)


class ReauthenticateForm(allauth_forms.ReauthenticateWebAuthnForm):
    credential = CredentialField(parse=AuthenticationResponse.from_dict)
