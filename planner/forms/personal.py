"""Somebody's own data as a file."""

from __future__ import annotations

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from planner.documents.personal.document import MAX_BYTES, PersonalFileError, Rows, read_tables
from planner.forms.fields import UploadField, UploadForm


class PersonalFileForm(UploadForm):
    """Once it is valid, `tables` has what the file holds; whether it can be taken in is unsaid."""

    tables: Mapping[str, Rows]
    file = UploadField(
        label="JSON file",
        accept=".json,application/json",
        help_text="The one that you downloaded here or on another Waymark. At most 5 MB.",
        max_bytes=MAX_BYTES,
        too_large="The file is larger than 5 MB.",
    )

    def clean_file(self) -> UploadedFile[bytes]:
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        try:
            self.tables = read_tables(file.read())
        except PersonalFileError as error:
            raise ValidationError(list(error.problems)) from error
        return file
