"""Two people at once, each with a connection of their own: one is first, the other is told.

Nothing is lost or doubled, and nobody waits for somebody who waits for them. On SQLite one write
comes after the other by itself.
"""

from collections import Counter
from datetime import timedelta

import pytest
from django.core import mail, signing
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from accounts import actions
from accounts.models import Consent, Invitation, MailKind, Membership, Scope, SentMail, User
from planner import tasks
from planner.models import MentorRating, Nudge, ReviewDecision, ReviewRequest
from tests.factories import (
    CohortFactory,
    MentorFactory,
    ProfileFactory,
    ReviewRequestFactory,
    UserFactory,
    member_of,
    mentor_of,
)
from tests.races import at_once, needs_row_locks

PEOPLE = 8
pytestmark = needs_row_locks


@pytest.fixture
def cohort(real_transactions, settings):
    """Mira leads it, Nick mentors it too."""
    # The watch for repeated queries takes the second try of get_or_create for one.
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if "zeal" not in name]
    cohort = CohortFactory(lead=MentorFactory(name="Mira"))
    mentor_of(cohort, MentorFactory(name="Nick"))
    return cohort


@pytest.fixture
def mira(cohort):
    return cohort.lead


@pytest.fixture
def nick(cohort):
    return User.objects.get(name="Nick")


@pytest.fixture
def alice(cohort, mira, nick):
    """Alice shows both of them everything and asked for a review of her Python."""
    alice = UserFactory(name="Alice", email="alice@example.com")
    ProfileFactory(user=alice, onboarded_at=timezone.now(), skills={"python": 2})
    member_of(cohort, alice, mira, nick)
    return alice


@pytest.fixture
def review(alice):
    return ReviewRequestFactory(profile=alice.profile)


def post(person, path, data=None):
    """A browser of this person's, ready to send; it takes a while to get so far."""
    browser = Client(raise_request_exception=False)
    browser.force_login(person)
    return lambda: browser.post(path, data or {})


def link_of(cohort):
    return actions.make_link(cohort=cohort, by=cohort.lead, now=timezone.now())


def acceptance(person, token):
    """The same, after opening the link and seeing who would see what."""
    browser = Client(raise_request_exception=False)
    browser.force_login(person)
    browser.get(f"/invitation/{token}/")
    form = browser.get("/invitation/").context["form"]
    data = {"scopes": list(Scope), "mentors": form["mentors"].value()}
    return lambda: browser.post("/invitation/", data)


def newcomers():
    return [UserFactory(name=f"Person {number}") for number in range(PEOPLE)]


def outcomes(answers):
    return Counter(answer.status_code for answer in answers)


# --- Invitations and cohorts ----------------------------------------------------------------------


def test_a_link_is_accepted_by_one_of_those_who_try_at_once(cohort):
    _, token = link_of(cohort)
    answers = at_once(*(acceptance(person, token) for person in newcomers()))
    assert outcomes(answers) == {302: 1, 410: PEOPLE - 1}
    joined = Membership.objects.get(cohort=cohort)
    assert set(Consent.objects.values_list("mentee", flat=True)) == {joined.mentee_id}


def test_who_joins_while_the_cohort_is_closed_is_not_left_inside(cohort, mira):
    joining = [acceptance(person, link_of(cohort)[1]) for person in newcomers()]
    answers = at_once(post(mira, f"/cohorts/{cohort.pk}/close/"), *joining)
    assert set(outcomes(answers)) <= {302, 410}
    assert answers[0].status_code == 302
    assert not Membership.objects.active().exists()
    assert not Consent.objects.open().exists()
    assert not User.objects.filter(is_mentee=True).exists()


def test_who_leaves_and_changes_what_is_shown_at_once_shows_nothing(cohort, alice, mira, nick):
    changes = [
        post(alice, f"/mentors/{cohort.pk}/{mentor.pk}/", {"scopes": list(Scope)})
        for mentor in (mira, nick) * 3
    ]
    answers = at_once(*changes, post(alice, f"/mentors/{cohort.pk}/leave/"))
    assert set(outcomes(answers)) <= {302, 404}
    assert not Consent.objects.open().exists()


def test_a_list_that_two_mentors_send_at_once_invites_each_person_once(cohort, mira, nick):
    rows = [(n, f"person-{n}@list.example.com", "") for n in range(50)]
    path = f"/cohorts/{cohort.pk}/roster/confirm/"
    answers = at_once(
        *(
            post(mentor, path, {"people": signing.dumps(rows, salt=salt(cohort, mentor))})
            for mentor in (mira, nick) * 2
        )
    )
    assert outcomes(answers) == {302: 1, 409: 3}
    assert Invitation.objects.count() == len(rows)
    queued = [len(task.args_kwargs["args"][0]) for task in DBTaskResult.objects.all()]
    assert queued == [len(rows)]


def salt(cohort, mentor):
    return f"roster of cohort {cohort.pk} by {mentor.pk}"


# --- Reviews --------------------------------------------------------------------------------------


def test_of_two_who_decide_at_once_one_is_told_and_keeps_their_words(review, mira, nick):
    path = f"/reviews/{review.pk}/decide/"
    answers = at_once(
        *(
            post(mentor, path, {"kind": "more", "words": f"Show tests to {mentor}, please"})
            for mentor in (mira, nick) * 3
        )
    )
    assert outcomes(answers) == {302: 1, 409: 5}
    assert ReviewDecision.objects.count() == 1
    late = [answer.text for answer in answers if answer.status_code == 409]
    assert all("Show tests to" in text for text in late)


def test_a_confirmation_is_one_rating_however_often_it_is_sent(review, mira, nick):
    path = f"/reviews/{review.pk}/decide/"
    at_once(*(post(mentor, path, {"kind": "confirm"}) for mentor in (mira, nick) * 3))
    assert (ReviewDecision.objects.count(), MentorRating.objects.count()) == (1, 1)


def test_a_review_is_taken_by_one(review, mira, nick):
    path = f"/reviews/{review.pk}/claim/"
    answers = at_once(*(post(mentor, path) for mentor in (mira, nick)))
    assert outcomes(answers) == {302: 1, 409: 1}
    review.refresh_from_db()
    assert review.claimed_by in {mira, nick}


def test_a_decision_and_leaving_do_not_wait_for_each_other(cohort, review, alice, mira):
    """Either the answer came first and is kept, or nothing is there to answer any more."""
    answers = at_once(
        post(mira, f"/reviews/{review.pk}/decide/", {"kind": "confirm"}),
        post(alice, f"/mentors/{cohort.pk}/leave/"),
        post(alice, f"/my-reviews/{review.pk}/withdraw/"),
        post(mira, f"/reviews/{review.pk}/claim/"),
    )
    assert max(outcomes(answers)) < 500
    assert not Consent.objects.open().exists()
    review.refresh_from_db()
    closed_as = ReviewRequest.ClosedAs.ANSWERED if hasattr(review, "decision") else "withdrawn"
    assert review.closed_as == closed_as


# --- Mails ----------------------------------------------------------------------------------------


def test_two_runs_of_the_reminders_queue_each_mail_once(review, mira, nick):
    ReviewRequest.objects.update(asked_at=timezone.now() - timedelta(days=8))
    at_once(*[lambda: call_command("send_reminders", verbosity=0)] * 4)
    sent = Counter(SentMail.objects.values_list("user", "kind"))
    assert set(sent.values()) == {1}
    assert {kind for _, kind in sent} == {MailKind.DIGEST, MailKind.NUDGE}
    assert {user for user, _ in sent} == {mira.pk, nick.pk}
    assert set(Counter(Nudge.objects.values_list("addressee", "matter", "stage")).values()) == {1}


def test_a_mail_on_its_way_and_the_end_of_consent(cohort, review, alice, mira):
    """It may just have gone; but once consent has ended it never goes."""
    ReviewRequest.objects.update(closed_at=timezone.now(), closed_as="answered")
    decision = ReviewDecision.objects.create(
        request=review, mentor=mira, kind="confirm", proficiency=2
    )
    at_once(
        *[lambda: tasks.send_review_answer.func(decision.pk)] * 3,
        lambda: actions.leave_cohort(cohort=cohort, mentee=alice, now=timezone.now()),
    )
    mail.outbox.clear()
    tasks.send_review_answer.func(decision.pk)
    assert mail.outbox == []
