"""What a mentor notes on a mentee: for nobody else, but for the mentee's export."""

import pytest
from django.utils import timezone

from accounts.models import Consent, Sighting
from planner.models import PrivateNote

pytestmark = pytest.mark.django_db


@pytest.fixture
def address(alices):
    return f"/mentees/{alices.pk}/notes/"


@pytest.fixture
def note(alices, mira):
    return PrivateNote.objects.create(profile=alices, mentor=mira, text="Prefers mornings.")


def test_a_note_is_kept_and_shown(as_mira, mira, address, alices):
    as_mira.post(address, {"text": "Prefers mornings."})
    note = PrivateNote.objects.get()
    assert (note.mentor, note.profile) == (mira, alices)
    assert "Prefers mornings." in as_mira.get(address).text


def test_a_note_written_on_a_review_leads_back_to_it(as_mira, address, review):
    sent = {"text": "Prefers mornings.", "review": review.pk}
    assert as_mira.post(address, sent).url == f"/reviews/{review.pk}/"
    assert "Prefers mornings." in as_mira.get(f"/reviews/{review.pk}/").text


@pytest.mark.parametrize("odd", ["x", "-1", "9" * 40, "//evil.example"])
def test_an_odd_review_leads_to_the_notes(as_mira, address, odd):
    assert as_mira.post(address, {"text": "x", "review": odd}).url == address


@pytest.mark.parametrize("where", ["notes", "review"])
def test_the_form_says_that_the_mentee_can_read_it(as_mira, address, review, where):
    shown = as_mira.get(address if where == "notes" else f"/reviews/{review.pk}/").text
    assert "Alice’s data too: an export of it holds them" in shown


def test_no_text_is_no_note(as_mira, address):
    assert as_mira.post(address, {"text": " "}).status_code == 422
    assert not PrivateNote.objects.exists()


def test_what_is_too_long_is_kept_to_be_shortened(as_mira, address):
    response = as_mira.post(address, {"text": "Mornings " * 600})
    assert response.status_code == 422
    assert "Mornings Mornings" in response.text


def test_no_other_mentor_sees_it(as_nick, address, review, note):
    for path in (address, f"/reviews/{review.pk}/"):
        assert "Prefers mornings." not in as_nick.get(path).text
    assert as_nick.post(f"/notes/{note.pk}/remove/").status_code == 404


def test_without_consent_there_is_nothing(as_mira, address, note):
    Consent.objects.filter(scope="skills").update(ends_at=timezone.now())
    assert as_mira.get(address).status_code == 404
    assert as_mira.post(address, {"text": "x"}).status_code == 404
    assert as_mira.post(f"/notes/{note.pk}/remove/").status_code == 404
    assert PrivateNote.objects.count() == 1


def test_it_is_removed(as_mira, address, note):
    assert as_mira.post(f"/notes/{note.pk}/remove/").url == address
    assert not PrivateNote.objects.exists()


def test_each_reading_is_noted_once(as_mira, alice, address, note):
    as_mira.get(address)
    (sighting,) = Sighting.objects.all()
    assert (sighting.mentee, sighting.what) == (alice, "notes")


@pytest.mark.parametrize("number", [1, 20])
def test_the_number_of_queries_is_fixed(
    as_mira, address, alices, mira, number, django_assert_num_queries
):
    for n in range(number):
        PrivateNote.objects.create(profile=alices, mentor=mira, text=f"No {n}")
    # session, user, second factor, profile, sighting, notes, the number in the header
    with django_assert_num_queries(7):
        as_mira.get(address)
