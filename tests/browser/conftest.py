import pytest
from allauth.account.models import EmailAddress
from django.conf import settings
from django.core.cache import cache
from django.core.management import call_command
from django.utils import timezone
from playwright.sync_api import expect

from planner.actions import fill_profile, read_person
from tests.browser.audit import Audit, Tally
from tests.factories import ProfileFactory, UserFactory

expect.set_options(timeout=10_000)  # as long as a person would wait, as for clicks
tally_key = pytest.StashKey[Tally]()


def pytest_configure(config):
    config.stash[tally_key] = Tally()


def pytest_terminal_summary(terminalreporter, config):
    tally = config.stash[tally_key]
    if tally.pages:
        terminalreporter.write_line(str(tally))


@pytest.fixture
def site(live_server):
    """The address of a running site. Such a test empties the database, so it is loaded again."""
    cache.clear()  # allauth counts tries in it
    call_command("load_catalogue", verbosity=0)
    return live_server.url


@pytest.fixture
def complaints(page):
    """What the console complains about, a broken content security policy included."""
    found = []
    page.on("console", lambda said: found.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: found.append(str(error)))
    return found


@pytest.fixture
def sign_in(client, site, page):
    """Sign somebody in on `page`, as if they had done so a while ago."""

    def start_session(user):
        client.force_login(user)
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        cookie = {"name": settings.SESSION_COOKIE_NAME, "value": session, "url": site}
        page.context.add_cookies([cookie])

    return start_session


@pytest.fixture
def alice(site):
    """Alice has begun: half a year, some Python."""
    user = UserFactory(email="alice@example.com", name="Alice")
    EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=True)
    ProfileFactory(
        user=user,
        target_id="mid",
        skills={"python": 2, "rest": 1},
        onboarded_at=timezone.now(),
    )
    return user


@pytest.fixture
def priya(site):
    """Mid-level, well on the way to senior, with an expired certificate."""
    profile = ProfileFactory(user=UserFactory(name="Priya"))
    person = read_person("priya")["profile"]
    fill_profile(profile=profile, person=person, today=timezone.localdate())
    profile.finish_start()
    return profile.user


@pytest.fixture
def page_of_alice(page, alice, sign_in, complaints):
    """Alice's browser, signed in; what the console complains about fails the test."""
    sign_in(alice)
    yield page
    # An expected refusal is shown by the page; the browser notes it all the same.
    assert [c for c in complaints if not any(code in c for code in ("401", "409", "422"))] == []


@pytest.fixture
def audit(page, site, complaints, request):
    return Audit(page, site, complaints, request.config.stash[tally_key])
