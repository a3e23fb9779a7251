"""Cohorts, invitations, who sees what; the matrix, the list, files out and in."""

from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.permissions import world
from tests.permissions.rows import (
    ALICE,
    EVERYBODY,
    MENTORS,
    MIRA,
    SAME_COHORT,
    SIGNED_IN,
    Row,
)

COHORT = {"name": "Winter", "starts_on": "2026-12-01", "ends_on": "2027-03-01", "level": "entry"}
LIST = b"email,name\nzoe@example.com,Zoe\n"
LOOK = {"mentors": True, "read": SAME_COHORT, "shows": {"name"}}  # Mira; Nick sees but the name
INSIDE = dict.fromkeys(ALICE | SAME_COHORT | {"sam"}, 409)  # who is in the cohort already


def roster(user):
    return {"file": SimpleUploadedFile("people.csv", LIST)}


def looked_at(user):
    """What the page of the roster sends along once it was looked at."""
    people = [[2, "zoe@example.com", "Zoe"]]
    return {"people": signing.dumps(people, salt=f"roster of cohort {world.COHORT} by {user.pk}")}


ROWS: dict[str, Row] = {
    "planner:second_factor": Row(read=SIGNED_IN, named=dict.fromkeys(MENTORS, "/cohorts/")),
    "planner:cohorts": Row(mentors=True, read=MENTORS),
    "planner:cohort_new": Row(mentors=True, read=MENTORS, write=MENTORS, payload=COHORT),
    "planner:cohort_edit": Row(
        mentors=True, read=SAME_COHORT, write=SAME_COHORT, payload=COHORT, done="/cohorts/"
    ),
    "planner:cohort_close": Row(mentors=True, read=MIRA, write=MIRA, done="/cohorts/"),
    "planner:cohort_mentors": Row(mentors=True, read=SAME_COHORT),
    "planner:cohort_hand_over": Row(mentors=True, write=MIRA, arguments={"mentor": world.NICK}),
    "planner:cohort_remove_mentor": Row(
        mentors=True, read=MIRA, write=MIRA, arguments={"mentor": world.NICK}
    ),
    "planner:cohort_leave": Row(
        mentors=True, read=SAME_COHORT, write={"nick"}, done="/cohorts/", refused={"mira": 409}
    ),
    "planner:cohort_remove_mentee": Row(
        mentors=True, read=SAME_COHORT, write=SAME_COHORT, shows={"name"}
    ),
    "planner:cohort_invitations": Row(
        mentors=True, read=SAME_COHORT, write=SAME_COHORT, shows={"name", "invited"},
        payload={"addresses": "zoe@example.com", "role": "mentee"},
    ),
    "planner:cohort_link": Row(mentors=True, write=SAME_COHORT),
    "planner:invitation_withdraw": Row(mentors=True, write=SAME_COHORT),
    "planner:invitation_resend": Row(mentors=True, write=SAME_COHORT),
    "planner:cohort": Row(**LOOK, seen="matrix", target="cohort-matrix"),
    "planner:cohort_people": Row(**LOOK, seen="people", target="cohort-people"),
    "planner:cohort_export": Row(**LOOK, seen="export"),
    "planner:cohort_export (xlsx)": Row(**LOOK, seen="export", arguments={"kind": "xlsx"}),
    "planner:cohort_roster": Row(
        mentors=True, read=SAME_COHORT, write=SAME_COHORT, idle=SAME_COHORT, payload=roster
    ),
    "planner:cohort_roster_confirm": Row(mentors=True, write=SAME_COHORT, payload=looked_at),
    "planner:invitation_open": Row(public=True, read=EVERYBODY, page="/invitation/"),
    "planner:invitation": Row(
        public=True, read=EVERYBODY, named=INSIDE, write=SIGNED_IN - set(INSIDE), denied=409,
        payload={"scopes": ["skills"], "mentors": [world.MIRA]},
    ),
    "planner:invitation_decline": Row(write=SIGNED_IN, done="/dashboard/"),
    "planner:invitation_sign_out": Row(
        write=SIGNED_IN, idle=SIGNED_IN, done="/invitation/"
    ),
    "planner:mentors": Row(read=SIGNED_IN),
    "planner:consent_change": Row(write=ALICE, payload={"scopes": ["plan"]}, done="/mentors/"),
    "planner:cohort_quit": Row(write=ALICE, done="/mentors/"),
}  # fmt: skip
