"""Refuses to start in production with settings that would put people's data at risk."""

from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

SAMPLE_KEYS = ("django-insecure-", "change-me", "development-only")


def refuse_unsafe(
    *, secret_key: str, allowed_hosts: list[str], database: dict[str, Any], email_url: str
) -> None:
    """Raise ImproperlyConfigured, naming each unsafe setting and the way out."""
    faults = [
        fault
        for fault in (
            _fault_of_secret_key(secret_key),
            _fault_of_allowed_hosts(allowed_hosts),
            _fault_of_database(database),
            _fault_of_email_url(email_url),
        )
        if fault
    ]
    if faults:
        raise ImproperlyConfigured("Waymark does not start: " + " ".join(faults))


def _fault_of_secret_key(key: str) -> str:
    if not key:
        return "SECRET_KEY is not set; set it to 50 or more random characters."
    if key.startswith(SAMPLE_KEYS):
        return "SECRET_KEY is a sample key; set it to 50 or more random characters."
    if len(key) < 50 or len(set(key)) < 10:
        return "SECRET_KEY is too short or too regular; set it to 50 or more random characters."
    return ""


def _fault_of_allowed_hosts(hosts: list[str]) -> str:
    if not any(hosts):
        return "ALLOWED_HOSTS is empty; set it to the names of this site, separated by commas."
    if "*" in hosts:
        return "ALLOWED_HOSTS contains '*'; set it to the names of this site."
    return ""


def _fault_of_database(database: dict[str, Any]) -> str:
    if not database["ENGINE"].endswith("sqlite3"):
        return ""
    path = Path(database["NAME"])
    if path.exists() and path.stat().st_mode & 0o007:
        return f"DATABASE_URL names a file that everybody may read; run chmod 600 {path}."
    return ""


def _fault_of_email_url(email_url: str) -> str:
    if not email_url:
        return (
            "EMAIL_URL is not set, so nobody could confirm an address;"
            " set it to smtp+tls://USER:PASSWORD@HOST:587."
        )
    return ""
