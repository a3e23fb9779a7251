"""Somebody's own data as a file."""

from __future__ import annotations

from collections.abc import Mapping

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from planner.documents.personal.document import MAX_BYTES, PersonalFileError, Rows, read_tables

TOO_LARGE = "too_large"


class PersonalFileForm(forms.Form):
    """Once it is valid, `tables` has what the file holds; whether it can be taken in is unsaid."""

    tables: Mapping[str, Rows]
    file = forms.FileField(
        label="JSON file",
        widget=forms.FileInput(attrs={"accept": ".json,application/json"}),
        help_text="The one that you downloaded here or on another Waymark. At most 5 MB.",
        error_messages={
            "required": "Choose a file.",
            "missing": "Choose a file.",
            "empty": "The file is empty.",
        },
    )

    def clean_file(self) -> UploadedFile[bytes]:
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if file.size is None or file.size > MAX_BYTES:
            raise ValidationError("The file is larger than 5 MB.", code=TOO_LARGE)
        try:
            self.tables = read_tables(file.read())
        except PersonalFileError as error:
            raise ValidationError(list(error.problems)) from error
        return file

    @property
    def is_too_large(self) -> bool:
        return self.has_error("file", TOO_LARGE)
