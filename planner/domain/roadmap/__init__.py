"""Plans: which steps in which order, with dates and money (docs/method.md)."""

from planner.domain.roadmap.calendar import PlannedStep, Reach
from planner.domain.roadmap.jobs import step_key, waits_for
from planner.domain.roadmap.plan import Plan, Proof, plan_roadmap
from planner.domain.roadmap.wishes import Wishes

__all__ = [
    "Plan",
    "PlannedStep",
    "Proof",
    "Reach",
    "Wishes",
    "plan_roadmap",
    "step_key",
    "waits_for",
]
