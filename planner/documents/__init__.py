"""A profile and a plan as documents: what the command line reads and writes."""

from planner.documents.plan import Answer, work_out, write_plan
from planner.documents.profile import Learning, PlanRequest, ProfileError, read_profile
from planner.documents.text import write_text

__all__ = [
    "Answer",
    "Learning",
    "PlanRequest",
    "ProfileError",
    "read_profile",
    "work_out",
    "write_plan",
    "write_text",
]
