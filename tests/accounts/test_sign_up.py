"""From an address and a password to a signed-in person."""

import re

import pytest
from django.db import connection
from django.urls import reverse

from accounts.models import User
from tests.factories import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db

BOB = {"email": "Bob@Example.com", "password1": PASSWORD, "name": "Bob"}


def code_in(mail):
    return re.search(r"^([0-9A-Z]{4,}-?[0-9A-Z]+)$", mail.body, re.MULTILINE)[1]


def test_the_code_from_the_mail_signs_a_new_person_in(client, mailoutbox):
    response = client.post(reverse("account_signup"), BOB)
    assert response.url == reverse("account_email_verification_sent")
    assert "_auth_user_id" not in client.session

    client.post(response.url, {"code": code_in(mailoutbox[0])})
    bob = User.objects.get(email="bob@example.com")
    assert (client.session["_auth_user_id"], bob.name) == (str(bob.pk), "Bob")


def test_a_wrong_code_signs_nobody_in(client, mailoutbox):
    client.post(reverse("account_signup"), BOB)
    client.post(reverse("account_email_verification_sent"), {"code": "WRONG1"})
    assert "_auth_user_id" not in client.session


def test_the_name_may_stay_empty(client, mailoutbox):
    client.post(reverse("account_signup"), {**BOB, "name": ""})
    assert User.objects.get().name == ""


@pytest.mark.parametrize(
    "name", ["a\0b", "line\nbreak", "\u202edrawkcab", "x" * 151, "https://x.example"]
)
def test_a_name_that_could_do_harm_is_refused(client, name):
    response = client.post(reverse("account_signup"), {**BOB, "name": name})
    assert "name" in response.context["form"].errors
    assert not User.objects.exists()


@pytest.mark.parametrize("email", ["a\0b@example.com", "nobody", "x" * 250 + "@example.com"])
def test_an_address_that_is_none_is_refused(client, email):
    response = client.post(reverse("account_signup"), {**BOB, "email": email})
    assert "email" in response.context["form"].errors


@pytest.mark.parametrize("password", ["short", "password123", "bob@example.com"])
def test_a_weak_password_is_refused(client, password):
    response = client.post(reverse("account_signup"), {**BOB, "password1": password})
    assert "password1" in response.context["form"].errors


def test_a_known_address_gets_the_same_answer_as_a_new_one(client, alice, mailoutbox):
    new = client.post(reverse("account_signup"), BOB)
    client.cookies.clear()
    known = client.post(reverse("account_signup"), {**BOB, "email": "ALICE@example.com"})
    assert (known.status_code, known.url) == (new.status_code, new.url)
    assert [mail.to for mail in mailoutbox] == [["bob@example.com"], ["alice@example.com"]]
    assert User.objects.count() == 2


def test_nobody_can_make_themselves_staff(client, mailoutbox):
    client.post(reverse("account_signup"), {**BOB, "is_staff": "1", "is_superuser": "1"})
    bob = User.objects.get()
    assert not bob.is_staff
    assert not bob.is_superuser


def test_the_second_of_two_clicks_is_answered_like_the_first(client, mailoutbox):
    def first_click(execute, sql, *rest):
        """Between the second one's look and its write."""
        if sql.startswith('INSERT INTO "accounts_user"') and not clicks:
            clicks.append("first")
            UserFactory(email="bob@example.com")
        return execute(sql, *rest)

    clicks = []
    with connection.execute_wrapper(first_click):
        response = client.post(reverse("account_signup"), BOB)
    assert response.url == reverse("account_email_verification_sent")
    assert [mail.to for mail in mailoutbox] == [["bob@example.com"]]
