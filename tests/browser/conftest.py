import pytest
from django.conf import settings
from django.core.management import call_command

from tests.factories import ProfileFactory, UserFactory


@pytest.fixture
def site(live_server):
    """The address of a running site. Such a test empties the database, so it is loaded again."""
    call_command("load_catalogue", verbosity=0)
    return live_server.url


@pytest.fixture
def alice(site):
    """Alice has begun: half a year, some Python."""
    user = UserFactory(email="alice@example.com", name="Alice")
    ProfileFactory(user=user, target_id="mid", skills={"python": 2, "rest": 1})
    return user


@pytest.fixture
def page_of_alice(page, site, alice, client):
    """Alice's browser, signed in; what the console complains about fails the test."""
    client.force_login(alice)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": site}]
    )
    complaints = []
    page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
    yield page
    # An expected refusal is shown by the page; the browser notes it all the same.
    assert [c for c in complaints if "409" not in c and "422" not in c] == []
