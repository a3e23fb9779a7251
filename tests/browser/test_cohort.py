"""A mentor's table of a cohort: readable, filtered in place, and a list of people to invite."""

import pytest
from playwright.sync_api import expect

from tests.factories import CohortFactory, MentorFactory
from tests.planner.mentoring.in_cohort import confirm, joins

LIST = "email;name\nzoe@example.com;Zoë\nnobody;Bob\n".encode("cp1252")


@pytest.fixture
def cohort(site, sign_in):
    mira = MentorFactory(email="mira@example.com", name="Mira Berg", is_mentor=True)
    cohort = CohortFactory(lead=mira, name="Autumn", programme="mid")
    confirm(joins(cohort, "Ann Lee", {"git": 3, "python": 2, "docker": 0}), "git", 3, mira)
    joins(cohort, "Ben Oduya", {"git": 1, "java": 1})
    joins(cohort, "Cleo Marsh", shown=False)
    sign_in(mira)
    return cohort


def test_the_pages_of_a_cohort(audit, cohort):
    where = f"/cohorts/{cohort.pk}/"
    audit.visit(where, f"{where}?view=skills", f"{where}people/")
    assert audit.report() == ""


def test_one_change_of_the_filter_asks_once_and_keeps_the_focus(page, site, cohort):
    page.goto(f"{site}/cohorts/{cohort.pk}/")
    asked = []
    page.on("request", lambda request: asked.append(request.headers.get("hx-target")))
    page.fill("#filter-name", "ann")
    page.press("#filter-name", "Enter")
    expect(page.locator(".matrix tbody tr")).to_have_count(1)
    expect(page.locator("#filter-name")).to_be_focused()
    page.select_option("#filter-state", "missing")
    expect(page.locator(".matrix__heading")).to_have_count(1)
    assert asked.count("cohort-matrix") == 2
    page.locator(".matrix__heading a").press("Enter")
    expect(page.locator("[aria-sort] a")).to_be_focused()


def test_a_list_is_looked_at_and_then_invited(audit, page, site, cohort):
    page.goto(f"{site}/cohorts/{cohort.pk}/roster/")
    audit.look("roster")
    file = {"name": "list.csv", "mimeType": "text/csv", "buffer": LIST}
    page.set_input_files("input[type=file]", file)
    page.get_by_role("button", name="Look at the list").click()
    expect(page.get_by_role("cell", name="Zoë")).to_be_visible()
    audit.look("preview")
    page.get_by_role("button", name="Invite 1 person").click()
    expect(page.get_by_text("1 person is invited")).to_be_visible()
    assert audit.report() == ""
