"""Files that people send: bytes in, text out. The only place with libraries for file formats."""

from planner.importing.files import Imported, import_file
from planner.importing.limits import MAX_BYTES
from planner.importing.problems import FileProblemError

__all__ = ["MAX_BYTES", "FileProblemError", "Imported", "import_file"]
