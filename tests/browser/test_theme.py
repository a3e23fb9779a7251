"""The theme is chosen once and is there from the first byte of every page."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.hands import WITHOUT_SCRIPTS


def brightness(page):
    """Of the page's ground, from 0 to 255."""
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return sum(map(int, re.findall(r"\d+", colour)[:3])) / 3


def choose(page, theme):
    page.get_by_role("button", name=theme, exact=True).click()
    expect(page.locator("html")).to_have_attribute("data-theme", theme.lower())


def test_a_theme_goes_with_the_account(page_of_alice, site):
    page = page_of_alice
    page.goto(f"{site}/skills/")
    page.get_by_role("button", name="Account menu").click()
    choose(page, "Dark")
    assert page.url == f"{site}/skills/"
    assert brightness(page) < 60
    page.context.clear_cookies(name="theme")
    assert 'data-theme="dark"' in page.goto(f"{site}/profile/").text()
    assert brightness(page) < 60


@pytest.fixture(
    params=[
        pytest.param(True, id="with-scripts"),
        pytest.param(False, id="without-scripts", marks=WITHOUT_SCRIPTS),
    ]
)
def either_way(request):
    """Once with scripts, once without."""
    return request.param


@pytest.mark.usefixtures("either_way")
def test_a_stranger_keeps_a_theme_against_the_system(page, site, complaints):
    page.emulate_media(color_scheme="dark")
    page.goto(f"{site}/method/")
    assert brightness(page) < 60
    choose(page, "Light")
    assert brightness(page) > 200
    assert 'data-theme="light"' in page.goto(site).text()
    assert brightness(page) > 200
    choose(page, "System")
    assert brightness(page) < 60
    assert complaints == []
