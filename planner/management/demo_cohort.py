"""A made-up cohort for development: mentors, and people who are doing differently well.

The file counts in days from today, so that the cohort is in its middle whenever it is loaded.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone

from accounts.actions import (
    accept_invitation,
    create_cohort,
    make_link,
)
from accounts.models import Cohort, CohortMentor, Invitation, Scope, User
from planner import actions
from planner.access import profile_for_editing
from planner.actions.history import begin_history, recording, write_answers
from planner.models import (
    AgreedAction,
    AgreedLevel,
    Assignment,
    Blocker,
    CheckIn,
    Evidence,
    GoalSuggestion,
    MentorRating,
    Pause,
    PrivateNote,
    Profile,
    Programme,
    ReviewDecision,
    ReviewRequest,
    SkillClaim,
    Snippet,
)
from planner.queries.plans import load_plan

type Record = Mapping[str, Any]

COHORT = Path(settings.BASE_DIR) / "fixtures" / "cohorts" / "autumn.json"
# Known to everybody, like the password: `manage.py demo_code` shows what it comes to now.
SECOND_FACTOR = "WAYMARKDEMOONLY234567WAYMARKDEMO"


def read_cohort() -> Record:
    """The shipped cohort: its programme, mentors and people."""
    record: Record = json.loads(COHORT.read_text(encoding="utf-8"))
    return record


@transaction.atomic
def add_cohort(record: Record, password: str) -> None:
    """Add the cohort with all its people; the mentors have the second factor of the demo."""
    hashed = make_password(password)  # once: to hash it for everybody would take seconds
    now = timezone.now()
    mentors = [_user(person, hashed) for person in record["mentors"]]
    for mentor in mentors:
        TOTP.activate(mentor, SECOND_FACTOR)
    cohort = _cohort(record, mentors, now)
    for person in record["people"]:
        _add(person, _user(person, hashed), cohort, mentors, now)


def _user(person: Record, hashed: str) -> User:
    user = User.objects.create(email=person["email"], name=person["name"], password=hashed)
    EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=True)
    return user


def _cohort(record: Record, mentors: list[User], now: datetime) -> Cohort:
    lead, *others = mentors
    told = record["cohort"]
    begun = _ago(told["starts_days_ago"], now)
    cohort = create_cohort(
        lead=lead,
        name=told["name"],
        starts_on=begun.date(),
        ends_on=(now + timedelta(days=told["ends_in_days"])).date(),
        now=begun,
    )
    Programme.objects.create(
        cohort=cohort, level_id=told["level"], expectations=told["expectations"]
    )
    for mentor in others:
        CohortMentor.objects.create(cohort=cohort, mentor=mentor, joined_at=begun)
        User.objects.filter(pk=mentor.pk).update(is_mentor=True)
    for person in record["invited"]:
        invited = _ago(person["days_ago"], now)
        Invitation.objects.create(
            cohort=cohort, created_by=lead, email=person["email"], name=person["name"],
            created_at=invited, sent_at=invited,
        )  # fmt: skip
    for snippet in record["snippets"]:
        Snippet.objects.create(
            mentor=lead, skill_id=snippet["skill"], title=snippet["title"], text=snippet["text"]
        )
    return cohort


def _add(person: Record, user: User, cohort: Cohort, mentors: list[User], now: datetime) -> None:
    joined = _ago(person["joined_days_ago"], now)
    _join(person, user, cohort, mentors, joined)
    profile = _profile(person, user, joined)
    _keep_plan(person, profile, now)
    _learn(person, profile, now)
    mentor = mentors[0]
    _ask(person, profile, mentor, now)
    _rate(person, profile, mentor, now)
    _guide(person, profile, mentor, now)
    _explain(person, profile, now)
    Profile.objects.filter(pk=profile.pk).update(updated_at=_ago(person["active_days_ago"], now))


def _join(
    person: Record, user: User, cohort: Cohort, mentors: list[User], joined: datetime
) -> None:
    """Come in by a link, and show the lead what the file says; the others only if it names them."""
    also = person.get("also_to", ())
    shown_to = [mentor.pk for n, mentor in enumerate(mentors) if n == 0 or mentor.email in also]
    invitation, _ = make_link(cohort=cohort, by=mentors[0], now=joined)
    accept_invitation(
        invitation=invitation,
        user=user,
        now=joined,
        scopes=[Scope(scope) for scope in person["shares"]],
        mentors=shown_to,
    )


def _profile(person: Record, user: User, joined: datetime) -> Profile:
    """The profile as it was when they joined."""
    profile = profile_for_editing(user)
    profile.years_stated = Decimal(str(person["years"]))
    profile.years_stated_on = joined.date()
    profile.hours_per_week = person["hours_per_week"]
    profile.save()
    SkillClaim.objects.bulk_create(
        SkillClaim(profile=profile, skill_id=skill, proficiency=proficiency, updated_at=joined)
        for skill, proficiency in person["began"].items()
    )
    profile.finish_start()
    begin_history(profile, joined)
    return profile


def _keep_plan(person: Record, profile: Profile, now: datetime) -> None:
    """Follow the plan of that day."""
    if person["plan_days_ago"] is None:
        return
    kept = _ago(person["plan_days_ago"], now)
    view = load_plan(profile, kept.date())
    actions.keep_plan(
        profile=profile, catalogue=view.catalogue, inputs=view.inputs, result=view.document, at=kept
    )


def _learn(person: Record, profile: Profile, now: datetime) -> None:
    """Claim what they can do now, on the day they were last active."""
    with recording(profile, at=_ago(person["active_days_ago"], now)):
        for skill, proficiency in person["skills"].items():
            SkillClaim.objects.update_or_create(
                profile=profile, skill_id=skill, defaults={"proficiency": proficiency}
            )


def _ask(person: Record, profile: Profile, mentor: User, now: datetime) -> None:
    evidence = []
    for item in person.get("evidence", ()):
        row = Evidence.objects.create(
            profile=profile, kind=item["kind"], title=item["title"], url=item["url"],
            text=item["text"],
        )  # fmt: skip
        row.skills.set(item["skills"])
        evidence.append(row)
    for review in person.get("reviews", ()):
        request = ReviewRequest.objects.create(
            profile=profile, skill_id=review["skill"], version=review.get("version", 1),
            proficiency=review["proficiency"], words=review["words"],
            asked_at=_ago(review["asked_days_ago"], now),
        )  # fmt: skip
        request.evidence.set(evidence[n] for n in review["evidence"])
        if "decision" in review:
            _decide(review, request, mentor, now)


def _decide(review: Record, request: ReviewRequest, mentor: User, now: datetime) -> None:
    told = review["decision"]
    confirmed = told.get("proficiency")
    if told["kind"] == "confirm":
        confirmed = review["proficiency"]
    decided = _ago(told["days_ago"], now)
    decision = ReviewDecision.objects.create(
        request=request, mentor=mentor, kind=told["kind"], proficiency=confirmed,
        words=told["words"], decided_at=decided,
    )  # fmt: skip
    request.closed_at, request.closed_as = decided, ReviewRequest.ClosedAs.ANSWERED
    request.save(update_fields=["closed_at", "closed_as"])
    write_answers([decision])
    if confirmed is not None:
        MentorRating.objects.create(
            profile=request.profile, skill_id=review["skill"], mentor=mentor,
            proficiency=confirmed, saw_claim=True, decision=decision, rated_at=decided,
        )  # fmt: skip


def _rate(person: Record, profile: Profile, mentor: User, now: datetime) -> None:
    for rating in person.get("ratings", ()):
        MentorRating.objects.create(
            profile=profile, skill_id=rating["skill"], mentor=mentor,
            proficiency=rating["proficiency"], saw_claim=rating["saw_claim"],
            rated_at=_ago(rating["days_ago"], now),
        )  # fmt: skip


def _guide(person: Record, profile: Profile, mentor: User, now: datetime) -> None:
    for told in person.get("assignments", ()):
        Assignment.objects.create(
            profile=profile, mentor=mentor, skill_id=told["skill"],
            proficiency=told["proficiency"], words=told["words"],
            due_on=(now + timedelta(days=told["due_in_days"])).date(),
            assigned_at=_ago(told["days_ago"], now),
        )  # fmt: skip
    if goal := person.get("goal"):
        GoalSuggestion.objects.create(
            profile=profile, mentor=mentor, level_id=goal["level"], words=goal["words"],
            suggested_at=_ago(goal["days_ago"], now),
        )  # fmt: skip
    if note := person.get("note"):
        PrivateNote.objects.create(
            profile=profile, mentor=mentor, text=note["text"],
            written_at=_ago(note["days_ago"], now),
        )  # fmt: skip
    if held := person.get("check_in"):
        _check_in(held, profile, mentor, now)


def _check_in(held: Record, profile: Profile, mentor: User, now: datetime) -> None:
    day = _ago(held["days_ago"], now)
    row = CheckIn.objects.create(
        profile=profile, mentor=mentor, held_on=day.date(), words=held["words"], created_at=day
    )
    for skill, proficiency in held["levels"].items():
        AgreedLevel.objects.create(check_in=row, skill_id=skill, proficiency=proficiency)
    for action in held["actions"]:
        done = action.get("done_days_ago")
        AgreedAction.objects.create(
            check_in=row, who=action["who"], text=action["text"],
            due_on=(now + timedelta(days=action["due_in_days"])).date(),
            done_at=None if done is None else _ago(done, now),
        )  # fmt: skip


def _explain(person: Record, profile: Profile, now: datetime) -> None:
    if pause := person.get("pause"):
        Pause.objects.create(
            profile=profile, starts_on=_ago(pause["from_days_ago"], now).date(),
            ends_on=(now + timedelta(days=pause["to_in_days"])).date(), words=pause["words"],
        )  # fmt: skip
    if blocker := person.get("blocker"):
        Blocker.objects.create(
            profile=profile, severity=blocker["severity"], text=blocker["text"],
            since=_ago(blocker["since_days_ago"], now).date(),
        )  # fmt: skip


def _ago(days: float, now: datetime) -> datetime:
    return now - timedelta(days=days)
