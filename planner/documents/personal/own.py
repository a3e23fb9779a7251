"""What is somebody's own: it is in the file, and can be taken in from it again."""

from __future__ import annotations

from accounts.models import MailChoice, User
from planner.documents.personal.table import Table, same
from planner.models import (
    Blocker,
    CertificationClaim,
    Event,
    Evidence,
    JobAd,
    KeptPlan,
    Pause,
    PlanSettings,
    Profile,
    Scenario,
    SkillClaim,
    StepMark,
    StudySession,
)

OWNER = ("profile__user",)

ACCOUNT = Table(
    name="account", title="Account", model=User, owners=("pk",),
    fields=same(
        "email", "name", "time_zone", "theme", "is_active", "is_staff", "is_superuser",
        "is_mentor", "is_mentee", "date_joined", "last_login", "warned_at",
    ),
    only_read=frozenset({
        "email", "is_active", "is_staff", "is_superuser", "is_mentor", "is_mentee",
        "date_joined", "last_login", "warned_at",
    }),
    left_out={
        "password": "only its hash is kept, which is of use to nobody but an attacker",
        "groups": "roles of those who run the site; is_staff says that somebody is one of them",
        "user_permissions": "as with groups",
    },
)  # fmt: skip
MAIL_CHOICES = Table(
    name="mail_choices", title="Choices of mails", model=MailChoice, owners=("user",),
    fields=same("kind", "is_on"), order=("kind",),
)  # fmt: skip
PROFILE = Table(
    name="profile", title="About you", model=Profile, owners=("user",),
    fields=same(
        "experience_started_on", "years_stated", "years_stated_on", "place_id", "is_remote",
        "industry_id", "hours_per_week", "current_pay", "target_id", "is_sample", "start_step",
        "onboarded_at", "updated_at",
    ),
)  # fmt: skip
SKILLS = Table(
    name="skills", title="Skills", model=SkillClaim, owners=OWNER, order=("skill_id",),
    fields=same("skill_id", "proficiency", "updated_at"),
)  # fmt: skip
CERTIFICATES = Table(
    name="certificates", title="Certificates", model=CertificationClaim, owners=OWNER,
    fields=same("certification_id", "earned_on", "expires_on", "verification_url"),
    order=("certification_id",),
)  # fmt: skip
PLAN_SETTINGS = Table(
    name="plan_settings", title="Wishes for the plan", model=PlanSettings, owners=OWNER,
    fields=same(
        "objective", "horizon_months", "first", "later", "excluded", "order", "uses_own_pace"
    ),
)  # fmt: skip
KEPT_PLANS = Table(
    name="kept_plans", title="Kept plans", model=KeptPlan, owners=OWNER,
    fields=same("adopted_at", "replaced_at", "catalogue_id", "inputs", "result", "fingerprint"),
    order=("adopted_at", "pk"), only_read=frozenset({"number", "result"}), is_numbered=True,
)  # fmt: skip
SCENARIOS = Table(
    name="scenarios", title="What-ifs", model=Scenario, owners=OWNER,
    fields=same(
        "name", "created_at", "hours_per_week", "target_id", "objective", "horizon_months",
        "language", "framework", "certificates", "place_id", "is_remote",
    ),
    order=("created_at", "name"),
)  # fmt: skip
JOB_ADS = Table(
    name="job_ads", title="Job ads", model=JobAd, owners=OWNER,
    fields=same(
        "title", "employer", "link", "text", "pay_low", "pay_high", "corrections", "created_at"
    ),
    order=("created_at", "pk"),
)  # fmt: skip
STUDY_SESSIONS = Table(
    name="study_sessions", title="Hours of study", model=StudySession, owners=OWNER,
    fields=same("item", "on", "hours", "words", "created_at"), order=("on", "created_at", "pk"),
    left_out={"key": "of the form that it came from, and of no meaning afterwards"},
)  # fmt: skip
STEP_MARKS = Table(
    name="step_marks", title="Steps begun and finished", model=StepMark, owners=OWNER,
    fields=same("item", "what", "proficiency", "estimate", "at"), order=("at", "pk"),
)  # fmt: skip
EVIDENCE = Table(
    name="evidence", title="Evidence", model=Evidence, owners=OWNER,
    fields=same("kind", "title", "url", "text", "created_at", "updated_at"),
    lists={"skills": "skills"}, order=("created_at", "pk"), only_read=frozenset({"number"}),
    is_numbered=True,
)  # fmt: skip
PAUSES = Table(
    name="pauses", title="Pauses", model=Pause, owners=OWNER,
    fields=same("starts_on", "ends_on", "words"), order=("starts_on", "pk"),
)  # fmt: skip
BLOCKERS = Table(
    name="blockers", title="What is in the way", model=Blocker, owners=OWNER,
    fields=same("severity", "text", "since", "resolved_at"), order=("since", "pk"),
)  # fmt: skip
EVENTS = Table(
    name="events", title="History", model=Event, owners=OWNER,
    fields=same("at", "kind", "key", "was", "now", "origin") | {"by": "by__name"},
    order=("at", "pk"), only_read=frozenset({"by", "origin"}),
)  # fmt: skip

OWN = (
    ACCOUNT, MAIL_CHOICES, PROFILE, SKILLS, CERTIFICATES, PLAN_SETTINGS, KEPT_PLANS, SCENARIOS,
    JOB_ADS, STUDY_SESSIONS, STEP_MARKS, EVIDENCE, PAUSES, BLOCKERS, EVENTS,
)  # fmt: skip
# Those of them that are rows of a profile, each by itself: the file's take the place of what is.
ROWS = (
    SKILLS, CERTIFICATES, KEPT_PLANS, SCENARIOS, JOB_ADS, STUDY_SESSIONS, STEP_MARKS, EVIDENCE,
    PAUSES, BLOCKERS,
)  # fmt: skip
