"""Production settings refuse what is unsafe, and say which setting it is."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.environment import database_settings, mailer_settings
from config.safety import refuse_unsafe

ROOT = Path(__file__).parent.parent
SAFE = {
    "secret_key": "k3y-" + "0123456789abcdef" * 3,
    "allowed_hosts": ["waymark.example"],
    "database": {"ENGINE": "django.db.backends.postgresql"},
    "email_url": "smtp+tls://mail.example",
}


def start(**environment):
    """Load the shipped settings in a process of their own."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    command = [
        sys.executable,
        "-c",
        "import config.settings as s; print(s.DEBUG, s.SESSION_COOKIE_NAME)",
    ]
    return subprocess.run(command, cwd=ROOT, env=kept | environment, capture_output=True, text=True)


def test_safe_settings_are_accepted():
    assert refuse_unsafe(**SAFE) is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("secret_key", ""),
        ("secret_key", "x" * 49),
        ("secret_key", "ab" * 40),
        ("secret_key", "django-insecure-" + SAFE["secret_key"]),
        ("secret_key", "change-me" + SAFE["secret_key"]),
        ("allowed_hosts", []),
        ("allowed_hosts", [""]),
        ("allowed_hosts", ["waymark.example", "*"]),
        ("email_url", ""),
    ],
)
def test_an_unsafe_setting_is_refused_by_name(name, value):
    with pytest.raises(ImproperlyConfigured, match=name.upper()):
        refuse_unsafe(**{**SAFE, name: value})


@pytest.fixture
def database_file(tmp_path):
    path = tmp_path / "waymark.sqlite3"
    path.touch(mode=0o600)
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": path}


def test_a_database_file_of_its_owner_is_accepted(database_file):
    assert refuse_unsafe(**{**SAFE, "database": database_file}) is None


@pytest.mark.parametrize("mode", [0o644, 0o602])
def test_a_database_file_that_everybody_may_touch_is_refused(database_file, mode):
    database_file["NAME"].chmod(mode)
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL"):
        refuse_unsafe(**{**SAFE, "database": database_file})


def test_every_fault_is_named_at_once():
    with pytest.raises(ImproperlyConfigured, match=r"SECRET_KEY.*ALLOWED_HOSTS.*EMAIL_URL"):
        refuse_unsafe(**{**SAFE, "secret_key": "", "allowed_hosts": [], "email_url": ""})


def test_without_any_environment_the_site_does_not_start():
    result = start()
    assert result.returncode != 0
    assert "SECRET_KEY is not set" in result.stderr


def test_production_starts_with_what_the_message_asks_for(tmp_path):
    result = start(
        SECRET_KEY=SAFE["secret_key"],
        ALLOWED_HOSTS="waymark.example",
        EMAIL_URL=SAFE["email_url"],
        DATABASE_URL=f"sqlite:///{tmp_path}/waymark.sqlite3",
    )
    assert result.stdout == "False __Host-sessionid\n", result.stderr


def test_sqlite_stands_concurrent_writers():
    options = database_settings(
        {"ENGINE": "django.db.backends.sqlite3"}, statement_timeout_ms=5000, pool_size=8
    )["OPTIONS"]
    assert options["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in options["init_command"]


def test_postgresql_gives_up_on_a_silent_server():
    options = database_settings(
        {"ENGINE": "django.db.backends.postgresql"}, statement_timeout_ms=5000, pool_size=8
    )["OPTIONS"]
    assert "statement_timeout=5000" in options["options"]
    assert options["connect_timeout"] == 2
    assert options["pool"]["timeout"] == 5


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("", {}),
        ("consolemail://", {"BACKEND": "django.core.mail.backends.console.EmailBackend"}),
    ],
)
def test_mail_of_development(url, expected):
    assert mailer_settings(url) == expected


def test_mail_of_production():
    options = mailer_settings("smtp+tls://me:s%40cret@mail.example:587")["OPTIONS"]
    assert (options["host"], options["port"]) == ("mail.example", 587)
    assert (options["username"], options["password"]) == ("me", "s@cret")
    assert options["use_tls"]


def test_every_setting_is_in_the_operators_guide():
    read = set(re.findall(r'env\.\w+\(\s*"(\w+)"', (ROOT / "config/settings.py").read_text()))
    named = set(re.findall(r"^\| `(\w+)`", (ROOT / "docs/operations.md").read_text(), re.MULTILINE))
    assert read == named
