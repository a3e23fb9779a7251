"""The project's settings with what only a test run wants."""

import os

os.environ |= {
    "DEBUG": "1",
    "SECRET_KEY": "tests-only",
    "DATABASE_URL": os.environ.get("TEST_DATABASE_URL") or "sqlite:///var/test.sqlite3",
    "EMAIL_URL": "consolemail://",
}

from config.settings import *
from config.settings import DATABASES, INSTALLED_APPS, MIDDLEWARE, VAR_DIR

if not os.environ.get("TEST_DATABASE_URL"):
    # A file, as in real life: WAL and concurrent connections do not exist in memory.
    DATABASES["default"]["TEST"] = {"NAME": VAR_DIR / f"test-{os.getpid()}.sqlite3"}
INSTALLED_APPS += ["zeal"]  # reports a query repeated for each row
MIDDLEWARE += ["zeal.middleware.zeal_middleware"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # fast; Argon2 has a test
