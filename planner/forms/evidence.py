"""Evidence: what it is, where it is, and which skills it speaks for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from accounts.validators import validate_plain_text, validate_text
from planner.domain.catalogue import Catalogue
from planner.forms.fields import Data, LinkField, offer
from planner.models import Evidence
from planner.models.reviews import MAX_TEXT

LINK_OR_TEXT = "Give a link or a text, or both."
MOST_SKILLS = 20


class EvidenceFields(forms.Form):
    """The parts of evidence that say what it is."""

    kind = forms.ChoiceField(label="Kind", choices=Evidence.Kind.choices)
    title = forms.CharField(label="Title", max_length=120, validators=[validate_plain_text])
    url = LinkField(
        label="Link",
        required=False,
        help_text="To something that your mentors can open.",
    )
    text = forms.CharField(
        label="Text",
        required=False,
        max_length=MAX_TEXT,
        validators=[validate_text],
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="What you did, and what somebody else should look at.",
    )

    def clean(self) -> None:
        if not self.errors and not (self.cleaned_data["url"] or self.cleaned_data["text"]):
            raise ValidationError(LINK_OR_TEXT)


class EvidenceForm(EvidenceFields):
    """`q` only finds more skills to choose from: it is no part of the evidence."""

    skills = forms.MultipleChoiceField(
        label="Skills that it shows",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one skill that it speaks for."},
    )
    q = forms.CharField(
        label="Find a skill",
        max_length=60,
        required=False,
        validators=[validate_plain_text],
        help_text="By any name it goes by: “k8s”, “postgres”, “js”.",
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )

    def __init__(
        self, data: Data = None, *, catalogue: Catalogue, initial: dict[str, Any] | None = None
    ) -> None:
        super().__init__(data, initial=initial)
        offer(self, "skills", [(skill.id, skill.name) for skill in catalogue.skills.values()])

    def clean_skills(self) -> list[str]:
        chosen: list[str] = self.cleaned_data["skills"]
        if len(chosen) > MOST_SKILLS:
            raise ValidationError(f"Choose up to {MOST_SKILLS} skills: those it shows best.")
        return chosen

    def to_fields(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "q"}

    @property
    def chosen(self) -> list[str]:
        """The skills that are ticked now, whether or not the form is complete."""
        return [str(id_) for id_ in self["skills"].value() or ()]


class NewEvidenceForm(EvidenceFields):
    """Evidence that is added along with something else, or nothing at all."""

    prefix = "new"
    use_required_attribute = False

    def __init__(self, data: Data = None) -> None:
        super().__init__(data, empty_permitted=True)
        self.fields["kind"].initial = Evidence.Kind.REPOSITORY

    def has_changed(self) -> bool:
        """A kind is always chosen, so that it alone says nothing."""
        return any(name != "kind" for name in self.changed_data)

    def to_fields(self, skills: Iterable[str]) -> dict[str, Any] | None:
        """The columns; None if nothing was written."""
        return {**self.cleaned_data, "skills": list(skills)} if self.cleaned_data else None


def initial_of(evidence: Evidence) -> dict[str, Any]:
    return {
        "kind": evidence.kind,
        "title": evidence.title,
        "url": evidence.url,
        "text": evidence.text,
        "skills": [skill.pk for skill in evidence.skills.all()],
    }
