"""A CV from pasting to taking back: with the keyboard alone, and without JavaScript."""

from playwright.sync_api import expect

from planner.models import SkillClaim

CV = "Skills\nPython (expert), Kafka, Redis\n\nInterests\nSailing with COBOL"


def held(person):
    claims = SkillClaim.objects.filter(profile__user=person)
    return dict(claims.values_list("skill_id", "proficiency"))


def test_a_cv_by_keyboard_alone(audit, page, site, alice, sign_in):
    sign_in(alice)
    audit.visit("/read/")
    page.get_by_label("Text of a CV").fill(CV)
    page.get_by_role("button", name="Read it").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("3 skills found")
    audit.look("what was found")
    kafka = page.get_by_role("group", name="Kafka", exact=False)
    kafka.get_by_label("Not me").press("ArrowRight")
    kafka.get_by_label("Learning").press("ArrowRight")
    expect(kafka.get_by_label("Working")).to_be_checked()
    page.get_by_role("button", name="Add these").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("1 skill added to your profile")
    assert held(alice) == {"python": 2, "rest": 1, "kafka": 2}
    audit.look("what was added")
    page.get_by_role("button", name="Take it back").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("1 skill taken back")
    assert held(alice) == {"python": 2, "rest": 1}
    assert audit.report() == ""


def test_a_cv_without_javascript(browser, client, site, alice):
    client.force_login(alice)
    tab = browser.new_context(java_script_enabled=False)
    tab.add_cookies([{"name": k, "value": v.value, "url": site} for k, v in client.cookies.items()])
    page = tab.new_page()
    page.goto(f"{site}/read/")
    file = {"name": "cv.txt", "mimeType": "text/plain", "buffer": CV.encode()}
    page.get_by_label("Or a file").set_input_files(file)
    page.get_by_role("button", name="Read it").click()
    page.get_by_role("group", name="Redis").get_by_label("Expert").check()
    page.get_by_role("button", name="Add these").click()
    assert page.get_by_role("heading", level=1).inner_text() == "1 skill added to your profile"
    assert held(alice)["redis"] == 4
    tab.close()
