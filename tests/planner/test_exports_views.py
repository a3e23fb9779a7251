"""Taking the roadmap along: one's own plan as a file that no browser runs."""

import json
from datetime import date

import pytest
import time_machine
from django.core.management import call_command
from icalendar import Calendar

from planner.exports import FORMATS
from planner.models import Profile
from planner.queries.plans import load_plan
from tests.factories import CertificationClaimFactory, ProfileFactory
from tests.planner.plan_files import rows_of

pytestmark = pytest.mark.django_db
SKILLS = {"python": 3, "django": 2, "rest": 2, "git": 2}


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel("2026-11-24T12:00:00Z", tick=False):
        yield


@pytest.fixture
def alices_profile(alice):
    return ProfileFactory(
        user=alice, years_stated=2, years_stated_on=date(2026, 11, 24), skills=SKILLS,
        current_pay=91_234,
    )  # fmt: skip


def address(kind):
    return f"/roadmap/export/{kind}/"


@pytest.mark.parametrize("kind", FORMATS)
def test_a_file_is_downloaded_and_never_run(as_alice, alices_profile, kind):
    response = as_alice.get(address(kind))
    name = f"waymark-roadmap-2026-11-24.{FORMATS[kind].extension}"
    assert response.status_code == 200
    assert response.headers["Content-Type"] == FORMATS[kind].content_type
    assert response.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert response.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("kind", ["docx", "html", "__class__", "PDF", "csv.exe"])
def test_a_format_that_is_not_listed_does_not_exist(as_alice, kind):
    assert as_alice.get(address(kind)).status_code == 404


def test_json_is_what_the_command_says_of_the_same_profile(
    as_alice, alice, alices_profile, tmp_path, capsys
):
    profile = Profile.objects.for_reading().get(user=alice)
    file = tmp_path / "profile.json"
    file.write_text(json.dumps(load_plan(profile, date(2026, 11, 24)).inputs["profile"]))
    call_command("plan", str(file), "--json", "--today", "2026-11-24")
    said, found = json.loads(capsys.readouterr().out), as_alice.get(address("json")).json()
    assert found["plan"] == said["plan"]
    assert found["plan"]["steps"]
    assert found["catalogue_version"] == said["catalogue_version"]


def test_what_is_wished_of_the_roadmap_holds_in_its_files(as_alice, alices_profile):
    with_docker = as_alice.get(address("json")).json()["plan"]["steps"]
    as_alice.post("/roadmap/steps/", {"step": "docker@2", "wish": "excluded"})
    without = as_alice.get(address("json")).json()["plan"]["steps"]
    assert "docker" in {step["id"] for step in with_docker}
    assert "docker" not in {step["id"] for step in without}


def test_everybody_gets_their_own_plan(as_alice, client, alices_profile, bob):
    ProfileFactory(user=bob, skills=SKILLS | {"docker": 4})
    assert "For Alice" in {row["what"] for row in rows_of(as_alice.get(address("csv")).content)}
    client.force_login(bob)
    bobs = rows_of(client.get(address("csv") + f"?profile={alices_profile.pk}").content)
    assert {row["what"] for row in bobs if row["what"].startswith("For ")} == {"For Bob"}


def test_the_mail_address_stays_at_home(as_alice, alice, alices_profile):
    alice.name = ""
    alice.save(update_fields=["name"])
    text = as_alice.get(address("markdown")).text
    assert "alice@example.com" not in text
    assert "For " not in text.split("## Steps")[0]


def test_a_certificate_in_hand_is_in_the_calendar(as_alice, alices_profile):
    CertificationClaimFactory(profile=alices_profile, expires_on=date(2027, 5, 1))
    events = Calendar.from_ical(as_alice.get(address("calendar")).content).walk("VEVENT")
    assert date(2027, 5, 1) in {e["DTSTART"].dt for e in events if "Renew" in e["SUMMARY"]}


@pytest.mark.parametrize("certificates", [0, 8])
def test_the_number_of_queries_is_fixed(
    as_alice, alices_profile, django_assert_num_queries, certificates
):
    held = ["ckad", "cka", "aws-dva", "aws-saa", "aws-clf", "az-900", "az-305", "gcp-ace"]
    for certification in held[:certificates]:
        CertificationClaimFactory(profile=alices_profile, certification_id=certification)
    with django_assert_num_queries(7):
        as_alice.get(address("csv"))
