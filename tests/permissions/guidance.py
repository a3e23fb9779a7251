"""The pages about one mentee, what mentors give along, pauses and blockers."""

from django.utils import timezone

from tests.permissions.rows import ALICE, MIRA, SIGNED_IN, Row

MINE = {"mentors": True, "write": MIRA}  # of Alice, who shows Mira alone
READ = {"mentors": True, "read": MIRA}
BOTH = READ | MINE
OWN = {"read": ALICE, "write": ALICE}
STEP = {"step": "other", "item": "kafka", "proficiency": "2"}
PAUSE = {"starts_on": "2027-01-01", "ends_on": "2027-01-07"}
BLOCKER = {"severity": "slows", "text": "Exams"}


def talked(user):
    return {"held_on": timezone.localdate().isoformat(), "words": "We talked"}


ROWS: dict[str, Row] = {
    # For mentors
    "planner:mentee": Row(**READ, shows={"name"}, seen="gaps"),
    "planner:mentee_plan": Row(
        **READ, shows={"name", "assignment", "goal", "pause", "blocker"}, seen="plan"
    ),
    "planner:mentee_evidence": Row(**READ, shows={"name", "evidence"}, seen="evidence"),
    "planner:mentee_ratings": Row(**READ, shows={"name"}, seen="gaps"),
    "planner:mentee_ratings_blind": Row(
        **BOTH, payload={"rating-python": "2"}, shows={"name"}, seen="gaps"
    ),
    "planner:mentee_rate": Row(**MINE, payload={"proficiency": "3"}),
    "planner:assignment_new": Row(**BOTH, payload=STEP, shows={"name"}, seen="plan"),
    "planner:assignment_withdraw": Row(**MINE),
    "planner:goal_suggest": Row(
        **BOTH, payload={"level": "senior", "words": "Go on"}, shows={"name"}, seen="plan"
    ),
    "planner:goal_withdraw": Row(**MINE),
    "planner:check_ins": Row(**READ, shows={"name", "check_in"}, seen="check_in"),
    "planner:check_in_new": Row(**BOTH, payload=talked, shows={"name"}, seen="check_in"),
    "planner:check_in": Row(**READ, shows={"name", "check_in"}, seen="check_in"),
    "planner:check_in_action": Row(**MINE, payload={"done": "1"}),
    # For mentees
    "planner:guidance": Row(read=SIGNED_IN),
    "planner:my_ratings": Row(read=SIGNED_IN),
    "planner:assignment_first": Row(write=ALICE, done="/roadmap/"),
    "planner:assignment_decline": Row(**OWN, payload={"words": "No time"}, done="/guidance/"),
    "planner:goal_accept": Row(write=ALICE, done="/guidance/"),
    "planner:goal_decline": Row(**OWN, payload={"words": "Not yet"}, done="/guidance/"),
    "planner:my_check_in": Row(read=ALICE),
    "planner:my_check_in_adopt": Row(write=ALICE, payload={"was-git": "2"}),
    "planner:my_check_in_action": Row(write=ALICE, payload={"done": "1"}),
    "planner:pause_new": Row(
        read=SIGNED_IN, write=SIGNED_IN, payload=PAUSE, done="/guidance/"
    ),
    "planner:pause_edit": Row(**OWN, payload=PAUSE, done="/guidance/"),
    "planner:pause_remove": Row(write=ALICE, done="/guidance/"),
    "planner:blocker_new": Row(
        read=SIGNED_IN, write=SIGNED_IN, payload=BLOCKER, done="/guidance/"
    ),
    "planner:blocker_resolve": Row(write=ALICE, done="/guidance/"),
}  # fmt: skip
