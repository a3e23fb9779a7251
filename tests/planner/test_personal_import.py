"""Export → delete → import gives an equal profile; and nothing is taken in by half."""

import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner import access, actions
from planner.actions.history import recording
from planner.actions.personal_data import preview_personal, take_in
from planner.documents.personal import OWN
from planner.domain.history import replay
from planner.models import (
    Event,
    PlanSettings,
    Profile,
    StudySession,
)
from planner.queries.history import read_state
from tests.factories import (
    EvidenceFactory,
    ProfileFactory,
    SkillClaimFactory,
    UserFactory,
)
from tests.permissions.world import World
from tests.planner.personal_files import (
    exported,
    forget,
    own,
    read,
    replayed,
    somebody_full,
    stated,
    taken_in,
)

pytestmark = pytest.mark.django_db
full = pytest.fixture(somebody_full)


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
