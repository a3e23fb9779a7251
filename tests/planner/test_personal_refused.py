"""Files that are no good are refused in words, and leave nothing behind."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from planner.actions import personal_plans
from planner.actions.history import recording
from planner.actions.personal_data import take_in
from planner.documents.personal.document import PersonalFileError
from planner.documents.personal.events import PLAN, PROFILE
from planner.models import (
    KeptPlan,
)
from planner.queries.history import PLAN_FIELDS, PROFILE_FIELDS
from tests.factories import (
    CertificationClaimFactory,
    ProfileFactory,
    UserFactory,
)
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
        (document(study_sessions=[{"item": "go", "on": "2099-01-01", "hours": 1}]), "to come"),
        (document(certificates=[{"certification": "cka", "earned_on": "2099-01-01"}]), "to come"),
        (document(profile=[{"experience_started_on": "2099-01-01"}]), "still to come"),
        (document(pauses=[{"starts_on": "2026-02-02", "ends_on": "9999-12-31"}]), "1950 and 2100"),
        (document(plan_settings=[{"first": ["<b>"]}]), "no list of ids"),
        (document(events=[{"at": "2026-01-01", "kind": "skill", "key": "go"}]), "time zone"),
        (document(scenarios=[{"name": f"n{n}"} for n in range(13)]), "12 rows at most"),
    ],
)  # fmt: skip
def test_it_says_in_words_what_is_wrong(content, said):
    assert said in problems_of(content)


def test_no_log_holds_more_than_can_be_logged():
    session = {"item": "go", "on": "2026-02-02", "hours": "0.05"}
    assert "study_sessions: there can be 5000 rows at most" in problems_of(
        document(study_sessions=[session] * 5_001)
    )


EVENT = {"at": "2026-01-01T00:00:00+00:00", "kind": "skill", "key": "go", "was": None, "now": 1}


@pytest.mark.parametrize(
    "change",
    [
        {"now": 5}, {"now": "1"}, {"now": {"a": 1}}, {"now": [[[[1]]]]}, {"key": "<b>"},
        {"kind": "profile", "key": "password"}, {"kind": "profile", "key": "current_pay", "now": 0},
        {"kind": "plan", "key": "order", "now": ["go"]}, {"kind": "plan", "key": "kept", "now": -1},
        {"kind": "certification", "now": {"earned_on": "2026-01-01"}},
        {"at": "2999-01-01T00:00:00+00:00"}, {"kind": "nothing"},
        {
            "kind": "certification",
            "now": {"earned_on": "2026-01-01", "expires_on": "9999-12-31"},
        },
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
    assert (full.is_staff, full.email) == (False, "frida@example.com")


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


@pytest.mark.parametrize("number", [[1], {"a": 1}, "1", True, 1.0, -1])
def test_a_plan_has_a_whole_number(full, number):
    content = json.loads(exported(full))
    content["tables"]["kept_plans"][0]["number"] = number
    assert "kept_plans, row 1: number" in problems_of(content)


def test_no_two_plans_have_the_same_number(full):
    content = json.loads(exported(full))
    content["tables"]["kept_plans"][0]["number"] = 2
    assert "kept_plans: number 2 stands in it twice" in problems_of(content)


def test_a_day_of_study_may_have_begun_elsewhere_on_earth():
    at = datetime(2026, 11, 24, 23, tzinfo=UTC)
    with time_machine.travel(at, tick=False):
        read(
            json.dumps(
                document(study_sessions=[{"item": "go", "on": "2026-11-25", "hours": 1}])
            ).encode()
        )
        said = problems_of(
            document(study_sessions=[{"item": "go", "on": "2026-11-26", "hours": 1}])
        )
    assert "still to come" in said


def test_of_many_plans_the_latest_are_made_again(full, monkeypatch):
    monkeypatch.setattr(personal_plans, "MOST_MADE", 1)
    latest = full.profile.kept_plans.current().get().adopted_at
    other = UserFactory()
    [left_out] = taken_in(exported(full), other).plans_left_out
    assert "only the latest" in left_out
    assert [plan.adopted_at for plan in other.profile.kept_plans.all()] == [latest]
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
