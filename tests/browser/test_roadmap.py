"""The roadmap in a real browser: its pages, and what can be asked of a step."""

import pytest
from playwright.sync_api import expect

from tests.browser.hands import WITHOUT_SCRIPTS, Keyboard


@pytest.fixture
def roadmap(page, site, priya, sign_in):
    sign_in(priya)
    page.goto(f"{site}/roadmap/")
    return page


def steps(page):
    return page.locator(".step .row__title").all_inner_texts()


def movable(page, way):
    """The first step that can go that way."""
    return page.locator(f"button[id^={way}-]:not([aria-disabled])").first


def test_pages_of_a_plan_that_is_kept(audit, roadmap, site):
    roadmap.get_by_role("button", name="Keep this plan").click()
    expect(roadmap.get_by_role("link", name="See it as kept")).to_be_visible()
    audit.look("roadmap with a kept plan")
    audit.visit("/roadmap/kept/")
    roadmap.locator(".row__title a").click()
    roadmap.wait_for_url("**/roadmap/kept/*/")
    audit.look("kept plan")
    assert audit.report() == ""


def test_a_plan_changed_by_hand(audit, roadmap):
    roadmap.locator("[id^=change-]").first.click()
    roadmap.get_by_role("button", name="Not for me").first.click()
    expect(roadmap.locator("#left-out-title")).to_be_visible()
    audit.look("roadmap with a step left out")
    roadmap.fill("[name=horizon_months]", "9999")
    roadmap.press("[name=horizon_months]", "Enter")
    expect(roadmap.locator(".error-summary")).to_be_focused()
    audit.look("refused settings", 422)
    assert audit.report() == ""


def test_a_step_is_moved_by_the_keyboard_and_the_focus_stays(roadmap, complaints):
    before = steps(roadmap)
    button = movable(roadmap, "down")
    id_ = button.get_attribute("id")
    Keyboard(roadmap).press(button)
    expect(roadmap.locator("#toasts")).not_to_be_empty()
    expect(roadmap.locator(f"#{id_}")).to_be_focused()
    assert steps(roadmap) != before
    assert sorted(steps(roadmap)) == sorted(before)
    assert complaints == []


def test_what_is_left_out_takes_the_focus_to_what_changed(roadmap, complaints):
    first, keyboard = steps(roadmap)[0], Keyboard(roadmap)
    keyboard.press(roadmap.locator("[id^=change-]").first)
    keyboard.press(roadmap.get_by_role("button", name="Not for me").first)
    expect(roadmap.get_by_role("region", name="What changed")).to_be_focused()
    assert first not in steps(roadmap)
    assert complaints == []


@WITHOUT_SCRIPTS
def test_without_scripts_a_step_is_moved_as_well(roadmap, complaints):
    before = steps(roadmap)
    movable(roadmap, "down").click()
    expect(roadmap.locator(".notices")).not_to_be_empty()
    assert steps(roadmap) != before
    assert complaints == []
