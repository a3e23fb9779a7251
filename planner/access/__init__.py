"""Who may see or change what: the object, or 404. What one may not see does not exist."""

from planner.access.mentoring import (
    cohort_for_editing,
    cohort_for_leading,
    cohort_for_reading,
    mentee_for_reading,
    mentor_required,
    note_for_editing,
    review_for_mentor,
)
from planner.access.own import (
    certification_claim_for_editing,
    evidence_for_editing,
    kept_plan_for_reading,
    profile_for_editing,
    profile_for_reading,
    review_for_editing,
    scenario_for_editing,
    snippet_for_editing,
)

__all__ = [
    "certification_claim_for_editing",
    "cohort_for_editing",
    "cohort_for_leading",
    "cohort_for_reading",
    "evidence_for_editing",
    "kept_plan_for_reading",
    "mentee_for_reading",
    "mentor_required",
    "note_for_editing",
    "profile_for_editing",
    "profile_for_reading",
    "review_for_editing",
    "review_for_mentor",
    "scenario_for_editing",
    "snippet_for_editing",
]
