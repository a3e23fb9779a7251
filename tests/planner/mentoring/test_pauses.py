"""What a mentee declares about a quiet time: pauses, and what is in the way."""

from datetime import date

import pytest
from django.utils import timezone

from planner import actions
from planner.models import Blocker, Pause
from tests.factories import ProfileFactory

pytestmark = pytest.mark.django_db
NEW, BLOCKER = "/guidance/pauses/new/", "/guidance/blockers/new/"
DAYS = {"starts_on": "2026-12-20", "ends_on": "2027-01-03", "words": "Holidays"}
LAPTOP = {"severity": "stops", "text": "My laptop is being repaired"}


@pytest.fixture
def pause(alices):
    return alices.pauses.create(starts_on=date(2026, 12, 20), ends_on=date(2027, 1, 3))


@pytest.fixture
def blocker(alices):
    return alices.blockers.create(text="No laptop", since=date(2026, 11, 1))


# --- Pauses ---------------------------------------------------------------------------------------


def test_a_pause_is_declared_once(as_alice, alices):
    for _ in range(2):
        assert as_alice.post(NEW, DAYS).url == "/guidance/"
    found = Pause.objects.get()
    assert (found.profile, found.starts_on, found.ends_on, found.words) == (
        alices, date(2026, 12, 20), date(2027, 1, 3), "Holidays",
    )  # fmt: skip


def test_one_day_is_a_pause_too(as_alice, alices):
    assert as_alice.post(NEW, DAYS | {"ends_on": "2026-12-20"}).status_code == 302


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"starts_on": ""}, "This field is required."),
        ({"ends_on": "2026-12-19"}, "This is before the first day."),
        ({"ends_on": "2200-01-01"}, "Give a day between 1950 and 2100."),
        ({"starts_on": "soon"}, "Enter a valid date."),
        ({"words": "a\x00b"}, "Null characters are not allowed."),
        ({"words": "w" * 2_001}, "at most 2000 characters"),
    ],
)
def test_bad_days_are_refused_and_kept(as_alice, alices, change, message):
    response = as_alice.post(NEW, DAYS | change)
    assert response.status_code == 422
    assert message in response.text
    assert response.context["form"]["words"].value() == (DAYS | change)["words"]
    assert not Pause.objects.exists()


def test_a_pause_is_shortened(as_alice, pause):
    address = f"/guidance/pauses/{pause.pk}/"
    assert as_alice.get(address).context["form"]["ends_on"].value() == date(2027, 1, 3)
    assert as_alice.post(address, DAYS | {"ends_on": "2026-12-24"}).url == "/guidance/"
    pause.refresh_from_db()
    assert pause.ends_on == date(2026, 12, 24)
    assert as_alice.post(address, DAYS | {"ends_on": "2026-01-01"}).status_code == 422


def test_a_pause_is_removed(as_alice, pause):
    assert as_alice.post(f"/guidance/pauses/{pause.pk}/remove/").url == "/guidance/"
    assert not Pause.objects.exists()


def test_what_another_tab_removed_cannot_be_changed(pause):
    again = Pause.objects.get()
    actions.remove_pause(pause=pause)
    with pytest.raises(actions.AnsweredMeanwhileError):
        actions.change_pause(
            pause=again, starts_on=date(2026, 1, 1), ends_on=date(2026, 1, 2), words=""
        )


@pytest.mark.parametrize("what", ["", "remove/"])
def test_the_pause_of_somebody_else_does_not_exist(client, charlie, pause, what):
    ProfileFactory(user=charlie)
    client.force_login(charlie)
    assert client.post(f"/guidance/pauses/{pause.pk}/{what}", DAYS).status_code == 404


# --- What is in the way ---------------------------------------------------------------------------


def test_a_blocker_is_told_once_while_it_is(as_alice, alices):
    for _ in range(2):
        assert as_alice.post(BLOCKER, LAPTOP).url == "/guidance/"
    found = Blocker.objects.get()
    assert (found.severity, found.text) == ("stops", "My laptop is being repaired")
    assert (found.since, found.resolved_at) == (timezone.localdate(), None)
    as_alice.post(f"/guidance/blockers/{found.pk}/resolve/")
    as_alice.post(BLOCKER, LAPTOP)
    assert Blocker.objects.count() == 2


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"text": ""}, "This field is required."),
        ({"text": "t" * 201}, "at most 200 characters"),
        ({"text": "a\u202eb"}, "ordinary punctuation only"),
        ({"severity": "terrible"}, "not one of the available choices"),
    ],
)
def test_bad_input_is_refused_and_kept(as_alice, alices, change, message):
    response = as_alice.post(BLOCKER, LAPTOP | change)
    assert response.status_code == 422
    assert message in response.text
    assert response.context["form"]["text"].value() == (LAPTOP | change)["text"]


def test_it_is_resolved_once(as_alice, blocker):
    address = f"/guidance/blockers/{blocker.pk}/resolve/"
    assert as_alice.post(address).url == "/guidance/"
    blocker.refresh_from_db()
    first = blocker.resolved_at
    assert first is not None
    as_alice.post(address)
    blocker.refresh_from_db()
    assert blocker.resolved_at == first


def test_the_blocker_of_somebody_else_does_not_exist(client, charlie, blocker):
    client.force_login(charlie)
    assert client.post(f"/guidance/blockers/{blocker.pk}/resolve/").status_code == 404


def test_the_mentee_s_page_takes_a_fixed_number_of_queries(
    as_alice, alices, mira, pause, blocker, django_assert_num_queries
):
    def queries():
        # session, user, profile, skills, certificates, steps, goals, 2 check-ins, pauses, blockers
        with django_assert_num_queries(11):
            as_alice.get("/guidance/")

    alices.check_ins.create(mentor=mira, held_on=date(2026, 1, 1))
    queries()
    for day in range(1, 21):
        alices.check_ins.create(mentor=mira, held_on=date(2026, 1, day))
        alices.assignments.create(mentor=mira, skill_id="kafka", proficiency=2)
        alices.pauses.create(starts_on=date(2026, 1, day), ends_on=date(2026, 1, day))
    queries()
