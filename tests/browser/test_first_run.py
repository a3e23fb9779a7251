"""From the first visit to the verdict: with a mouse, by the keyboard, and without scripts."""

import re

import pytest
from playwright.sync_api import expect

from accounts.models import User
from planner.models import SkillClaim
from tests.accounts.test_sign_up import BOB, code_in
from tests.browser.hands import WITHOUT_SCRIPTS, Keyboard, Mouse
from tests.factories import UserFactory

TEN = 10
VERDICT = re.compile(r"^[A-Z][a-z-]+ is \d+ expectations? and about \d+ hours? away$")


@pytest.fixture(
    params=[
        pytest.param(Mouse, id="mouse"),
        pytest.param(Keyboard, id="keyboard"),
        pytest.param(Mouse, id="mouse-without-scripts", marks=WITHOUT_SCRIPTS),
        pytest.param(Keyboard, id="keyboard-without-scripts", marks=WITHOUT_SCRIPTS),
    ]
)
def hand(request, page):
    return request.param(page)


def sign_up(hand, mailoutbox):
    page = hand.page
    hand.press(page.locator("main").get_by_role("link", name="Create an account"))
    expect(page).to_have_title(re.compile("Create an account"))
    for field, text in BOB.items():
        hand.write(page.locator(f"[name={field}]"), text)
    hand.press(page.get_by_role("button", name="Create the account"))
    expect(page.locator("h1")).to_have_text("Enter the code we sent you")
    hand.write(page.locator("[name=code]"), code_in(mailoutbox[0]))
    hand.press(page.get_by_role("button", name="Go on"))


def tell_years(hand, years):
    expect(hand.page.locator("h1")).to_contain_text("How long have you been a developer")
    hand.write(hand.page.get_by_label("Years of experience"), years)
    hand.press(hand.page.get_by_role("button", name="Save and go on to skills"))
    expect(hand.page.locator("h1")).to_have_text("What can you do?")


def assess(hand, place):
    """Say that one works with the skill in that place of the list."""
    row = hand.page.locator("#skill-list .row").nth(place)
    hand.press(row.get_by_role("button", name="Working"))
    chosen = row.get_by_role("button", name="Working", pressed=True)
    expect(chosen).to_be_visible()


def test_somebody_new_gets_a_verdict(hand, site, complaints, mailoutbox):
    page = hand.page
    page.goto(site)
    sign_up(hand, mailoutbox)
    tell_years(hand, "4")
    before = hand.presses
    for place in range(TEN):
        assess(hand, place)
    assert hand.presses - before <= 2 * TEN
    expect(page.locator("#skill-status")).to_contain_text(f"{TEN} skills assessed")
    hand.press(page.get_by_role("button", name="Go on to certificates"))
    hand.press(page.get_by_role("button", name="Finish"))
    expect(page.locator("h1")).to_have_text(VERDICT)
    bob = User.objects.get(email="bob@example.com")
    assert SkillClaim.objects.visible_to(bob).filter(proficiency=2).count() == TEN
    assert complaints == []


@pytest.fixture
def newcomer(site, sign_in):
    user = UserFactory()
    sign_in(user)
    return user


def test_a_sample_is_one_click_away_and_one_click_gone(page, site, newcomer, complaints):
    page.goto(f"{site}/start/")
    page.get_by_role("button", name="Use a sample profile").click()
    expect(page.locator("h1")).to_have_text(VERDICT)
    assert SkillClaim.objects.visible_to(newcomer).exists()
    page.get_by_role("button", name="Clear the sample").click()
    expect(page.locator("h1")).to_contain_text("How long have you been a developer")
    assert not SkillClaim.objects.visible_to(newcomer).exists()
    assert complaints == []


def test_the_rest_can_be_skipped(page, site, newcomer, complaints):
    page.goto(f"{site}/start/")
    page.get_by_role("button", name="Skip the rest").click()
    expect(page.locator("h1")).to_have_text("Say what you can do, and see how far you are")
    assert complaints == []
