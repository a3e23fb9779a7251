"""Ending what somebody is shown."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts import access, actions
from accounts.models import Consent, Scope
from tests.factories import CohortFactory, UserFactory, member_of

pytestmark = pytest.mark.django_db


def test_what_began_while_somebody_waited_to_end_it_is_over_all_the_same():
    """They read the clock before they had to wait for the cohort's row."""
    before, alice, cohort = timezone.now(), UserFactory(), CohortFactory()
    member_of(cohort, alice, cohort.lead)
    actions.close_cohort(cohort=cohort, now=before)
    assert not Consent.objects.open().exists()
    later = timezone.now() + timedelta(seconds=1)
    assert not access.may_see(cohort.lead, alice, Scope.SKILLS, later)
