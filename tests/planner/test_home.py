"""The first page for visitors."""

import pytest

pytestmark = pytest.mark.django_db


def test_a_visitor_reads_what_this_is(client):
    page = client.get("/").text
    assert page.count("<h1>") == 1
    assert "/accounts/signup/" in page


def test_who_has_signed_in_goes_on_to_the_dashboard(as_alice):
    assert as_alice.get("/").url == "/dashboard/"
