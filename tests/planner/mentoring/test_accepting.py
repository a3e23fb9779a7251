"""An invitation in the hands of whoever got it: looking changes nothing, accepting shows little."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.utils import timezone

from accounts import actions
from accounts.access import scopes_shown
from accounts.models import Consent, Invitation, Membership, Scope, User
from tests.factories import (
    PASSWORD,
    CohortFactory,
    EvidenceFactory,
    MentorFactory,
    UserFactory,
    mentor_of,
)
from tests.planner.mentoring.invited import DECLINE, LINK, PAGE, TOKEN, accept, refused
from tests.planner.test_dashboard import title

pytestmark = pytest.mark.django_db
# session, user, invitation, whether inside (2), mentors, profile, and ten of the preview
QUERIES = 17


# --- Opening --------------------------------------------------------------------------------------


@pytest.mark.parametrize("method", ["get", "head"])
def test_opening_takes_the_token_away_and_changes_nothing(client, invitation, method):
    """A mail scanner does the same, any number of times."""
    before = Invitation.objects.values().get()
    for _ in range(3):
        response = getattr(client, method)(LINK)
    assert response.url == PAGE
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert TOKEN not in str(dict(client.session))
    assert Invitation.objects.values().get() == before


def test_a_post_to_the_link_is_nothing(client, invitation):
    assert client.post(LINK).status_code == 405
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


def test_a_browser_says_where_the_answer_comes_from(alice_opened):
    """It sends `Origin: null` from a page without referrer, which looks like a forgery."""
    assert alice_opened.get(PAGE).headers["Referrer-Policy"] == "same-origin"


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
    refused(alice_opened.get(LINK, follow=True), 410, "was declined")


# --- Two links in one browser ---------------------------------------------------------------------


@pytest.mark.parametrize("role", Invitation.Role.values)
@pytest.mark.parametrize("asked", [PAGE, DECLINE])
def test_a_page_answers_the_invitation_that_it_shows_or_none(client, invitation, mira, asked, role):
    """Another link was opened in another tab, or by a page that leads there."""
    Invitation.objects.update(role=role)
    client.force_login(MentorFactory(name="Alice"))
    client.get(LINK)
    shown = f'name="invitation" value="{invitation.pk}"'
    assert shown in client.get(PAGE).text
    other = CohortFactory(lead=mira, name="Spring")
    _, token = actions.make_link(cohort=other, by=mira, now=timezone.now())
    client.get(f"/invitation/{token}/")
    sent = {"invitation": invitation.pk, "scopes": ["skills"], "mentors": [mira.pk]}
    answer = client.post(asked, sent, follow=True)
    assert "You opened another invitation meanwhile" in answer.text
    assert title(answer) == "Mira invites you to Spring"
    assert Invitation.objects.unanswered().count() == 2
