"""allauth's sign-up form, made to stand a double click."""

from typing import Any

from allauth.account import forms as allauth_forms
from django.db import IntegrityError, transaction
from django.http import HttpRequest


class SignupForm(allauth_forms.SignupForm):
    def try_save(self, request: HttpRequest) -> Any:
        """Answer as to any known address if it was taken after `clean` has looked."""
        try:
            with transaction.atomic():
                return super().try_save(request)
        except IntegrityError:
            self.account_already_exists = True
            return super().try_save(request)
