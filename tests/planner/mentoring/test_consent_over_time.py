"""Whatever happens in whatever order: who may see what is what a model of seventy lines says."""

from contextlib import contextmanager
from datetime import timedelta

import pytest
import time_machine
from django.db import transaction
from django.test import Client
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
from planner.models import ReviewDecision
from tests.factories import EvidenceFactory, MentorFactory, ProfileFactory, ReviewRequestFactory
from tests.planner.mentoring import consent_channels as channels
from tests.planner.mentoring.consent_model import EVERYTHING, Model

PEOPLE = ("alice", "bob", "mira", "nick")
COHORTS = ("autumn", "spring")
person, cohort_name = st.sampled_from(PEOPLE), st.sampled_from(COHORTS)
scopes = st.frozensets(st.sampled_from(list(Scope))) | st.just(EVERYTHING)
mentors = st.frozensets(person) | st.just(frozenset(PEOPLE))
seldom = st.integers(0, 4).map(lambda number: number == 4)
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
    clients: dict[str, Client]

    def __init__(self):
        super().__init__()
        self.undo = transaction.atomic()
        self.undo.__enter__()
        self.clock = time_machine.travel(timezone.now(), tick=False)
        self.time = self.clock.__enter__()
        self.model, self.cohorts, self.link, self.steps = Model(), {}, None, 0
        for name, lead in zip(COHORTS, ("mira", "nick"), strict=True):
            self.found(name, lead)
        self.join_as_mentor("autumn", "nick")
        for cohort, mentee in (("autumn", "alice"), ("autumn", "bob"), ("spring", "alice")):
            self.join(cohort, mentee, PEOPLE, EVERYTHING)

    def teardown(self):
        try:
            mentors = [name for name in PEOPLE if self.model.is_mentor(name)] or ["mira"]
            self.look_everywhere(mentors[self.steps % len(mentors)])
        finally:
            self.clean_up()

    def clean_up(self):
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

    @rule(cohort=cohort_name, mentee=person, mentors=mentors, scopes=scopes)
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

    @rule(cohort=cohort_name, is_wanted=seldom)
    def close(self, cohort, is_wanted):
        if is_wanted:
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

    # --- And on every page, in every file and mail ------------------------------------------------

    @invariant()
    def what_was_shown_once_is_shown_as_it_is_now(self):
        """Every eighth time, as it takes a while: the addresses that somebody kept."""
        self.steps += 1
        pairs = sorted({(mentor, mentee) for _, mentee, mentor in self.model.shown})
        if self.steps % 8 == 0:
            self.look(*pairs[self.steps // 8 % len(pairs)])

    def look(self, viewer, mentee):
        if viewer not in self.model.inactive:
            found = channels.pages_shown(self.clients[viewer], self.users[mentee].profile)
            assert found == channels.pages_wanted(self.model.sees(viewer, mentee))

    def look_everywhere(self, viewer):
        client, model = self.clients[viewer], self.model
        if viewer in model.inactive:
            assert client.get("/reviews/").status_code == 302
            return
        skills = {name for name, given in self.wanted(viewer).items() if Scope.SKILLS in given}
        for name, cohort in self.cohorts.items():
            of_all = {one.capitalize(): one in skills for one in model.members[name]}
            wanted = of_all if viewer in model.mentors[name] else None
            assert channels.matrix_shows(client, cohort) == wanted
            assert channels.file_shows(client, cohort) == wanted
        names = {name.capitalize() for name in skills}
        assert channels.queue_shows(client) == names
        assert channels.digest_shows(self.users[viewer], map(str.capitalize, PEOPLE)) == names
        addresses = {self.users[name].email for name in skills}
        assert channels.answers_sent(self.users[viewer]) == addresses


@pytest.fixture
def people(db):
    """Four people, each of whom could be a mentor, has something to show and had an answer."""
    users = {name: MentorFactory(name=name.capitalize()) for name in PEOPLE}
    for name, user in users.items():
        profile = ProfileFactory(user=user, onboarded_at=timezone.now(), skills={"python": 2})
        evidence = EvidenceFactory(profile=profile, title=f"evidence of {name}", skills=["python"])
        ReviewRequestFactory(profile=profile).evidence.set([evidence])
        for version, mentor in enumerate(set(PEOPLE) - {name}, 2):
            answered(profile, users[mentor], version)
    return users


def answered(profile, mentor, version):
    request = ReviewRequestFactory(
        profile=profile, version=version, closed_at=timezone.now(), closed_as="answered"
    )
    ReviewDecision.objects.create(request=request, mentor=mentor, kind="confirm", proficiency=2)


@pytest.fixture
def clients(people, settings):
    settings.SESSION_COOKIE_AGE = 10 * 365 * 24 * 3600  # the clock goes on for a long time
    found = {name: Client() for name in people}
    for name, client in found.items():
        client.force_login(people[name])
    return found


def test_consent_over_time(people, clients):
    machine = type("People", (ConsentOverTime,), {"users": people, "clients": clients})
    run_state_machine_as_test(machine, settings=settings(max_examples=50, stateful_step_count=20))
