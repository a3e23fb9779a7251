"""The learning log: hours of study, from its page and from the dashboard."""

import re
from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone

from accounts.models import User
from planner import actions
from planner.models import StudySession
from planner.queries.study import load_log
from tests.factories import ProfileFactory
from tests.htmx import HTMX
from tests.planner.study_log import LOG, NOON, TODAY, beginner, mark, studied

pytestmark = pytest.mark.django_db
ADD = "/log/add/"
HOUR = {"item": "docker", "hours": "1", "on": "2026-11-24", "words": ""}
QUERIES = 8  # session, user, profile, version with skills, certificates, study, sessions counted


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(NOON, tick=False) as now:
        yield now


@pytest.fixture
def alices(alice):
    return beginner(alice)


def errors(response, name="study_form"):
    return [error for found in response.context[name].errors.values() for error in found]


# --- Hours ----------------------------------------------------------------------------------------


def test_hours_are_logged(as_alice, alices):
    response = as_alice.post(ADD, HOUR | {"hours": "1.5", "words": "Multi-stage builds"})
    assert response.url == LOG
    logged = alices.study_sessions.get()
    assert (logged.item, logged.on, logged.hours) == ("docker", TODAY, Decimal("1.5"))
    page = as_alice.get(LOG).text
    assert "1.5 hours of Docker logged." in page
    assert "Multi-stage builds" in page


@pytest.mark.parametrize(
    ("said", "hours"),
    [("1,5", "1.5"), ("1:30", "1.5"), (" 0:20 ", "0.33"), ("24", "24"), (".25", "0.25")],
)
def test_hours_can_be_said_in_several_ways(as_alice, alices, said, hours):
    as_alice.post(ADD, HOUR | {"hours": said})
    assert alices.study_sessions.get().hours == Decimal(hours)


@pytest.mark.parametrize(
    "said", ["0", "-1", "25", "24:30", "0.001", "NaN", "1e999", "Infinity", "two", "1:75", "9" * 40]
)
def test_hours_that_are_none_are_refused_in_words(as_alice, alices, said):
    response = as_alice.post(ADD, HOUR | {"hours": said})
    assert response.status_code == 422
    assert errors(response) == ["Give hours, more than 0 and up to 24: 1.5 or 1:30."]
    assert not alices.study_sessions.exists()


@pytest.mark.parametrize(
    ("day", "message"),
    [
        ("2026-11-25", "This day is still to come."),
        ("1949-12-31", "Give a day between 1950 and 2100."),
        ("yesterday", "Enter a valid date."),
        ("", "This field is required."),
    ],
)
def test_days_that_cannot_be_are_refused_in_words(as_alice, alices, day, message):
    response = as_alice.post(ADD, HOUR | {"on": day})
    assert (response.status_code, errors(response)) == (422, [message])
    assert not alices.study_sessions.exists()


def test_what_the_catalogue_does_not_have_is_refused(as_alice, alices):
    response = as_alice.post(ADD, HOUR | {"item": "no-such-skill"})
    assert response.status_code == 422
    assert not alices.study_sessions.exists()


def test_what_was_written_stays_in_the_form(as_alice, alices):
    page = as_alice.post(ADD, HOUR | {"hours": "25", "words": "All night long"}).text
    assert 'value="All night long"' in page
    assert re.search(r'<option value="docker" selected>', page)


def test_a_day_has_24_hours_in_all(as_alice, alices):
    studied(alices, "python", 23)
    response = as_alice.post(ADD, HOUR | {"hours": "1.5"})
    assert errors(response) == ["Only 1 hour is left of this day."]
    as_alice.post(ADD, HOUR)
    response = as_alice.post(ADD, HOUR | {"hours": "0.1"})
    assert errors(response) == ["This day is full: 24 hours are logged already."]
    assert sum(session.hours for session in alices.study_sessions.all()) == 24


def test_a_form_sent_twice_is_logged_once(as_alice, alices):
    twice = HOUR | {"key": str(uuid4())}
    first, second = as_alice.post(ADD, twice), as_alice.post(ADD, twice)
    assert (first.status_code, second.status_code) == (302, 302)
    assert alices.study_sessions.count() == 1


def test_a_key_that_is_none_does_not_stop_anybody(as_alice, alices):
    assert as_alice.post(ADD, HOUR | {"key": "nonsense"}).status_code == 302
    assert as_alice.post(ADD, HOUR).status_code == 302
    assert alices.study_sessions.count() == 2


def test_each_form_has_a_key_of_its_own(as_alice, alices):
    keys = [as_alice.get(LOG).context["study_form"]["key"].value() for _ in range(2)]
    assert keys[0] != keys[1]


def test_a_full_log_says_so(as_alice, alices, monkeypatch):
    monkeypatch.setattr("planner.actions.study.MAX_SESSIONS", 1)
    studied(alices)
    response = as_alice.post(ADD, HOUR)
    assert response.status_code == 422
    assert "as many as fit" in response.text


def test_an_entry_can_be_corrected(as_alice, alices):
    session = studied(alices, hours=24)
    address = f"{LOG}{session.pk}/"
    assert 'value="24"' in as_alice.get(address).text
    corrected = HOUR | {"item": "python", "hours": "2", "on": "2026-11-23"}
    assert as_alice.post(address, corrected).url == LOG
    session.refresh_from_db()
    assert (session.item, session.hours, session.on.day) == ("python", 2, 23)


def test_a_correction_does_not_fill_a_day_beyond_its_end(as_alice, alices):
    studied(alices, "python", 20)
    session = studied(alices, hours=4)
    response = as_alice.post(f"{LOG}{session.pk}/", HOUR | {"hours": "5"})
    assert response.status_code == 422
    assert errors(response, "form") == ["Only 4 hours are left of this day."]


def test_an_entry_of_what_is_no_longer_in_the_catalogue_can_be_changed(as_alice, alices):
    session = studied(alices, "gone-skill")
    assert "gone-skill" in as_alice.get(LOG).text
    response = as_alice.post(f"{LOG}{session.pk}/", HOUR | {"item": "gone-skill", "hours": "3"})
    assert response.url == LOG
    assert as_alice.get("/dashboard/").status_code == as_alice.get("/roadmap/").status_code == 200


def test_an_entry_can_be_removed(as_alice, alices):
    session = studied(alices)
    assert as_alice.post(f"{LOG}{session.pk}/remove/").url == LOG
    assert not StudySession.objects.exists()


def test_a_correction_of_what_was_removed_says_so(alices):
    session = studied(alices)
    StudySession.objects.all().delete()
    with pytest.raises(actions.SessionGoneError):
        actions.change_session(session=session, item="docker", on=TODAY, hours=Decimal(1), words="")


@pytest.mark.parametrize("address", ["{}", "{}remove/"])
def test_entries_of_others_do_not_exist(as_alice, bob, address):
    session = studied(ProfileFactory(user=bob))
    assert as_alice.post(address.format(f"{LOG}{session.pk}/"), HOUR).status_code == 404
    assert StudySession.objects.get().hours == 1


# --- From the dashboard ---------------------------------------------------------------------------


def test_the_dashboard_takes_hours_and_comes_back(as_alice, alices):
    response = as_alice.post(ADD, HOUR | {"next": "dashboard"})
    assert response.url == "/dashboard/#study-title"
    assert "1 of 6 hours this week" in as_alice.get("/dashboard/").text


def test_htmx_gets_the_card_with_the_new_hours(as_alice, alices):
    headers = HTMX | {"HX-Target": "study-card"}
    response = as_alice.post(ADD, HOUR | {"next": "dashboard"}, headers=headers)
    assert response.text.strip().startswith("{#") is False
    assert 'id="study-card"' in response.text
    assert "<html" not in response.text
    assert "1 of 6 hours this week" in response.text
    assert "1 hour of Docker logged." in response.headers["HX-Trigger"]


def test_htmx_gets_the_card_with_what_is_wrong(as_alice, alices):
    response = as_alice.post(ADD, HOUR | {"hours": "25"}, headers=HTMX)
    assert response.status_code == 422
    assert "There is a problem" in response.text
    assert "<html" not in response.text


def test_the_step_in_progress_is_offered_first(as_alice, alices):
    mark(as_alice, "start", "kafka@2")
    chosen = re.search(r'<option value="(\S+)" selected>', as_alice.get("/dashboard/").text)
    assert chosen[1] == "kafka"


def test_without_one_the_next_step_is_offered_first(as_alice, alices):
    response = as_alice.get("/dashboard/")
    first = response.context["studies"][0].suggestion.step.id
    assert response.context["study_form"]["item"].value() == first


# --- The page -------------------------------------------------------------------------------------


def test_an_empty_log_says_what_it_would_change(as_alice, alices):
    page = as_alice.get(LOG).text
    assert "This week is still open" in page
    assert "the dates of your plan answer" in page


@pytest.mark.parametrize("count", [1, 60])
def test_the_number_of_queries_is_fixed(as_alice, alices, count, django_assert_num_queries):
    for number in range(count):
        studied(alices, ["docker", "kafka", "redis"][number % 3], 1, TODAY - timedelta(number))
    with django_assert_num_queries(QUERIES):
        page = as_alice.get(LOG)
    assert len(page.context["sessions"]) == min(count, 50)


def test_older_entries_are_on_the_next_page(as_alice, alices):
    for number in range(51):
        studied(alices, "docker", 1, TODAY - timedelta(number))
    assert "51 to 51 of 51" in as_alice.get(LOG, {"page": "2"}).text
    assert as_alice.get(LOG, {"page": "nonsense"}).status_code == 200


def test_the_days_are_those_of_the_person(as_alice, alices, alice):
    User.objects.filter(pk=alice.pk).update(time_zone="Pacific/Auckland")  # the 25th already
    tomorrow = date(2026, 11, 25)
    assert as_alice.get(LOG).context["study_form"]["on"].value() == tomorrow
    as_alice.post(ADD, HOUR | {"on": str(tomorrow)})
    assert alices.study_sessions.get().on == tomorrow
    mark(as_alice, "finish")
    with timezone.override("Pacific/Auckland"):
        assert [found.at.date() for found in load_log(alices).marks] == [tomorrow]


def test_a_sample_that_is_cleared_takes_its_log_along(alices):
    studied(alices)
    actions.clear_profile(profile=alices)
    assert not StudySession.objects.exists()
