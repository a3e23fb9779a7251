"""A profile and a plan as documents: what the command line reads and writes."""

from planner.documents.archive import read_catalogue, write_catalogue
from planner.documents.kept import (
    Person,
    canonical,
    fingerprint,
    read_outline,
    recreate,
    write_inputs,
    write_profile,
)
from planner.documents.plan import Answer, work_out, write_plan
from planner.documents.profile import Learning, PlanRequest, ProfileError, read_profile
from planner.documents.text import write_text

__all__ = [
    "Answer",
    "Learning",
    "Person",
    "PlanRequest",
    "ProfileError",
    "canonical",
    "fingerprint",
    "read_catalogue",
    "read_outline",
    "read_profile",
    "recreate",
    "work_out",
    "write_catalogue",
    "write_inputs",
    "write_plan",
    "write_profile",
    "write_text",
]
