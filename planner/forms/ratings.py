"""How well a mentor thinks that somebody can do something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django import forms
from django.forms import BoundField

from planner.domain.catalogue import Skill
from planner.forms.fields import Data
from planner.models.fields import PROFICIENCIES


class RatingForm(forms.Form):
    proficiency = forms.TypedChoiceField(choices=PROFICIENCIES, coerce=int)


class BlindForm(forms.Form):
    """A choice a skill, without what the mentee says of it; what is left out is not rated."""

    def __init__(self, data: Data = None, *, skills: Sequence[Skill]) -> None:
        super().__init__(data)
        self.skills = skills
        for skill in skills:
            self.fields[_name(skill)] = forms.TypedChoiceField(
                label=skill.name,
                choices=[("", "No opinion"), *PROFICIENCIES],
                coerce=int,
                empty_value=None,
                required=False,
                widget=forms.RadioSelect,
            )

    def clean(self) -> None:
        if not self.errors and not self.to_ratings():
            raise forms.ValidationError("Rate at least one skill.")

    def rows(self) -> Iterator[tuple[Skill, BoundField]]:
        for skill in self.skills:
            yield skill, self[_name(skill)]

    def to_ratings(self) -> dict[str, int]:
        """The proficiency by skill, of those that were rated."""
        given = {skill.id: self.cleaned_data.get(_name(skill)) for skill in self.skills}
        return {skill: level for skill, level in given.items() if level is not None}


def _name(skill: Skill) -> str:
    return f"rating-{skill.id}"
