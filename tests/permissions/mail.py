"""Who needs attention, reminders, and which mails somebody wants."""

from tests.permissions.rows import Row

ROWS: dict[str, Row] = {}
