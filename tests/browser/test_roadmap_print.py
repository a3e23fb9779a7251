"""The roadmap on paper: all of it, nothing to press, nothing cut."""

from playwright.sync_api import expect

from planner.exports import FORMATS

A4_WIDTH = 688  # of 182 mm between the margins, in CSS pixels


def test_the_roadmap_prints_all_of_its_steps_and_none_of_its_buttons(page, site, alice, sign_in):
    sign_in(alice)
    page.goto(f"{site}/roadmap/")
    page.set_viewport_size({"width": A4_WIDTH, "height": 972})
    page.emulate_media(media="print")
    steps = page.locator(".rows .step")
    assert steps.count() > 12
    assert all(step.is_visible() for step in steps.all())
    for pressed in ("button", "form", "nav", "summary", "[aria-labelledby=files-title]"):
        assert page.locator(pressed).locator("visible=true").count() == 0, pressed
    assert page.evaluate("document.documentElement.scrollWidth") <= A4_WIDTH
    expect(page.get_by_text("Planned on ")).to_be_visible()


def test_a_click_saves_each_file(page, site, alice, sign_in):
    sign_in(alice)
    page.goto(f"{site}/roadmap/")
    for format_ in FORMATS.values():
        link = page.get_by_role("region", name="Take it along").get_by_role("link")
        with page.expect_download() as download:
            link.get_by_text(format_.label, exact=True).click()
        assert download.value.suggested_filename.endswith(f".{format_.extension}")
