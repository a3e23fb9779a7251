"""A job ad from pasting to the way there: with the keyboard alone, and without JavaScript."""

from playwright.sync_api import expect

from planner.models import JobAd
from tests.browser.hands import WITHOUT_SCRIPTS
from tests.planner.reading.job_ads import AD


def test_an_ad_by_keyboard_alone(audit, page, site, alice, sign_in):
    sign_in(alice)
    audit.visit("/jobs/")
    page.get_by_role("link", name="Add a job ad").press("Enter")
    page.get_by_label("Text of the ad").fill(AD)
    page.get_by_role("button", name="Read it").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("5 skills found")
    audit.look("what it asks for")
    kafka = page.get_by_role("group", name="Kafka")
    kafka.get_by_label("Required").press("ArrowRight")
    expect(kafka.get_by_label("Optional")).to_be_checked()
    page.get_by_role("button", name="Keep it").press("Enter")
    expect(page.get_by_role("heading", name="The way there")).to_be_visible()
    assert JobAd.objects.get().corrections == {"kafka": "optional"}
    audit.look("against the skills")
    page.get_by_role("link", name="Correct or delete it").press("Enter")
    expect(page.get_by_role("group", name="Kafka").get_by_label("Optional")).to_be_checked()
    audit.look("corrected again")
    page.get_by_role("button", name="Save").press("Enter")
    audit.visit("/jobs/")
    audit.look("one ad")
    audit.visit("/dashboard/?rank=jobs")
    expect(page.get_by_text("Would close a gap in your one ad").first).to_be_visible()
    assert audit.report() == ""


def test_ads_side_by_side(audit, page, site, alice, sign_in):
    for n in range(2):
        JobAd.objects.create(profile=alice.profile, title=f"Developer {n}", text=f"{AD}{n}")
    sign_in(alice)
    audit.visit("/jobs/")
    expect(page.get_by_text("Asked for in 2 of your 2 ads").first).to_be_visible()
    audit.look("side by side")
    assert audit.report() == ""


def test_side_by_side_at_twice_the_size_has_room_for_its_words(page, site, alice, sign_in):
    many = "Requirements: GDPR, schema migrations, RabbitMQ, Kafka, Elasticsearch, logging, Rust"
    JobAd.objects.create(profile=alice.profile, title="Developer", text=many)
    sign_in(alice)
    page.set_viewport_size({"width": 640, "height": 700})
    page.goto(f"{site}/jobs/")
    for cell in page.get_by_role("cell").all():
        box = cell.bounding_box()
        assert box["width"] > 100
        assert box["x"] + box["width"] < 640


def test_the_text_stays_beside_the_rows_and_nothing_is_lost(page, site, alice, sign_in):
    sign_in(alice)
    page.set_viewport_size({"width": 1280, "height": 700})
    page.goto(f"{site}/jobs/new/")
    page.get_by_label("Text of the ad").fill(AD)
    page.get_by_role("button", name="Read it").click()
    page.get_by_role("link", name="name and keep it").click()
    expect(page.get_by_role("group", name="Python")).not_to_be_in_viewport()
    expect(page.get_by_role("heading", name="The text")).to_be_in_viewport()
    page.get_by_role("textbox", name="Job", exact=True).fill("")
    page.get_by_role("group", name="Terraform").get_by_label("Not asked for").check()
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_role("alert")).to_contain_text("Give the job a name.")
    expect(page.get_by_role("alert")).to_be_in_viewport()
    expect(
        page.get_by_role("group", name="Terraform").get_by_label("Not asked for")
    ).to_be_checked()


@WITHOUT_SCRIPTS
def test_an_ad_without_javascript(page, site, alice, sign_in):
    sign_in(alice)
    page.goto(f"{site}/jobs/new/")
    page.get_by_label("Text of the ad").fill(AD)
    page.get_by_role("button", name="Read it").click()
    page.get_by_role("group", name="Terraform").get_by_label("Not asked for").check()
    page.get_by_role("button", name="Keep it").click()
    page.get_by_role("link", name="Correct or delete it").click()
    page.get_by_role("button", name="Delete this job ad").click()
    assert "is deleted, with its text" in page.content()
    assert not JobAd.objects.exists()
