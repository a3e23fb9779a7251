from allauth.account.adapter import DefaultAccountAdapter
from django.core.validators import MaxLengthValidator

from accounts.models import User


class AccountAdapter(DefaultAccountAdapter):
    """allauth would cut an address that is too long and confirm somebody else's."""

    def clean_email(self, email: str) -> str:
        MaxLengthValidator(User._meta.get_field("email").max_length)(email)
        return super().clean_email(email)
