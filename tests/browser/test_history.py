"""Looking back: the charts over time, what happened, and a day beside today."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from planner import actions
from planner.models import StudySession
from tests.factories import ProfileFactory


@pytest.fixture
def alice(site):
    """Alice began 400 days ago and learnt something since."""
    begin = timezone.now() - timedelta(days=400)
    with time_machine.travel(begin):
        profile = ProfileFactory(user__name="Alice", onboarded_at=timezone.now())
        actions.fill_sample(profile=profile, today=timezone.localdate())
    with time_machine.travel(begin + timedelta(days=200)):
        actions.set_proficiency(profile=profile, skill="kafka", proficiency=3, was=None)
    StudySession.objects.create(profile=profile, item="kafka", on=timezone.localdate(), hours=2)
    return profile


def test_looking_back(audit, page, alice, sign_in):
    sign_in(alice.user)
    audit.visit("/history/", "/history/?kind=plan", "/history/?of=kafka")
    page.get_by_label("Who you were on").fill(str(timezone.localdate() - timedelta(days=300)))
    page.get_by_role("button", name="Look back").click()
    page.wait_for_selector("text=What is different today")
    audit.look("a day beside today")
    assert "is stated now, at Proficient." in page.inner_text("main")
    audit.visit("/history/?on=2000-01-01")
    audit.visit("/history/?on=2090-01-01", status=422)
    assert audit.report() == ""
