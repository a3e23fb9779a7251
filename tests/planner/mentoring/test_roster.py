"""Inviting everybody on a list: looked at first, then all of them or nobody."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from accounts.actions import close_cohort
from accounts.models import Invitation
from config.uploads import MemoryUploadHandler
from tests.planner.test_dashboard import title

pytestmark = pytest.mark.django_db
QUERIES = 18  # of confirming; two of them are savepoints


@pytest.fixture
def address(cohort):
    return f"/cohorts/{cohort.pk}/roster/"


@pytest.fixture
def upload(as_mira, address):
    def send(text):
        content = text if isinstance(text, bytes) else text.encode()
        return as_mira.post(address, {"file": SimpleUploadedFile("list.csv", content)})

    return send


@pytest.fixture
def confirm(as_mira, address):
    def send(page):
        return as_mira.post(f"{address}confirm/", {"people": token(page)})

    return send


def token(page):
    return re.search(r'name="people" value="([^"]+)"', page.text)[1]


def invited(cohort):
    found = cohort.invitations.filter(withdrawn_at=None).order_by("email")
    return list(found.values_list("email", "name"))


def thousand():
    return "email,name\n" + "".join(f"p{n}@example.com,Person {n}\n" for n in range(1_000))


def test_looking_invites_nobody(cohort, upload):
    page = upload("email,name\nzoe@example.com,Zoe\nnobody,Bob\n")
    assert page.status_code == 200
    assert title(page) == "1 person will be invited"
    assert "That is no e-mail address." in page.text
    assert invited(cohort) == []


def test_confirming_invites_them_all_and_mails_each(cohort, upload, confirm, run_tasks):
    done = confirm(upload("email,name\nzoe@example.com,Zoe\nyan@example.com,Yan\n"))
    assert done.url == f"/cohorts/{cohort.pk}/invitations/"
    assert invited(cohort) == [("yan@example.com", "Yan"), ("zoe@example.com", "Zoe")]
    run_tasks()
    assert sorted(message.to[0] for message in mail.outbox) == [
        "yan@example.com", "zoe@example.com",
    ]  # fmt: skip


def test_who_is_here_or_invited_already_is_left_out(cohort, alice, alices, upload):
    now = timezone.now()
    cohort.invitations.create(email=alice.email, accepted_by=alice, accepted_at=now)
    cohort.invitations.create(email="yan@example.com")
    cohort.invitations.create(email="old@example.com", expires_at=now - timedelta(days=1))
    page = upload(f"email\n{alice.email}\nYAN@example.com\nold@example.com\nzoe@example.com")
    found = page.context["preview"]
    assert [entry.email for entry in found.entries] == ["old@example.com", "zoe@example.com"]
    assert [(fault.line, fault.why) for fault in found.faults] == [
        (2, "In this cohort already."), (3, "Invited already, and the invitation is still open."),
    ]  # fmt: skip


def test_the_list_does_not_tell_whose_address_an_account_has(cohort, alice, alices, upload):
    page = upload(f"email\n{alice.email}\n")
    assert [entry.email for entry in page.context["preview"].entries] == [alice.email]


def test_confirming_twice_invites_once(cohort, upload, confirm):
    page = upload("email\nzoe@example.com\nyan@example.com")
    confirm(page)
    again = confirm(page)
    assert again.status_code == 409
    assert "Nobody was invited; look again" in again.text
    assert cohort.invitations.count() == 2


def test_if_one_was_invited_meanwhile_nobody_is(cohort, upload, confirm):
    page = upload("email\nzoe@example.com\nyan@example.com")
    cohort.invitations.create(email="yan@example.com")
    again = confirm(page)
    assert again.status_code == 409
    assert [entry.email for entry in again.context["preview"].entries] == ["zoe@example.com"]
    assert invited(cohort) == [("yan@example.com", "")]
    confirm(again)
    assert len(invited(cohort)) == 2


def test_a_list_of_another_cohort_mentor_or_hour_counts_nothing(
    client, cohort, nick, address, as_mira, upload, confirm
):
    page = upload("email\nzoe@example.com")
    forged = as_mira.post(f"{address}confirm/", {"people": token(page) + "x"})
    assert forged.status_code == 422
    with time_machine.travel(timezone.now() + timedelta(minutes=61)):
        assert confirm(page).status_code == 422
    cohort.mentors.create(mentor=nick)
    client.force_login(nick)
    assert client.post(f"{address}confirm/", {"people": token(page)}).status_code == 422
    assert invited(cohort) == []


def test_after_the_cohort_closed_nobody_is_invited(cohort, upload, confirm):
    page = upload("email\nzoe@example.com")
    close_cohort(cohort=cohort, now=timezone.now())
    assert confirm(page).status_code == 404
    assert invited(cohort) == []


def test_more_than_a_days_mails_are_refused_in_words(cohort, mira, upload, confirm):
    cohort.invitations.create(email="yan@example.com", created_by=mira)
    answer = confirm(upload(thousand()))
    assert answer.status_code == 422
    assert "1,000 invitations a day" in answer.text
    assert len(invited(cohort)) == 1


def test_a_thousand_people_take_no_more_queries_than_one(
    cohort, upload, confirm, django_assert_num_queries
):
    few, many = upload("email\nzoe@example.com"), upload(thousand())
    with django_assert_num_queries(QUERIES):
        confirm(few)
    Invitation.objects.all().delete()
    with django_assert_num_queries(QUERIES):
        confirm(many)
    assert len(invited(cohort)) == 1_000


# --- Files that are none --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "status", "said"),
    [
        (b"", 422, "The file is empty"),
        (b"name\nAlice", 422, "No column is called"),
        (b"email\n\x81\x8d", 422, "cannot be read"),
        (b"email\n" + b"a" * 1_000_000, 413, "larger than 1 MB"),
        (b"a@example.com\n" * 750_000, 413, "larger than 1 MB"),
    ],
)
def test_a_file_that_cannot_be_taken_says_why(upload, content, status, said):
    page = upload(content)
    assert (page.status_code, said in page.text) == (status, True)
    assert "There is a problem" in page.text


def test_no_file_at_all_is_said(as_mira, address):
    page = as_mira.post(address, {})
    assert (page.status_code, "Choose a file" in page.text) == (422, True)


def test_what_is_far_too_large_is_not_read(as_mira, address):
    page = as_mira.post(address, {"file": SimpleUploadedFile("x.csv", b"a")}, CONTENT_LENGTH=10**9)
    assert page.status_code in {400, 413}


def test_of_a_file_too_large_nothing_is_kept(settings):
    handler = MemoryUploadHandler()
    handler.new_file("file", "x.csv", "text/csv", None)
    for start in range(0, 10_000_000, 64 * 1024):
        handler.receive_data_chunk(b"a" * 64 * 1024, start)
        assert len(handler.kept.getvalue()) <= settings.MAX_UPLOAD_SIZE
    file = handler.file_complete(10_000_000)
    assert (file.size, file.read()) == (10_000_000, b"")


def test_only_the_first_faults_are_shown(upload):
    page = upload("email\n" + "x\n" * 60)
    assert page.text.count("That is no e-mail address.") == 50
    assert "And 10 more lines." in page.text
