"""What tests of the learning log do again and again."""

from datetime import date
from decimal import Decimal

from django.utils import timezone

from planner import access, actions
from planner.queries.profiles import load_learner
from tests.domain.people import ENTRY
from tests.planner.test_dashboard import profile

LOG, STEPS = "/log/", "/log/steps/"
NOON = "2026-11-24T12:00:00Z"
TODAY = date(2026, 11, 24)  # a Tuesday


def beginner(user):
    """The profile of somebody who can do what entry level asks, and is learning Docker."""
    return profile(user, years=1, skills=ENTRY | {"docker": 1})


def learner(user):
    return load_learner(access.profile_for_reading(user), timezone.localdate())


def studied(whose, item="docker", hours=1, on=TODAY):
    return actions.log_hours(
        profile=whose, item=item, on=on, hours=Decimal(str(hours)), words="", key=None
    )


def mark(browser, what, step="docker@2", **more):
    return browser.post(STEPS, {"step": step, "what": what} | more)
