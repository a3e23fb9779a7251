"""What if: a name and the inputs that are to be different. Empty: as in the profile."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from accounts.validators import validate_plain_text
from planner.domain.catalogue import Catalogue
from planner.domain.scenarios import Kind, clash, options
from planner.forms.fields import Data, bounds_message, offer
from planner.forms.plan import refuse_below
from planner.forms.profile import places_by_kind
from planner.models import Scenario
from planner.models.plans import MAX_HORIZON_MONTHS, OBJECTIVE_NAMES
from planner.models.profiles import MAX_HOURS_PER_WEEK
from planner.models.scenarios import MAX_NAME
from planner.names import listed, name_of

AS_NOW = ("", "As now")
NAME_TAKEN = "You have a what-if of that name already. Choose another."


class ScenarioForm(forms.Form):
    """`taken`: the names of the other scenarios, in small letters. `level`: where somebody is."""

    name = forms.CharField(
        label="Name",
        max_length=MAX_NAME,
        validators=[validate_plain_text],
        help_text="For example “More hours” or “Remote from Texas”.",
    )
    hours_per_week = forms.IntegerField(
        label="Hours of study a week",
        required=False,
        min_value=1,
        max_value=MAX_HOURS_PER_WEEK,
        error_messages=bounds_message(f"Give whole hours from 1 to {MAX_HOURS_PER_WEEK}."),
    )
    target = forms.ChoiceField(label="Target", required=False)
    objective = forms.ChoiceField(
        label="Aim", required=False, choices=[AS_NOW, *OBJECTIVE_NAMES.items()]
    )
    horizon_months = forms.IntegerField(
        label="Horizon in months",
        required=False,
        min_value=1,
        max_value=MAX_HORIZON_MONTHS,
        error_messages=bounds_message(f"Give whole months from 1 to {MAX_HORIZON_MONTHS}."),
    )
    language = forms.ChoiceField(
        label="Language", required=False, help_text="The other languages are then left out."
    )
    framework = forms.ChoiceField(
        label="Framework", required=False, help_text="The other frameworks are then left out."
    )
    certificates = forms.TypedChoiceField(
        label="Certificates",
        required=False,
        choices=[AS_NOW, ("yes", "With every one that pays"), ("no", "Without any")],
        coerce=lambda choice: choice == "yes",
        empty_value=None,
    )
    place = forms.ChoiceField(
        label="Place of work", required=False, help_text="Pay follows the place."
    )
    is_remote = forms.TypedChoiceField(
        label="Works remotely",
        required=False,
        choices=[AS_NOW, ("yes", "Yes"), ("no", "No")],
        coerce=lambda choice: choice == "yes",
        empty_value=None,
        help_text="The place then counts for less.",
    )

    def __init__(
        self,
        data: Data = None,
        *,
        scenario: Scenario | None,
        catalogue: Catalogue,
        level: str,
        taken: frozenset[str],
    ) -> None:
        super().__init__(data, initial=_initial(scenario) if scenario else None)
        self.catalogue, self.level, self.taken = catalogue, level, taken
        levels = [(known.code, known.name) for known in catalogue.levels]
        offer(self, "target", [AS_NOW, *levels])
        for kind in ("language", "framework"):
            offer(self, kind, [AS_NOW, *_named(catalogue, kind)])
        offer(self, "place", [AS_NOW, *places_by_kind(catalogue)])

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        if name.casefold() in self.taken:
            raise ValidationError(NAME_TAKEN)
        return name

    def clean_target(self) -> str:
        chosen: str = self.cleaned_data["target"]
        refuse_below(self.catalogue, self.level, chosen)
        return chosen

    def clean(self) -> None:
        if not self.errors and not any(
            self.cleaned_data[name] not in (None, "") for name in self.fields if name != "name"
        ):
            raise ValidationError("Change at least one thing, or there is nothing to compare.")
        language, framework = (self.cleaned_data.get(k) for k in ("language", "framework"))
        if needed := clash(self.catalogue, language, framework):
            names = listed((name_of(self.catalogue, id_) for id_ in needed), last="and")
            self.add_error(
                "framework",
                f"{name_of(self.catalogue, framework or '')} builds on {names}."
                " Choose that language, or leave it as now.",
            )

    def to_fields(self) -> dict[str, Any]:
        """The columns of a scenario."""
        renamed = {"target": "target_id", "place": "place_id"}
        return {
            renamed.get(name, name): (value or None) if name in renamed else value
            for name, value in self.cleaned_data.items()
        }


def _named(catalogue: Catalogue, kind: Kind) -> list[tuple[str, str]]:
    return [(id_, name_of(catalogue, id_)) for id_ in options(catalogue, kind)]


def _initial(scenario: Scenario) -> dict[str, Any]:
    flags = {True: "yes", False: "no", None: ""}
    return {
        "name": scenario.name,
        "hours_per_week": scenario.hours_per_week,
        "target": scenario.target_id,
        "objective": scenario.objective,
        "horizon_months": scenario.horizon_months,
        "language": scenario.language,
        "framework": scenario.framework,
        "certificates": flags[scenario.certificates],
        "place": scenario.place_id,
        "is_remote": flags[scenario.is_remote],
    }
