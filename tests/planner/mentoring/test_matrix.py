"""The cohort's page: people × what is expected of them, for those who show it."""

import re

import pytest
from django.utils import timezone
from django.utils.html import escape

from accounts.actions import close_cohort
from accounts.models import Scope, User
from planner.models import Programme
from tests.factories import CohortFactory, MentorFactory, mentor_of
from tests.htmx import HTMX, element
from tests.planner.mentoring.in_cohort import confirm, joins, sees
from tests.planner.test_dashboard import title

pytestmark = pytest.mark.django_db
PARTIAL = HTMX | {"HX-Target": "cohort-matrix"}
READY = dict.fromkeys(
    ["python", "database-fundamentals", "rest", "git", "clean-code", "deployment",
     "communication", "learning", "agile"], 3,
)  # fmt: skip
QUERIES = 10  # session, user, factor, cohort, people, scopes, skills, reviews, sightings, queue


@pytest.fixture
def address(cohort):
    return f"/cohorts/{cohort.pk}/"


def names(page):
    return [shown.row.person.name for shown in page.context["page"].rows]


def columns(page):
    return [heading.column.id for heading in page.context["page"].headings]


def cells(page, name):
    shown = next(s for s in page.context["page"].rows if s.row.person.name == name)
    return dict(zip(columns(page), shown.row.cells, strict=True))


# --- What is shown --------------------------------------------------------------------------------


def test_each_cell_says_its_state_its_number_and_who_confirmed_it(as_mira, cohort, mira, address):
    alices = joins(cohort, "Alice", {"python": 2, "database-fundamentals": 1, "git": 0})
    confirm(alices, "python", 2, mira)
    page = as_mira.get(address)
    found = cells(page, "Alice")
    assert found["entry/back-end-language"].confirmed_by == ("Mira",)
    states = {id_: cell.state for id_, cell in found.items()}
    assert states["entry/back-end-language"] == "met"
    assert states["entry/databases"] == "short"
    assert states["entry/version-control"] == "missing"
    assert states["entry/api-design"] == "not_assessed"
    assert '✓<span class="visually-hidden"> met, confirmed by Mira</span>' in page.text
    assert re.search(r"42<span class=\"visually-hidden\"> 42 percent, short</span>", page.text)


def test_skills_are_columns_too_with_the_level_asked_for(as_mira, cohort, address):
    joins(cohort, "Alice", {"python": 1, "git": 3})
    page = as_mira.get(address, {"view": "skills"})
    assert "2<" not in columns(page)
    assert cells(page, "Alice")["python"].level == 1
    assert "1 of 2, short" in page.text
    assert "rust" not in columns(page), "any of several will do, and nobody has this one"


def test_a_cell_leads_to_the_mentee(as_mira, cohort, address):
    alices = joins(cohort, "Alice", {"git": 3})
    link = f'"/mentees/{alices.pk}/?against={cohort.pk}#of-entry/version-control"'
    assert link in as_mira.get(address).text
    assert as_mira.get(f"/mentees/{alices.pk}/?against={cohort.pk}").status_code == 200


def test_who_shows_nothing_has_a_name_and_no_more(as_mira, cohort, address):
    bobs = joins(cohort, "Bob", {"python": 4}, shown=False)
    page = as_mira.get(address)
    assert "Not shared with you" in page.text
    assert f"/mentees/{bobs.pk}/" not in page.text
    assert "percent" not in page.text.partition("<tbody")[2].partition("</table")[0]
    assert not sees(bobs, "matrix")


def test_the_plan_alone_shows_no_skill(as_mira, cohort, address):
    bobs = joins(cohort, "Bob", {"python": 4}, scopes=[Scope.PLAN])
    page = as_mira.get(address)
    assert "Not shared with you" in page.text
    assert f'href="/mentees/{bobs.pk}/plan/"' in page.text
    assert not sees(bobs, "matrix")


def test_another_mentor_of_the_cohort_sees_names_only(client, cohort, nick, address):
    joins(cohort, "Alice", READY)
    mentor_of(cohort, nick)
    client.force_login(nick)
    page = client.get(address)
    assert title(page) == "Nobody shows you their skills yet"
    assert "Alice" in page.text


@pytest.mark.parametrize("view", ["expectations", "skills"])
def test_pay_and_places_are_nowhere(as_mira, cohort, address, view):
    joins(cohort, "Alice", READY, current_pay=91_234, place_id="0012420", is_remote=True)
    page = as_mira.get(address, {"view": view})
    main = page.text.partition("<main")[2].partition("</main>")[0]
    assert not re.search(r"\$|91.?234|Austin|remote", main)


@pytest.mark.parametrize("name", ["<b>Ann</b>", '"><script>x</script>', "{{ x }}", "Ann & 'Co'"])
def test_any_name_is_only_text(as_mira, cohort, mira, address, name):
    User.objects.filter(pk=mira.pk).update(name=name)
    confirm(joins(cohort, name, {"git": 3}), "git", 3, mira)
    page = as_mira.get(address)
    assert page.text.count(escape(name)) >= 4, "the person, a title, what is heard, who teaches"
    assert name == escape(name) or name not in page.text


# --- The verdict and the totals -------------------------------------------------------------------


def test_the_heading_is_the_verdict(as_mira, cohort, address):
    joins(cohort, "Alice", {"git": 1})
    joins(cohort, "Bob", {"git": 1, "python": 1})
    expected = "Nobody meets all 6 expectations; the widest gap is Git"
    assert title(as_mira.get(address)) == expected


def test_a_programme_chooses_its_expectations(as_mira, cohort, address):
    Programme.objects.filter(cohort=cohort).update(expectations=["entry/version-control"])
    joins(cohort, "Alice", {"git": 3})
    page = as_mira.get(address)
    assert columns(page) == ["entry/version-control"]
    assert title(page) == "1 of 1 meets the one expectation"


def test_what_is_expected_may_have_left_the_catalogue(as_mira, cohort, address):
    Programme.objects.filter(cohort=cohort).update(expectations=["gone/gone"])
    joins(cohort, "Alice", {"git": 3})
    assert title(as_mira.get(address)) == "Nothing is expected of this cohort yet"
    for page in ("people/", "export/csv/", "export/xlsx/"):
        assert as_mira.get(address + page).status_code == 200


def test_an_empty_cohort_leads_to_inviting(as_mira, cohort, address):
    page = as_mira.get(address)
    assert title(page) == "Nobody is in this cohort yet"
    assert f'href="{address}invitations/"' in page.text


def test_a_closed_cohort_shows_nobody(as_mira, cohort, address):
    joins(cohort, "Alice", READY)
    close_cohort(cohort=cohort, now=timezone.now())
    page = as_mira.get(address).text
    assert "Alice" not in page
    assert "Autumn closed on" in page
    assert "invitations/" not in page


def test_a_column_says_who_could_teach_it_whoever_is_shown(as_mira, cohort, mira, address):
    for name in ("Ann", "Ben", "Cleo", "Dan", "Eve"):
        alices = joins(cohort, name, {"git": 3})
    confirm(alices, "git", 3, mira)
    page = as_mira.get(address, {"name": "ann"})
    total = next(t for t in page.context["page"].totals if t.column.id == "entry/version-control")
    assert total.total.counts["met"] == 5
    assert total.teachers == "Eve, Ann, Ben and 2 more"


# --- Filter and order -----------------------------------------------------------------------------


@pytest.fixture
def three(cohort):
    joins(cohort, "Alice", {"git": 3})
    joins(cohort, "Bob", {"git": 1, "python": 1})
    joins(cohort, "Charlie", shown=False)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, ["Bob", "Alice", "Charlie"]),
        ({"sort": "name"}, ["Alice", "Bob", "Charlie"]),
        ({"sort": "entry/version-control"}, ["Bob", "Alice", "Charlie"]),
        ({"sort": "no-such-column"}, ["Bob", "Alice", "Charlie"]),
        ({"name": "LI"}, ["Alice", "Charlie"]),
        ({"state": "open"}, ["Bob"]),
        ({"state": "met"}, ["Alice"]),
        ({"state": "missing"}, []),
        ({"state": "what", "view": "what"}, ["Bob", "Alice", "Charlie"]),
    ],
)
def test_people_are_filtered_and_ordered(as_mira, three, address, asked, expected):
    assert names(as_mira.get(address, asked)) == expected


def test_only_what_is_not_assessed_leaves_the_other_columns_out(as_mira, three, address):
    page = as_mira.get(address, {"state": "not_assessed"})
    assert names(page) == ["Bob", "Alice"]
    assert "entry/version-control" not in columns(page)


def test_a_heading_sorts_and_keeps_the_filter(as_mira, three, address):
    page = as_mira.get(address, {"state": "open", "name": "b&b"})
    assert page.context["page"].choice.address(sort="x") == "?sort=x&state=open&name=b%26b"


def test_the_partial_is_the_very_element(as_mira, three, address):
    page, part = as_mira.get(address), as_mira.get(address, headers=PARTIAL)
    assert element(part, "cohort-matrix") == element(page, "cohort-matrix")
    assert len(part.content) < len(page.content)


# --- Who looked, and what it costs ----------------------------------------------------------------


def test_each_reading_is_noted_once_for_whoever_was_seen(as_mira, cohort, address):
    alices, bobs = joins(cohort, "Alice"), joins(cohort, "Bob", shown=False)
    as_mira.get(address)
    as_mira.get(address, headers=PARTIAL)
    assert (sees(alices, "matrix"), sees(bobs, "matrix")) == (2, 0)


@pytest.mark.parametrize("people", [1, 200])
@pytest.mark.parametrize("view", ["expectations", "skills"])
def test_the_number_of_queries_is_fixed(
    as_mira, cohort, mira, address, django_assert_num_queries, people, view
):
    for n in range(people):
        confirm(joins(cohort, f"Person {n}", {"git": n % 5}), "git", 1, mira)
    as_mira.get(address)
    with django_assert_num_queries(QUERIES):
        as_mira.get(address, {"view": view})


# --- Who may not ----------------------------------------------------------------------------------


@pytest.mark.parametrize("where", ["", "people/", "export/csv/", "roster/"])
def test_for_others_there_is_no_such_cohort(client, cohort, where):
    paul = MentorFactory(name="Paul")
    CohortFactory(lead=paul)
    client.force_login(paul)
    theirs = client.get(f"/cohorts/{cohort.pk}/{where}")
    missing = client.get(f"/cohorts/999999/{where}")
    assert theirs.status_code == missing.status_code == 404
    assert element(theirs, "main") == element(missing, "main")


def test_without_a_second_factor_nobody_gets_here(client, cohort, mira, address):
    mira.authenticator_set.all().delete()
    client.force_login(mira)
    assert client.get(address).url == "/cohorts/second-factor/"


def test_the_session_that_helps_most_people_is_named(as_mira, cohort, address):
    for name in ("Alice", "Bob", "Charlie"):
        joins(cohort, name, {**READY, "git": 1})
    joins(cohort, "Dora", {**READY, "rest": 1})
    page = as_mira.get(address)
    said = "One level more of Git &amp; version control would bring 3 people over an expectation"
    assert said in page.text
    assert "Alice, Bob and Charlie." in page.text
