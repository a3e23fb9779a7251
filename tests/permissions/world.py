"""The people of the matrix and what they have. Ids are fixed, so that addresses are known early."""

from contextlib import contextmanager
from datetime import date, timedelta

from django.db import transaction
from django.test import Client
from django.utils import timezone

from accounts.models import CohortMentor, Consent, Invitation, Membership, User
from accounts.tokens import digest_of
from planner import access, actions
from planner.models import (
    AgreedAction,
    AgreedLevel,
    Assignment,
    Blocker,
    CalendarFeed,
    CheckIn,
    Event,
    GoalSuggestion,
    JobAd,
    KeptPlan,
    MentorRating,
    Nudge,
    Pause,
    PrivateNote,
    ReviewDecision,
    ReviewRequest,
    Scenario,
    ShareLink,
    Snippet,
    StudySession,
)
from planner.queries.plans import load_plan
from tests.domain.people import MID
from tests.factories import (
    CohortFactory,
    EvidenceFactory,
    MentorFactory,
    ProfileFactory,
    ReviewRequestFactory,
    UserFactory,
    member_of,
    mentor_of,
)

PEOPLE = ("alice", "bob", "charlie", "mira", "nick", "olga", "paul", "sam", "dora", "stranger")
# Far from where sequences begin, and none twice: a view that takes one for another finds nothing.
ALICE, BOB, CHARLIE, MIRA, NICK, OLGA, PAUL, SAM, DORA = range(7101, 7110)
COHORT, PAULS_COHORT = 7201, 7202
PROFILES = 200  # a profile's id is that of its user and this
MENTEE, BOBS_PROFILE = ALICE + PROFILES, BOB + PROFILES
EVIDENCE, BOBS_EVIDENCE = 7401, 7402
REVIEW, CLAIMED, ANSWERED, BOBS_REVIEW = 7501, 7502, 7503, 7504  # of Alice, but for the last
# Alice's place in the cohort; an invitation of an address; one for whoever has TOKEN.
MEMBERSHIP, INVITATION, LINK = 7601, 7602, 7603
ASSIGNMENT, GOAL, CHECK_IN, ACTION, NOTE, SNIPPET = 7701, 7702, 7703, 7704, 7705, 7706
PAUSE, BLOCKER, NUDGE, KEPT_PLAN, SCENARIO = 7801, 7802, 7803, 7804, 7805
SHARE_LINK, STUDY_SESSION, TAKEN_IN, JOB_AD = 7901, 7902, 7903, 7904
TOKEN = "inv_a-token-that-is-known-here"
SHARED = "share_a-token-that-is-known-here"  # shows neither her name nor her evidence
FEED = "cal_a-token-that-is-known-here"

PAY = 91_234
PLACE = {"place_id": "0012420", "is_remote": True}
# What must not be shown where the row does not say so; each text is nowhere else.
CANARIES = {
    "name": ["Alice"],
    "email": ["alice@example.com"],
    "pay": ["91,234", "91234"],
    "evidence": ["evidence-title-4711", "evidence-text-4711", "evidence.example.com/4711"],
    "note": ["private-note-4711"],
    "asking": ["review-words-4711"],
    "answer": ["decision-words-4711"],
    "assignment": ["assignment-words-4711"],
    "goal": ["goal-words-4711"],
    "check_in": ["check-in-words-4711", "agreed-action-4711"],
    "pause": ["pause-words-4711"],
    "blocker": ["blocker-text-4711"],
    "nudge": ["nudge-words-4711"],
    "snippet": ["snippet-text-4711"],
    "scenario": ["scenario-name-4711"],
    "job": ["job-title-4711", "job-text-4711"],
    "share": ["share-label-4711"],
    "study": ["study-words-4711"],
    "invited": ["invited-4711@example.com"],
}


class World:
    """The users by name, and a browser for each of them."""

    def __init__(self):
        self.now = timezone.now()
        self.users = make_people()
        make_cohorts(self.users, self.now)
        make_own_things(self.users)
        make_reviews(self.users, self.now)
        make_guidance(self.users, self.now)
        self.clients = {name: Client() for name in PEOPLE}
        for name, user in self.users.items():
            self.clients[name].force_login(user)
        for client in self.clients.values():  # everybody has opened the link
            session = client.session
            session["invitation"] = digest_of(TOKEN)
            session.save()
        User.objects.filter(pk=DORA).update(is_active=False)  # since she signed in

    @classmethod
    @contextmanager
    def for_module(cls, blocker):
        """One for all tests of a module, and gone after it. `blocker`: pytest-django's."""
        with blocker.unblock(), transaction.atomic():
            yield cls()
            transaction.set_rollback(True)

    def id_of(self, name):
        return self.users[name].pk if name in self.users else None


def make_people():
    people = {
        name: MentorFactory(pk=pk, name=name.capitalize(), email=f"{name}@example.com")
        for name, pk in (("mira", MIRA), ("nick", NICK), ("olga", OLGA), ("paul", PAUL))
    } | {
        name: UserFactory(pk=pk, name=name.capitalize(), email=f"{name}@example.com")
        for name, pk in (("alice", ALICE), ("bob", BOB), ("charlie", CHARLIE), ("dora", DORA))
    }
    people["sam"] = UserFactory(pk=SAM, name="Sam", email="sam@example.com", is_staff=True)
    today = timezone.localdate()
    for name in set(people) - {"alice", "charlie"}:
        ProfileFactory(
            pk=people[name].pk + PROFILES, user=people[name], years_stated=2,
            years_stated_on=today, onboarded_at=timezone.now(),
            skills={"python": 2, "docker": 1},
            is_sample=name == "sam",
        )  # fmt: skip
    ProfileFactory(
        pk=MENTEE, user=people["alice"], years_stated=4, years_stated_on=today, **PLACE,
        onboarded_at=timezone.now(), current_pay=PAY, skills=MID, certifications=["ckad"],
    )  # fmt: skip
    return people


def make_cohorts(people, now):
    cohort = CohortFactory(pk=COHORT, name="Autumn", lead=people["mira"])
    mentor_of(cohort, people["nick"])
    mentor_of(cohort, people["olga"])
    mentor_of(cohort, people["sam"])
    member_of(cohort, people["alice"], people["mira"], people["olga"], people["sam"])
    member_of(cohort, people["dora"], people["mira"])
    Membership.objects.filter(cohort=cohort).update(joined_at=now - timedelta(days=60))
    Membership.objects.filter(mentee=people["alice"]).update(id=MEMBERSHIP)
    Consent.objects.filter(cohort=cohort).update(starts_at=now - timedelta(days=60))
    a_second_ago = now - timedelta(seconds=1)
    Consent.objects.filter(mentor=people["olga"]).update(ends_at=a_second_ago)
    CohortMentor.objects.filter(mentor=people["olga"]).update(left_at=a_second_ago)
    User.objects.filter(pk=OLGA).update(is_mentor=False)
    other = CohortFactory(pk=PAULS_COHORT, name="Spring", lead=people["paul"])
    member_of(other, people["bob"], people["paul"])
    Invitation.objects.create(
        pk=INVITATION, cohort=cohort, email=CANARIES["invited"][0], created_by=people["mira"]
    )
    Invitation.objects.create(
        pk=LINK, cohort=cohort, digest=digest_of(TOKEN), created_by=people["mira"]
    )


def make_own_things(people):
    alice = people["alice"].profile
    StudySession.objects.create(
        pk=STUDY_SESSION, profile=alice, item="kafka", on=date(2026, 11, 1), hours=2,
        words=CANARIES["study"][0],
    )  # fmt: skip
    Event.objects.create(
        pk=TAKEN_IN, profile=alice, by=people["alice"], at=timezone.now() - timedelta(days=9),
        kind=Event.Kind.SKILL, key="python", was=None, now=MID["python"], origin=Event.Origin.FILE,
    )  # fmt: skip
    title, text = CANARIES["job"]
    JobAd.objects.create(
        pk=JOB_AD, profile=alice, title=title, text=f"{text}\nRequirements: Kafka and Python."
    )
    Scenario.objects.create(
        pk=SCENARIO, profile=alice, name=CANARIES["scenario"][0], hours_per_week=9
    )
    view = load_plan(access.profile_for_reading(people["alice"]), timezone.localdate())
    kept = actions.keep_plan(
        profile=alice, catalogue=view.catalogue, inputs=view.inputs, result=view.document
    )
    KeptPlan.objects.filter(pk=kept.pk).update(id=KEPT_PLAN)
    title, text, link = CANARIES["evidence"]
    EvidenceFactory(
        pk=EVIDENCE, profile=alice, title=title, text=text, url=f"https://{link}",
        skills=["python", "rest"],
    )  # fmt: skip
    CalendarFeed.objects.create(profile=alice, digest=digest_of(FEED))
    ShareLink.objects.create(
        pk=SHARE_LINK, profile=alice, label=CANARIES["share"][0], digest=digest_of(SHARED),
        parts=["level", "skills", "certificates", "plan"],
        expires_at=timezone.now() + timedelta(days=30),
    )  # fmt: skip
    EvidenceFactory(pk=BOBS_EVIDENCE, profile_id=BOBS_PROFILE, skills=["python"])


def make_reviews(people, now):
    alice, [words], [answer] = people["alice"].profile, CANARIES["asking"], CANARIES["answer"]
    asked = {"profile": alice, "words": words, "asked_at": now - timedelta(days=3)}
    ReviewRequestFactory(pk=REVIEW, skill_id="python", **asked).evidence.set([EVIDENCE])
    ReviewRequestFactory(
        pk=CLAIMED, skill_id="rest", **asked, claimed_by=people["mira"],
        claimed_until=now + timedelta(minutes=30),
    ).evidence.set([EVIDENCE])  # fmt: skip
    answered = ReviewRequestFactory(
        pk=ANSWERED, skill_id="git", **asked, closed_at=now,
        closed_as=ReviewRequest.ClosedAs.ANSWERED,
    )  # fmt: skip
    ReviewDecision.objects.create(
        pk=ANSWERED, request=answered, mentor=people["mira"], kind="more", words=answer
    )
    MentorRating.objects.create(
        profile=alice, skill_id="git", mentor=people["mira"], proficiency=3, saw_claim=True
    )
    ReviewRequestFactory(pk=BOBS_REVIEW, profile_id=BOBS_PROFILE, skill_id="python")


def make_guidance(people, now):
    alice, mira, today = people["alice"].profile, people["mira"], now.date()
    by_mira, week = {"profile": alice, "mentor": mira}, timedelta(days=7)
    text = {kind: canaries[0] for kind, canaries in CANARIES.items()}
    Assignment.objects.create(
        pk=ASSIGNMENT, **by_mira, skill_id="kubernetes", proficiency=2, due_on=today + week,
        words=text["assignment"],
    )  # fmt: skip
    GoalSuggestion.objects.create(pk=GOAL, **by_mira, level_id="senior", words=text["goal"])
    check_in = CheckIn.objects.create(pk=CHECK_IN, **by_mira, held_on=today, words=text["check_in"])
    AgreedLevel.objects.create(check_in=check_in, skill_id="git", proficiency=3)
    AgreedAction.objects.create(pk=ACTION, check_in=check_in, text=CANARIES["check_in"][1])
    PrivateNote.objects.create(pk=NOTE, **by_mira, text=text["note"])
    Snippet.objects.create(pk=SNIPPET, mentor=mira, title="Well done", text=text["snippet"])
    Pause.objects.create(
        pk=PAUSE, profile=alice, starts_on=today, ends_on=today + week, words=text["pause"]
    )
    Blocker.objects.create(pk=BLOCKER, profile=alice, text=text["blocker"], since=date(2026, 11, 1))
    Nudge.objects.create(
        pk=NUDGE, profile=alice, addressee=mira, matter=f"review:{REVIEW}", stage=7,
        words=text["nudge"],
    )  # fmt: skip
