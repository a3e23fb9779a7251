"""What a roadmap aims at, and wishes for its steps."""

from __future__ import annotations

import re

from django import forms
from django.core.exceptions import ValidationError

from planner.actions.history import recording
from planner.domain.catalogue import Catalogue
from planner.domain.next_skills import OBJECTIVES
from planner.forms.fields import Data, bounds_message, offer
from planner.models import PlanSettings, Profile
from planner.models.plans import MAX_HORIZON_MONTHS, OBJECTIVE_NAMES
from planner.models.profiles import MAX_HOURS_PER_WEEK

STEP_KEY = re.compile(r"\A[A-Za-z0-9][A-Za-z0-9_.:/-]*@[1-4]\Z")
WISHES = ("up", "down", "first", "later", "excluded", "normal", "have", "start", "pause", "finish")


class PlanForm(forms.Form):
    """Pace and target belong to the profile, objective and horizon to the roadmap."""

    hours_per_week = forms.IntegerField(
        label="Hours of study a week",
        min_value=1,
        max_value=MAX_HOURS_PER_WEEK,
        error_messages=bounds_message(f"Give whole hours from 1 to {MAX_HOURS_PER_WEEK}."),
    )
    target = forms.ChoiceField(label="Target", required=False)
    objective = forms.ChoiceField(
        label="Aim", choices=[(key, OBJECTIVE_NAMES[key]) for key in OBJECTIVES]
    )
    horizon_months = forms.IntegerField(
        label="Horizon in months",
        min_value=1,
        max_value=MAX_HORIZON_MONTHS,
        error_messages=bounds_message(f"Give whole months from 1 to {MAX_HORIZON_MONTHS}."),
    )

    def __init__(
        self, data: Data = None, *, profile: Profile, catalogue: Catalogue, level: str
    ) -> None:
        """`level`: the code of the level that the developer is at, or pre-entry."""
        self.profile, self.catalogue, self.level = profile, catalogue, level
        self.settings = getattr(profile, "plan_settings", None) or PlanSettings(profile=profile)
        super().__init__(data, initial=self._initial())
        levels = [(known.code, known.name) for known in catalogue.levels]
        offer(self, "target", [("", "The next level I am not ready for"), *levels])

    def clean_target(self) -> str | None:
        chosen: str = self.cleaned_data["target"]
        refuse_below(self.catalogue, self.level, chosen)
        return chosen or None

    def save(self) -> None:
        cleaned = self.cleaned_data
        with recording(self.profile):
            self.profile.hours_per_week = cleaned["hours_per_week"]
            self.profile.target_id = cleaned["target"]
            self.profile.touch("hours_per_week", "target")
            PlanSettings.objects.update_or_create(
                profile=self.profile,
                defaults={name: cleaned[name] for name in ("objective", "horizon_months")},
            )

    def _initial(self) -> dict[str, object]:
        return {
            "hours_per_week": self.profile.hours_per_week,
            "target": self.profile.target_id,
            "objective": self.settings.objective,
            "horizon_months": self.settings.horizon_months,
        }


def refuse_below(catalogue: Catalogue, level: str, chosen: str) -> None:
    """A target below the level that somebody is at is none. Raises ValidationError."""
    levels = catalogue.levels_by_code
    if chosen and level in levels and levels[chosen].order < levels[level].order:
        raise ValidationError(
            f"You are at {levels[level].name} already, which is above"
            f" {levels[chosen].name}. Choose that or a higher one."
        )


class WishForm(forms.Form):
    """What to do with one step of the roadmap. `step` is its key: `docker@2`."""

    step = forms.RegexField(STEP_KEY, max_length=80)
    wish = forms.ChoiceField(choices=[(wish, wish) for wish in WISHES])
