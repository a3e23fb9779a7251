"""The history: what happened in words, how it went, and a day beside today."""

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from planner import actions
from planner.models import Event, KeptPlan, StudySession
from planner.queries.plans import load_plan, read_again
from tests.factories import ProfileFactory, UserFactory

pytestmark = pytest.mark.django_db
START = datetime(2026, 1, 5, 9, tzinfo=UTC)
DAYS = 300
KAFKA = "Apache Kafka / event streaming"


@pytest.fixture
def profile(alice):
    """Alice began with the sample 300 days before now."""
    with time_machine.travel(START, tick=False):
        profile = ProfileFactory(user=alice, onboarded_at=timezone.now())
        actions.fill_sample(profile=profile, today=timezone.localdate())
        return profile


@pytest.fixture
def now(profile):
    with time_machine.travel(START + timedelta(days=DAYS), tick=False):
        yield timezone.now()


def learn(profile, skill="kafka", proficiency=3, was=None):
    actions.set_proficiency(profile=profile, skill=skill, proficiency=proficiency, was=was)


def event(profile, kind="skill", key="kafka", was=1, now=2, **more):
    return Event.objects.create(profile=profile, kind=kind, key=key, was=was, now=now, **more)


def page_of(client, **query):
    response = client.get("/history/", query)
    assert response.status_code == 200
    return response


def title_of(response):
    return re.search("<h1>(.*?)</h1>", response.text)[1]


def deeds_of(response):
    return [deed for day in response.context["days"] for deed in day.deeds]


# --- What happened --------------------------------------------------------------------------------


def test_the_latest_comes_first_by_day(as_alice, profile, now):
    learn(profile)
    first, last = page_of(as_alice).context["days"]
    assert (first.name, last.name) == ("Today", "5 January 2026")
    assert first.deeds[0].lines == ((KAFKA, "Not assessed → Proficient"),)


def test_what_one_write_changed_stands_together(as_alice, profile, now):
    (deed,) = deeds_of(page_of(as_alice))
    assert deed.origin == "with the sample profile"
    assert deed.summary.endswith("details about you")
    assert deed.by == ""


def test_it_says_who_decided(as_alice, profile, now):
    mira = UserFactory(name="Mira")
    event(profile, "review", by=mira, now={"kind": "confirm", "proficiency": 1, "version": 1})
    (deed,) = deeds_of(page_of(as_alice, kind="review"))
    assert (deed.by, deed.lines) == ("Mira", ((KAFKA, "Learning confirmed"),))
    mira.delete()
    assert "by somebody whose account is gone" in page_of(as_alice, kind="review").text


def test_nobody_is_called_by_an_address(as_alice, profile, now):
    nameless = UserFactory(email="mira@example.com", name="")
    event(profile, "review", by=nameless, now={"kind": "more"})
    assert "mira@example.com" not in page_of(as_alice).text


def test_of_one_kind_only(as_alice, profile, now):
    learn(profile)
    actions.set_rank(profile=profile, id_="docker", rank="first")
    (deed,) = deeds_of(page_of(as_alice, kind="plan"))
    assert ("Wanted first", "Docker") in deed.lines


def test_of_one_skill_only(as_alice, profile, now):
    learn(profile)
    learn(profile, proficiency=4, was=3)
    response = page_of(as_alice, of="kafka")
    assert title_of(response) == f"2 changes of {KAFKA}"
    assert len(deeds_of(response)) == 1  # at the same moment


def test_what_nobody_knows_lists_everything(as_alice, profile, now):
    assert page_of(as_alice, kind="pay").context["page"].paginator.count == Event.objects.count()


def test_a_long_history_has_pages(as_alice, profile, now):
    Event.objects.bulk_create(
        Event(profile=profile, kind="study", key="kafka", now="started") for _ in range(60)
    )
    response = page_of(as_alice, kind="study", page=2)
    assert len(response.context["page"].object_list) == 10
    assert "?kind=study&amp;page=1#happened" in response.text


def test_a_new_account_is_told_how_history_begins(as_alice, alice):
    ProfileFactory(user=alice, onboarded_at=timezone.now())
    response = page_of(as_alice)
    assert title_of(response) == "Your history begins with the first thing you state"
    assert "Nothing has happened yet" in response.text


def test_where_nothing_of_a_kind_happened_it_says_so(as_alice, profile, now):
    assert "Nothing of this kind yet" in page_of(as_alice, kind="review").text


def test_on_the_first_day_there_is_no_course_yet(as_alice, profile):
    with time_machine.travel(START + timedelta(hours=1), tick=False):
        response = page_of(as_alice)
    assert title_of(response) == "Your history began today"
    assert response.context["plots"] == []


def test_nobody_sees_the_history_of_others(client, profile, now, bob):
    learn(profile)
    client.force_login(bob)
    assert page_of(client).context["page"].paginator.count == 0


# --- How it went ----------------------------------------------------------------------------------


def test_the_course_of_each_figure_is_drawn_with_its_table(as_alice, profile, now):
    learn(profile)
    StudySession.objects.create(profile=profile, item="kafka", on=now.date(), hours=2)
    response = page_of(as_alice)
    plots = {plot.id: plot for plot in response.context["plots"]}
    assert list(plots) == ["readiness", "expectations", "estimate", "hours"]
    assert len(plots["readiness"].rows) == 60
    assert plots["readiness"].rows[0][0] == "1 Nov 2026"
    assert response.text.count("View as table") == 4
    assert "2 hours logged in 1 week" in response.text


def test_hours_are_counted_from_the_first_week_with_any(as_alice, profile, now):
    for weeks, hours in ((3, 1), (3, 2), (0, 4), (60, 9)):
        on = now.date() - timedelta(weeks=weeks)
        StudySession.objects.create(profile=profile, item="kafka", on=on, hours=hours)
    plot = page_of(as_alice).context["plots"][-1]
    assert [cells[1] for cells in plot.rows] == ["4", "0", "0", "3"]


def test_every_place_of_a_chart_lies_within_it(as_alice, profile, now):
    learn(profile)
    for plot in page_of(as_alice).context["plots"]:
        numbers = re.findall(
            r"[\d.]+", " ".join([plot.area, *(line.points for line in plot.lines)])
        )
        assert all(0 <= float(number) <= 100 for number in numbers)
        assert all(0 <= tick.at <= 100 for tick in (*plot.marks, *plot.days))


# --- A day ----------------------------------------------------------------------------------------


def test_a_day_stands_beside_today(as_alice, profile, now):
    learn(profile)
    response = page_of(as_alice, on="2026-01-05")
    assert title_of(response).startswith("On 5 January 2026 you were ")
    pairs = {pair.label: pair for pair in response.context["pairs"]}
    assert pairs["Experience"].is_changed
    assert not pairs["Work"].is_changed
    assert [pair.label for pair in response.context["skills"]] == [KAFKA]
    assert f"{KAFKA} is stated now, at Proficient." in response.context["differences"]


def test_the_largest_difference_comes_first(as_alice, profile, now):
    learn(profile, "kafka", 1)
    learn(profile, "rust", 4)
    said = page_of(as_alice, on="2026-01-05").context["differences"]
    rust, kafka = (said.index(f"{skill} is stated now, at {level}.") for skill, level in
                   (("Rust", "Expert"), (KAFKA, "Learning")))  # fmt: skip
    assert rust < kafka


def test_today_is_as_today(as_alice, profile, now):
    response = page_of(as_alice, on=now.date().isoformat())
    assert response.context["differences"] == []
    assert "Nothing: today is as that day was." in response.text


def test_somebody_who_had_not_reached_the_first_level(client, now):
    beginner = ProfileFactory(user=UserFactory(), onboarded_at=now)
    with time_machine.travel(START, tick=False):
        actions.set_proficiency(profile=beginner, skill="python", proficiency=1, was=None)
    client.force_login(beginner.user)
    response = page_of(client, on="2026-01-05")
    assert " you were before entry level, with " in title_of(response)
    pairs = {pair.label: pair.then for pair in response.context["pairs"]}
    assert (pairs["Level"], pairs["Estimate of pay"]) == ("Before entry level", "not given")
    assert [plot.id for plot in page_of(client).context["plots"]] == ["readiness", "expectations"]


def test_before_the_beginning_nothing_is_known(as_alice, profile, now):
    text = page_of(as_alice, on="2025-12-31").text
    assert "Nothing is known of 31 December 2025" in text
    assert "Your history begins on 5 January 2026" in text


def test_without_anything_stated_there_is_no_day_to_look_at(as_alice, alice):
    ProfileFactory(user=alice, onboarded_at=timezone.now())
    assert "Nothing is stated yet." in page_of(as_alice, on=timezone.localdate()).text


@pytest.mark.parametrize(
    ("on", "problem"),
    [("2030-01-01", "This day is still to come."), ("x", "Enter a valid date."), ("", "required")],
)
def test_a_day_that_cannot_be_is_refused_in_words(as_alice, profile, now, on, problem):
    response = as_alice.get("/history/", {"on": on})
    assert response.status_code == 422
    assert problem in response.text


def test_a_plan_is_named_by_its_day_even_when_it_is_gone(as_alice, profile, now):
    view = load_plan(read_again(profile), now.date())
    made = {"inputs": view.inputs, "result": view.document}
    actions.keep_plan(profile=profile, catalogue=view.catalogue, **made)
    (deed,) = deeds_of(page_of(as_alice, kind="plan"))
    assert deed.lines == (("Plan followed", "the one of 1 November 2026"),)
    KeptPlan.objects.all().delete()
    assert "one since deleted" in page_of(as_alice, kind="plan").text


# --- Queries --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("query", "count"), [({}, 11), ({"on": "2026-01-05"}, 9)])
@pytest.mark.parametrize("events", [1, 500])
def test_queries_stay_the_same_however_long_it_is(
    as_alice, profile, now, django_assert_num_queries, query, count, events
):
    mentors = [UserFactory() for _ in range(3)]
    Event.objects.bulk_create(
        Event(profile=profile, kind="skill", key="kafka", now=n % 5, by=mentors[n % 3])
        for n in range(events)
    )
    page_of(as_alice, **query)
    with django_assert_num_queries(count):
        page_of(as_alice, **query)
