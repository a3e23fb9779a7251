"""What others wrote, what refers to others, and what the site notes: in the file to be read."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.admin.models import LogEntry

from accounts.models import (
    Cohort,
    CohortMentor,
    Consent,
    Erasure,
    Invitation,
    Membership,
    SentMail,
    Sighting,
)
from planner.documents.personal.table import Table, same
from planner.models import (
    AgreedAction,
    AgreedLevel,
    Assignment,
    CalendarFeed,
    CertificateReminder,
    CheckIn,
    GoalSuggestion,
    MentorRating,
    Nudge,
    PrivateNote,
    Programme,
    ReviewDecision,
    ReviewRequest,
    ShareLink,
    Snippet,
)

OWNER = ("profile__user",)
BY_MENTOR = {"mentor": "mentor__name"}
IN_COHORT = {"cohort": "cohort__name"}
HIDDEN = "a secret; only what it opens is of interest"
DIGEST = "the digest of a secret"
OTHERS_DATA = "it is about somebody else, and in their file"

ACCOUNT_TABLES = (
    Table(
        name="email_addresses", title="E-mail addresses", model=EmailAddress, owners=("user",),
        fields=same("email", "verified", "primary"),
    ),
    Table(
        name="second_factors", title="Second factors", model=Authenticator, owners=("user",),
        fields=same("type", "created_at", "last_used_at"), left_out={"data": HIDDEN},
    ),
    Table(
        name="sessions", title="Sessions", model=UserSession, owners=("user",),
        fields=same("ip", "user_agent", "created_at", "last_seen_at"),
        left_out={"session_key": HIDDEN, "data": "always empty here"},
    ),
    Table(
        name="sent_mails", title="Mails sent to you", model=SentMail, owners=("user",),
        fields=same("kind", "sent_at"),
    ),
    Table(
        name="erasure", title="Erasure asked for", model=Erasure, owners=("user",),
        fields=same("asked_at", "due_at", "is_for_inactivity"),
    ),
    Table(
        name="admin_acts", title="Changes of the catalogue", model=LogEntry, owners=("user",),
        fields=same("action_time", "action_flag", "object_id", "object_repr", "change_message")
        | {"what": "content_type__model"},
    ),
    Table(
        name="certificate_reminders", title="Reminders of certificates", owners=OWNER,
        model=CertificateReminder,
        fields=same("certification_id", "expires_on", "days", "sent_at"),
    ),
    Table(
        name="share_links", title="Shared links", model=ShareLink, owners=OWNER,
        fields=same("label", "parts", "created_at", "expires_at", "revoked_at", "opened"),
        left_out={"digest": DIGEST},
    ),
    Table(
        name="calendar_feed", title="Calendar feed", model=CalendarFeed, owners=OWNER,
        fields=same("created_at", "last_read_at"), left_out={"digest": DIGEST},
    ),
)  # fmt: skip
MENTEE_TABLES = (
    Table(
        name="review_requests", title="Requests for review", model=ReviewRequest, owners=OWNER,
        fields=same(
            "skill_id", "version", "proficiency", "words", "asked_at", "claimed_until",
            "closed_at", "closed_as",
        )
        | {"claimed_by": "claimed_by__name"},
        lists={"evidence": "evidence"}, refers={"evidence": "evidence"}, is_numbered=True,
    ),
    Table(
        name="review_decisions", title="Answers to reviews", model=ReviewDecision,
        owners=("request__profile__user",), refers={"request": "review_requests"},
        fields=same(
            "request_id", "kind", "proficiency", "words", "decided_at", "seen_at", "lapsed_at"
        )
        | BY_MENTOR,
    ),
    Table(
        name="ratings", title="Ratings by mentors", model=MentorRating, owners=OWNER,
        fields=same("skill_id", "proficiency", "saw_claim", "rated_at") | BY_MENTOR,
        left_out={"decision": "the answer to the review that it came from is in its own table"},
    ),
    Table(
        name="notes_about_you", title="Notes of mentors about you", model=PrivateNote,
        owners=OWNER, fields=same("text", "written_at") | BY_MENTOR,
    ),
    Table(
        name="assignments", title="Steps that mentors set", model=Assignment, owners=OWNER,
        fields=same(
            "skill_id", "proficiency", "certification_id", "due_on", "words", "assigned_at",
            "withdrawn_at", "declined_at", "answer",
        )
        | BY_MENTOR,
    ),
    Table(
        name="goals", title="Goals that mentors suggested", model=GoalSuggestion, owners=OWNER,
        fields=same(
            "level_id", "words", "suggested_at", "accepted_at", "declined_at", "answer"
        )
        | BY_MENTOR,
    ),
    Table(
        name="check_ins", title="Check-ins", model=CheckIn, owners=OWNER, is_numbered=True,
        fields=same("held_on", "words", "created_at") | BY_MENTOR,
    ),
    Table(
        name="agreed_levels", title="Levels agreed on", model=AgreedLevel,
        owners=("check_in__profile__user",), refers={"check_in": "check_ins"},
        fields=same("check_in_id", "skill_id", "proficiency"),
    ),
    Table(
        name="agreed_actions", title="Actions agreed on", model=AgreedAction,
        owners=("check_in__profile__user",), refers={"check_in": "check_ins"},
        fields=same("check_in_id", "who", "text", "due_on", "done_at"),
    ),
    Table(
        name="reminders", title="Reminders of your matters", model=Nudge, owners=OWNER,
        fields=same("matter", "stage", "words", "held_at", "sent_at", "created_at")
        | {"to": "addressee__name", "held_by": "held_by__name"},
    ),
    Table(
        name="consents_given", title="What you let mentors see", model=Consent,
        owners=("mentee",), fields=same("scope", "starts_at", "ends_at", "wording")
        | BY_MENTOR | IN_COHORT,
    ),
    Table(
        name="memberships", title="Cohorts that you are or were in", model=Membership,
        owners=("mentee",), fields=same("joined_at", "left_at") | IN_COHORT,
    ),
    Table(
        name="invitations", title="Invitations to you", model=Invitation,
        owners=("accepted_by", "email"),
        fields=same(
            "role", "email", "name", "created_at", "expires_at", "sent_at", "accepted_at",
            "declined_at", "withdrawn_at",
        )
        | IN_COHORT | {"created_by": "created_by__name"},
        left_out={"digest": DIGEST},
    ),
    Table(
        name="sightings", title="Who saw what of you", model=Sighting, owners=("mentee",),
        fields=same("what", "at") | IN_COHORT | {"viewer": "viewer__name"},
    ),
)  # fmt: skip
MENTOR_TABLES = (
    Table(
        name="snippets", title="Your words for reviews", model=Snippet, owners=("mentor",),
        fields=same("skill_id", "title", "text", "created_at"),
    ),
    Table(
        name="cohorts_led", title="Cohorts that you lead", model=Cohort, owners=("lead",),
        fields=same("name", "starts_on", "ends_on", "created_at", "closed_at"),
    ),
    Table(
        name="programmes", title="What these cohorts teach", model=Programme,
        owners=("cohort__lead",), fields=same("level_id", "expectations") | IN_COHORT,
    ),
    Table(
        name="cohorts_mentored", title="Cohorts that you mentor", model=CohortMentor,
        owners=("mentor",), fields=same("joined_at", "left_at") | IN_COHORT,
    ),
    Table(
        name="consents_received", title="What mentees let you see", model=Consent,
        owners=("mentor",), fields=same("scope", "starts_at", "ends_at", "wording") | IN_COHORT,
        left_out={"mentee": OTHERS_DATA},
    ),
    Table(
        name="invitations_made", title="Invitations that you made", model=Invitation,
        owners=("created_by",),
        fields=same(
            "role", "created_at", "expires_at", "sent_at", "accepted_at", "declined_at",
            "withdrawn_at",
        )
        | IN_COHORT,
        left_out={
            "email": OTHERS_DATA, "name": OTHERS_DATA, "accepted_by": OTHERS_DATA,
            "digest": DIGEST,
        },
    ),
    Table(
        name="sightings_made", title="What you saw of mentees", model=Sighting,
        owners=("viewer",), fields=same("what", "at") | IN_COHORT,
        left_out={"mentee": OTHERS_DATA},
    ),
    Table(
        name="reminders_received", title="Reminders to you", model=Nudge, owners=("addressee",),
        fields=same("matter", "stage", "words", "sent_at", "created_at"),
        left_out={"profile": OTHERS_DATA, "held_at": OTHERS_DATA, "held_by": OTHERS_DATA},
    ),
)  # fmt: skip

OTHERS = (*ACCOUNT_TABLES, *MENTEE_TABLES, *MENTOR_TABLES)

# Relations to a user by which nothing is found, with the reason; models that are in no table.
BY_OTHERS = "it belongs to the mentee whom it is about, and is in their file"
RELATIONS_LEFT_OUT = {
    ("planner.ReviewRequest", "claimed_by"): BY_OTHERS,
    ("planner.ReviewDecision", "mentor"): BY_OTHERS,
    ("planner.MentorRating", "mentor"): BY_OTHERS,
    ("planner.Assignment", "mentor"): BY_OTHERS,
    ("planner.GoalSuggestion", "mentor"): BY_OTHERS,
    ("planner.PrivateNote", "mentor"): BY_OTHERS,
    ("planner.CheckIn", "mentor"): BY_OTHERS,
    ("planner.Event", "by"): BY_OTHERS,
    ("planner.Nudge", "held_by"): BY_OTHERS,
}
MODELS_LEFT_OUT = {
    "account.EmailConfirmation": "addresses are confirmed by code, so there are never any rows",
    "accounts.User_groups": "roles of those who run the site",
    "accounts.User_user_permissions": "roles of those who run the site",
    "planner.Evidence_skills": "in the table of evidence, as a list",
    "planner.ReviewRequest_evidence": "in the table of requests for review, as a list",
}
