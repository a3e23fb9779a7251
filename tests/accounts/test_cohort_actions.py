"""Cohorts and consent as rows: who is in, who sees what, from when to when."""

from datetime import timedelta

import pytest

from accounts import actions
from accounts.models import Cohort, Consent, Membership, Scope, User
from tests.accounts.cohorts import LATER, NOW, roles, shown
from tests.factories import CohortFactory, member_of, mentor_of

pytestmark = pytest.mark.django_db
EVERYTHING = frozenset(Scope)


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


def test_a_deactivated_lead_leaves_the_cohort_to_its_other_mentors(cohort, mira, nick):
    mentor_of(cohort, nick)
    User.objects.filter(pk=mira.pk).update(is_active=False)
    assert Cohort.objects.led_by(nick).get() == cohort
    with pytest.raises(actions.NotAMentorError):
        actions.hand_over(cohort=cohort, by=nick, to=mira)
    actions.hand_over(cohort=cohort, by=nick, to=nick)
    assert Cohort.objects.get().lead == nick


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
