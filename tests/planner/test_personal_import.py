"""Export → delete → import gives an equal profile; and nothing is taken in by half."""

import json
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import MailChoice, User
from planner import access, actions
from planner.actions.history import recording
from planner.actions.personal_data import preview_personal, take_in
from planner.documents.personal import OWN
from planner.documents.personal.document import PersonalFileError, read_tables
from planner.documents.personal.events import PLAN, PROFILE
from planner.documents.personal.reading import read_personal
from planner.domain.history import replay
from planner.exports.personal_file import write_json
from planner.models import (
    Blocker,
    Event,
    KeptPlan,
    Pause,
    PlanSettings,
    Profile,
    StepMark,
    StudySession,
)
from planner.queries.history import PLAN_FIELDS, PROFILE_FIELDS, read_state
from planner.queries.personal_data import known_ids, load_personal_data
from planner.queries.plans import load_plan
from tests.factories import (
    CertificationClaimFactory,
    EvidenceFactory,
    ProfileFactory,
    SkillClaimFactory,
    UserFactory,
)
from tests.permissions.world import World

pytestmark = pytest.mark.django_db
AS_EVERYBODY_BEGINS = {
    ("profile", "hours_per_week"): 6, ("plan", "objective"): "next_level",
    ("plan", "horizon_months"): 36,
}  # fmt: skip


def exported(user):
    return write_json(load_personal_data(user, timezone.now()))


def read(content):
    return read_personal(read_tables(content), known_ids(), timezone.now())


def taken_in(content, user):
    return take_in(profile=access.profile_for_editing(user), personal=read(content))


def own(user):
    """What is taken in again, as the file has it; who did it and where from is new."""
    tables = load_personal_data(user, timezone.now(), OWN)["tables"]
    kept = {
        table.name: [
            {k: v for k, v in row.items() if k not in table.only_read - {"number"}}
            for row in tables[table.name]
        ]
        for table in OWN
    }
    kept["events"] = [row for row in kept["events"] if row["kind"] != "review"]
    return kept


def keep_a_plan(profile):
    view = load_plan(access.profile_for_reading(profile.user), timezone.localdate())
    return actions.keep_plan(
        profile=profile, catalogue=view.catalogue, inputs=view.inputs, result=view.document
    )


@pytest.fixture
def full(db):
    """Alice, who has something of everything that is hers."""
    user = UserFactory(
        email="alice@example.com", name="Alice", theme="dark", time_zone="Asia/Tokyo"
    )
    profile = access.profile_for_editing(user)
    actions.fill_sample(profile=profile, today=date(2026, 3, 1))
    actions.set_proficiency(profile=profile, skill="go", proficiency=2, was=None)
    actions.set_rank(profile=profile, id_="docker", rank="first")
    keep_a_plan(profile)
    actions.set_proficiency(profile=profile, skill="go", proficiency=3, was=2)
    keep_a_plan(profile)
    actions.add_scenario(profile=profile, fields={"name": "Remote", "is_remote": True})
    EvidenceFactory(profile=profile, skills=["go", "python"], text="é\n\t“quoted” \U0001f600")
    EvidenceFactory(profile=profile, skills=["go"])
    for hours in ("0.50", "1.25", "1.25"):
        StudySession.objects.create(
            profile=profile, item="docker", on=date(2026, 5, 4), hours=Decimal(hours)
        )
    StepMark.objects.create(profile=profile, item="docker", what="start", estimate=Decimal(9))
    Pause.objects.create(profile=profile, starts_on=date(2026, 6, 1), ends_on=date(2026, 6, 9))
    Blocker.objects.create(profile=profile, text="No time", since=date(2026, 6, 1))
    MailChoice.objects.create(user=user, kind="nudge", is_on=False)
    return user


def replayed(profile):
    events = [event.to_value() for event in profile.events.all()]
    return AS_EVERYBODY_BEGINS | dict(replay(events, timezone.now()).values)


def stated(profile):
    return AS_EVERYBODY_BEGINS | dict(read_state(profile.pk).values)


def forget(user):
    User.objects.filter(pk=user.pk).delete()


# --- The same again -------------------------------------------------------------------------------


def test_export_delete_import_gives_an_equal_profile(full):
    before, content = own(full), exported(full)
    state = read_state(full.profile.pk)
    assert all(before[table.name] for table in OWN)  # something of everything
    forget(full)
    again = UserFactory(email="new@example.com")
    assert taken_in(content, again).plans_left_out == ()
    assert own(again) == before
    kept = ("plan", "kept")
    values = dict(read_state(again.profile.pk).values)
    assert values.pop(kept) == again.profile.kept_plans.current().get().pk
    assert values == {key: value for key, value in state.values.items() if key != kept}


def test_every_day_of_the_past_is_the_same_again(full):
    def days(user):
        events = [event.to_value() for event in user.profile.events.in_order()]
        moments = [event.at for event in events]
        states = [dict(replay(events, moment).values) for moment in moments]
        for state in states:
            state.pop(("plan", "kept"), None)
        return states

    before, content = days(full), exported(full)
    forget(full)
    again = UserFactory()
    taken_in(content, again)
    assert days(again) == before
    assert set(again.profile.events.values_list("origin", flat=True)) == {Event.Origin.FILE}


def test_a_plan_shows_what_it_showed(full):
    content, before = exported(full), list(full.profile.kept_plans.values("result", "inputs"))
    forget(full)
    again = UserFactory()
    taken_in(content, again)
    assert list(again.profile.kept_plans.values("result", "inputs")) == before


def test_taken_in_twice_it_changes_nothing_more(full):
    content = exported(full)
    before = own(full)
    for _ in range(2):
        assert taken_in(content, full).is_nothing
    assert own(full) == before


SKILLS = ["python", "go", "docker", "kubernetes", "sql", "git"]
MOMENTS = st.integers(1_500_000_000, 1_700_000_000).map(lambda s: datetime.fromtimestamp(s, UTC))
PROFILES = st.fixed_dictionaries({
    "skills": st.dictionaries(st.sampled_from(SKILLS), st.integers(0, 4)),
    "current_pay": st.none() | st.integers(1, 10_000_000),
    "hours_per_week": st.integers(1, 80),
    "is_remote": st.booleans(),
    "place_id": st.sampled_from([None, "0012420"]),
    "target_id": st.sampled_from([None, "entry", "mid", "senior"]),
    "updated_at": MOMENTS,
})  # fmt: skip
WISHES = st.lists(st.sampled_from(SKILLS), unique=True, max_size=3)
STUDY = st.lists(st.tuples(st.sampled_from(SKILLS), st.decimals("0.05", 2, places=2)), max_size=5)
WORDS = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Cf"]), min_size=1, max_size=60
).filter(lambda text: text == text.strip())


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(profile=PROFILES, wishes=WISHES, study=STUDY, words=WORDS, changes=WISHES)
def test_whoever_it_is_it_comes_back_the_same(profile, wishes, study, words, changes):
    one, columns = ProfileFactory(), {k: v for k, v in profile.items() if k != "skills"}
    with recording(one):
        for skill, proficiency in profile["skills"].items():
            SkillClaimFactory(profile=one, skill_id=skill, proficiency=proficiency)
        Profile.objects.filter(pk=one.pk).update(**columns)
        PlanSettings.objects.create(profile=one, first=wishes)
    EvidenceFactory(profile=one, title=words, text=words)
    for item, hours in study:
        StudySession.objects.create(
            profile=one, item=item, on=date(2026, 1, 2), hours=hours, words=words
        )
    for skill in changes:
        was = profile["skills"].get(skill)
        actions.set_proficiency(profile=one, skill=skill, proficiency=4, was=was)
    before, content = own(one.user), exported(one.user)
    forget(one.user)
    again = UserFactory()
    taken_in(content, again)
    assert own(again) == before


def test_of_the_world_only_what_is_ones_own_is_taken_in():
    alice = World().users["alice"]
    content, before = exported(alice), own(alice)
    again = UserFactory(name="Again")
    personal = read(content)
    assert "Notes of mentors about you" in personal.not_taken
    take_in(profile=access.profile_for_editing(again), personal=personal)
    after = own(again)
    assert {k: v for k, v in after.items() if k != "events"} == {
        k: v for k, v in before.items() if k != "events"
    }
    for others in ("review_requests", "mentor_ratings", "private_notes", "assignments"):
        assert not getattr(again.profile, others).exists()


# --- Into an account that is in use ---------------------------------------------------------------


def test_what_the_file_says_takes_the_place_of_what_is_there(full):
    content = exported(full)
    other = ProfileFactory(skills={"sql": 4, "go": 1})
    EvidenceFactory(profile=other, title="Gone afterwards")
    found = taken_in(content, other.user)
    counts = {count.title: (count.added, count.removed) for count in found.counts}
    assert counts["Evidence"] == (2, 1)
    assert own(other.user)["skills"] == own(full)["skills"]


def test_history_ends_where_the_profile_stands_whatever_the_file_says(full):
    document = json.loads(exported(full))
    document["tables"]["skills"] = [{"skill": "sql", "proficiency": 1}]
    other = ProfileFactory(skills={"python": 4})
    actions.set_proficiency(profile=other, skill="rest", proficiency=2, was=None)
    taken_in(json.dumps(document).encode(), other.user)
    assert replayed(other) == stated(other)
    assert read_state(other.pk).of("skill") == {"sql": 1}


def test_a_part_that_is_not_in_the_file_stays(full):
    content = b'{"format": "waymark-personal-data", "version": 1, "tables": {"skills": []}}'
    evidence = own(full)["evidence"]
    taken_in(content, full)
    assert (own(full)["skills"], own(full)["evidence"]) == ([], evidence)


def test_reviews_keep_evidence_that_is_the_same():
    alice = World().users["alice"]
    taken_in(exported(alice), alice)
    assert alice.profile.review_requests.filter(evidence__isnull=False).count() == 2


def test_looking_changes_nothing(full):
    content, other = exported(full), ProfileFactory(skills={"sql": 4})
    before = own(other.user)
    found = preview_personal(profile=other, personal=read(content))
    assert not found.is_nothing
    assert own(other.user) == before


def test_evidence_is_not_shared_between_accounts(full):
    taken_in(exported(full), other := UserFactory())
    assert other.profile.evidence.count() == full.profile.evidence.count() == 2


# --- What is refused ------------------------------------------------------------------------------


def document(**tables):
    return {"format": "waymark-personal-data", "version": 1, "tables": tables}


def problems_of(content):
    with pytest.raises(PersonalFileError) as caught:
        read(content if isinstance(content, bytes) else json.dumps(content).encode())
    return " ".join(caught.value.problems)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "not JSON"),
        (b"\xff\xfe", "not JSON"),
        (b'{"format":', "not JSON"),
        (b"[1]", "no file of your data"),
        (b'{"format": "other"}', "no file of your data"),
        (b'{"format": "waymark-personal-data", "version": 2}', "version 2"),
        (b'{"format": "waymark-personal-data", "version": true}', "version True"),
        (b'{"format": "waymark-personal-data", "version": 1}', "no tables"),
        (b'{"format": "x", "format": "waymark-personal-data"}', "'format' twice"),
        (b'{"a": NaN}', "NaN"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"a":' * 100_000, "nested too deeply"),
        (b"[" + b"9" * 10_000 + b"]", "not JSON"),
        (b" " * 5_000_001, "larger than 5 MB"),
        (document(nothing=[]), "no table 'nothing'"),
        (document(skills={}), "no list of rows"),
        (document(skills=[1]), "no list of rows"),
        (document(skills=[{"skill": "pythn", "proficiency": 2}]), "'pythn': That is not known"),
        (document(skills=[{"skill": "python", "proficiency": 5}]), "skills, row 1, proficiency: 5"),
        (document(skills=[{"skill": "python", "proficiency": True}]), "wrong kind"),
        (document(skills=[{"skill": "python"}]), "proficiency is missing"),
        (document(skills=[{"skill": "python", "proficiency": 1, "x": 1}]), "'x' is unknown"),
        (document(skills=[{"skill": "go", "proficiency": 1}] * 2), "'go' stands in it twice"),
        (document(profile=[{"current_pay": 0}]), "current_pay: 0"),
        (document(profile=[{"current_pay": 10**30}]), "current_pay"),
        (document(profile=[{}, {}]), "one row only"),
        (document(profile=[{"years_stated": "3"}]), "belong to a day"),
        (document(account=[{"name": "a\u0000b"}]), "name"),
        (document(account=[{"theme": "pink"}]), "theme"),
        (document(account=[{"time_zone": "Mars/Base"}]), "time zone"),
        (document(evidence=[{"kind": "text", "title": "x"}]), "link or a text"),
        (document(evidence=[{"kind": "text", "title": "x", "url": "javascript:alert(1)"}]), "url"),
        (document(evidence=[{"kind": "text", "title": "x", "text": "x", "skills": [1]}]), "known"),
        (document(certificates=[{"certification": "cka", "earned_on": "2026-02-30"}]), "earned_on"),
        (
            document(
                certificates=[
                    {"certification": "cka", "earned_on": "2026-02-02", "expires_on": "2026-02-01"}
                ]
            ),
            "before earned_on",
        ),
        (document(study_sessions=[{"item": "go", "on": "2026-02-02", "hours": 25}]), "hours"),
        (document(study_sessions=[{"item": "go", "on": "2026-02-02", "hours": 20}] * 2), "24"),
        (document(plan_settings=[{"first": ["<b>"]}]), "no list of ids"),
        (document(events=[{"at": "2026-01-01", "kind": "skill", "key": "go"}]), "time zone"),
        (document(scenarios=[{"name": f"n{n}"} for n in range(13)]), "12 rows at most"),
    ],
)  # fmt: skip
def test_it_says_in_words_what_is_wrong(content, said):
    assert said in problems_of(content)


EVENT = {"at": "2026-01-01T00:00:00+00:00", "kind": "skill", "key": "go", "was": None, "now": 1}


@pytest.mark.parametrize(
    "change",
    [
        {"now": 5}, {"now": "1"}, {"now": {"a": 1}}, {"now": [[[[1]]]]}, {"key": "<b>"},
        {"kind": "profile", "key": "password"}, {"kind": "profile", "key": "current_pay", "now": 0},
        {"kind": "plan", "key": "order", "now": ["go"]}, {"kind": "plan", "key": "kept", "now": -1},
        {"kind": "certification", "now": {"earned_on": "2026-01-01"}},
        {"at": "2999-01-01T00:00:00+00:00"}, {"kind": "nothing"},
    ],
)  # fmt: skip
def test_no_event_that_cannot_have_been_gets_into_history(change):
    assert "events, row 1" in problems_of(document(events=[EVENT | change]))


def test_everything_that_is_wrong_is_listed_up_to_fifty():
    rows = [{"skill": f"x{n}", "proficiency": 9} for n in range(60)]
    with pytest.raises(PersonalFileError) as caught:
        read(json.dumps(document(skills=rows)).encode())
    assert len(caught.value.problems) == 51
    assert caught.value.problems[-1] == "And 71 more."


def test_what_the_database_refuses_leaves_nothing_behind(full):
    before = own(full)
    row = {"starts_on": "2026-01-01", "ends_on": "2026-01-02"}
    personal = read(json.dumps(document(skills=[], pauses=[row])).encode())
    personal.rows["pauses"][0]["ends_on"] = date(2025, 1, 1)
    with pytest.raises(PersonalFileError):
        take_in(profile=full.profile, personal=personal)
    assert own(full) == before


def test_nobody_gets_more_rights_or_another_address_by_a_file(full):
    content = json.loads(exported(full))
    content["tables"]["account"][0] |= {"is_staff": True, "email": "other@example.com"}
    taken_in(json.dumps(content).encode(), full)
    full.refresh_from_db()
    assert (full.is_staff, full.email) == (False, "alice@example.com")


def test_a_review_that_nobody_gave_is_not_taken_in(full):
    review = {"kind": "review", "now": {"kind": "confirm", "proficiency": 4, "version": 1}}
    found = taken_in(json.dumps(document(events=[EVENT | review])).encode(), full)
    assert found.is_nothing
    assert not full.profile.events.filter(kind="review").exists()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"catalogue": "never-seen"}, "this site never had"),
        ({"fingerprint": "0" * 64}, "does not follow"),
        ({"inputs": {}}, "does not follow"),
        ({"inputs": [1]}, "does not follow"),
        ({"inputs": {"today": "9999-12-31", "profile": {"years": 1}}}, "does not follow"),
    ],
)
def test_a_plan_that_cannot_be_made_again_stays_out(full, change, said):
    content = json.loads(exported(full))
    content["tables"]["kept_plans"][0] |= change
    other = UserFactory()
    [left_out] = taken_in(json.dumps(content).encode(), other).plans_left_out
    assert said in left_out
    assert KeptPlan.objects.filter(profile=other.profile).count() == 1
    assert replayed(other.profile) == stated(other.profile)


def test_events_may_say_all_that_a_profile_states():
    assert set(PROFILE) == {name.removesuffix("_id") for name in PROFILE_FIELDS}
    assert set(PLAN) == {*PLAN_FIELDS, "kept"}


def test_a_certificate_keeps_its_days():
    profile, ends = ProfileFactory(), date(2026, 1, 15) + timedelta(days=900)
    with recording(profile):
        CertificationClaimFactory(
            profile=profile, expires_on=ends, verification_url="https://issuer.example.com/1"
        )
    before, content = own(profile.user), exported(profile.user)
    forget(profile.user)
    taken_in(content, again := UserFactory())
    assert own(again) == before
