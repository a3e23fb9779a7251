"""A mentee of some weeks, and what happened between them and a mentor so many days ago."""

from datetime import timedelta

from django.utils import timezone

from accounts.models import Membership, Scope
from planner.models import Assignment, Profile, ReviewDecision, ReviewRequest
from tests.factories import ProfileFactory, ReviewRequestFactory, UserFactory, member_of


def ago(days):
    return timezone.now() - timedelta(days=days)


def day_ago(days):
    return ago(days).date()


def learner(cohort, name, *, silent=0, joined=60, scopes=tuple(Scope), mentors=None):
    """Somebody in the cohort, last heard of `silent` days ago; the lead sees what `scopes` say."""
    email = f"{name.lower()}@example.com"
    profile = ProfileFactory(user=UserFactory(name=name, email=email), skills={"python": 2})
    member_of(cohort, profile.user, *(mentors or [cohort.lead]), scopes=scopes)
    Membership.objects.filter(mentee=profile.user).update(joined_at=ago(joined))
    profile.user.consents_given.update(starts_at=ago(joined))
    Profile.objects.filter(pk=profile.pk).update(updated_at=ago(silent))
    return profile


def step(profile, skill="docker", *, due=0, **fields):
    """A step that was due so many days ago."""
    return Assignment.objects.create(
        profile=profile, mentor=profile.user.consents_given.first().mentor, skill_id=skill,
        proficiency=3, assigned_at=ago(50), due_on=day_ago(due), **fields,
    )  # fmt: skip


def asked(profile, days, skill="python"):
    return ReviewRequestFactory(profile=profile, skill_id=skill, asked_at=ago(days))


def wants_more(profile, mentor, days, skill="python"):
    """The mentor asked for more so many days ago."""
    request = asked(profile, days + 1, skill)
    ReviewRequest.objects.filter(pk=request.pk).update(
        closed_at=ago(days), closed_as=ReviewRequest.ClosedAs.ANSWERED
    )
    return ReviewDecision.objects.create(
        request=request, mentor=mentor, kind="more", words="Show the tests.", decided_at=ago(days)
    )
