"""Turns URLs of the environment into Django's settings dictionaries."""

from typing import Any

import environ

SQLITE_START = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON"


def database_settings(
    database: dict[str, Any], *, statement_timeout_ms: int, pool_size: int
) -> dict[str, Any]:
    """Add what each engine needs to stand concurrent writers and a silent server."""
    options = database.setdefault("OPTIONS", {})
    if database["ENGINE"].endswith("sqlite3"):
        # Django's DEFERRED loses transactions to "database is locked" as soon as two people write.
        options |= {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": SQLITE_START}
    elif database["ENGINE"].endswith("postgresql"):
        options |= {
            "connect_timeout": 2,
            "options": f"-c statement_timeout={statement_timeout_ms} -c lock_timeout=2000"
            " -c idle_in_transaction_session_timeout=10000",
            "pool": {"min_size": 1, "max_size": pool_size, "timeout": 5},
        }
    return database


def mailer_settings(email_url: str) -> dict[str, Any]:
    """Turn `smtp+tls://user:password@host:587` (or `consolemail://`) into a `MAILERS` entry."""
    if not email_url:
        return {}
    parsed = environ.Env.email_url_config(email_url)
    mailer: dict[str, Any] = {"BACKEND": parsed["EMAIL_BACKEND"]}
    if mailer["BACKEND"].endswith("smtp.EmailBackend"):
        mailer["OPTIONS"] = {
            "host": parsed["EMAIL_HOST"],
            "port": parsed["EMAIL_PORT"],
            "username": parsed["EMAIL_HOST_USER"],
            "password": parsed["EMAIL_HOST_PASSWORD"],
            "use_tls": parsed.get("EMAIL_USE_TLS", False),
            "use_ssl": parsed.get("EMAIL_USE_SSL", False),
            "timeout": 10,
        }
    return mailer
