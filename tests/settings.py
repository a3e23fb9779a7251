"""The project's settings with what only a test run wants."""

import os

os.environ |= {
    "DEBUG": "1",
    "SECRET_KEY": "tests-only",
    "DATABASE_URL": os.environ.get("TEST_DATABASE_URL") or "sqlite:///var/test.sqlite3",
    "EMAIL_URL": "consolemail://",
    # Rows of a test that is not committed have no statistics: a plan may be a slow one.
    "DATABASE_STATEMENT_TIMEOUT_MS": "60000",
}

from config.settings import *  # noqa: F403 - settings are all of them
from config.settings import DATABASES, INSTALLED_APPS, MIDDLEWARE, VAR_DIR

if not os.environ.get("TEST_DATABASE_URL"):
    # A file, as in real life: WAL and concurrent connections do not exist in memory.
    DATABASES["default"]["TEST"] = {"NAME": VAR_DIR / f"test-{os.getpid()}.sqlite3"}
INSTALLED_APPS += ["zeal"]
MIDDLEWARE += ["zeal.middleware.zeal_middleware"]  # fails a request that asks once for each row
ZEAL_ALLOWLIST = [  # allauth looks at these for each session
    {"model": "account.EmailAddress", "field": "get()"},
    {"model": "sessions.Session", "field": "get()"},
    {"model": "accounts.User", "field": "get()"},
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # fast; Argon2 has a test
# A code that a test worked out is still right when a slow machine sends it in the next half minute.
MFA_TOTP_TOLERANCE = 1
