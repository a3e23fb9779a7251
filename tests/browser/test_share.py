"""A link from choosing to ending: what its owner sees first, and what a stranger sees then."""

import re

from playwright.sync_api import expect

from planner.models import ShareLink


def test_a_link_from_the_preview_to_a_stranger(audit, page, site, priya, sign_in):
    sign_in(priya)
    page.goto(site + "/share/new/")
    preview = page.locator("#preview")
    expect(preview.get_by_role("heading", name="Skills")).to_be_visible()
    page.get_by_label("What is it for?").fill("Yearly talk")
    page.get_by_label("Your name").check()
    expect(preview.get_by_text("Priya: Mid-level")).to_be_visible()
    page.get_by_label("Skills, the confirmed ones marked").uncheck()
    expect(preview.get_by_role("heading", name="Skills")).to_be_hidden()
    page.get_by_role("button", name="Make the link").click()
    address = page.get_by_label("Link", exact=True).input_value()
    audit.look("a link just made")
    audit.visit("/share/", f"/share/{ShareLink.objects.get().pk}/")
    page.context.clear_cookies()
    audit.visit(address.removeprefix(site))
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("Priya: Mid-level"))
    expect(page.get_by_role("heading", name="Skills")).to_be_hidden()
    assert audit.report() == ""
