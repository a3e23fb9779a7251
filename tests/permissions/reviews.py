"""Evidence, asking for review, the queue, decisions, snippets."""

from tests.permissions.rows import Row

ROWS: dict[str, Row] = {}
