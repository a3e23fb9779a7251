"""The project's own settings, with a yardstick page and without TLS in front."""

from config.settings import *  # noqa: F403 - a settings module that differs in a few names

ROOT_URLCONF = "benchmarks.urls"
SECURE_SSL_REDIRECT = False
SESSION_COOKIE_NAME = "sessionid"
STORAGES = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
