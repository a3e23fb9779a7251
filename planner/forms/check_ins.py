"""What was agreed in a check-in: levels, and actions with their day. Empty rows are left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField

from accounts.validators import validate_plain_text
from planner.actions.guidance import Agreed
from planner.domain.catalogue import Catalogue
from planner.forms.fields import Data, DayField, WordsField, not_after
from planner.models import AgreedAction
from planner.models.fields import PROFICIENCIES

LEVEL_ROWS = 6
ACTION_ROWS = 4


class CheckInForm(forms.Form):
    """`levels`: the skills to begin with, each with a level that could be agreed on."""

    held_on = DayField(label="Day")
    words = WordsField(label="Notes", required=False, help_text="The mentee reads them.")

    def __init__(
        self, data: Data = None, *, catalogue: Catalogue, levels: Mapping[str, int], today: date
    ) -> None:
        initial: dict[str, Any] = {"held_on": today}
        for n, (skill, level) in enumerate(levels.items()):
            initial |= {f"skill-{n}": skill, f"level-{n}": str(level)}
        super().__init__(data, initial=initial)
        self.today = today
        skills = [("", "—"), *_by_name(catalogue)]
        for n in range(LEVEL_ROWS):
            self._add_level(n, skills)
        for n in range(ACTION_ROWS):
            self._add_action(n)

    def _add_level(self, n: int, skills: list[tuple[str, str]]) -> None:
        self.fields[f"skill-{n}"] = forms.ChoiceField(
            label=f"Skill {n + 1}", required=False, choices=skills
        )
        self.fields[f"level-{n}"] = forms.TypedChoiceField(
            label=f"Agreed level {n + 1}", required=False, choices=[("", "—"), *PROFICIENCIES],
            coerce=int, empty_value=None,
        )  # fmt: skip

    def _add_action(self, n: int) -> None:
        self.fields[f"text-{n}"] = forms.CharField(
            label=f"Action {n + 1}", required=False, max_length=200,
            validators=[validate_plain_text],
        )  # fmt: skip
        self.fields[f"who-{n}"] = forms.ChoiceField(
            label=f"Who {n + 1}", required=False, choices=AgreedAction.Who
        )
        self.fields[f"due-{n}"] = DayField(label=f"Until {n + 1}", required=False)

    def clean_held_on(self) -> date | None:
        return not_after(self.today, self.cleaned_data["held_on"])

    def clean(self) -> None:
        chosen: set[str] = set()
        for n in range(LEVEL_ROWS):
            skill, level = (self.cleaned_data.get(f"{part}-{n}") for part in ("skill", "level"))
            if skill in chosen:
                self.add_error(f"skill-{n}", "This skill stands above already.")
            elif bool(skill) != (level is not None):
                self._miss(n, has_skill=bool(skill))
            if skill:
                chosen.add(skill)
        for n in range(ACTION_ROWS):
            if self.cleaned_data.get(f"due-{n}") and not self.cleaned_data.get(f"text-{n}"):
                self.add_error(f"text-{n}", "Say what is to be done by that day.")
        if not (self.errors or self.to_levels() or self.to_actions() or self.cleaned_data["words"]):
            raise ValidationError("Write down at least one thing that you agreed on.")

    def _miss(self, n: int, *, has_skill: bool) -> None:
        if has_skill and f"level-{n}" not in self.errors:
            self.add_error(f"level-{n}", "Say which level you agreed on, or take the skill out.")
        elif not has_skill and f"skill-{n}" not in self.errors:
            self.add_error(f"skill-{n}", "Say of which skill.")

    def level_rows(self) -> Iterator[tuple[BoundField, BoundField]]:
        for n in range(LEVEL_ROWS):
            yield self[f"skill-{n}"], self[f"level-{n}"]

    def action_rows(self) -> Iterator[tuple[BoundField, BoundField, BoundField]]:
        for n in range(ACTION_ROWS):
            yield self[f"text-{n}"], self[f"who-{n}"], self[f"due-{n}"]

    def to_fields(self) -> dict[str, Any]:
        """What `actions.hold_check_in` takes."""
        return {
            "held_on": self.cleaned_data["held_on"],
            "words": self.cleaned_data["words"],
            "levels": self.to_levels(),
            "agreed": self.to_actions(),
        }

    def to_levels(self) -> dict[str, int]:
        cleaned = self.cleaned_data
        return {
            cleaned[f"skill-{n}"]: cleaned[f"level-{n}"]
            for n in range(LEVEL_ROWS)
            if cleaned.get(f"skill-{n}")
        }

    def to_actions(self) -> list[Agreed]:
        cleaned = self.cleaned_data
        return [
            Agreed(cleaned[f"who-{n}"] or AgreedAction.Who.MENTEE, text, cleaned[f"due-{n}"])
            for n in range(ACTION_ROWS)
            if (text := cleaned.get(f"text-{n}"))
        ]


def _by_name(catalogue: Catalogue) -> list[tuple[str, str]]:
    named = ((skill.id, skill.name) for skill in catalogue.skills.values())
    return sorted(named, key=lambda choice: choice[1].casefold())
