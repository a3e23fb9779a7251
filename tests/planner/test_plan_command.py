import io
import json
import sys

import pytest
from django.core.management import CommandError, call_command

from planner.models import CatalogueVersion
from tests.domain.people import ENTRY, VECTORS

pytestmark = pytest.mark.django_db

RANGE = {"low", "central", "high"}
STEP = {"kind", "id", "from", "to", "hours", "gain", "why"}
KEYS = {
    "": {
        "catalogue_version", "level", "readiness", "gate_years", "effective_years", "coverage",
        "place_factor", "band", "estimate", "gaps", "next", "plan", "projection",
    },
    "level": {"shown", "by_years", "by_skills", "binds"},
    "readiness": {"entry", "mid", "senior"},
    "band": {"low", "high"},
    "estimate": RANGE | {"claimed"},
    "gaps.0": {"level", "group", "label", "rule", "status", "attainment", "members", "source"},
    "gaps.0.members.0": {"skill", "have", "target"},
    "next.0": STEP | {"gain_per_hour", "serves", "unlocks", "sources"},
    "next.0.hours": RANGE,
    "next.0.gain": RANGE,
    "plan": {"steps", "reaches", "total_gain", "optimal", "objective"},
    "plan.steps.0": STEP | {"starts_on", "ends_on"},
    "plan.steps.0.gain": RANGE,
    "plan.reaches": {"level", "on", "binds"},
    "plan.total_gain": RANGE,
    "projection": {
        "pay_now", "estimate_now", "pay_after_time", "pay_after", "gain_time", "gain_skill",
        "gain_skill_low", "gain_skill_high", "gain_gate", "cap", "months",
    },
}  # fmt: skip
ALICE = {"years": 1, "skills": ENTRY}


@pytest.fixture
def plan(capsys, monkeypatch):
    """Run the command on standard input and return what it prints."""

    def run(profile, *options):
        content = profile if isinstance(profile, bytes) else json.dumps(profile).encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
        call_command("plan", "-", "--today", "2026-11-24", *options)
        return capsys.readouterr().out

    return run


def at(document, path):
    for part in filter(None, path.split(".")):
        document = document[int(part) if part.isdigit() else part]
    return document


@pytest.mark.parametrize("path", KEYS)
def test_the_keys_are_those_of_the_contract(plan, path):
    document = json.loads(plan(ALICE, "--json"))
    assert KEYS[path] <= at(document, path).keys()


@pytest.mark.parametrize("vector", VECTORS, ids=[v["id"] for v in VECTORS])
def test_the_worked_profiles_to_the_cent(plan, vector):
    expected = vector["expect"]
    found = json.loads(plan({**vector["profile"], "learn": vector["plan"]}, "--json"))
    estimate = [found["estimate"][bound] for bound in ("low", "central", "high")]
    assert [round(figure, 2) for figure in estimate] == expected["estimate"]
    assert round(found["gate_years"], 6) == expected["gate_years"]
    assert {key: round(value, 6) for key, value in found["readiness"].items()} == expected[
        "readiness"
    ]
    for name, figure in expected["projection"].items():
        assert found["projection"][name] == pytest.approx(figure, abs=0.005), name


def test_the_version_is_that_of_the_database(plan):
    document = json.loads(plan(ALICE, "--json"))
    assert document["catalogue_version"] == CatalogueVersion.objects.get().key


def test_the_plan_is_dated_from_today_on(plan):
    steps = json.loads(plan(ALICE, "--json"))["plan"]["steps"]
    assert steps[0]["starts_on"] == "2026-11-24"


def test_text_says_level_pay_next_skills_and_roadmap(plan):
    text = plan(ALICE)
    assert "Level: Entry-level" in text
    assert "Pay now: $7" in text
    assert "not a promise" in text
    assert "Docker to Working: about" in text
    assert "2026-11-24 – " in text


def test_text_claims_no_pay_before_entry_level(plan):
    text = plan({"years": 1})
    assert "none is claimed before entry level" in text
    assert "could be worth" not in text


def test_a_file_is_read(tmp_path, capsys):
    file = tmp_path / "profile.json"
    file.write_text(json.dumps(ALICE))
    call_command("plan", str(file), "--json")
    assert json.loads(capsys.readouterr().out)["level"]["shown"] == "entry"


def test_a_byte_order_mark_is_no_obstacle(plan):
    assert "Level: Entry-level" in plan(b"\xef\xbb\xbf" + json.dumps(ALICE).encode())


def test_of_a_key_that_comes_twice_the_last_counts(plan):
    text = plan(b'{"years": 300, "years": 4, "skills": {}}', "--json")
    assert json.loads(text)["level"]["by_years"] == "mid"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "profile: is not JSON"),
        (b"{", "profile: is not JSON"),
        (b"\x00", "profile: is not JSON"),
        (b'{"years": "\x00"}', "profile: is not JSON"),
        (b"\xff\xfe\xff", "profile: is not text in UTF-8"),
        (b'{"years": "\xe9"}', "profile: is not text in UTF-8"),
        (b"[" * 100_000, "profile: is nested too deeply"),
        (b'{"a": "' + b"x" * 1_000_000 + b'"}', "profile: is larger than"),
        (b'{"years": ' + b"9" * 6000 + b"}", "profile: is not JSON"),
        (b'{"years": 1e999}', "years: must be a number from 0 to 60, not inf"),
        (b'{"years": NaN}', "years: must be a number from 0 to 60, not nan"),
        (b'{"years": 4, "skills": {"\\u0000\\ud800": 1}}', "skills.\\x00\\ud800: there is no such"),
        (b'{"years": 4, "hours_per_week": 0}', "hours_per_week: must be a number above 0"),
        (b"null", "profile: must be an object"),
    ],
)
def test_bad_input_is_one_line_and_exit_status_2(plan, content, said):
    with pytest.raises(CommandError) as caught:
        plan(content)
    assert caught.value.returncode == 2
    assert said in str(caught.value)
    assert str(caught.value).isprintable()


@pytest.mark.parametrize("name", ["/no/such/file.json", ".", "a\0b"])
def test_a_file_that_cannot_be_read(name):
    with pytest.raises(CommandError, match="profile: cannot be read: ") as caught:
        call_command("plan", name)
    assert caught.value.returncode == 2


def test_no_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(CommandError, match="there is no standard input"):
        call_command("plan", "-")


@pytest.mark.parametrize("day", ["soon", "", "1999-12-31", "9999-12-31", "2026-02-30"])
def test_a_wrong_today(day):
    with pytest.raises(CommandError, match="--today: must be a day from ") as caught:
        call_command("plan", "-", today=day)
    assert caught.value.returncode == 2


def test_without_a_catalogue(plan):
    CatalogueVersion.objects.all().delete()
    with pytest.raises(CommandError, match="catalogue: No catalogue is loaded") as caught:
        plan(ALICE)
    assert caught.value.returncode == 2
