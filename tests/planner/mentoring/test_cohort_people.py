"""The list of a cohort: level, readiness, plan and what waits, as far as each shows it."""

import re
from datetime import UTC, datetime

import pytest
import time_machine

from accounts.models import Scope, User
from planner.models import CheckIn, Profile
from planner.queries.situations import load_situations
from tests.factories import ReviewRequestFactory
from tests.htmx import HTMX, element
from tests.planner.mentoring.in_cohort import confirm, follows, joins, sees
from tests.planner.mentoring.test_matrix import READY
from tests.planner.test_dashboard import title

pytestmark = pytest.mark.django_db
QUERIES = 14  # as the matrix, and: years, certificates, plans, activity
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def address(cohort):
    return f"/cohorts/{cohort.pk}/people/"


def names(page):
    return [row.going.member.name for row in page.context["page"].rows]


def row(page, name):
    return next(r for r in page.context["page"].rows if r.going.member.name == name)


def was_active(profile, day):
    moment = datetime(2026, 11, day, 9, tzinfo=UTC)
    Profile.objects.filter(pk=profile.pk).update(updated_at=moment)


def test_level_readiness_and_reviews(as_mira, cohort, mira, address):
    alices = joins(cohort, "Alice", READY, years_stated=1, years_stated_on=NOW.date())
    confirm(alices, "git", 3, mira)
    confirm(alices, "git", 2, mira, version=2)
    ReviewRequestFactory(profile=alices, skill_id="python")
    page = as_mira.get(address)
    found = row(page, "Alice")
    assert (found.level, found.is_ready, found.going.readiness) == ("Entry-level", True, 1.0)
    assert (found.going.member.waiting, len(found.going.member.confirmed)) == (1, 1)
    assert found.going.member.confirmed["git"].proficiency == 2, "the latest counts"
    assert title(page) == "1 of 1 is ready for Entry-level"


def test_how_the_plan_goes_and_when_somebody_was_last_here(as_mira, cohort, address):
    alices = joins(cohort, "Alice")
    follows(alices, ends_on="2026-11-12")
    was_active(alices, 3)
    page = as_mira.get(address)
    assert (row(page, "Alice").plan, row(page, "Alice").active) == ("12 days behind", "21 days ago")
    ReviewRequestFactory(profile=alices, asked_at=datetime(2026, 11, 23, 9, tzinfo=UTC))
    assert row(as_mira.get(address), "Alice").active == "Yesterday"


def test_days_are_those_of_the_mentor_who_reads_them(as_mira, cohort, mira, address):
    mira.time_zone = "Pacific/Kiritimati"  # it is the 25th there
    mira.save()
    follows(alices := joins(cohort, "Alice"))
    Profile.objects.filter(pk=alices.pk).update(updated_at=NOW)
    assert row(as_mira.get(address), "Alice").active == "Today"


def test_the_list_and_the_attention_page_go_by_the_same_signs(as_mira, cohort, mira, address):
    alices = joins(cohort, "Alice")
    was_active(alices, 3)
    days = [(5, "last_login"), (7, "declined"), (9, "held"), (11, "asked")]
    for day, sign in days:
        moment = datetime(2026, 11, day, 9, tzinfo=UTC)
        if sign == "last_login":
            User.objects.filter(pk=alices.user_id).update(last_login=moment)
        elif sign == "declined":
            alices.assignments.create(skill_id="git", proficiency=2, declined_at=moment)
        elif sign == "held":
            CheckIn.objects.create(profile=alices, mentor=mira, held_on=moment.date())
        else:
            ReviewRequestFactory(profile=alices, asked_at=moment)
        found = load_situations({alices.pk: NOW.date()}, NOW.date())[alices.pk].facts
        going = row(as_mira.get(address), "Alice").going
        assert going.active_on == found.last_active_on == moment.date()


def test_a_step_that_is_reached_is_done(as_mira, cohort, address):
    follows(joins(cohort, "Alice", {"docker": 2}))
    assert row(as_mira.get(address), "Alice").plan == "Done"


def test_without_the_plan_neither_plan_nor_activity_is_shown(as_mira, cohort, address):
    alices = joins(cohort, "Alice", {"git": 3}, scopes=[Scope.SKILLS])
    follows(alices)
    found = row(as_mira.get(address), "Alice")
    assert (found.plan, found.active, found.going.active_on) == ("", "", None)
    assert found.level == "Before entry level"


def test_with_the_plan_alone_no_level_is_shown(as_mira, cohort, address):
    alices = joins(cohort, "Alice", {"docker": 2}, scopes=[Scope.PLAN])
    follows(alices)
    ReviewRequestFactory(profile=alices, skill_id="git")
    page = as_mira.get(address)
    found = row(page, "Alice")
    assert (found.plan, found.level, found.going.readiness) == ("Done", "", None)
    assert found.going.member.waiting == 0
    assert found.href == f"/mentees/{alices.pk}/plan/"
    assert sees(alices, "people") == 1


def test_who_shows_nothing_has_a_name_and_no_more(as_mira, cohort, address):
    bobs = joins(cohort, "Bob", READY, shown=False)
    follows(bobs)
    page = as_mira.get(address)
    assert page.text.count("Not shared") == 6
    assert f"/mentees/{bobs.pk}/" not in page.text
    assert not sees(bobs, "people")


def test_no_figure_of_money_is_on_the_page(as_mira, cohort, address):
    follows(joins(cohort, "Alice", READY, current_pay=91_234, place_id="0012420"))
    main = as_mira.get(address).text.partition("<main")[2].partition("</main>")[0]
    assert not re.search(r"\$|91.?234|Austin", main)


@pytest.fixture
def three(cohort):
    """Alice is ready and on time, Bob behind and silent; Cleo shows nothing."""
    alices = joins(cohort, "Alice", {**READY, "docker": 1})
    follows(alices, ends_on="2027-01-01")
    bobs = joins(cohort, "Bob", {"git": 1})
    follows(bobs)
    was_active(bobs, 2)
    ReviewRequestFactory(profile=bobs, skill_id="git")
    ReviewRequestFactory.build()
    joins(cohort, "Cleo", shown=False)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, ["Alice", "Bob", "Cleo"]),
        ({"sort": "readiness"}, ["Bob", "Alice", "Cleo"]),
        ({"sort": "plan"}, ["Bob", "Alice", "Cleo"]),
        ({"sort": "active"}, ["Alice", "Bob", "Cleo"]),
        ({"sort": "waiting"}, ["Bob", "Alice", "Cleo"]),
        ({"sort": "pay"}, ["Alice", "Bob", "Cleo"]),
        ({"state": "behind"}, ["Bob"]),
        ({"state": "no_plan"}, []),
        ({"state": "waiting"}, ["Bob"]),
        ({"state": "hidden"}, ["Cleo"]),
        ({"name": "LE"}, ["Cleo"]),
    ],
)
def test_people_are_filtered_and_ordered(as_mira, three, address, asked, expected):
    assert names(as_mira.get(address, asked)) == expected


def test_the_lead_counts_the_whole_cohort(as_mira, three, address):
    lead = "1 person behind plan, 1 review waiting and 1 person not showing you their skills."
    assert lead in as_mira.get(address, {"name": "nobody"}).text


def test_the_partial_is_the_very_element(as_mira, three, address):
    page = as_mira.get(address)
    part = as_mira.get(address, headers=HTMX | {"HX-Target": "cohort-people"})
    assert element(part, "cohort-people") == element(page, "cohort-people")


@pytest.mark.parametrize("people", [1, 200])
def test_the_number_of_queries_is_fixed(
    as_mira, cohort, mira, address, django_assert_num_queries, people
):
    for n in range(people):
        alices = joins(cohort, f"Person {n}", {"git": n % 5})
        follows(alices)
        confirm(alices, "git", 1, mira)
    as_mira.get(address)
    with django_assert_num_queries(QUERIES):
        as_mira.get(address)
