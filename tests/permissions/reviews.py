"""Evidence, asking for review, the queue, decisions, notes, snippets."""

from planner.models import SkillClaim
from tests.permissions import world
from tests.permissions.rows import ALICE, MENTORS, MIRA, SIGNED_IN, Row

EVIDENCE = {"kind": "text", "title": "A talk", "text": "On queues", "skills": ["docker"]}
SNIPPET = {"title": "Nearly", "skill": "", "text": "Nearly there."}
MINE = {"mentors": True, "write": MIRA}  # of Alice, who shows Mira alone


def claimed_docker(user):
    """Asking says what the page showed as claimed."""
    claim = SkillClaim.objects.get(profile__user=user, skill="docker")
    return {"claimed": str(claim.proficiency), "words": "Have a look"}


ROWS: dict[str, Row] = {
    "planner:evidence": Row(read=SIGNED_IN),
    "planner:evidence_new": Row(
        read=SIGNED_IN, write=SIGNED_IN, payload=EVIDENCE, done="/evidence/"
    ),
    "planner:evidence_edit": Row(read=ALICE, write=ALICE, payload=EVIDENCE, done="/evidence/"),
    "planner:evidence_remove": Row(write=ALICE, done="/evidence/"),
    "planner:review_ask": Row(
        read=SIGNED_IN, write=SIGNED_IN - {"charlie"}, payload=claimed_docker,
        done="/my-reviews/", refused={"charlie": 409},
    ),
    "planner:my_reviews": Row(read=SIGNED_IN),
    "planner:review_seen": Row(
        write=ALICE, done="/my-reviews/", arguments={"pk": world.ANSWERED}
    ),
    "planner:review_withdraw": Row(write=ALICE, done="/my-reviews/"),
    "planner:reviews": Row(mentors=True, read=MENTORS, shows={"name"}, seen="queue"),
    "planner:reviews_confirm": Row(
        mentors=True, read=MIRA, write=MIRA, denied="/reviews/", query=f"review={world.REVIEW}",
        payload={"review": [world.REVIEW]}, done="/reviews/", shows={"name"}, seen="queue",
    ),
    "planner:review": Row(
        mentors=True, read=MIRA, seen="review",
        shows={"name", "asking", "evidence", "note"},
    ),
    "planner:review (blind)": Row(
        mentors=True, read=MIRA, seen="review", query="blind=on", shows={"name", "evidence"}
    ),
    "planner:review_claim": Row(**MINE),
    "planner:review_release": Row(**MINE, done="/reviews/", arguments={"pk": world.CLAIMED}),
    "planner:review_rate": Row(**MINE, payload={"proficiency": "2"}),
    "planner:review_decide": Row(**MINE, payload={"kind": "confirm"}, done="/reviews/"),
    "planner:notes": Row(
        **MINE, read=MIRA, payload={"text": "Asks well"}, shows={"name", "note"}, seen="notes"
    ),
    "planner:note_remove": Row(**MINE),
    "planner:snippets": Row(mentors=True, read=MENTORS, shows={"snippet"}),
    "planner:snippet_new": Row(mentors=True, read=MENTORS, write=MENTORS, payload=SNIPPET),
    "planner:snippet_edit": Row(**MINE, read=MIRA, payload=SNIPPET, shows={"snippet"}),
    "planner:snippet_remove": Row(**MINE),
}  # fmt: skip
