"""What mentors set, suggest and agree with a mentee, and what the mentee makes of it.

Each write takes the row of the profile first, as every write about a profile does. Mails about it
wait in the queue, in the same transaction.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import models, transaction

from planner.actions.claims import levels_of, set_levels
from planner.actions.history import recording
from planner.actions.locks import lock_profile
from planner.actions.profiles import ChangedMeanwhileError
from planner.models import (
    AgreedAction,
    AgreedLevel,
    Assignment,
    CheckIn,
    Event,
    GoalSuggestion,
    MentorRating,
    Profile,
)
from planner.tasks import send_guidance

if TYPE_CHECKING:
    from accounts.models import User


class AssignedAlreadyError(Exception):
    """This mentor set the very same step, and it is neither withdrawn nor declined."""


class AnsweredMeanwhileError(Exception):
    """It was accepted, declined or withdrawn already."""


class HeldAlreadyError(Exception):
    """This mentor wrote the very same check-in."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """Something to do: by whom (`AgreedAction.Who`), and until when, if that was said."""

    who: str
    text: str
    due_on: date | None


@transaction.atomic
def assign(
    *,
    profile: Profile,
    mentor: User,
    id_: str,
    proficiency: int | None,
    due_on: date | None,
    words: str,
    now: datetime,
) -> Assignment:
    """Set a step: a skill to a proficiency, or a certification (None).

    Raises AssignedAlreadyError.
    """
    lock_profile(profile.pk)
    what = (
        {"certification_id": id_}
        if proficiency is None
        else {"skill_id": id_, "proficiency": proficiency}
    )
    standing = Assignment.objects.filter(profile=profile, mentor=mentor, **what)
    if standing.filter(withdrawn_at=None, declined_at=None).exists():
        raise AssignedAlreadyError
    assignment = Assignment.objects.create(
        profile_id=profile.pk, mentor=mentor, due_on=due_on, words=words, assigned_at=now, **what
    )
    send_guidance.enqueue("assignment", assignment.pk)
    return assignment


@transaction.atomic
def withdraw_assignment(*, assignment: Assignment, now: datetime) -> None:
    """Take a step back. One that was declined meanwhile stays declined."""
    lock_profile(assignment.profile_id)
    unanswered = Assignment.objects.filter(pk=assignment.pk, declined_at=None, withdrawn_at=None)
    unanswered.update(withdrawn_at=now)


@transaction.atomic
def decline_assignment(*, assignment: Assignment, words: str, now: datetime) -> None:
    """Say no to a step. Raises AnsweredMeanwhileError."""
    lock_profile(assignment.profile_id)
    unanswered = Assignment.objects.filter(pk=assignment.pk, declined_at=None, withdrawn_at=None)
    if not unanswered.update(declined_at=now, answer=words):
        raise AnsweredMeanwhileError


@transaction.atomic
def suggest_goal(
    *, profile: Profile, mentor: User, level: str, words: str, now: datetime
) -> GoalSuggestion:
    """Suggest a level to aim at, in place of what this mentor suggested and nobody answered."""
    lock_profile(profile.pk)
    _open_goals(profile.pk).filter(mentor=mentor).delete()
    goal = GoalSuggestion.objects.create(
        profile_id=profile.pk, mentor=mentor, level_id=level, words=words, suggested_at=now
    )
    send_guidance.enqueue("goal", goal.pk)
    return goal


@transaction.atomic
def withdraw_goal(*, goal: GoalSuggestion) -> None:
    """Take a suggestion back, if it was not answered meanwhile."""
    lock_profile(goal.profile_id)
    _open_goals(goal.profile_id).filter(pk=goal.pk).delete()


def accept_goal(*, goal: GoalSuggestion, now: datetime) -> None:
    """Make the suggested level the target. Raises AnsweredMeanwhileError."""
    with recording(goal.profile, Event.Origin.MENTOR):
        if not _open_goals(goal.profile_id).filter(pk=goal.pk).update(accepted_at=now):
            raise AnsweredMeanwhileError
        Profile.objects.filter(pk=goal.profile_id).update(target=goal.level_id, updated_at=now)


@transaction.atomic
def decline_goal(*, goal: GoalSuggestion, words: str, now: datetime) -> None:
    """Say no to a suggested level. Raises AnsweredMeanwhileError."""
    lock_profile(goal.profile_id)
    declined = {"declined_at": now, "answer": words}
    if not _open_goals(goal.profile_id).filter(pk=goal.pk).update(**declined):
        raise AnsweredMeanwhileError


@transaction.atomic
def rate_skills(
    *,
    profile: Profile,
    mentor: User,
    ratings: Mapping[str, int],
    saw_claim: bool,
    now: datetime,
) -> None:
    """Say how well a mentee can do these skills. Earlier ratings stay; the latest counts."""
    lock_profile(profile.pk)
    MentorRating.objects.bulk_create(
        MentorRating(
            profile_id=profile.pk, mentor=mentor, skill_id=skill, proficiency=proficiency,
            saw_claim=saw_claim, rated_at=now,
        )
        for skill, proficiency in ratings.items()
    )  # fmt: skip


@transaction.atomic
def hold_check_in(
    *,
    profile: Profile,
    mentor: User,
    held_on: date,
    words: str,
    levels: Mapping[str, int],
    agreed: Sequence[Agreed],
    now: datetime,
) -> CheckIn:
    """Write down what was agreed; claims stay as they are. Raises HeldAlreadyError."""
    lock_profile(profile.pk)
    same = CheckIn.objects.filter(profile=profile, mentor=mentor, held_on=held_on, words=words)
    if same.exists():
        raise HeldAlreadyError
    check_in = CheckIn.objects.create(
        profile_id=profile.pk, mentor=mentor, held_on=held_on, words=words, created_at=now
    )
    AgreedLevel.objects.bulk_create(
        AgreedLevel(check_in=check_in, skill_id=skill, proficiency=proficiency)
        for skill, proficiency in levels.items()
    )
    AgreedAction.objects.bulk_create(
        AgreedAction(check_in=check_in, who=one.who, text=one.text, due_on=one.due_on)
        for one in agreed
    )
    send_guidance.enqueue("check_in", check_in.pk)
    return check_in


def adopt_levels(*, profile: Profile, levels: Mapping[str, tuple[int, int | None]]) -> None:
    """Claim these levels if each claim is still the one given beside it; all or none.

    Raises ChangedMeanwhileError.
    """
    with recording(profile, Event.Origin.MENTOR):
        current = levels_of(profile, levels)
        for skill, (_, was) in levels.items():
            if current.get(skill) != was:
                raise ChangedMeanwhileError(current.get(skill))
        set_levels(profile, {skill: level for skill, (level, _) in levels.items()})


@transaction.atomic
def tick_action(*, check_in: CheckIn, action: int, is_done: bool, now: datetime) -> bool:
    """Mark what was agreed as done, or as not done. False if the check-in has no such action."""
    lock_profile(check_in.profile_id)
    found = AgreedAction.objects.filter(check_in=check_in, pk=action)
    if not is_done:
        return bool(found.update(done_at=None))
    found.filter(done_at=None).update(done_at=now)
    return found.exists()


def _open_goals(profile: int) -> models.QuerySet[GoalSuggestion]:
    return GoalSuggestion.objects.filter(profile=profile, accepted_at=None, declined_at=None)
