"""Scenarios: kept under a name, changed, and made the plan itself."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import IntegrityError, transaction

from planner.actions.history import recording
from planner.actions.locks import lock_profile
from planner.actions.plans import write_settings
from planner.domain.scenarios import Inputs
from planner.models import Profile, Scenario
from planner.models.scenarios import MAX_SCENARIOS


class NameTakenError(Exception):
    """The profile has a scenario of that name already."""


class TooManyScenariosError(Exception):
    """The profile has as many scenarios as it may."""


@transaction.atomic
def add_scenario(*, profile: Profile, fields: Mapping[str, object]) -> Scenario:
    """Raises TooManyScenariosError and NameTakenError."""
    lock_profile(profile.pk)  # one at a time, for the count
    if profile.scenarios.count() >= MAX_SCENARIOS:
        raise TooManyScenariosError
    scenario = Scenario(profile=profile)
    change_scenario(scenario=scenario, fields=fields)
    return scenario


def change_scenario(*, scenario: Scenario, fields: Mapping[str, object]) -> None:
    """Raises NameTakenError."""
    for name, value in fields.items():
        setattr(scenario, name, value)
    try:
        with transaction.atomic():
            scenario.save()
    except IntegrityError as error:
        raise NameTakenError from error


def adopt_scenario(*, profile: Profile, now: Inputs, inputs: Inputs) -> None:
    """Make the inputs of a scenario those of the profile and its plan; not the stated pay."""
    developer = inputs.developer
    excluded = now.developer.excluded, developer.excluded
    with recording(profile):
        profile.hours_per_week = round(developer.hours_per_week)
        profile.target_id = developer.target
        profile.place_id = inputs.place
        profile.is_remote = developer.is_remote
        profile.touch("hours_per_week", "target", "place", "is_remote")
        write_settings(
            profile=profile,
            objective=inputs.objective,
            horizon_months=round(inputs.horizon_months),
            leave_out=excluded[1] - excluded[0],
            take_back=excluded[0] - excluded[1],
        )
