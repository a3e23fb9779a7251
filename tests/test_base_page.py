"""What base.html puts around every page."""

import json
import re

import pytest

from tests.factories import UserFactory

SIGN_IN = "/accounts/login/"
ACCOUNT = "/accounts/email/"


@pytest.fixture
def alice(client, db):
    user = UserFactory(name="Alice Smith")
    client.force_login(user)
    return user


def links_of(response, label):
    nav = re.search(rf'<nav[^>]*aria-label="{label}">(.*?)</nav>', response.text, re.DOTALL)
    return re.findall(r'href="([^"]+)"', nav[1]) if nav else []


def test_the_bar_leads_to_every_destination(client, alice):
    assert links_of(client.get(ACCOUNT), "Main") == [
        "/dashboard/", "/roadmap/", "/log/", "/skills/", "/certifications/", "/gaps/", "/profile/",
    ]  # fmt: skip


def test_the_account_pages_lead_to_each_other(client, alice):
    links = links_of(client.get(ACCOUNT), "Account")
    assert ACCOUNT in links
    assert [client.get(link).status_code for link in links] == [200] * 5


def test_a_stranger_is_offered_to_sign_in_and_no_destinations(client, db):
    response = client.get(SIGN_IN)
    assert links_of(response, "Main") == []
    assert 'href="/accounts/signup/"' in response.text


def test_the_account_menu_shows_whose_it_is(client, alice):
    page = client.get(ACCOUNT).text
    assert ">AS</button>" in page
    assert "Alice Smith" in page


def test_every_page_leads_to_the_method(client, db):
    assert 'href="/method/"' in client.get(SIGN_IN).text


def test_the_page_is_drawn_in_the_chosen_theme(client, alice):
    client.post("/theme/", {"theme": "dark"})
    page = client.get(ACCOUNT).text
    assert 'data-theme="dark"' in page
    assert 'value="dark" aria-pressed="true"' in page


def test_a_stranger_sees_the_theme_of_the_cookie(client, db):
    client.cookies["theme"] = "light"
    assert 'data-theme="light"' in client.get(SIGN_IN).text


def test_the_skip_link_is_the_first_thing_to_reach(client, db):
    body = client.get(SIGN_IN).text.partition("<body")[2]
    assert re.search(r'<(?:a|button|input)\b[^>]*href="([^"]+)"', body)[1] == "#main"
    assert 'id="main" tabindex="-1"' in body


def test_htmx_evaluates_nothing_and_swaps_refused_forms(client, db):
    page = client.get(SIGN_IN).text
    config = json.loads(re.search(r"name=\"htmx-config\" content='([^']+)'", page)[1])
    assert not any(
        config[key] for key in ("allowEval", "allowScriptTags", "includeIndicatorStyles")
    )
    swapped = [rule["code"] for rule in config["responseHandling"] if rule["swap"]]
    assert all(any(re.fullmatch(code, status) for code in swapped) for status in ("409", "422"))


def test_htmx_sends_the_csrf_token_of_whoever_signed_in(client, alice):
    assert re.search(r"hx-headers='{\"x-csrftoken\": \"\w{64}\"}'", client.get(ACCOUNT).text)


def test_a_refused_form_names_each_field_and_takes_the_focus(client, db):
    page = client.post("/accounts/signup/", {"email": "", "password1": ""}).text
    assert re.search(r'<div class="error-summary" role="alert" tabindex="-1" autofocus>', page)
    assert '<a href="#id_email">Email: This field is required.</a>' in page
    assert 'aria-describedby="id_email_error"' in page
    assert '<ul class="field__errors" id="id_email_error">' in page
