"""An invitation in the hands of whoever got it: looking changes nothing, accepting shows little."""

import re
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.utils import timezone

from accounts import actions
from accounts.access import scopes_shown
from accounts.models import Consent, Invitation, Membership, Scope, User
from accounts.models.invitations import digest_of
from planner.queries.catalogue import current_catalogue
from tests.factories import (
    PASSWORD,
    EvidenceFactory,
    MentorFactory,
    ProfileFactory,
    UserFactory,
    member_of,
    mentor_of,
)
from tests.planner.test_dashboard import title

pytestmark = pytest.mark.django_db
PAGE, DECLINE = "/invitation/", "/invitation/decline/"
TOKEN = "inv_a-token-that-is-known-here"
# session, user, invitation, whether inside (2), mentors, profile, and ten of the preview
QUERIES = 17


@pytest.fixture
def invitation(cohort):
    return Invitation.objects.create(cohort=cohort, created_by=cohort.lead, digest=digest_of(TOKEN))


@pytest.fixture
def opened(client, invitation):
    """The browser of somebody who has opened the link."""
    client.get(f"/invitation/{TOKEN}/")
    return client


@pytest.fixture
def alice_opened(opened, alice):
    """The same of Alice, who is a developer with some skills and a salary."""
    current_catalogue()
    ProfileFactory(
        user=alice, skills={"docker": 2, "python": 3}, current_pay=91_234, place_id="0012420",
        onboarded_at=timezone.now(),
    )  # fmt: skip
    opened.force_login(alice)
    return opened


def accept(browser, mentor, *scopes, **more):
    return browser.post(PAGE, {"scopes": scopes, "mentors": [mentor.pk], **more})


def refused(response, status, words):
    assert response.status_code == status
    assert words in response.text
    assert not Membership.objects.exists()


# --- Opening --------------------------------------------------------------------------------------


@pytest.mark.parametrize("method", ["get", "head"])
def test_opening_takes_the_token_away_and_changes_nothing(client, invitation, method):
    """A mail scanner does the same, any number of times."""
    before = Invitation.objects.values().get()
    for _ in range(3):
        response = getattr(client, method)(f"/invitation/{TOKEN}/")
    assert response.url == PAGE
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert TOKEN not in str(dict(client.session))
    assert Invitation.objects.values().get() == before


def test_a_post_to_the_link_is_nothing(client, invitation):
    assert client.post(f"/invitation/{TOKEN}/").status_code == 405
    assert not Membership.objects.exists()


@pytest.mark.parametrize("token", ["x", "inv_", "inv_" + "a" * 3000, "%2e%2e", "ü", "'; --"])
def test_what_is_no_token_leads_to_a_plain_word(client, db, token):
    response = client.get(f"/invitation/{token}/", follow=True)
    refused(response, 404, "This is no invitation that we know")


def test_without_a_link_there_is_no_invitation(as_alice):
    refused(as_alice.get(PAGE), 404, "This is no invitation that we know")
    refused(as_alice.post(PAGE), 404, "This is no invitation that we know")
    refused(as_alice.post(DECLINE), 404, "This is no invitation that we know")


def test_a_stranger_reads_who_invites_and_how_to_go_on(opened):
    page = opened.get(PAGE)
    assert title(page) == "Mira invites you to Autumn"
    assert "/accounts/signup/?next=/invitation/" in page.text
    assert "/accounts/login/?next=/invitation/" in page.text
    assert opened.post(PAGE).url == "/accounts/login/?next=/invitation/"


def test_signing_in_leads_back(opened, alice):
    EmailAddress.objects.create(user=alice, email=alice.email, verified=True, primary=True)
    response = opened.post(
        f"/accounts/login/?next={PAGE}",
        {"login": alice.email, "password": PASSWORD, "next": PAGE},
    )
    assert response.url == PAGE
    assert title(opened.get(PAGE)) == "Mira invites you to Autumn"


def test_signing_up_leads_back_once_the_address_is_confirmed(opened, mailoutbox, mira):
    new = {"email": "nova@example.com", "password1": PASSWORD, "name": "Nova", "next": PAGE}
    form = opened.get(f"/accounts/signup/?next={PAGE}")
    assert f'name="next" value="{PAGE}"' in form.text
    response = opened.post("/accounts/signup/", new)
    code = re.search(r"^([0-9A-Z]{4,}-?[0-9A-Z]+)$", mailoutbox[0].body, re.MULTILINE)[1]
    assert opened.post(response.url, {"code": code}).url == PAGE
    assert accept(opened, mira, "skills").url == "/dashboard/"  # and from there to the first steps
    assert Membership.objects.get().mentee.name == "Nova"


# --- What would become visible --------------------------------------------------------------------


def test_it_shows_ones_own_data_and_never_pay(alice_opened, alice):
    EvidenceFactory(profile=alice.profile, title="A service with tests")
    page = alice_opened.get(PAGE)
    for words in ("2 skills", "Docker", "Working", "A service with tests", "You follow no plan"):
        assert words in page.text
    for secret in ("91,234", "91234", "$", "Austin"):
        assert secret not in page.text
    assert page.headers["Referrer-Policy"] == "no-referrer"


def test_nothing_is_ticked_but_the_mentors(alice_opened, cohort, nick):
    mentor_of(cohort, nick)
    text = alice_opened.get(PAGE).text
    assert [name for name in ("Mira", "Nick") if name in text] == ["Mira", "Nick"]
    assert re.findall(r'name="(\w+)"[^>]* checked', text) == ["mentors", "mentors"]


def test_somebody_without_a_profile_may_look_too(opened, bob):
    opened.force_login(bob)
    assert "You have assessed nothing yet" in opened.get(PAGE).text


@pytest.mark.parametrize("number", [1, 20])
def test_the_number_of_queries_is_fixed(
    alice_opened, alice, cohort, django_assert_num_queries, number
):
    for n in range(number):
        mentor_of(cohort, MentorFactory())
        EvidenceFactory(profile=alice.profile, title=f"Service {n}")
    with django_assert_num_queries(QUERIES):
        alice_opened.get(PAGE)


# --- Accepting ------------------------------------------------------------------------------------


def test_accepting_shows_exactly_what_is_ticked_to_whom_is_ticked(
    alice_opened, alice, cohort, mira, nick
):
    mentor_of(cohort, nick)
    response = accept(alice_opened, nick, "skills", "evidence")
    assert response.url == "/mentors/"
    assert "Nick sees your skills and gaps and evidence." in alice_opened.get("/mentors/").text
    now = timezone.now()
    assert scopes_shown(nick, alice.pk, now) == {Scope.SKILLS, Scope.EVIDENCE}
    assert scopes_shown(mira, alice.pk, now) == frozenset()


def test_accepting_and_showing_nothing_is_possible(alice_opened, mira):
    response = accept(alice_opened, mira)
    assert "see your name and nothing else" in alice_opened.get(response.url).text
    assert not Consent.objects.exists()


@pytest.mark.parametrize(
    "odd", [{"scopes": ["pay"]}, {"mentors": ["0"]}, {"mentors": ["x"]}, {"mentors": []}]
)
def test_what_was_not_offered_cannot_be_ticked(alice_opened, mira, odd):
    response = alice_opened.post(PAGE, {"scopes": ["skills"], "mentors": [mira.pk]} | odd)
    assert response.status_code == 422
    assert re.findall(r'value="skills"[^>]* checked', response.text) or "scopes" in odd
    assert not Membership.objects.exists()


def test_a_mentor_who_joined_meanwhile_is_shown_nothing(alice_opened, alice, cohort, mira, nick):
    alice_opened.get(PAGE)
    mentor_of(cohort, nick)
    accept(alice_opened, mira, "skills")
    assert scopes_shown(nick, alice.pk, timezone.now()) == frozenset()


def test_a_mentor_who_left_meanwhile_cannot_be_shown_anything(alice_opened, cohort, mira, nick):
    mentor_of(cohort, nick)
    alice_opened.get(PAGE)
    actions.leave_as_mentor(cohort=cohort, mentor=nick, now=timezone.now())
    response = accept(alice_opened, nick, "skills")
    refused(response, 422, "The mentors of this cohort have changed")


def test_who_has_no_name_is_asked_for_one(opened, mira):
    nameless = UserFactory(name="")
    opened.force_login(nameless)
    assert accept(opened, mira, "skills").status_code == 422
    accept(opened, mira, "skills", your_name="Nova")
    assert User.objects.get(pk=nameless.pk).name == "Nova"


def test_a_second_click_leads_to_the_same_place(alice_opened, mira):
    accept(alice_opened, mira, "skills")
    assert accept(alice_opened, mira, "skills", scopes=["plan"]).url == "/mentors/"
    assert [consent.scope for consent in Consent.objects.all()] == ["skills"]
    assert alice_opened.get(PAGE).url == "/mentors/"


def test_declining_ends_it(alice_opened, invitation):
    response = alice_opened.post(DECLINE, follow=True)
    assert "You have declined to join Autumn" in response.text
    invitation.refresh_from_db()
    assert invitation.state(timezone.now()) == "declined"
    refused(alice_opened.get(f"/invitation/{TOKEN}/", follow=True), 410, "was declined")


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
    refused(alice_opened.get(f"/invitation/{TOKEN}/", follow=True), 410, words)


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
