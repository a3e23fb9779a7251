"""Who needs attention, reminders, and which mails somebody wants."""

from accounts.mail import off_token
from accounts.models import MailKind, User
from tests.permissions.rows import EVERYBODY, SAME_COHORT, SIGNED_IN, Row
from tests.permissions.world import ALICE, MIRA, REVIEW

OFF = off_token(User(pk=ALICE), MailKind.NUDGE)

ROWS: dict[str, Row] = {
    "planner:cohort_attention": Row(
        mentors=True, read=SAME_COHORT, shows={"name", "blocker", "nudge"}, seen="people",
        write={"mira"}, payload={"reminder": f"review:{REVIEW}@{MIRA}@14", "do": "hold"},
    ),
    "planner:mail_choices": Row(
        read=SIGNED_IN, write=SIGNED_IN, payload={"wanted": ["review"]}, done="/mail/"
    ),
    "planner:unsubscribe": Row(
        public=True, read=EVERYBODY, write=EVERYBODY, arguments={"signed": OFF}
    ),
}  # fmt: skip
