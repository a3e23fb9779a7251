"""The audit finds what it is for."""

import os

from tests.browser.audit import WEIGHT_BUDGET, Audit, Tally

BAD = """<!DOCTYPE html><html lang="en"><title>Bad</title>
<main><h1>Bad</h1><img src="data:,"><svg width="600" height="9"></svg></main>"""


def test_faults_are_found_in_every_mode(page, live_server):
    audit = Audit(page, live_server.url, ["Refused to load"], Tally())
    page.goto(live_server.url + "/healthz")
    page.set_content(BAD)
    audit.look("bad")
    for mode in ("light, 1280 px", "dark, 1280 px", "light, 390 px", "dark, 390 px"):
        assert f"bad ({mode}): image-alt ['img']" in audit.problems
    assert "bad: Refused to load" in audit.problems
    assert any(p.startswith("bad (light, 390 px): ") and "wider" in p for p in audit.problems)


def test_a_page_that_is_not_there_is_found(page, live_server):
    audit = Audit(page, live_server.url, [], Tally())
    audit.visit("/dashboard/")
    assert "answered 200 at /accounts/login/?next=/dashboard/" in audit.report()


def test_a_heavy_page_is_found(page, live_server):
    audit = Audit(page, live_server.url, [], Tally())
    page.goto(live_server.url + "/healthz")
    audit.look("heavy", html=os.urandom(WEIGHT_BUDGET))
    assert "heavy: " in audit.report()
