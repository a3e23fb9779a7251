"""A list of people to invite: the file."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from planner.rosters import MAX_BYTES, Roster, RosterError, read_roster

TOO_LARGE = "too_large"


class RosterForm(forms.Form):
    """Once it is valid, `roster` has what the file says."""

    roster: Roster
    file = forms.FileField(
        label="CSV file",
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,text/csv,text/plain"}),
        help_text="At most 1 MB and 1,000 people.",
        error_messages={
            "required": "Choose a file.",
            "missing": "Choose a file.",
            "empty": "The file is empty.",
        },
    )

    def clean_file(self) -> UploadedFile[bytes]:
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if file.size is None or file.size > MAX_BYTES:
            raise ValidationError(
                "The file is larger than 1 MB. A list of 1,000 people is far smaller.",
                code=TOO_LARGE,
            )
        try:
            self.roster = read_roster(file.read())
        except RosterError as error:
            raise ValidationError(str(error)) from error
        return file

    @property
    def is_too_large(self) -> bool:
        return self.has_error("file", TOO_LARGE)
