"""Somebody's plan and their scenarios beside it, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from planner.domain.catalogue import Catalogue
from planner.domain.scenarios import Changes, Effect, Inputs, Outcome, effects, outcome_now
from planner.models import Profile
from planner.queries.plans import request_of
from planner.queries.profiles import ProfileView, load_learner


@dataclass(frozen=True)
class ScenarioValue:
    """A named set of changes."""

    pk: int
    name: str
    changes: Changes


@dataclass(frozen=True)
class ScenariosView:
    """What the comparison is made of. Nothing is asked of the database for its answers."""

    profile: ProfileView
    now: Inputs
    scenarios: tuple[ScenarioValue, ...]

    @property
    def catalogue(self) -> Catalogue:
        return self.profile.catalogue

    @property
    def today(self) -> date:
        return self.profile.today

    @cached_property
    def outcome(self) -> Outcome:
        """What comes of the profile as it is."""
        return outcome_now(self.catalogue, self.now, self.today)

    def effects(self, changes: Changes) -> tuple[Effect, ...]:
        return effects(self.catalogue, self.now, changes, self.today)

    def names(self, *, but: int | None = None) -> frozenset[str]:
        """The names taken, in small letters."""
        return frozenset(s.name.casefold() for s in self.scenarios if s.pk != but)


def load_scenarios(profile: Profile, today: date) -> ScenariosView:
    """Four queries, however many scenarios there are. `profile` as `planner.access` gives it."""
    view = load_learner(profile, today)
    request = request_of(getattr(profile, "plan_settings", None))
    return ScenariosView(
        profile=view,
        now=Inputs(
            developer=view.developer,
            place=view.place.id if view.place else None,
            objective=request.objective,
            horizon_months=request.horizon_months,
            wishes=request.wishes,
        ),
        scenarios=tuple(
            ScenarioValue(row.pk, row.name, row.changes) for row in profile.scenarios.in_order()
        ),
    )
