"""The skills editor in a real browser: one click, the keyboard, typing, two tabs."""

import pytest
from playwright.sync_api import expect

from planner.models import SkillClaim
from tests.browser.hands import WITHOUT_SCRIPTS


def focused(page):
    return page.evaluate("document.activeElement.id")


def is_pressed(page, button):
    expect(page.locator(f"#{button}")).to_have_attribute("aria-pressed", "true")


def proficiency(user, skill):
    return SkillClaim.objects.visible_to(user).get(skill=skill).proficiency


def test_a_click_saves_and_the_focus_stays(page_of_alice, site, alice):
    page = page_of_alice
    page.goto(f"{site}/skills/")
    before = page.inner_text("#skill-status")
    page.click("#git-2")
    is_pressed(page, "git-2")
    assert focused(page) == "git-2"
    assert page.inner_text("#skill-status") != before
    assert proficiency(alice, "git") == 2


def test_the_keyboard_goes_on_from_the_pressed_button(page_of_alice, site):
    page = page_of_alice
    page.goto(f"{site}/skills/")
    page.focus("#git-1")
    for button in ("git-1", "git-2"):
        page.keyboard.press("Enter")
        is_pressed(page, button)
        page.keyboard.press("Tab")
    assert focused(page) == "git-3"


@pytest.mark.parametrize(
    ("typed", "said", "skill"),
    [("k8s", "Found for “k8s”", "kubernetes"), ("postgers", "Did you mean …?", "postgresql")],
    ids=["alias", "typing-error"],
)
def test_skills_are_found_while_typing(page_of_alice, site, typed, said, skill):
    page = page_of_alice
    page.goto(f"{site}/skills/")
    page.focus("#skill-search")
    page.keyboard.type(typed)
    expect(page.locator("#skill-list h2").first).to_have_text(said)
    expect(page.locator("#skill-list .row").first).to_have_id(f"skill-{skill}")
    assert focused(page) == "skill-search"
    page.click(f"#{skill}-1")
    is_pressed(page, f"{skill}-1")


def test_the_slower_of_two_tabs_is_asked(page_of_alice, site, alice):
    page, other = page_of_alice, page_of_alice.context.new_page()
    for tab in (page, other):
        tab.goto(f"{site}/skills/")
    other.click("#rest-2")
    is_pressed(other, "rest-2")
    page.click("#rest-4")
    expect(page.locator("#skill-rest .notice")).to_contain_text("Working now, you chose Expert")
    assert proficiency(alice, "rest") == 2
    page.click("#rest-4")
    is_pressed(page, "rest-4")
    assert proficiency(alice, "rest") == 4


def test_a_session_that_ended_elsewhere_leads_to_the_sign_in_page(page_of_alice, site, alice):
    page, other = page_of_alice, page_of_alice.context.new_page()
    for tab in (page, other):
        tab.goto(f"{site}/skills/")
    other.get_by_role("button", name="Account menu").click()
    other.get_by_role("button", name="Sign out").click()
    other.wait_for_url(f"{site}/")
    page.click("#git-2")
    page.wait_for_url(f"{site}/accounts/login/")
    expect(page.locator("h1")).to_have_text("Sign in")
    assert not SkillClaim.objects.visible_to(alice).filter(skill="git").exists()


def test_an_answer_that_does_not_come_is_said_and_loses_nothing(page, site, alice, sign_in):
    sign_in(alice)
    page.goto(f"{site}/skills/")
    toasts = page.get_by_role("status").and_(page.locator("#toasts"))
    page.context.set_offline(True)
    page.click("#git-2")
    expect(toasts).to_contain_text("No answer from the server")
    expect(page.locator("#git-2")).to_have_attribute("aria-pressed", "false")
    page.context.set_offline(False)
    page.click("#git-2")
    is_pressed(page, "git-2")
    assert proficiency(alice, "git") == 2


@WITHOUT_SCRIPTS
def test_without_scripts_a_click_saves_as_well(page_of_alice, site):
    page = page_of_alice
    page.goto(f"{site}/skills/?q=golang")
    page.click("#go-1")
    is_pressed(page, "go-1")
    assert page.url == f"{site}/skills/?q=golang#skill-go"


@WITHOUT_SCRIPTS
def test_without_scripts_the_slower_of_two_tabs_is_asked_as_well(page_of_alice, site, alice):
    page, other = page_of_alice, page_of_alice.context.new_page()
    for tab in (page, other):
        tab.goto(f"{site}/skills/?area=api")
    other.click("#rest-2")
    is_pressed(other, "rest-2")
    page.click("#rest-4")
    expect(page.locator("#skill-rest .notice")).to_contain_text("Working now, you chose Expert")
    assert proficiency(alice, "rest") == 2
