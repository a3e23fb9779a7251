"""The project's settings with what only a test run wants."""

import os

os.environ.update(
    DEBUG="1",
    DATABASE_URL=os.environ.get("TEST_DATABASE_URL", "sqlite:///var/test.sqlite3"),
    EMAIL_URL="consolemail://",
)

from config.settings import *
from config.settings import INSTALLED_APPS, MIDDLEWARE

INSTALLED_APPS += ["zeal"]  # reports a query repeated for each row
MIDDLEWARE += ["zeal.middleware.zeal_middleware"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # fast; Argon2 has a test
