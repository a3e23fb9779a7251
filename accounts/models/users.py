"""Who somebody is: an e-mail address, a name and how they like to see the site."""

import unicodedata
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone

from accounts.validators import validate_plain_text, validate_time_zone


class UserManager(BaseUserManager["User"]):
    """Creates users; addresses are kept in lower case, so that equal means the same mailbox."""

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email=(username or "").lower())

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)


class User(AbstractBaseUser, PermissionsMixin):
    """A person who signs in with an e-mail address."""

    class Theme(models.TextChoices):
        SYSTEM = "system", "As on the device"
        LIGHT = "light", "Light"
        DARK = "dark", "Dark"

    email = models.EmailField("e-mail address", unique=True)
    name = models.CharField(max_length=150, blank=True, validators=[validate_plain_text])
    time_zone = models.CharField(
        max_length=40,
        default="UTC",
        validators=[validate_time_zone],
        help_text="When mornings begin for you: of reminders and summaries.",
    )
    theme = models.CharField(max_length=6, choices=Theme, default=Theme.SYSTEM)
    is_active = models.BooleanField("active", default=True)
    is_staff = models.BooleanField("staff", default=False)
    # Kept by `accounts.actions`, so that no page has to ask: the navigation depends on them.
    is_mentor = models.BooleanField(default=False, editable=False)
    is_mentee = models.BooleanField(default=False, editable=False)
    date_joined = models.DateTimeField(default=timezone.now, editable=False)
    # When we wrote that the account lies idle and will be erased (`accounts.actions.retention`).
    warned_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(email=Lower("email")), name="email_lower"),
            models.CheckConstraint(
                condition=models.Q(theme__in=["system", "light", "dark"]), name="theme_known"
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.email

    @property
    def is_warned(self) -> bool:
        """Whether we wrote that the account lies idle, and nobody has signed in since."""
        seen_at = self.last_login or self.date_joined
        return self.warned_at is not None and self.warned_at >= seen_at

    def clean(self) -> None:
        self.email = self.email.lower()
        self.name = unicodedata.normalize("NFC", self.name).strip()
