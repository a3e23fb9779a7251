"""What surrounds every page, reached without a mouse."""

from playwright.sync_api import expect

from tests.browser.hands import Keyboard


def test_the_first_tab_leads_past_the_bar(page_of_alice, site):
    page = page_of_alice
    page.goto(f"{site}/skills/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('#main').contains(document.activeElement)")


def test_the_account_menu_opens_and_gives_the_focus_back(page_of_alice, site):
    page = page_of_alice
    page.goto(f"{site}/skills/")
    button = page.get_by_role("button", name="Account menu")
    Keyboard(page).press(button)
    expect(page.get_by_role("link", name="Settings")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name="Settings")).to_be_hidden()
    expect(button).to_be_focused()


def test_a_refused_form_takes_the_focus_and_leads_to_its_fields(page_of_alice, site):
    page, keyboard = page_of_alice, Keyboard(page_of_alice)
    page.goto(f"{site}/profile/")
    page.fill("[name=years]", "300")
    keyboard.press(page.get_by_role("button", name="Save profile"))
    expect(page.get_by_role("alert")).to_be_focused()
    keyboard.press(page.get_by_role("alert").get_by_role("link"))
    expect(page.locator("[name=years]")).to_be_focused()
    expect(page.locator("[name=years]")).to_have_value("300")


def test_the_ranking_is_switched_where_the_focus_is(page_of_alice, site):
    page = page_of_alice
    page.goto(f"{site}/dashboard/")
    Keyboard(page).press(page.get_by_role("link", name="For pay"))
    expect(page.get_by_role("link", name="For pay")).to_have_attribute("aria-current", "true")
    expect(page.get_by_role("link", name="For pay")).to_be_focused()
