"""When a session ends, and what does not get around the limits."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.accounts.test_sign_in import sign_in
from tests.factories import PASSWORD

pytestmark = pytest.mark.django_db

CLOSED = "/accounts/sessions/"


@pytest.fixture
def phone(alice):
    """Alice's other device, signed in as well."""
    phone = Client()
    sign_in(phone)
    return phone


def change_password(client):
    words = {"oldpassword": PASSWORD, "password1": "a new long one", "password2": "a new long one"}
    client.post(reverse("account_change_password"), words)


def test_a_new_password_ends_the_other_sessions(client, alice, phone):
    client.force_login(alice)
    change_password(client)
    assert phone.get(CLOSED).status_code == 302
    assert client.get(CLOSED).status_code == 200


def test_a_new_password_is_told_by_mail(client, alice, mailoutbox):
    client.force_login(alice)
    change_password(client)
    assert [mail.to for mail in mailoutbox] == [[alice.email]]


def test_a_deactivated_account_is_out_at_once(alice, phone):
    alice.is_active = False
    alice.save()
    assert phone.get(CLOSED).status_code == 302


def test_signing_out_takes_a_post(phone):
    phone.get(reverse("account_logout"))
    assert phone.get(CLOSED).status_code == 200


def test_another_session_can_be_ended(client, phone):
    sign_in(client)
    client.post(CLOSED)
    assert phone.get(CLOSED).status_code == 302


def test_made_up_proxy_headers_do_not_get_around_the_limit_of_an_address(client):
    for number in range(11):
        response = client.post(
            reverse("account_login"),
            {"login": f"person{number}@example.com", "password": "wrong"},
            headers={"X-Forwarded-For": f"203.0.113.{number}"},
        )
    assert "Too many failed login attempts" in response.text


def test_forms_need_their_token(alice):
    careful = Client(enforce_csrf_checks=True)
    response = careful.post(reverse("account_login"), {"login": alice.email, "password": PASSWORD})
    assert response.status_code == 403
