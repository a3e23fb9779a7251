"""Whatever happens in whatever order: who may see what is what a model of seventy lines says."""

from contextlib import contextmanager
from datetime import timedelta

import pytest
import time_machine
from django.db import transaction
from django.utils import timezone
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from accounts import access, actions
from accounts.models import Invitation, Scope, User
from tests.factories import EvidenceFactory, MentorFactory, ProfileFactory, ReviewRequestFactory
from tests.planner.mentoring.consent_model import Model

PEOPLE = ("alice", "bob", "mira", "nick")
COHORTS = ("autumn", "spring")
person, cohort_name = st.sampled_from(PEOPLE), st.sampled_from(COHORTS)
scopes = st.frozensets(st.sampled_from(list(Scope)))
PAIRS = [(viewer, mentee) for viewer in PEOPLE for mentee in PEOPLE if viewer != mentee]


@contextmanager
def refused_unless(allowed, *errors):
    """What is inside must raise one of these, or must not."""
    if allowed:
        yield
        return
    with pytest.raises(errors):
        yield


class ConsentOverTime(RuleBasedStateMachine):
    """Anybody may do anything with the two cohorts, while the clock goes on."""

    users: dict[str, User]

    def __init__(self):
        super().__init__()
        self.undo = transaction.atomic()
        self.undo.__enter__()
        self.clock = time_machine.travel(timezone.now(), tick=False)
        self.time = self.clock.__enter__()
        self.model, self.cohorts, self.link = Model(), {}, None
        for name, lead in zip(COHORTS, ("mira", "nick"), strict=True):
            self.found(name, lead)

    def teardown(self):
        self.clock.__exit__(None, None, None)
        transaction.set_rollback(True)
        self.undo.__exit__(None, None, None)

    def found(self, name, lead):
        today = self.now.date()
        self.cohorts[name] = actions.create_cohort(
            lead=self.users[lead], name=name, starts_on=today, ends_on=today + timedelta(90),
            now=self.now,
        )  # fmt: skip
        self.model.found(name, lead)

    @property
    def now(self):
        return timezone.now()

    # --- What may happen --------------------------------------------------------------------------

    @rule(seconds=st.sampled_from([1, 60, 3600]))
    def tick(self, seconds):
        self.time.shift(seconds)

    @rule(cohort=cohort_name, mentee=person, mentors=st.frozensets(person), scopes=scopes)
    def join(self, cohort, mentee, mentors, scopes):
        may = self.model.may_join(cohort, mentee)
        with refused_unless(may, actions.InvitationSpentError, actions.AlreadyInsideError):
            invitation = self.invitation_to(cohort)
            actions.accept_invitation(
                invitation=invitation, user=self.users[mentee], now=self.now, scopes=scopes,
                mentors=[self.users[name].pk for name in mentors],
            )  # fmt: skip
            self.link = invitation
        if may:
            self.model.join(cohort, mentee, mentors, scopes)

    def invitation_to(self, cohort):
        link, _ = actions.make_link(
            cohort=self.cohorts[cohort], by=self.cohorts[cohort].lead, now=self.now
        )
        return link

    @precondition(lambda self: self.link)
    @rule(mentee=person)
    def use_a_link_again(self, mentee):
        with pytest.raises((actions.InvitationSpentError, actions.AlreadyInsideError)):
            actions.accept_invitation(
                invitation=self.link, user=self.users[mentee], now=self.now, scopes=list(Scope)
            )

    @rule(cohort=cohort_name, mentee=person, mentor=person, scopes=scopes)
    def change(self, cohort, mentee, mentor, scopes):
        if mentee != mentor:
            actions.set_scopes(
                cohort=self.cohorts[cohort], mentee=self.users[mentee],
                mentor=self.users[mentor].pk, scopes=scopes, now=self.now,
            )  # fmt: skip
            self.model.change(cohort, mentee, mentor, scopes)

    @rule(cohort=cohort_name, mentee=person, is_removed=st.booleans())
    def leave(self, cohort, mentee, is_removed):
        found, user = self.cohorts[cohort], self.users[mentee]
        if is_removed:
            actions.remove_mentee(cohort=found, mentee=user.pk, now=self.now)
        else:
            actions.leave_cohort(cohort=found, mentee=user, now=self.now)
        self.model.leave(cohort, mentee)

    @rule(cohort=cohort_name, mentor=person)
    def join_as_mentor(self, cohort, mentor):
        model = self.model
        may = model.may_join(cohort, mentor) and mentor not in model.members[cohort]
        with refused_unless(may, actions.InvitationSpentError, actions.AlreadyInsideError):
            invitation = self.invitation_to(cohort)
            Invitation.objects.filter(pk=invitation.pk).update(role=Invitation.Role.MENTOR)
            invitation.refresh_from_db()
            actions.accept_invitation(invitation=invitation, user=self.users[mentor], now=self.now)
        if may:
            model.mentors[cohort].add(mentor)

    @rule(cohort=cohort_name, mentor=person)
    def leave_as_mentor(self, cohort, mentor):
        may = self.model.may_leave_as_mentor(cohort, mentor)
        with refused_unless(may, actions.LeadStaysError):
            actions.leave_as_mentor(
                cohort=self.cohorts[cohort], mentor=self.users[mentor], now=self.now
            )
        if may:
            self.model.leave_as_mentor(cohort, mentor)

    @rule(cohort=cohort_name, to=person)
    def hand_over(self, cohort, to):
        may = to in self.model.mentors[cohort]
        lead = self.users[self.model.lead[cohort]]
        with refused_unless(may, actions.NotAMentorError):
            actions.hand_over(cohort=self.cohorts[cohort], by=lead, to=self.users[to])
        if may:
            self.model.lead[cohort] = to

    @precondition(lambda self: not self.model.closed)
    @rule(cohort=cohort_name)
    def close(self, cohort):
        actions.close_cohort(cohort=self.cohorts[cohort], now=self.now)
        self.model.close(cohort)

    @rule(who=person, is_active=st.booleans())
    def switch_account(self, who, is_active):
        User.objects.filter(pk=self.users[who].pk).update(is_active=is_active)
        (self.model.inactive.discard if is_active else self.model.inactive.add)(who)

    # --- What must be true after each of it -------------------------------------------------------

    @invariant()
    def the_rule_is_the_models(self):
        ids = {user.pk: name for name, user in self.users.items()}
        for viewer in PEOPLE:
            found = access.mentees_shown(self.users[viewer], ids, self.now)
            assert {ids[pk]: given for pk, given in found.items()} == self.wanted(viewer)

    def wanted(self, viewer):
        """What the viewer may see of whom."""
        of_all = {name: self.model.sees(viewer, name) for name in PEOPLE if name != viewer}
        return {name: given for name, given in of_all.items() if given}

    @invariant()
    def the_roles_are_the_models(self):
        for user in User.objects.all():
            name = user.name.lower()
            assert user.is_mentor == self.model.is_mentor(name)
            assert user.is_mentee == self.model.is_mentee(name)


@pytest.fixture
def people(db):
    """Four people, each of whom could be a mentor and has something to show."""
    users = {name: MentorFactory(name=name.capitalize()) for name in PEOPLE}
    for user in users.values():
        profile = ProfileFactory(user=user, onboarded_at=timezone.now(), skills={"python": 2})
        ReviewRequestFactory(profile=profile)
        EvidenceFactory(profile=profile, skills=["python"])
    return users


def test_consent_over_time(people):
    machine = type("People", (ConsentOverTime,), {"users": people})
    run_state_machine_as_test(machine, settings=settings(max_examples=60, stateful_step_count=30))
