"""A plan as files to take along. Pure writers: the same sheet gives the same bytes."""

from planner.exports.formats import FORMATS, Format, file_name
from planner.exports.sheet import Sheet, lay_out

__all__ = ["FORMATS", "Format", "Sheet", "file_name", "lay_out"]
