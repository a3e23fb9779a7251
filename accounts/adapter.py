from allauth.account.adapter import DefaultAccountAdapter


class AccountAdapter(DefaultAccountAdapter):
    """Keep addresses in lower case, as the user model demands."""

    def clean_email(self, email: str) -> str:
        return super().clean_email(email).lower()
