"""The learning log in a real browser: an hour logged where one stands, with and without scripts."""

import pytest
from playwright.sync_api import expect

from tests.browser.hands import WITHOUT_SCRIPTS


@pytest.fixture
def dashboard(page_of_alice, site):
    page_of_alice.goto(f"{site}/dashboard/")
    return page_of_alice


def log(page, hours):
    page.fill("#log-hours", hours)
    page.press("#log-hours", "Enter")


def test_hours_are_logged_where_one_stands(dashboard, alice):
    log(dashboard, "1:30")
    expect(dashboard.locator("#study-title")).to_have_text("1.5 of 6 hours this week")
    expect(dashboard.locator("#toasts")).to_contain_text("1.5 hours of")
    expect(dashboard.locator("#log-hours")).to_have_value("")
    assert dashboard.evaluate("document.activeElement.id") == "log-hours"
    log(dashboard, "25")
    expect(dashboard.locator("#study-card .error-summary")).to_be_focused()
    expect(dashboard.locator("#log-hours")).to_have_value("25")
    assert alice.profile.study_sessions.count() == 1


@WITHOUT_SCRIPTS
def test_without_scripts_hours_are_logged_as_well(dashboard, alice):
    log(dashboard, "2")
    expect(dashboard.locator("#study-title")).to_have_text("2 of 6 hours this week")
    expect(dashboard.get_by_text("2 hours of")).to_be_visible()
    assert alice.profile.study_sessions.count() == 1


def test_the_pages_of_the_log(audit, dashboard, alice):
    dashboard.get_by_role("button", name="Start", exact=False).first.click()
    log(dashboard, "6")
    expect(dashboard.locator("#study-title")).to_contain_text("your goal of 6 is met")
    audit.visit("/dashboard/", "/log/", f"/log/{alice.profile.study_sessions.get().pk}/")
    dashboard.goto(dashboard.url.partition("/log/")[0] + "/log/")
    dashboard.get_by_role("button", name="Finish").click()
    audit.look("log with a finished step")
    assert audit.report() == ""
