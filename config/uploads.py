"""Files that people send: in memory, up to a limit, and never on the disk."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler

READ_AT_MOST = 4  # times the limit; of what is larger not a byte is read


class MemoryUploadHandler(FileUploadHandler):
    """Keep a file up to `MAX_UPLOAD_SIZE` bytes. Of a larger one only the size is kept.

    Its bytes are read and dropped, because a browser that is not listened to shows no answer.
    """

    def handle_raw_input(
        self, input_data: Any, meta: Any, content_length: int, boundary: Any, encoding: Any = None
    ) -> None:
        if content_length > READ_AT_MOST * settings.MAX_UPLOAD_SIZE:
            raise RequestDataTooBig("The request is far larger than any file may be.")

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.kept = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if start + len(raw_data) <= settings.MAX_UPLOAD_SIZE:
            self.kept.write(raw_data)
        else:
            self.kept = BytesIO()

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        self.kept.seek(0)
        return InMemoryUploadedFile(
            file=self.kept,
            field_name=self.field_name,
            name=self.file_name,
            content_type=self.content_type,
            size=file_size,
            charset=self.charset,
            content_type_extra=self.content_type_extra,
        )
