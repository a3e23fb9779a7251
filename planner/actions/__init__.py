"""Writes that touch several rows or must be all-or-nothing."""

from planner.actions.plans import Rank, keep_plan, set_order, set_rank, stop_plan
from planner.actions.profiles import (
    PEOPLE,
    AlreadyHeldError,
    ChangedMeanwhileError,
    ProfileNotEmptyError,
    add_certification,
    change_certification,
    clear_profile,
    fill_profile,
    fill_sample,
    read_person,
    remove_certification,
    set_proficiency,
)

__all__ = [
    "PEOPLE",
    "AlreadyHeldError",
    "ChangedMeanwhileError",
    "ProfileNotEmptyError",
    "Rank",
    "add_certification",
    "change_certification",
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
