"""What somebody has of their own, and what is everybody's."""

from functools import cache

from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from planner import access
from planner.queries.plans import load_plan
from planner.views import importing, my_data_import
from tests.permissions import world
from tests.permissions.rows import ALICE, EVERYBODY, SIGNED_IN, WITHOUT_SESSION, Row

NEW = {"charlie"}  # who has not begun yet
PEOPLE = {"read": SIGNED_IN}
PLAN = {"hours_per_week": "9", "objective": "earnings", "horizon_months": "36"}
STUDY = {"item": "kafka", "hours": "1.5", "on": "2026-01-05"}
PROFILE = {"years": "3", "hours_per_week": "7"}


@cache
def shown_plan(user):
    """What the page of the roadmap sends along when its plan is kept."""
    view = load_plan(access.profile_for_reading(user), timezone.localdate())
    return {"fingerprint": view.fingerprint}


@cache
def first_step(user):
    view = load_plan(access.profile_for_reading(user), timezone.localdate())
    return {"step": view.answer.plan.steps[0].key, "wish": "later"}


def a_file(user):
    """Data to take in: one skill."""
    content = b'{"format": "waymark-personal-data", "version": 1, "tables": {"skills": []}}'
    return {"file": SimpleUploadedFile("mine.json", content)}


def a_seen_file(user):
    tables = {"skills": [{"skill": "kafka", "proficiency": 4}]}
    seen = [tables, my_data_import._now_held(user)]
    return {"data": signing.dumps(seen, salt=my_data_import._salt(user))}


def a_read_text(user):
    """A text that was looked at, and a level for the skill in it."""
    texts = [[["", "Skills: Kafka"]], False, {}]
    return {"text": signing.dumps(texts, salt=importing._salt(user)), "level-kafka": "4"}


ROWS = {
    "planner:home": Row(
        public=True, read=EVERYBODY, page="/dashboard/", named=dict.fromkeys(WITHOUT_SESSION, 200)
    ),
    "planner:method": Row(public=True, read=EVERYBODY),
    "planner:dashboard": Row(
        **PEOPLE, named=dict.fromkeys(NEW, "/start/"), target="next-skills"
    ),
    "planner:gaps": Row(**PEOPLE, target="gap-table"),
    "planner:estimate": Row(**PEOPLE),
    "planner:skills": Row(**PEOPLE),
    "planner:skill": Row(**PEOPLE),
    "planner:set_proficiency": Row(
        write=SIGNED_IN, payload={"proficiency": "4", "was": "unassessed"},
        arguments={"skill": "kafka"},
    ),
    "planner:certifications": Row(**PEOPLE),
    "planner:certification": Row(**PEOPLE),
    "planner:certification_add": Row(
        write=SIGNED_IN, payload={"certification": "cka", "earned_on": "2026-01-01"}
    ),
    "planner:certification_edit": Row(
        read=ALICE, write=ALICE, payload={"certification": "ckad", "earned_on": "2025-05-05"}
    ),
    "planner:certification_remove": Row(write=ALICE, done="/certifications/"),
    "planner:profile": Row(read=SIGNED_IN, write=SIGNED_IN, payload=PROFILE),
    "planner:clear_sample": Row(write=SIGNED_IN, idle=SIGNED_IN - {"sam"}, done="/start/"),
    "planner:roadmap": Row(read=SIGNED_IN, write=SIGNED_IN, payload=PLAN),
    "planner:roadmap_step": Row(write=SIGNED_IN, payload=first_step),
    "planner:roadmap_order": Row(write=SIGNED_IN, done="/roadmap/"),
    "planner:roadmap_keep": Row(write=SIGNED_IN, payload=shown_plan, idle=ALICE, done="/roadmap/"),
    "planner:roadmap_stop": Row(write=SIGNED_IN, idle=SIGNED_IN - ALICE, done="/roadmap/"),
    "planner:roadmap_kept": Row(**PEOPLE),
    "planner:roadmap_kept_plan": Row(read=ALICE),
    "planner:roadmap_export": Row(**PEOPLE),
    "planner:history": Row(**PEOPLE),
    "planner:history (day)": Row(**PEOPLE, query="on=2026-01-01"),
    "planner:scenarios": Row(**PEOPLE),
    "planner:scenario_new": Row(
        read=SIGNED_IN, write=SIGNED_IN, payload={"name": "More hours", "hours_per_week": "12"}
    ),
    "planner:scenario_edit": Row(
        read=ALICE, write=ALICE, payload={"name": "Fewer hours", "hours_per_week": "3"}
    ),
    "planner:scenario_adopt": Row(write=ALICE, done="/roadmap/"),
    "planner:scenario_delete": Row(write=ALICE, done="/what-if/"),
    "planner:log": Row(**PEOPLE),
    "planner:log_add": Row(write=SIGNED_IN, payload=STUDY),
    "planner:log_edit": Row(read=ALICE, write=ALICE, payload=STUDY, done="/log/"),
    "planner:log_remove": Row(write=ALICE, done="/log/"),
    "planner:step_mark": Row(
        write=SIGNED_IN, payload={"step": "rust@2", "what": "start"}, done="/log/"
    ),
    "planner:log_pace": Row(write=SIGNED_IN, payload={"use": "1"}, done="/log/#pace-title"),
    "planner:read": Row(
        read=SIGNED_IN, write=SIGNED_IN, payload={"text": "Skills: Kafka"}, done=200,
        idle=SIGNED_IN - NEW,
    ),
    "planner:read_add": Row(write=SIGNED_IN, payload=a_read_text),
    "planner:read_added": Row(read=ALICE),
    "planner:read_undo": Row(write=ALICE, done=f"/read/added/{world.TAKEN_IN}/"),
    "planner:jobs": Row(**PEOPLE),
    "planner:job_new": Row(
        read=SIGNED_IN, write=SIGNED_IN,
        payload={"text": "Requirements: Kafka", "title": "Developer", "keep": "1"},
    ),
    "planner:job": Row(read=ALICE),
    "planner:job_edit": Row(
        read=ALICE, write=ALICE, payload={"title": "Another"}, done=f"/jobs/{world.JOB_AD}/"
    ),
    "planner:job_delete": Row(write=ALICE, done="/jobs/"),
    "planner:start": Row(**PEOPLE, page="/start/about/"),
    "planner:start_about": Row(read=SIGNED_IN, write=SIGNED_IN, payload={"years": "3"}),
    "planner:start_skills": Row(read=SIGNED_IN, write=SIGNED_IN, done="/start/certifications/"),
    "planner:start_certifications": Row(
        read=SIGNED_IN, write=SIGNED_IN, payload={"current_pay": "70000"}, done="/dashboard/"
    ),
    "planner:start_skip": Row(write=SIGNED_IN, idle=SIGNED_IN - NEW, done="/dashboard/"),
    "planner:start_sample": Row(write=SIGNED_IN, idle=SIGNED_IN - NEW),
    "planner:my_data": Row(**PEOPLE),
    "planner:my_data_export": Row(**PEOPLE, page="/accounts/reauthenticate/"),
    "planner:my_data_import": Row(
        write=SIGNED_IN, payload=a_file, done=200, idle=SIGNED_IN - {"charlie"}
    ),
    "planner:my_data_import_confirm": Row(
        write=SIGNED_IN, payload=a_seen_file, done="/my-data/"
    ),
    "planner:my_data_leave": Row(
        read=SIGNED_IN, write=SIGNED_IN, done="/accounts/reauthenticate/", idle=SIGNED_IN
    ),
    "planner:my_data_stay": Row(write=SIGNED_IN, idle=SIGNED_IN, done="/my-data/"),
    "theme": Row(public=True, write=EVERYBODY, idle=WITHOUT_SESSION, payload={"theme": "dark"}),
    "healthz": Row(public=True, read=EVERYBODY),
}  # fmt: skip
