"""The pages around an account hold to the same as the rest."""

import pytest
from allauth.mfa.totp.internal import auth as totp
from django.urls import reverse

from tests.accounts.test_sign_up import BOB, code_in
from tests.factories import PASSWORD

OPEN_TO_ALL = (
    "account_login", "account_signup", "account_reset_password",
    "account_password_reset_completed", "account_inactive",
)  # fmt: skip
OWN = (
    "account_email", "account_change_password", "account_logout", "usersessions_list",
    "mfa_index", "mfa_activate_totp", "mfa_list_webauthn", "mfa_add_webauthn",
)  # fmt: skip
OF_A_SECOND_FACTOR = (
    "mfa_index", "mfa_deactivate_totp", "mfa_generate_recovery_codes", "mfa_view_recovery_codes",
)  # fmt: skip


@pytest.fixture
def submit(page):
    """Fill in the form of the page and send it by the keyboard."""

    def submit(**words):
        for field, text in words.items():
            page.fill(f"main [name={field}]", text)
        with page.expect_navigation():
            page.press(f"main [name={field}]", "Enter")

    return submit


@pytest.fixture
def signed_in_anew(audit, page, site, alice, submit):
    """Alice, asked for her password once more, as those pages ask that guard her account."""
    page.goto(site + reverse("account_login"))
    submit(login=alice.email, password=PASSWORD)
    audit.visit(reverse("account_reauthenticate"))
    submit(password=PASSWORD)


def test_the_doors(audit):
    audit.visit(*map(reverse, OPEN_TO_ALL))
    assert audit.report() == ""


def test_the_way_in(audit, page, submit, mailoutbox):
    audit.visit(reverse("account_signup"))
    submit(email="nobody", password1="short")
    audit.look("refused sign-up")
    submit(**BOB)
    audit.visit(reverse("account_email_verification_sent"))
    submit(code="WRONG1")
    audit.look("refused code")
    assert audit.report() == ""


def test_the_way_in_tried_too_often(audit, page, site, submit, settings):
    settings.ACCOUNT_RATE_LIMITS = {"signup": "1/h/ip"}
    page.goto(site + reverse("account_signup"))
    submit(email="nobody", password1="short")
    submit(password1="short")
    assert page.inner_text("h1") == "That was tried too often"
    audit.complaints.clear()
    audit.look("tried too often", 429)
    assert audit.report() == ""


def test_the_way_back_in(audit, page, site, submit, alice, mailoutbox):
    page.goto(site + reverse("account_reset_password"))
    submit(email=alice.email)
    audit.visit(reverse("account_confirm_password_reset_code"))
    submit(code=code_in(mailoutbox[0]))
    audit.visit(reverse("account_complete_password_reset"))
    assert audit.report() == ""


@pytest.mark.ignore_template_errors  # some of these pages are as allauth has them
def test_the_pages_of_an_account(audit, signed_in_anew):
    audit.visit(*map(reverse, OWN))
    assert audit.report() == ""


@pytest.mark.ignore_template_errors
def test_the_pages_of_a_second_factor(audit, page, site, submit, alice, signed_in_anew):
    page.goto(site + reverse("mfa_activate_totp"))
    secret = page.input_value("#authenticator_secret")
    now = max(totp.yield_hotp_counters_from_time())
    submit(code=totp.format_hotp_value(totp.hotp_value(secret, now)))
    audit.visit(*map(reverse, OF_A_SECOND_FACTOR))
    page.context.clear_cookies()
    page.goto(site + reverse("account_login"))
    submit(login=alice.email, password=PASSWORD)
    audit.look("code asked for at sign-in")
    assert audit.report() == ""
