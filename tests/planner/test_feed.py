"""The calendar of one's own dates: by a secret address that can be replaced and switched off."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from accounts.models import Erasure
from planner import access, actions
from planner.models import AgreedAction, Assignment, CalendarFeed, CheckIn, KeptPlan, PlanSettings
from planner.queries.catalogue import current_catalogue
from planner.queries.feeds import read_calendar
from planner.queries.plans import load_plan
from tests.factories import MentorFactory, ProfileFactory
from tests.permissions.cells import normal

pytestmark = pytest.mark.django_db
ADDRESS = re.compile(r'value="http://testserver(/calendar/[^"]+\.ics)"')


@pytest.fixture
def profile(alice):
    return ProfileFactory(
        user=alice, skills={"python": 3, "git": 2}, years_stated=2, current_pay=91_234,
        years_stated_on=timezone.localdate(), onboarded_at=timezone.now(), place_id="0012420",
    )  # fmt: skip


@pytest.fixture
def address(as_alice, profile):
    return ADDRESS.search(as_alice.post("/calendar/new/").text)[1]


@pytest.fixture
def stranger():
    return Client()


def keep(profile):
    view = load_plan(access.profile_for_reading(profile.user), timezone.localdate())
    return actions.keep_plan(
        profile=profile, catalogue=view.catalogue, inputs=view.inputs, result=view.document
    )


def titles(response):
    return [str(event["summary"]) for event in Calendar.from_ical(response.content).events]


def test_a_calendar_program_reads_it_without_signing_in(address, stranger, profile):
    response = stranger.get(address)
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert response.headers["Cache-Control"] == "no-store"
    assert "noindex" in response.headers["X-Robots-Tag"]
    assert not response.cookies
    assert len(titles(response)) > 3  # steps of the plan as it is now


def test_the_address_is_shown_once_and_kept_as_a_digest(address, as_alice):
    token = address.split("/")[-1].removesuffix(".ics")
    assert token not in as_alice.get("/calendar/").text
    assert token not in str(CalendarFeed.objects.values())


def test_what_has_a_day_is_in_it(address, stranger, profile):
    today = timezone.localdate()
    profile.certification_claims.create(
        certification_id="ckad", earned_on=date(2026, 1, 1), expires_on=today
    )
    Assignment.objects.create(profile=profile, skill_id="docker", proficiency=2, due_on=today)
    check_in = CheckIn.objects.create(profile=profile, held_on=date(2026, 11, 2))
    AgreedAction.objects.create(check_in=check_in, text="Write it down", due_on=today)
    found = titles(stranger.get(address))
    assert "Certified Kubernetes Application Developer: last valid day" in found
    assert "Docker to Working: due" in found
    assert "Agreed in the check-in of 2 November: due" in found


def test_what_is_done_declined_or_for_the_mentor_is_not(address, stranger, profile):
    now, today = timezone.now(), timezone.localdate()
    for fields in ({"declined_at": now}, {"withdrawn_at": now}, {"skill_id": "git"}):
        Assignment.objects.create(
            **{"profile": profile, "skill_id": "docker", "proficiency": 2, **fields}, due_on=today
        )
    check_in = CheckIn.objects.create(profile=profile, held_on=today)
    for fields in ({"done_at": now}, {"who": "mentor"}):
        AgreedAction.objects.create(check_in=check_in, text="x", due_on=today, **fields)
    assert not [title for title in titles(stranger.get(address)) if title.endswith(": due")]


def test_the_plan_that_is_kept_comes_before_the_one_of_today(address, stranger, profile):
    keep(profile)
    before = titles(stranger.get(address))
    first = KeptPlan.objects.get().result["plan"]["steps"][0]["id"]
    PlanSettings.objects.create(profile=profile, excluded=[first])
    assert titles(stranger.get(address)) == before


def test_a_step_that_is_done_leaves_it(address, stranger, profile):
    step = keep(profile).result["plan"]["steps"][0]
    before = titles(stranger.get(address))
    profile.skill_claims.update_or_create(skill_id=step["id"], defaults={"proficiency": 4})
    assert len(titles(stranger.get(address))) < len(before)


def test_no_pay_no_names_and_no_words_of_others(address, stranger, profile):
    mira, today = MentorFactory(name="Mira"), timezone.localdate()
    Assignment.objects.create(
        profile=profile, mentor=mira, skill_id="docker", proficiency=2, due_on=today, words="secret"
    )
    check_in = CheckIn.objects.create(profile=profile, mentor=mira, held_on=today, words="secret")
    AgreedAction.objects.create(check_in=check_in, text="secret", due_on=today)
    text = stranger.get(address).text
    for word in ("$", "91", "worth", "Austin", "Mira", "Alice", "alice", "secret"):
        assert word not in re.sub(r"(?m)^(UID|DT\w+|SEQUENCE)[:;].*\n", "", text), word


def test_a_new_address_ends_the_old_one(address, as_alice, stranger):
    new = ADDRESS.search(as_alice.post("/calendar/new/").text)[1]
    assert [stranger.get(url).status_code for url in (address, new)] == [404, 200]
    assert CalendarFeed.objects.count() == 1


@pytest.mark.parametrize("why", ["off", "gone", "leaving", "erased"])
def test_one_that_works_no_more_answers_like_one_that_never_was(address, as_alice, alice, why):
    if why == "off":
        assert as_alice.post("/calendar/off/").url == "/calendar/"
    elif why == "gone":
        type(alice).objects.update(is_active=False)
    elif why == "leaving":
        Erasure.objects.create(user=alice)
    else:
        alice.delete()
    browser = Client()
    unknown = "/calendar/cal_never.ics"
    found, never = browser.get(address), browser.get(unknown)
    assert found.status_code == never.status_code == 404
    assert normal(found, address) == normal(never, unknown)


@pytest.mark.parametrize("name", ["", "cal_", "inv_x", "new", "..", "%F0%9F%94%91"])
def test_odd_addresses_are_not_there(stranger, db, name):
    assert stranger.get(f"/calendar/{name}.ics").status_code == 404


def test_the_page_says_when_it_was_last_read(address, as_alice, stranger):
    assert "Nothing has read it yet" in as_alice.get("/calendar/").text
    stranger.head(address)
    assert "Nothing has read it yet" in as_alice.get("/calendar/").text
    stranger.get(address)
    assert "It was last read on" in as_alice.get("/calendar/").text


def test_days_are_those_of_the_person(address, stranger, profile, alice, time_machine):
    time_machine.move_to("2026-12-31T22:00:00+00:00")
    Assignment.objects.create(
        profile=profile, skill_id="docker", proficiency=2, due_on=date(2027, 1, 1)
    )
    type(alice).objects.update(time_zone="Pacific/Auckland")  # it is 1 January there
    step = Calendar.from_ical(stranger.get(address).content).events[0]
    assert step["dtstart"].dt >= date(2027, 1, 1)


@pytest.mark.parametrize("number", [1, 20])
def test_the_number_of_queries_is_fixed(profile, django_assert_num_queries, number):
    today = timezone.localdate()
    check_in = CheckIn.objects.create(profile=profile, held_on=today)
    for n in range(number):
        day = today + timedelta(days=n)
        Assignment.objects.create(profile=profile, skill_id="docker", proficiency=3, due_on=day)
        AgreedAction.objects.create(check_in=check_in, text="x", due_on=day)
    current_catalogue()
    mine = access.profile_for_reading(profile.user)
    with django_assert_num_queries(6):
        read_calendar(mine, timezone.now())
