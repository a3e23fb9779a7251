"""Invitations as rows: known by a digest, limited in number, used once by the right person."""

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress

from accounts import actions
from accounts.actions import invitations as invitations_module
from accounts.models import Consent, Invitation, Membership, Scope
from accounts.models.invitations import PREFIX, VALID_FOR
from accounts.tokens import digest_of
from tests.accounts.cohorts import LATER, NOW, accept, mail, roles, shown
from tests.factories import CohortFactory, UserFactory, member_of, mentor_of

pytestmark = pytest.mark.django_db


def confirmed(user):
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


# --- Inviting -------------------------------------------------------------------------------------


def test_a_token_is_kept_by_its_digest_only(cohort, mira):
    invitation, token = actions.make_link(cohort=cohort, by=mira, now=NOW)
    assert token.startswith(PREFIX)
    assert len(token) > 40
    row = Invitation.objects.values().get(pk=invitation.pk)
    assert token not in str(row)
    assert row["digest"] == digest_of(token)
    assert row["expires_at"] == NOW + VALID_FOR


def test_a_mail_brings_a_token_that_opens_the_invitation(cohort, run_tasks, mailoutbox):
    [invitation] = mail(cohort, "Bob@Example.com")
    run_tasks()
    [sent] = mailoutbox
    token = sent.body.split("/invitation/")[1].split("/")[0]
    assert sent.to == ["bob@example.com"]
    assert Invitation.objects.get(digest=digest_of(token)) == invitation


def test_inviting_again_makes_the_earlier_link_worthless(cohort, run_tasks, mailoutbox):
    [first] = mail(cohort, "bob@example.com")
    [second] = mail(cohort, "bob@example.com")
    run_tasks()
    first.refresh_from_db()
    assert (first.state(LATER), second.state(LATER)) == ("withdrawn", "waiting")
    assert len(mailoutbox) == 1


@pytest.mark.parametrize("end", ["withdraw", "close"])
def test_a_mail_that_still_waits_is_not_sent(cohort, run_tasks, mailoutbox, end):
    [invitation] = mail(cohort, "bob@example.com")
    if end == "close":
        actions.close_cohort(cohort=cohort, now=NOW)
    else:
        actions.withdraw_invitation(invitation=invitation, now=NOW)
    run_tasks()
    assert mailoutbox == []


def test_nobody_is_invited_into_a_closed_cohort(cohort, mira):
    actions.close_cohort(cohort=cohort, now=NOW)
    with pytest.raises(actions.InvitationSpentError):
        mail(cohort, "bob@example.com")
    with pytest.raises(actions.InvitationSpentError):
        actions.make_link(cohort=cohort, by=mira, now=NOW)


def too_many(*arguments, **more):
    with pytest.raises(actions.TooManyInvitationsError) as caught:
        mail(*arguments, **more)
    return caught.value


def test_only_so_many_invitations_wait_in_a_cohort(cohort, mira, monkeypatch):
    monkeypatch.setattr(invitations_module, "MAX_OPEN", 2)
    mail(cohort, "a@example.com", "b@example.com")
    assert too_many(cohort, "c@example.com").what == "in_cohort"
    with pytest.raises(actions.TooManyInvitationsError):
        actions.make_link(cohort=cohort, by=mira, now=NOW)
    mail(cohort, "a@example.com")  # in place of the one that waits


@pytest.mark.parametrize(
    ("limit", "what", "hours"), [("MAILS_AN_HOUR", "in_hour", 1), ("MAILS_A_DAY", "in_day", 24)]
)
def test_only_so_many_mails_go_out_in_a_time(cohort, monkeypatch, limit, what, hours):
    monkeypatch.setattr(invitations_module, limit, 2)
    mail(cohort, "a@example.com")
    mail(CohortFactory(lead=cohort.lead), "b@example.com")
    assert too_many(cohort, "c@example.com").what == what
    mail(cohort, "c@example.com", now=NOW + timedelta(hours=hours))


def test_nobody_is_mailed_again_and_again(cohort):
    for _ in range(3):
        mail(cohort, "bob@example.com")
    error = too_many(cohort, "bob@example.com", "carol@example.com")
    assert (error.what, error.emails) == ("to_one", {"bob@example.com"})
    assert not Invitation.objects.filter(email="carol@example.com").exists()


@pytest.mark.parametrize("number", [1, 100])
def test_many_are_invited_in_as_many_queries_as_one(cohort, django_assert_num_queries, number):
    emails = [f"p{n}@example.com" for n in range(number)]
    with django_assert_num_queries(11):
        mail(cohort, *emails)


# --- Accepting ------------------------------------------------------------------------------------


def test_who_accepts_shows_what_was_chosen_to_whom_was_chosen(cohort, mira, nick, link, alice):
    mentor_of(cohort, nick)
    accept(link, alice, scopes=[Scope.SKILLS, Scope.PLAN], mentors=[mira.pk])
    assert shown(alice, mira) == {Scope.SKILLS, Scope.PLAN}
    assert shown(alice, nick) == frozenset()
    assert roles(alice) == (False, True)
    assert {c.wording for c in Consent.objects.all()} == {actions.WORDING}


def test_nobody_but_mentors_of_the_cohort_can_be_chosen(mira, link, alice, bob):
    accept(link, alice, scopes=Scope, mentors=[mira.pk, bob.pk])
    assert set(Consent.objects.values_list("mentor", flat=True)) == {mira.pk}


def test_of_two_who_accept_one_link_the_second_is_refused(cohort, link, alice, bob):
    accept(link, alice, scopes=Scope)
    with pytest.raises(actions.InvitationSpentError):
        accept(link, bob, scopes=Scope)
    assert list(cohort.memberships.values_list("mentee", flat=True)) == [alice.pk]
    assert not bob.consents_given.exists()


@pytest.mark.parametrize("end", ["expire", "withdraw", "decline", "close"])
def test_what_has_ended_cannot_be_accepted(cohort, link, alice, bob, end):
    now = NOW + VALID_FOR if end == "expire" else LATER
    if end == "withdraw":
        actions.withdraw_invitation(invitation=link, now=NOW)
    elif end == "decline":
        actions.decline_invitation(invitation=link, user=bob, now=NOW)
    elif end == "close":
        actions.close_cohort(cohort=cohort, now=NOW)
    with pytest.raises(actions.InvitationSpentError):
        accept(link, alice, now=now, scopes=Scope)
    assert not Membership.objects.exists()


def test_an_invitation_lasts_until_its_last_moment(link, alice):
    accept(link, alice, now=NOW + VALID_FOR - timedelta(seconds=1))
    assert Membership.objects.get().mentee == alice


def test_an_invitation_by_mail_is_for_its_address(cohort, alice, bob):
    [invitation] = mail(cohort, "bob@example.com")
    for other in (alice, bob):  # Bob has not confirmed it yet
        with pytest.raises(actions.WrongAddressError):
            accept(invitation, other)
        with pytest.raises(actions.WrongAddressError):
            actions.decline_invitation(invitation=invitation, user=other, now=NOW)
    accept(invitation, confirmed(bob))
    assert Membership.objects.get().mentee == bob


def test_a_mentor_of_the_cohort_does_not_learn_in_it(cohort, mira, link):
    with pytest.raises(actions.AlreadyInsideError):
        accept(link, mira)


def test_a_co_mentor_needs_a_second_factor(cohort, alice, nick):
    for user in (confirmed(UserFactory(email="plain@example.com")), confirmed(nick)):
        [invitation] = mail(cohort, user.email, role=Invitation.Role.MENTOR)
        if user == nick:
            accept(invitation, user)
        else:
            with pytest.raises(actions.SecondFactorMissingError):
                accept(invitation, user)
    assert roles(nick) == (True, False)
    assert set(cohort.mentors.values_list("mentor", flat=True)) == {cohort.lead_id, nick.pk}


def test_a_new_co_mentor_is_shown_nothing_by_that(cohort, mira, nick, alice):
    member_of(cohort, alice, mira)
    [invitation] = mail(cohort, confirmed(nick).email, role=Invitation.Role.MENTOR)
    accept(invitation, nick)
    assert shown(alice, nick) == frozenset()


def test_an_answered_invitation_cannot_be_withdrawn(link, alice):
    accept(link, alice)
    actions.withdraw_invitation(invitation=link, now=LATER)
    link.refresh_from_db()
    assert link.state(LATER) == "accepted"
