"""Writes that touch several rows or must be all-or-nothing."""

from planner.actions.plans import Rank, keep_plan, set_order, set_rank, stop_plan
from planner.actions.profiles import (
    PEOPLE,
    AlreadyHeldError,
    ChangedMeanwhileError,
    ProfileNotEmptyError,
    RemovedMeanwhileError,
    add_certification,
    change_certification,
    clear_profile,
    fill_profile,
    fill_sample,
    read_person,
    remove_certification,
    set_proficiency,
)
from planner.actions.scenarios import (
    NameTakenError,
    TooManyScenariosError,
    add_scenario,
    adopt_scenario,
    change_scenario,
)

__all__ = [
    "PEOPLE",
    "AlreadyHeldError",
    "ChangedMeanwhileError",
    "NameTakenError",
    "ProfileNotEmptyError",
    "Rank",
    "RemovedMeanwhileError",
    "TooManyScenariosError",
    "add_certification",
    "add_scenario",
    "adopt_scenario",
    "change_certification",
    "change_scenario",
    "clear_profile",
    "fill_profile",
    "fill_sample",
    "keep_plan",
    "read_person",
    "remove_certification",
    "set_order",
    "set_proficiency",
    "set_rank",
    "stop_plan",
]
