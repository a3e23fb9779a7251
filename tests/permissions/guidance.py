"""The pages about one mentee, what mentors give along, pauses and blockers."""

from tests.permissions.rows import Row

ROWS: dict[str, Row] = {}
