"""What a line of text that people type may hold."""

import unicodedata
from zoneinfo import available_timezones

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

MAX_ADDRESS = 254  # what mail takes, and the column of a user

# Explicit direction marks can make a name read as something else.
BIDIRECTIONAL = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def validate_plain_text(value: str) -> None:
    """Refuse control characters, lone surrogates and direction overrides."""
    if any(unicodedata.category(char) in {"Cc", "Cs"} or char in BIDIRECTIONAL for char in value):
        raise ValidationError("Use letters, digits and ordinary punctuation only.", code="control")


def validate_no_link(value: str) -> None:
    """Refuse links in what others get by mail, so that nobody can advertise in our name."""
    if "://" in value or "www." in value.lower():
        raise ValidationError("This is no place for a link.", code="link")


def validate_text(value: str) -> None:
    """The same for text of several lines."""
    validate_plain_text(value.replace("\r\n", " ").replace("\n", " ").replace("\t", " "))


def validate_time_zone(value: str) -> None:
    """Accept the names of the time zone database."""
    if value not in available_timezones():
        raise ValidationError("Choose one of the time zones.", code="time_zone")


def is_address(email: str) -> bool:
    """Whether it is an e-mail address that an account could have."""
    try:
        validate_email(email)
    except ValidationError:
        return False
    return len(email) <= MAX_ADDRESS
