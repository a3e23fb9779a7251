"""A text or a file to read skills out of, and which of them to take over."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from planner.domain.catalogue import Catalogue
from planner.domain.developer import Proficiency
from planner.forms.fields import UploadField, UploadForm
from planner.importing import MAX_BYTES, FileProblemError
from planner.importing.problems import PROBLEMS
from planner.names import listed, proficiency
from planner.queries.reading import Read, read, source_of

NOT_ME = "no"
LEVELS = [(str(int(level)), proficiency(level)) for level in Proficiency if level]
MOST_NAMED = 8
MOST_SENT = 200_000  # characters that a browser sends; more than are read
ACCEPTED = (
    ".pdf,.docx,.txt,.md,.json,.csv,.zip,.toml,.xml,.mod,.in,.yml,.yaml,.gradle,.kts,.csproj,.cfg,.py,"
    "text/plain"
)
EMPTY = "Paste a text, or choose a file."
BOTH = "Paste a text or choose a file, not both."
NOTHING_CHOSEN = "Nothing was added: choose a level for at least one skill."
NO_CHOICE = "Nothing was added: one of the answers is none of those offered."


class ReadForm(UploadForm):
    """Once it is valid, `found` has what was read."""

    found: Read
    text = forms.CharField(
        label="Text of a CV, or of manifests",
        required=False,
        help_text="Of a long text the first 100 KB are read.",
        widget=forms.Textarea(attrs={"maxlength": MOST_SENT, "spellcheck": "false"}),
    )
    file = UploadField(
        label="Or a file",
        required=False,
        accept=ACCEPTED,
        help_text="PDF, Word (.docx), text, JSON Resume, LinkedIn export, requirements.txt and the"
        " like, or a zip of manifests. At most 5 MB.",
        max_bytes=MAX_BYTES,
        too_large=PROBLEMS["too-large"],
    )

    def __init__(self, *args: Any, catalogue: Catalogue, today: date) -> None:
        super().__init__(*args)
        self._catalogue, self._today = catalogue, today

    def clean(self) -> None:
        text, file = self.cleaned_data.get("text"), self.cleaned_data.get("file")
        if self.errors:
            return
        if text and file:
            raise ValidationError(BOTH)
        if not text and not file:
            raise ValidationError(EMPTY)
        field, content = (
            ("file", file.read()) if file else ("text", str(text).encode(errors="replace"))
        )
        try:
            self.found = self._read(content, (file.name or "") if file else "")
        except (FileProblemError, ValueError) as error:
            self.add_error(field, str(error))

    def _read(self, content: bytes, name: str) -> Read:
        found = read(source_of(content, name), self._catalogue, self._today)
        if not found.found:
            raise ValueError(_nothing(found))
        return found


def _nothing(found: Read) -> str:
    if found.problems:
        return " ".join(found.problems)
    terms = found.unknown_terms[:MOST_NAMED]
    named = f" It names {listed(terms)}, which the catalogue does not have." if terms else ""
    return f"No skill that the catalogue knows is named here.{named}"


class LevelsForm(forms.Form):
    """A level for each skill that was found, or that it is left out."""

    def __init__(self, *args: Any, skills: Mapping[str, str]) -> None:
        super().__init__(*args)
        for skill, name in skills.items():
            self.fields[field_of(skill)] = forms.ChoiceField(
                choices=[(NOT_ME, "Not me"), *LEVELS], label=name, required=False
            )
        self._skills = skills

    def clean(self) -> None:
        if self.errors:
            raise ValidationError(NO_CHOICE)
        if not self.levels:
            raise ValidationError(NOTHING_CHOSEN)

    @property
    def answers(self) -> dict[str, str]:
        """What was answered of each skill, empty if nothing was."""
        return {skill: self.cleaned_data.get(field_of(skill), "") for skill in self._skills}

    @property
    def levels(self) -> dict[str, int]:
        """The levels to set."""
        return {
            skill: int(answer)
            for skill, answer in self.answers.items()
            if answer not in ("", NOT_ME)
        }


def field_of(skill: str) -> str:
    """What the field for a skill is called."""
    return f"level-{skill}"
