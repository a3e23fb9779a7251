"""Everything of a person as a document: what is in it, and how it is read again."""

from planner.documents.personal.document import FORMAT, VERSION
from planner.documents.personal.others import MODELS_LEFT_OUT, OTHERS, RELATIONS_LEFT_OUT
from planner.documents.personal.own import OWN
from planner.documents.personal.table import Table

TABLES = (*OWN, *OTHERS)

__all__ = [
    "FORMAT",
    "MODELS_LEFT_OUT",
    "OTHERS",
    "OWN",
    "RELATIONS_LEFT_OUT",
    "TABLES",
    "VERSION",
    "Table",
]
