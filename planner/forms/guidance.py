"""What mentors set and suggest, what mentees answer, and what they declare about a quiet time."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from accounts.validators import validate_plain_text
from planner.domain.catalogue import Catalogue
from planner.forms.fields import Data, DayField, Groups, WordsField, offer, skills_by_area
from planner.models import Blocker
from planner.models.fields import PROFICIENCIES

OTHER = "other"


class AssignmentForm(forms.Form):
    """A step: one of those that are next for this person, or any other.

    `steps`: keys such as `docker@2` with their names. `skills`, `certifications`: what the mentee
    has, as far as the mentor may know.
    """

    step = forms.ChoiceField(label="Step", widget=forms.RadioSelect)
    item = forms.ChoiceField(label="Skill or certification", required=False)
    proficiency = forms.ChoiceField(
        label="Up to",
        required=False,
        choices=[("", "—"), *PROFICIENCIES[1:]],
        help_text="For a skill; a certification needs none.",
    )
    due_on = DayField(label="Due", required=False)
    words = WordsField(required=False, help_text="Why this, and what helps. The mentee reads it.")

    def __init__(
        self,
        data: Data = None,
        *,
        steps: Sequence[tuple[str, str]],
        catalogue: Catalogue,
        skills: Mapping[str, int],
        certifications: Collection[str],
        today: date,
    ) -> None:
        super().__init__(data, initial={} if steps else {"step": OTHER})
        self.catalogue, self.today = catalogue, today
        self.skills, self.certifications = skills, certifications
        offer(self, "step", [*steps, (OTHER, "Something else, chosen below")])
        offer(self, "item", [("", "Choose one"), *_things(catalogue)])

    def clean_due_on(self) -> date | None:
        day: date | None = self.cleaned_data["due_on"]
        if day is not None and day < self.today:
            raise ValidationError("This day is over. Choose today or a later one.")
        return day

    def clean(self) -> None:
        step = self.cleaned_data.get("step")
        if step is None or "item" in self.errors or "proficiency" in self.errors:
            return
        if step != OTHER:
            id_, _, end = step.partition("@")
            self._set(id_, int(end) if id_ in self.catalogue.skills else None)
        elif not self.cleaned_data["item"]:
            self.add_error("item", "Choose a skill or a certification.")
        else:
            self._set_other(self.cleaned_data["item"], self.cleaned_data["proficiency"])

    def _set_other(self, id_: str, proficiency: str) -> None:
        if id_ in self.catalogue.certifications:
            self._set(id_, None)
        elif not proficiency:
            self.add_error("proficiency", "Say up to which level.")
        else:
            self._set(id_, int(proficiency))

    def _set(self, id_: str, proficiency: int | None) -> None:
        is_there = (
            id_ in self.certifications
            if proficiency is None
            else self.skills.get(id_, 0) >= proficiency
        )
        if is_there:
            self.add_error("item", "That is there already.")
        self.cleaned_data |= {"id_": id_, "level": proficiency}

    def to_fields(self) -> dict[str, Any]:
        """What `actions.assign` takes."""
        cleaned = self.cleaned_data
        return {
            "id_": cleaned["id_"],
            "proficiency": cleaned["level"],
            "due_on": cleaned["due_on"],
            "words": cleaned["words"],
        }


def _things(catalogue: Catalogue) -> Groups:
    """Skills by area, then the certifications that can still be earned."""
    earnable = [(c.id, c.name) for c in catalogue.certifications.values() if not c.is_retired]
    return [*skills_by_area(catalogue), ("Certifications", earnable)]


class GoalForm(forms.Form):
    """`target`: what the mentee aims at by now; `reached`: where they are, empty if not known."""

    level = forms.ChoiceField(label="Level")
    words = WordsField(required=False, help_text="Why this level. The mentee reads it.")

    def __init__(
        self, data: Data = None, *, catalogue: Catalogue, target: str | None, reached: str
    ) -> None:
        super().__init__(data)
        self.catalogue, self.target, self.reached = catalogue, target, reached
        offer(self, "level", [(level.code, level.name) for level in catalogue.levels])

    def clean_level(self) -> str:
        level: str = self.cleaned_data["level"]
        if level == self.target:
            raise ValidationError("That is the target already.")
        refuse_level_below(self.catalogue, self.reached, level)
        return level


def refuse_level_below(catalogue: Catalogue, reached: str, level: str) -> None:
    """A level below the one reached is no goal. Raises ValidationError."""
    levels = catalogue.levels_by_code
    if reached in levels and levels[level].order < levels[reached].order:
        raise ValidationError(f"{levels[reached].name} is reached already, which is above.")


class AnswerForm(forms.Form):
    """What a mentee says on declining."""

    words = WordsField(label="Why", required=False, help_text="Your mentor reads it.")


class PauseForm(forms.Form):
    starts_on = DayField(label="First day")
    ends_on = DayField(label="Last day")
    words = WordsField(
        rows=2, required=False, help_text="If you like. Mentors who may see your plan read it."
    )

    def clean(self) -> None:
        first, last = (self.cleaned_data.get(name) for name in ("starts_on", "ends_on"))
        if first and last and last < first:
            self.add_error("ends_on", "This is before the first day.")


class BlockerForm(forms.Form):
    severity = forms.ChoiceField(
        label="How much it holds you up", choices=Blocker.Severity, widget=forms.RadioSelect
    )
    text = forms.CharField(
        label="What is in the way",
        max_length=200,
        validators=[validate_plain_text],
        help_text="Mentors who may see your plan read it.",
    )
