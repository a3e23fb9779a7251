"""Choosing mails on a page, and switching one kind off from the mail itself."""

import pytest
from django.test import Client

from accounts.mail import off_token, wanted_kinds
from accounts.models import MailChoice, MailKind

pytestmark = pytest.mark.django_db
ONE_CLICK = {"List-Unsubscribe": "One-Click"}


@pytest.fixture
def link(alice):
    return f"/mail/off/{off_token(alice, MailKind.NUDGE)}/"


@pytest.fixture
def strict():
    """A browser whose forms need their token, as outside of tests."""
    return Client(enforce_csrf_checks=True)


def test_every_kind_is_on_at_first(as_alice, alice):
    assert as_alice.get("/mail/").text.count(" checked") == len(MailKind)
    assert wanted_kinds(alice) == list(MailKind)


def test_what_is_not_ticked_is_off(as_alice, alice):
    answer = as_alice.post("/mail/", {"wanted": ["review", "digest"]})
    assert answer.headers["Location"] == "/mail/"
    assert wanted_kinds(alice) == [MailKind.REVIEW, MailKind.DIGEST]
    assert as_alice.get("/mail/").text.count(" checked") == 2
    as_alice.post("/mail/", {"wanted": ["nudge"]})
    assert wanted_kinds(alice) == [MailKind.NUDGE]


def test_a_kind_that_does_not_exist_changes_nothing(as_alice, alice):
    assert as_alice.post("/mail/", {"wanted": ["pay"]}).status_code == 422
    assert wanted_kinds(alice) == list(MailKind)


def test_looking_at_the_link_changes_nothing(client, alice, link):
    page = client.get(link)
    assert "Switch this kind of mail off?" in page.text
    assert alice.email not in page.text
    assert client.head(link).status_code == 200
    assert wanted_kinds(alice) == list(MailKind)


def test_one_click_of_a_mail_program_needs_no_session_and_no_token(strict, alice, link):
    answer = strict.post(link, ONE_CLICK)
    assert answer.status_code == 200
    assert MailKind.NUDGE not in wanted_kinds(alice)
    assert len(wanted_kinds(alice)) == len(MailKind) - 1
    assert strict.post(link, ONE_CLICK).status_code == 200


def test_the_page_needs_its_token(strict, alice, link):
    assert strict.post(link).status_code == 403
    assert strict.post(link, {"List-Unsubscribe": "Two-Clicks"}).status_code == 403
    assert wanted_kinds(alice) == list(MailKind)
    page = strict.get(link)
    token = str(page.context["csrf_token"])
    assert strict.post(link, {"csrfmiddlewaretoken": token}).status_code == 200
    assert MailKind.NUDGE not in wanted_kinds(alice)


def test_somebody_else_who_is_signed_in_switches_off_whom_the_link_is_for(client, alice, bob, link):
    client.force_login(bob)
    client.post(link)
    assert MailKind.NUDGE not in wanted_kinds(alice)
    assert wanted_kinds(bob) == list(MailKind)


@pytest.mark.parametrize("forged", ["1.nudge:x", "1.nudge", "x", "1.nudge:" + "A" * 43])
def test_a_link_that_nobody_was_given_leads_nowhere(strict, forged):
    for answer in (
        strict.get(f"/mail/off/{forged}/"),
        strict.post(f"/mail/off/{forged}/", ONE_CLICK),
    ):
        assert answer.status_code == 404
        assert "Switch" not in answer.text
    assert not MailChoice.objects.exists()


def test_the_link_of_a_deactivated_account_leads_nowhere(client, alice, link):
    type(alice).objects.update(is_active=False)
    assert client.post(link, ONE_CLICK).status_code == 404


def test_the_link_of_another_kind_does_not_serve(client, alice, link):
    forged = link.replace("nudge", "digest")
    assert client.post(forged, ONE_CLICK).status_code == 404
