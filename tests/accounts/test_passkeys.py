"""Passkeys: in a real browser with a key made of software, and against odd input."""

import json

import pytest
from django.urls import reverse

from tests.factories import PASSWORD

NUL_KEY = json.dumps({"id": "\0"})
LIST_FOR_A_USER = json.dumps(
    {"id": "AA", "rawId": "AA", "type": "public-key", "response": {"userHandle": []}}
)


@pytest.mark.parametrize(
    "credential",
    ["", "no json", "1", "[]", "{}", '{"response": []}', NUL_KEY, LIST_FOR_A_USER, "[" * 100_000],
)
@pytest.mark.django_db
def test_what_is_no_key_signs_nobody_in(client, credential):
    client.get(reverse("mfa_login_webauthn"))  # starts the exchange
    response = client.post(reverse("mfa_login_webauthn"), {"credential": credential})
    assert response.status_code in {200, 302}
    assert "_auth_user_id" not in client.session


@pytest.fixture
def software_key(page):
    """A key that answers at once, as a fingerprint reader would."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
    }
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})


@pytest.fixture
def violations(page):
    """What the content security policy blocked."""
    found = []
    page.on(
        "console",
        lambda message: found.append(message.text) if "Content Security" in message.text else None,
    )
    return found


@pytest.mark.browser
def test_a_passkey_replaces_the_password(live_server, page, alice, software_key, violations):
    page.goto(live_server.url + reverse("account_login"))
    page.fill("[name=login]", alice.email)
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    page.wait_for_url(lambda url: "login" not in url)
    page.goto(live_server.url + reverse("mfa_add_webauthn"))  # asks for the password once more
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    page.check("[name=passwordless]")
    page.click("#mfa_webauthn_add")
    page.wait_for_url("**/recovery-codes/**")

    page.context.clear_cookies()
    page.goto(live_server.url + reverse("account_login"))
    page.click("#passkey_login")
    page.wait_for_url(lambda url: "login" not in url)
    page.goto(live_server.url + reverse("account_email"))
    assert alice.email in page.content()
    assert violations == []
