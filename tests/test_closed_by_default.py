"""Every page is closed to strangers, except for this list."""

import ast
from pathlib import Path

import pytest
from django.urls import NoReverseMatch, get_resolver, reverse

ROOT = Path(__file__).parent.parent
PUBLIC = {
    "account_complete_password_reset",
    "account_confirm_login_code",
    "account_confirm_password_reset_code",
    "account_email_verification_sent",
    "account_inactive",
    "account_login",
    "account_logout",
    "account_password_reset_completed",
    "account_reset_password",
    "account_signup",
    "admin:login",
    "healthz",
    "mfa_authenticate",
    "mfa_login_webauthn",
    "planner:calendar_feed",
    "planner:home",
    "planner:invitation",
    "planner:invitation_open",
    "planner:method",
    "planner:shared",
    "planner:unsubscribe",
    "theme",
}


def views(resolver, namespace=""):
    for pattern in resolver.url_patterns:
        if hasattr(pattern, "url_patterns"):
            yield from views(pattern, f"{pattern.namespace}:" if pattern.namespace else namespace)
        else:
            yield f"{namespace}{pattern.name}", pattern.callback


def closed_addresses():
    for name, _ in views(get_resolver()):
        if name not in PUBLIC:
            try:
                yield reverse(name)
            except NoReverseMatch:  # takes an argument, or is admin's nameless rest
                continue


def test_only_the_listed_pages_are_public():
    marked = {
        name for name, view in views(get_resolver()) if not getattr(view, "login_required", True)
    }
    assert marked == PUBLIC


@pytest.mark.parametrize("method", ["get", "post", "put", "patch", "delete", "options"])
def test_strangers_are_sent_to_sign_in_whatever_they_try(client, db, method):
    for address in closed_addresses():
        response = getattr(client, method)(address)
        assert (response.status_code, "/login/?next=" in response.url) == (302, True), address


@pytest.mark.parametrize(
    "path", sorted((ROOT / "planner/views").rglob("*.py")), ids=lambda path: path.stem
)
def test_a_view_reaches_rows_through_access_and_queries_only(path):
    nodes = ast.walk(ast.parse(path.read_text()))
    names = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    assert not names & {"objects", "filter", "exclude", "raw", "extra"}
