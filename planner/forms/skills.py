"""Finding a skill, and saying how well one can do it."""

from __future__ import annotations

from django import forms

from accounts.validators import validate_plain_text
from planner.domain.developer import Proficiency

NOT_ASSESSED = "unassessed"
PROFICIENCIES = [
    (NOT_ASSESSED, "Not assessed"),
    *((str(level.value), level.name.capitalize()) for level in Proficiency),
]


class SkillSearchForm(forms.Form):
    q = forms.CharField(
        label="Skill", max_length=60, required=False, validators=[validate_plain_text]
    )
    area = forms.SlugField(max_length=32, required=False)


class ProficiencyForm(forms.Form):
    """`was` is what the page showed: if another tab was faster, nothing is overwritten.

    `adopt`: whether it is what a mentor said.
    """

    proficiency = forms.ChoiceField(choices=PROFICIENCIES)
    was = forms.ChoiceField(choices=PROFICIENCIES)
    adopt = forms.BooleanField(required=False)

    def clean_proficiency(self) -> int | None:
        return _level(self.cleaned_data["proficiency"])

    def clean_was(self) -> int | None:
        return _level(self.cleaned_data["was"])


def _level(choice: str) -> int | None:
    return None if choice == NOT_ASSESSED else int(choice)
