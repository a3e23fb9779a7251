"""What-ifs in a real browser: the columns, the form, and what is chosen, by mouse and keyboard."""

import pytest
from playwright.sync_api import expect

from planner.models import Profile, Scenario
from tests.browser.hands import WITHOUT_SCRIPTS, Keyboard


@pytest.fixture
def what_ifs(page, site, priya, sign_in):
    """Priya's page with four scenarios, the latest three of them shown."""
    profile = Profile.objects.get(user=priya)
    for name, changes in {
        "More hours": {"hours_per_week": 12},
        "Go": {"language": "go"},
        "No certificates": {"certificates": False},
        "A-very-long-name-without-any-place-to-break-it-in-two-parts": {"place_id": "0041860"},
    }.items():
        Scenario.objects.create(profile=profile, name=name, **changes)
    sign_in(priya)
    page.goto(f"{site}/what-if/")
    return page


def names(page):
    return page.locator(".compare thead th").all_inner_texts()


def test_the_pages_of_what_if(audit, what_ifs, site):
    audit.look("what-ifs side by side")
    what_ifs.get_by_role("link", name="Change Go", exact=True).click()
    what_ifs.wait_for_url("**/what-if/*/")
    audit.look("a what-if")
    what_ifs.fill("[name=hours_per_week]", "200")
    what_ifs.get_by_role("button", name="Save").click()
    expect(what_ifs.locator(".error-summary")).to_be_focused()
    audit.look("a refused what-if", 422)
    assert audit.report() == ""


def test_what_is_chosen_shows_at_once_and_the_focus_stays(what_ifs, complaints):
    Keyboard(what_ifs).reach(what_ifs.get_by_label("Go", exact=True))
    what_ifs.keyboard.press("Space")
    expect(what_ifs.locator(".compare thead th")).to_have_count(3)
    expect(what_ifs.get_by_label("Go", exact=True)).to_be_focused()
    assert names(what_ifs)[:2] == ["As now", "No certificates"]
    assert complaints == []


@WITHOUT_SCRIPTS
def test_without_scripts_one_is_made_and_adopted(what_ifs, site, complaints):
    what_ifs.get_by_role("link", name="Add a what-if").click()
    what_ifs.fill("[name=name]", "Nights")
    what_ifs.fill("[name=hours_per_week]", "15")
    what_ifs.get_by_role("button", name="Compare").click()
    what_ifs.get_by_role("button", name="Adopt Nights").click()
    expect(what_ifs.locator(".notices")).to_contain_text("15 instead of 6 hours a week")
    assert complaints == []
