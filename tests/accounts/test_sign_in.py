"""Signing in, getting back in, and what a stranger may learn from it."""

import pytest
from django.contrib.auth.hashers import identify_hasher
from django.urls import reverse

from tests.accounts.test_sign_up import code_in
from tests.factories import PASSWORD

pytestmark = pytest.mark.django_db

LOGIN = "/accounts/login/"


def sign_in(client, email="alice@example.com", password=PASSWORD):
    return client.post(LOGIN, {"login": email, "password": password})


def signed_in(client):
    return "_auth_user_id" in client.session


def test_the_address_may_be_typed_in_any_case(client, alice):
    assert sign_in(client, email="ALICE@Example.COM").status_code == 302
    assert signed_in(client)


def test_somebody_deactivated_stays_out(client, alice):
    alice.is_active = False
    alice.save()
    sign_in(client)
    assert not signed_in(client)


def test_the_right_password_comes_too_late_after_five_wrong_ones(client, alice):
    for _ in range(5):
        sign_in(client, password="wrong")
    response = sign_in(client)
    assert not signed_in(client)
    assert "Too many failed login attempts" in response.text


def test_a_new_session_is_used_after_signing_in(client, alice):
    client.get(LOGIN)
    client.session["planted"] = True
    before = client.session.session_key
    sign_in(client)
    assert client.session.session_key != before


def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(client, alice):
    wrong = sign_in(client, password="wrong")
    unknown = sign_in(client, email="nobody@example.com")
    assert wrong.context["form"].errors == unknown.context["form"].errors
    assert wrong.status_code == unknown.status_code


def test_a_code_from_the_mail_sets_a_new_password(client, alice, mailoutbox):
    response = client.post(reverse("account_reset_password"), {"email": "alice@example.com"})
    response = client.post(response.url, {"code": code_in(mailoutbox[0])})
    client.post(response.url, {"password1": "a new long one", "password2": "a new long one"})
    client.logout()
    sign_in(client, password="a new long one")
    assert signed_in(client)


def test_a_reset_answers_the_same_for_an_unknown_address(client, alice, mailoutbox):
    url = reverse("account_reset_password")
    known = client.post(url, {"email": "alice@example.com"})
    client.cookies.clear()
    unknown = client.post(url, {"email": "nobody@example.com"})
    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert len(mailoutbox) == 2


def test_a_wrong_reset_code_changes_nothing(client, alice):
    url = client.post(reverse("account_reset_password"), {"email": "alice@example.com"}).url
    client.post(url, {"code": "WRONG1"})
    sign_in(client)
    assert signed_in(client)


def test_the_second_factor_is_asked_for(client, alice, second_factor):
    code = second_factor(alice)
    asked = sign_in(client)
    assert not signed_in(client)

    client.post(asked.url, {"code": code})
    assert signed_in(client)


def test_a_wrong_second_factor_signs_nobody_in(client, alice, second_factor):
    code = second_factor(alice)
    client.post(sign_in(client).url, {"code": f"{(int(code) + 1) % 10**6:06}"})
    assert not signed_in(client)


@pytest.mark.parametrize("name", ["account_login", "account_signup", "account_reset_password"])
def test_the_doors_are_open_to_strangers(client, name):
    assert client.get(reverse(name)).status_code == 200


@pytest.mark.parametrize("name", ["mfa_index", "usersessions_list", "account_email"])
def test_the_rest_of_the_account_is_closed_to_strangers(client, name):
    assert client.get(reverse(name)).url == f"{LOGIN}?next={reverse(name)}"


@pytest.mark.parametrize(
    "name", ["mfa_index", "usersessions_list", "account_email", "account_change_password"]
)
@pytest.mark.ignore_template_errors  # allauth's page of second factors has some
def test_the_pages_of_the_account_answer(client, alice, name):
    client.force_login(alice)
    assert client.get(reverse(name)).status_code == 200


def test_signing_in_leads_to_no_other_site(client, alice):
    response = client.post(
        LOGIN + "?next=https://evil.example/",
        {"login": "alice@example.com", "password": PASSWORD, "next": "https://evil.example/"},
    )
    assert "evil" not in response.url


def test_passwords_are_kept_with_argon2(alice, settings):
    from config import settings as shipped

    settings.PASSWORD_HASHERS = shipped.PASSWORD_HASHERS
    alice.set_password(PASSWORD)
    assert identify_hasher(alice.password).algorithm == "argon2"
