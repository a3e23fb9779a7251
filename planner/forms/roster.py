"""A list of people to invite: the file."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from planner.forms.fields import UploadField, UploadForm
from planner.rosters import MAX_BYTES, TOO_LARGE, Roster, RosterError, read_roster


class RosterForm(UploadForm):
    """Once it is valid, `roster` has what the file says."""

    roster: Roster
    file = UploadField(
        label="CSV file",
        accept=".csv,.txt,text/csv,text/plain",
        help_text="At most 1 MB and 1,000 people.",
        max_bytes=MAX_BYTES,
        too_large=TOO_LARGE,
    )

    def clean_file(self) -> UploadedFile[bytes]:
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        try:
            self.roster = read_roster(file.read())
        except RosterError as error:
            raise ValidationError(str(error)) from error
        return file
