"""Invitations that cannot be accepted: each says why, with the status that fits."""

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.utils import timezone

from accounts import actions
from accounts.access import scopes_shown
from accounts.models import Invitation, Membership, Scope
from tests.factories import MentorFactory, member_of
from tests.planner.mentoring.invited import DECLINE, LINK, PAGE, accept, refused
from tests.planner.test_dashboard import title

pytestmark = pytest.mark.django_db

# --- What goes wrong ------------------------------------------------------------------------------


def test_one_that_another_has_used_is_used_up(alice_opened, invitation, bob, mira):
    alice_opened.get(PAGE)
    actions.accept_invitation(invitation=invitation, user=bob, now=timezone.now())
    for response in (
        alice_opened.get(PAGE),
        accept(alice_opened, mira, "skills"),
        alice_opened.post(DECLINE),
    ):
        assert (response.status_code, "was used already" in response.text) == (410, True)
    assert [m.mentee for m in Membership.objects.all()] == [bob]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"expires_at": timezone.now() - timedelta(days=2)}, "This invitation ended on"),
        ({"withdrawn_at": timezone.now()}, "This invitation was withdrawn"),
        ({"declined_at": timezone.now()}, "This invitation was declined"),
    ],
)
def test_one_that_is_over_says_why(alice_opened, invitation, mira, fields, words):
    Invitation.objects.update(**fields)
    refused(alice_opened.get(PAGE), 410, words)
    refused(accept(alice_opened, mira, "skills"), 410, words)
    refused(alice_opened.post(DECLINE), 410, words)
    alice_opened.logout()
    refused(alice_opened.get(LINK, follow=True), 410, words)


def test_one_into_a_closed_cohort_says_so(alice_opened, cohort, mira):
    actions.close_cohort(cohort=cohort, now=timezone.now())
    refused(alice_opened.get(PAGE), 410, "This cohort is closed")
    refused(accept(alice_opened, mira, "skills"), 410, "This cohort is closed")


def test_one_for_another_address_names_it_masked_and_offers_to_sign_out(
    alice_opened, invitation, mira, bob
):
    Invitation.objects.update(email="bob@example.com")
    for response in (
        alice_opened.get(PAGE),
        accept(alice_opened, mira, "skills"),
        alice_opened.post(DECLINE),
    ):
        refused(response, 403, "It went to b…@example.com")
        assert "bob@example.com" not in response.text
    assert alice_opened.post("/invitation/sign-out/").url == PAGE
    assert "for b…@example.com" in alice_opened.get(PAGE).text
    EmailAddress.objects.create(user=bob, email="bob@example.com", verified=True)
    alice_opened.force_login(bob)
    assert title(alice_opened.get(PAGE)) == "Mira invites you to Autumn"


def test_an_unconfirmed_address_does_not_count(opened, bob):
    Invitation.objects.update(email="bob@example.com")
    EmailAddress.objects.create(user=bob, email="bob@example.com", verified=False)
    opened.force_login(bob)
    refused(opened.get(PAGE), 403, "It went to b…@example.com")


def test_ones_own_cohort_is_not_joined(opened, mira, invitation):
    opened.force_login(mira)
    refused(opened.get(PAGE), 409, "You mentor this cohort")
    refused(accept(opened, mira, "skills"), 409, "You mentor this cohort")
    invitation.refresh_from_db()
    assert invitation.state(timezone.now()) == "waiting"


def test_who_is_in_the_cohort_keeps_what_was_agreed(alice_opened, alice, cohort, mira, invitation):
    member_of(cohort, alice, mira, scopes=["skills"])
    response = accept(alice_opened, mira, "plan")
    assert (response.status_code, "You are in this cohort already" in response.text) == (409, True)
    assert scopes_shown(mira, alice.pk, timezone.now()) == {Scope.SKILLS}
    invitation.refresh_from_db()
    assert invitation.accepted_at is None


# --- Co-mentors -----------------------------------------------------------------------------------


@pytest.fixture
def to_mentor(opened):
    Invitation.objects.update(role=Invitation.Role.MENTOR)
    return opened


def test_a_co_mentor_joins_and_sees_nobody_by_that(to_mentor, nick, alices):
    to_mentor.force_login(nick)
    assert title(to_mentor.get(PAGE)) == "Mira asks you to mentor Autumn too"
    assert to_mentor.post(PAGE).url == "/cohorts/"
    assert "You mentor Autumn." in to_mentor.get("/cohorts/").text
    assert to_mentor.get(f"/mentees/{alices.pk}/").status_code == 404


def test_a_co_mentor_without_a_second_factor_is_led_to_one_and_back(to_mentor, bob):
    to_mentor.force_login(bob)
    refused(to_mentor.post(PAGE), 403, "Mentors sign in with a second factor")
    assert "/accounts/2fa/" in to_mentor.get(PAGE).text
    assert 'href="/invitation/">go back' in to_mentor.get("/accounts/2fa/").text


def test_a_mentee_does_not_mentor_the_same_cohort(to_mentor, alice, cohort, mira):
    member_of(cohort, alice, mira)
    to_mentor.force_login(alice)
    response = to_mentor.post(PAGE)
    assert (response.status_code, "You learn in this cohort" in response.text) == (409, True)
    assert cohort.mentors.count() == 1


def test_a_nameless_co_mentor_says_a_name(to_mentor):
    nameless = MentorFactory(name="")
    to_mentor.force_login(nameless)
    assert to_mentor.post(PAGE).status_code == 422
    assert to_mentor.post(PAGE, {"your_name": "Nova"}).url == "/cohorts/"
