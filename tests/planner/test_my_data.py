"""The pages on which data is taken out, taken in and erased."""

import io
import json
import zipfile
from datetime import timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import Erasure
from planner import actions
from planner.documents.personal.document import MAX_BYTES
from tests.factories import PASSWORD, CohortFactory, ProfileFactory, UserFactory
from tests.planner.personal_files import exported, own, somebody_full

pytestmark = pytest.mark.django_db
full = pytest.fixture(somebody_full)
EXPORT = reverse("planner:my_data_export", args=["json"])
IMPORT, CONFIRM = reverse("planner:my_data_import"), reverse("planner:my_data_import_confirm")
LEAVE, STAY = reverse("planner:my_data_leave"), reverse("planner:my_data_stay")
REAUTHENTICATE = reverse("account_reauthenticate")


@pytest.fixture
def confirmed(as_alice):
    """Alice's browser, in which she just gave her password."""
    as_alice.post(REAUTHENTICATE, {"password": PASSWORD})
    return as_alice


def upload(client, content):
    return client.post(IMPORT, {"file": SimpleUploadedFile("mine.json", content)})


def token_of(page):
    return page.context["token"]


# --- Out ------------------------------------------------------------------------------------------


def test_whoever_did_not_confirm_it_is_them_gets_no_file(as_alice):
    page = as_alice.get(EXPORT)
    assert (page.status_code, page.url) == (302, f"{REAUTHENTICATE}?next=%2Fmy-data%2F")


def test_it_is_a_file_to_keep(confirmed, alice):
    file = confirmed.get(EXPORT)
    assert json.loads(file.content)["tables"]["account"][0]["email"] == "alice@example.com"
    assert file["Content-Disposition"].startswith('attachment; filename="waymark-my-data-')
    assert file["Cache-Control"] == "no-store"
    assert "sandbox" in file["Content-Security-Policy"]


def test_ten_minutes_later_it_is_asked_for_again(confirmed):
    assert confirmed.get(EXPORT).status_code == 200
    with time_machine.travel(timezone.now() + timedelta(minutes=10, seconds=1)):
        assert confirmed.get(EXPORT).status_code == 302


def test_the_tables_come_in_one_archive(confirmed, alice):
    ProfileFactory(user=alice, skills={"python": 2})
    file = confirmed.get(reverse("planner:my_data_export", args=["csv"]))
    names = zipfile.ZipFile(io.BytesIO(file.content)).namelist()
    assert {"README.txt", "account.csv", "profile.csv", "skills.csv"} <= set(names)


def test_a_kind_that_there_is_not_does_not_exist(confirmed):
    assert confirmed.get(reverse("planner:my_data_export", args=["xml"])).status_code == 404


# --- In -------------------------------------------------------------------------------------------


def test_looking_at_a_file_says_what_would_change_and_changes_nothing(as_alice, alice, full):
    ProfileFactory(user=alice, skills={"sql": 4})
    before = own(alice)
    page = upload(as_alice, exported(full))
    assert "This is what would change" in page.text
    assert "Go: Not assessed → Proficient" in page.text
    assert own(alice) == before


def test_then_one_click_takes_all_of_it_in(as_alice, alice, full):
    content, before = exported(full), own(full)
    full.delete()
    page = as_alice.post(CONFIRM, {"data": token_of(upload(as_alice, content))}, follow=True)
    assert "Your data is taken in." in page.text
    alice.refresh_from_db()
    assert own(alice) == before


def test_what_others_wrote_is_said_to_stay_out(as_alice):
    tables = {"ratings": [{"skill": "go", "proficiency": 4}], "skills": []}
    content = {"format": "waymark-personal-data", "version": 1, "tables": tables}
    page = upload(as_alice, json.dumps(content).encode())
    assert "or the site noted it: Ratings by mentors." in page.text


def test_a_file_of_what_is_here_already_offers_no_button(as_alice, alice):
    ProfileFactory(user=alice, skills={"sql": 4})
    with_history = upload(as_alice, exported(alice))
    as_alice.post(CONFIRM, {"data": token_of(with_history)})
    page = upload(as_alice, exported(alice))
    assert "All of this is here already" in page.text
    assert 'name="data"' not in page.text


def test_what_changed_meanwhile_is_looked_at_again(as_alice, alice, full):
    token = token_of(upload(as_alice, exported(full)))
    actions.set_proficiency(profile=alice.profile, skill="rust", proficiency=1, was=None)
    page = as_alice.post(CONFIRM, {"data": token})
    assert (page.status_code, "Your data has changed since you looked" in page.text) == (409, True)
    assert as_alice.post(CONFIRM, {"data": token_of(page)}).status_code == 302


@pytest.mark.parametrize("wrong", ["", "x", "x:y:z"])
def test_what_was_not_looked_at_is_not_taken_in(as_alice, wrong):
    page = as_alice.post(CONFIRM, {"data": wrong})
    assert (page.status_code, "Choose the file again" in page.text) == (422, True)


def test_nobody_takes_in_what_somebody_else_looked_at(as_alice, bob, full):
    token = token_of(upload(as_alice, exported(full)))
    other = Client()
    other.force_login(bob)
    assert other.post(CONFIRM, {"data": token}).status_code == 422


def test_an_hour_later_it_is_out_of_date(as_alice, full):
    token = token_of(upload(as_alice, exported(full)))
    with time_machine.travel(timezone.now() + timedelta(hours=1, seconds=5)):
        assert as_alice.post(CONFIRM, {"data": token}).status_code == 422


@pytest.mark.parametrize(
    ("content", "status", "said"),
    [
        (b"", 422, "The file is empty"),
        (b"{", 422, "not JSON"),
        (b" " * (MAX_BYTES + 1), 413, "larger than 5 MB"),
        (b'{"format": "waymark-personal-data", "version": 3}', 422, "version 3"),
    ],
    ids=["empty", "broken", "large", "newer"],
)
def test_what_is_wrong_with_a_file_is_said_beside_it(as_alice, content, status, said):
    page = upload(as_alice, content)
    assert (page.status_code, said in page.text) == (status, True)
    assert "There is a problem" in page.text


def test_nothing_in_a_file_becomes_markup(as_alice):
    tables = {"skills": [{"skill": "<script>alert(1)</script>", "proficiency": 1}]}
    content = {"format": "waymark-personal-data", "version": 1, "tables": tables}
    page = upload(as_alice, json.dumps(content).encode())
    assert "<script>alert" not in page.text
    assert "&lt;script&gt;" in page.text


# --- Away -----------------------------------------------------------------------------------------


def test_whoever_did_not_confirm_it_is_them_erases_nothing(as_alice):
    assert as_alice.post(LEAVE).url.startswith(REAUTHENTICATE)
    assert not Erasure.objects.exists()


def test_it_says_until_when_and_how_to_take_it_back(confirmed, alice):
    page = confirmed.post(LEAVE, follow=True)
    day = timezone.localdate() + timedelta(days=14)
    assert f"Your account will be erased on {day:%-d %B %Y}" in page.text
    assert f'action="{STAY}"' in page.text


def test_one_click_takes_it_back(as_alice, alice):
    Erasure.objects.create(user=alice)
    page = as_alice.post(STAY, follow=True)
    assert "Your account stays. Nothing of it was erased." in page.text
    assert not Erasure.objects.exists()


def test_it_signs_out_everywhere_else(confirmed, alice):
    other = Client()
    other.force_login(alice)
    confirmed.post(LEAVE)
    answers = [client.get("/gaps/").status_code for client in (confirmed, other)]
    assert answers == [200, 302]


def test_who_leads_a_cohort_is_told_what_to_do_first(confirmed, alice):
    CohortFactory(name="Autumn", lead=alice)
    page = confirmed.post(LEAVE)
    assert (page.status_code, "You lead Autumn." in page.text) == (409, True)
    assert not Erasure.objects.exists()


def test_the_page_says_so_while_it_lasts(as_alice, alice):
    Erasure.objects.create(user=alice)
    assert "Your account will be erased on" in as_alice.get(reverse("planner:my_data")).text


def test_somebody_without_anything_has_the_page_too(client):
    client.force_login(UserFactory())
    assert client.get(reverse("planner:my_data")).status_code == 200
