"""Each kind of change in words."""

from datetime import date

import pytest

from planner.domain.history import Change
from planner.history_wording import happened
from planner.queries.catalogue import current_catalogue

pytestmark = pytest.mark.django_db
DATES = {"earned_on": "2025-05-05", "expires_on": "2028-05-05"}
PLANS = {7: date(2026, 1, 5)}


@pytest.mark.parametrize(
    ("kind", "key", "was", "now", "said"),
    [
        ("skill", "python", 2, None, "Working → Not assessed"),
        ("certification", "ckad", None, DATES, "earned 5 May 2025, valid until 5 May 2028"),
        ("certification", "ckad", DATES, None, "no longer stated"),
        ("certification", "ckad", DATES, {**DATES, "expires_on": None},
         "without an end instead of 5 May 2028"),
        ("certification", "ckad", DATES, {**DATES, "earned_on": "2025-05-06"},
         "earned 6 May 2025 instead of 5 May 2025"),
        ("profile", "years_stated", "4.00", "4.50", "4 years → 4.5 years"),
        ("profile", "experience_started_on", None, "2020-02-01", "1 February 2020"),
        ("profile", "is_remote", None, True, "yes"),
        ("profile", "is_remote", True, None, "yes → no"),
        ("profile", "current_pay", 98000, None, "$98,000 a year → not stated"),
        ("profile", "target", "mid", None, "Mid-level → the next level"),
        ("profile", "target", None, "gone", "gone"),
        ("profile", "place", None, "gone", "gone"),
        ("profile", "hours_per_week", 6, 8, "6 → 8"),
        ("plan", "objective", "next_level", "earnings",
         "soonest to the next level → most earned over the horizon"),
        ("plan", "horizon_months", 36, 60, "36 months → 5 years"),
        ("plan", "excluded", ["docker", "rust"], ["rust", "go"], "Go; no longer Docker"),
        ("plan", "later", None, ["rust"], "Rust"),
        ("plan", "first", ["go", "rust"], ["rust", "go"], "in another order"),
        ("plan", "order", None, ["docker@2"], "by hand"),
        ("plan", "order", ["docker@2"], None, "the planner's"),
        ("plan", "kept", 7, None, "the one of 5 January 2026 → none"),
        ("plan", "something_new", None, "so", "so"),
        ("review", "python", 2, {"kind": "adjust", "proficiency": 1, "version": 1},
         "confirmed at Learning instead of Working"),
        ("review", "python", 2, {"kind": "more"}, "asked for more evidence for Working"),
        ("review", "python", 2, {"kind": "decline"}, "Working not confirmed"),
        ("study", "python", None, "started", "started"),
        ("study", "python", "paused", "started", "taken up again"),
    ],
)  # fmt: skip
def test_a_change_in_words(kind, key, was, now, said):
    _, words = happened(current_catalogue(), Change(kind, key, was, now), PLANS)
    assert words == said
