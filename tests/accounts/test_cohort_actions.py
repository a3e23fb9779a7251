"""Cohorts, invitations and consent as rows: who is in, who sees what, from when to when."""

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.utils import timezone

from accounts import access, actions
from accounts.actions import Invitee
from accounts.actions import invitations as invitations_module
from accounts.models import Cohort, Consent, Invitation, Membership, Scope, User
from accounts.models.invitations import PREFIX, VALID_FOR, digest_of
from tests.factories import CohortFactory, MentorFactory, UserFactory, member_of, mentor_of

pytestmark = pytest.mark.django_db
NOW = timezone.now()
LATER = NOW + timedelta(minutes=1)
EVERYTHING = frozenset(Scope)


@pytest.fixture
def mira(db):
    return MentorFactory(name="Mira")


@pytest.fixture
def nick(db):
    return MentorFactory(name="Nick")


@pytest.fixture
def bob(db):
    return UserFactory(email="bob@example.com", name="Bob")


@pytest.fixture
def cohort(mira):
    return CohortFactory(lead=mira)


@pytest.fixture
def link(cohort, mira):
    invitation, _ = actions.make_link(cohort=cohort, by=mira, now=NOW)
    return invitation


def mail(cohort, *emails, now=NOW, **more):
    people = [Invitee(email) for email in emails]
    return actions.invite(cohort=cohort, by=cohort.lead, people=people, now=now, **more)


def accept(invitation, user, now=NOW, **more):
    actions.accept_invitation(invitation=invitation, user=user, now=now, **more)


def confirmed(user):
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


def shown(mentee, mentor, now=LATER):
    return access.scopes_shown(mentor, mentee.pk, now)


def roles(user):
    found = User.objects.get(pk=user.pk)
    return found.is_mentor, found.is_mentee


# --- Cohorts --------------------------------------------------------------------------------------


def test_who_makes_a_cohort_mentors_and_leads_it(mira):
    day = NOW.date()
    cohort = actions.create_cohort(lead=mira, name="Autumn", starts_on=day, ends_on=day, now=NOW)
    assert Cohort.objects.led_by(mira).get() == cohort
    assert roles(mira) == (True, False)


def test_handing_over_changes_the_lead_and_nothing_that_is_shown(cohort, mira, nick, alice):
    mentor_of(cohort, nick)
    member_of(cohort, alice, mira)
    actions.hand_over(cohort=cohort, by=mira, to=nick)
    assert Cohort.objects.get().lead == nick
    assert (shown(alice, mira), shown(alice, nick)) == (EVERYTHING, frozenset())


def test_only_the_lead_hands_over_and_only_to_a_mentor(cohort, mira, nick, bob):
    with pytest.raises(actions.NotAMentorError):
        actions.hand_over(cohort=cohort, by=mira, to=bob)
    mentor_of(cohort, nick)
    with pytest.raises(actions.NotAMentorError):
        actions.hand_over(cohort=cohort, by=nick, to=nick)
    assert Cohort.objects.get().lead == mira


def test_the_lead_cannot_leave_before_handing_over_or_closing(cohort, mira):
    with pytest.raises(actions.LeadStaysError):
        actions.leave_as_mentor(cohort=cohort, mentor=mira, now=NOW)
    actions.close_cohort(cohort=cohort, now=NOW)
    actions.leave_as_mentor(cohort=cohort, mentor=mira, now=NOW)
    assert roles(mira) == (False, False)


def test_a_mentor_who_leaves_sees_nothing_from_that_moment(cohort, mira, nick, alice):
    mentor_of(cohort, nick)
    member_of(cohort, alice, mira, nick)
    actions.leave_as_mentor(cohort=cohort, mentor=nick, now=NOW)
    assert (shown(alice, mira), shown(alice, nick)) == (EVERYTHING, frozenset())
    assert not Cohort.objects.visible_to(nick).exists()


def test_a_mentee_who_is_removed_shows_nothing_from_that_moment(cohort, mira, alice, bob):
    member_of(cohort, alice, mira)
    member_of(cohort, bob, mira)
    actions.remove_mentee(cohort=cohort, mentee=alice.pk, now=NOW)
    assert (shown(alice, mira), shown(bob, mira)) == (frozenset(), EVERYTHING)
    assert (roles(alice), roles(bob)) == ((False, False), (False, True))


def test_closing_ends_consents_memberships_and_open_invitations(cohort, mira, alice, link):
    member_of(cohort, alice, mira)
    actions.close_cohort(cohort=cohort, now=NOW)
    assert shown(alice, mira) == frozenset()
    assert not Membership.objects.active().exists()
    assert roles(alice) == (False, False)
    link.refresh_from_db()
    assert link.state(LATER) == "withdrawn"


def test_closing_again_changes_nothing(cohort):
    actions.close_cohort(cohort=cohort, now=NOW)
    actions.close_cohort(cohort=cohort, now=LATER)
    assert Cohort.objects.get().closed_at == NOW


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
    assert Invitation.objects.by_token(token).get() == invitation


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


# --- Changing what is shown -----------------------------------------------------------------------


def change(cohort, mentee, mentor, *scopes, now=LATER):
    actions.set_scopes(cohort=cohort, mentee=mentee, mentor=mentor.pk, scopes=scopes, now=now)


def test_changing_scopes_ends_some_and_begins_others(cohort, mira, alice):
    member_of(cohort, alice, mira, scopes=[Scope.SKILLS, Scope.PLAN])
    change(cohort, alice, mira, Scope.PLAN, Scope.EVIDENCE)
    assert shown(alice, mira, LATER) == {Scope.PLAN, Scope.EVIDENCE}
    assert shown(alice, mira, LATER - timedelta(seconds=1)) == {Scope.SKILLS, Scope.PLAN}


def test_the_same_again_writes_nothing(cohort, mira, alice):
    member_of(cohort, alice, mira)
    change(cohort, alice, mira, *Scope)
    assert Consent.objects.filter(ends_at=None).count() == Consent.objects.count() == 3


def test_who_has_left_can_show_nothing(cohort, mira, alice):
    member_of(cohort, alice, mira)
    actions.leave_cohort(cohort=cohort, mentee=alice, now=NOW)
    change(cohort, alice, mira, *Scope)
    assert shown(alice, mira, LATER) == frozenset()
    assert roles(alice) == (False, False)


def test_a_mentor_of_two_cohorts_is_still_shown_by_the_other(cohort, mira, alice):
    other = CohortFactory(lead=mira)
    member_of(cohort, alice, mira)
    member_of(other, alice, mira, scopes=[Scope.SKILLS])
    actions.leave_cohort(cohort=cohort, mentee=alice, now=LATER)
    assert shown(alice, mira, LATER + timedelta(seconds=1)) == {Scope.SKILLS}
    assert roles(alice) == (False, True)


def test_a_name_is_set_once_it_is_given(alice):
    actions.set_name(user=alice, name=" Zoe\u0308 ")
    actions.set_name(user=alice, name="")
    actions.set_name(user=alice, name=None)
    assert User.objects.get(pk=alice.pk).name == "Zoë"
