"""The skills editor in a real browser: one click, the keyboard, typing, two tabs."""

from playwright.sync_api import expect

from planner.models import SkillClaim


def focused(page):
    return page.evaluate("document.activeElement.id")


def is_pressed(page, button):
    expect(page.locator(f"#{button}")).to_have_attribute("aria-pressed", "true")


def test_a_click_saves_and_the_focus_stays(page_of_alice, site, alice):
    page = page_of_alice
    page.goto(f"{site}/skills/")
    before = page.inner_text("#skill-status")
    page.click("#git-2")
    is_pressed(page, "git-2")
    assert focused(page) == "git-2"
    assert page.inner_text("#skill-status") != before
    assert SkillClaim.objects.visible_to(alice).get(skill="git").proficiency == 2


def test_the_keyboard_goes_on_from_the_pressed_button(page_of_alice, site):
    page = page_of_alice
    page.goto(f"{site}/skills/")
    page.focus("#git-1")
    for button in ("git-1", "git-2"):
        page.keyboard.press("Enter")
        is_pressed(page, button)
        page.keyboard.press("Tab")
    assert focused(page) == "git-3"


def test_skills_are_found_while_typing(page_of_alice, site):
    page = page_of_alice
    page.goto(f"{site}/skills/")
    page.focus("#skill-search")
    page.keyboard.type("k8s")
    expect(page.locator("#skill-list .row")).to_have_count(1)
    assert focused(page) == "skill-search"
    page.click("#kubernetes-1")
    is_pressed(page, "kubernetes-1")


def test_the_slower_of_two_tabs_is_asked(page_of_alice, site, alice):
    page, other = page_of_alice, page_of_alice.context.new_page()
    for tab in (page, other):
        tab.goto(f"{site}/skills/")
    other.click("#rest-2")
    is_pressed(other, "rest-2")
    page.click("#rest-4")
    expect(page.locator("#skill-rest .notice")).to_contain_text("Working now, you chose Expert")
    page.click("#rest-4")
    is_pressed(page, "rest-4")
    assert SkillClaim.objects.visible_to(alice).get(skill="rest").proficiency == 4


def test_without_scripts_a_click_saves_as_well(page_of_alice, site, browser):
    cookies = page_of_alice.context.cookies()
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies(cookies)
    page = context.new_page()
    page.goto(f"{site}/skills/?q=golang")
    page.click("#go-1")
    is_pressed(page, "go-1")
    assert page.url == f"{site}/skills/?q=golang#skill-go"
    context.close()
