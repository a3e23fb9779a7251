"""What tests of cohorts ask again and again."""

from datetime import timedelta

from django.utils import timezone

from accounts import access, actions
from accounts.models import User

# Two hours after the tests were collected: what factories make meanwhile begins before it.
NOW = timezone.now() + timedelta(hours=2)
LATER = NOW + timedelta(minutes=1)


def shown(mentee, mentor, now=LATER):
    """What a mentor is shown of somebody."""
    return access.scopes_shown(mentor, mentee.pk, now)


def roles(user):
    """Whether somebody mentors, and whether they learn."""
    found = User.objects.get(pk=user.pk)
    return found.is_mentor, found.is_mentee


def mail(cohort, *emails, now=NOW, **more):
    people = [actions.Invitee(email) for email in emails]
    return actions.invite(cohort=cohort, by=cohort.lead, people=people, now=now, **more)


def accept(invitation, user, now=NOW, **more):
    actions.accept_invitation(invitation=invitation, user=user, now=now, **more)
