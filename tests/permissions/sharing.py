"""What somebody shows by a link, and where everything is set."""

from tests.permissions.rows import ALICE, EVERYBODY, SIGNED_IN, Row
from tests.permissions.world import FEED, SHARED

LINK = {"parts": ["name", "skills"], "seen": "name skills", "label": "Acme", "days": "30"}

ROWS: dict[str, Row] = {
    "planner:share": Row(read=SIGNED_IN),
    "planner:share_new": Row(
        read=SIGNED_IN, write=SIGNED_IN, payload=LINK, done=200, target="preview"
    ),
    "planner:share_link": Row(read=ALICE),
    "planner:share_revoke": Row(write=ALICE, done="/share/"),
    "planner:shared": Row(public=True, read=EVERYBODY, arguments={"token": SHARED}),
    "planner:calendar": Row(read=SIGNED_IN),
    "planner:calendar_new": Row(write=SIGNED_IN, done=200),
    "planner:calendar_off": Row(write=SIGNED_IN, idle=SIGNED_IN - ALICE, done="/calendar/"),
    "planner:calendar_feed": Row(public=True, read=EVERYBODY, arguments={"token": FEED}),
    "planner:settings": Row(
        read=SIGNED_IN, write=SIGNED_IN, done="/settings/",
        payload={"name": "Somebody", "time_zone": "Pacific/Auckland"},
    ),
}  # fmt: skip
