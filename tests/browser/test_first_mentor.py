"""A first-time mentor and their first mentee, from two sign-ups to a review and its end."""

import re
from dataclasses import dataclass

import pytest
from allauth.mfa.totp.internal import auth as totp
from axe_playwright_python.base import AXE_SCRIPT
from django.conf import settings
from playwright.sync_api import expect

from tests.accounts.test_sign_up import code_in
from tests.browser.audit import AXE_OPTIONS, OVERFLOW, RUN_AXE
from tests.factories import PASSWORD

DATES = {"starts_on": "2026-11-01", "ends_on": "2027-05-01"}
REFUSALS = ("404", "409", "422")  # the browser notes them even where they are meant


@dataclass
class Person:
    """Somebody at a browser of their own, who notes what is wrong with the pages they pass."""

    page: object
    site: str
    problems: list

    def open(self, path):
        self.page.goto(self.site + path)

    def fill(self, **words):
        for field, text in words.items():
            self.page.fill(f"main [name={field}]", text)

    def send(self, **words):
        """Fill the form of the page in and send it by the keyboard."""
        self.fill(**words)
        self.page.press(f"main [name={[*words][-1]}]", "Enter")

    def press(self, name, role="button"):
        self.page.locator("main").get_by_role(role, name=name, exact=True).click()

    def sees(self, heading):
        """The page with this heading; it holds to what axe checks, and fits the screen."""
        expect(self.page.locator("h1")).to_have_text(re.compile(heading))
        self.page.evaluate(AXE_SCRIPT)
        found = self.page.evaluate(RUN_AXE, AXE_OPTIONS)
        self.problems += [f"{heading}: {v['id']} {v['nodes'][0]['target']}" for v in found]
        self.problems += [f"{heading}: too wide"] * (self.page.evaluate(OVERFLOW) > 0)

    def sign_up(self, email, name, mailoutbox):
        self.fill(email=email, password1=PASSWORD, name=name)
        self.press("Create the account")
        self.sees("Enter the code we sent you")
        self.fill(code=code_in(mailoutbox[-1]))
        self.press("Go on")


@pytest.fixture
def problems():
    found = []
    yield found
    assert found == []


@pytest.fixture
def somebody(new_context, site, problems):
    """Makes somebody with a browser of their own."""

    def come():
        page = new_context().new_page()
        page.set_default_timeout(4_000)
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("console", lambda said: note(said))
        return Person(page, site, problems)

    def note(said):
        if said.type == "error" and not any(status in said.text for status in REFUSALS):
            problems.append(said.text)

    return come


@pytest.fixture
def mira(somebody, mailoutbox):
    """Mira signs up to mentor others."""
    mira = somebody()
    mira.open("/accounts/signup/")
    mira.sign_up("mira@example.com", "Mira", mailoutbox)
    mira.sees("How long have you been a developer")
    return mira


def set_up_second_factor(mira):
    """Whoever wants to mentor is led to it."""
    mira.page.get_by_role("button", name="Account menu").click()
    mira.page.get_by_role("link", name="Mentor others").click()
    mira.sees("Mentors sign in with a second factor")
    mira.press("Set up a second factor", "link")
    mira.page.locator("main").get_by_role("link", name="Set it up").first.click()
    mira.sees("Confirm access")
    mira.send(password=PASSWORD)
    mira.sees("Activate")
    secret = mira.page.input_value("#authenticator_secret")
    now = max(totp.yield_hotp_counters_from_time())
    mira.send(code=totp.format_hotp_value(totp.hotp_value(secret, now)))
    mira.sees("Recovery codes")


def make_cohort(mira):
    mira.open("/cohorts/")
    mira.sees("Lead a group of developers")
    mira.press("Make the first cohort", "link")
    mira.sees("What is it called")
    mira.fill(name="Autumn", **DATES)
    mira.press("Make the cohort")
    mira.sees("Nobody is in Autumn")


def invite(mira, mailoutbox, run_tasks):
    """The link in the mail that goes to Alice."""
    mira.fill(addresses="alice@example.com")
    mira.press("Send the invitations")
    mira.sees("1 invitation waits")
    run_tasks()
    mail = mailoutbox[-1]
    assert mail.to == ["alice@example.com"]
    return re.search(rf"{re.escape(settings.SITE_URL)}(/invitation/\S+)", mail.body)[1]


def accept(alice, link, mailoutbox):
    """Through the link to an account, then to what would become visible."""
    alice.open(link)
    alice.sees("Mira invites you to Autumn")
    alice.press("Create an account", "link")
    alice.sign_up("alice@example.com", "Alice", mailoutbox)
    alice.sees("Mira invites you to Autumn")
    expect(alice.page.get_by_text("What you are paid", exact=False)).to_be_visible()
    for scope in ("Skills and gaps", "Evidence"):
        alice.page.get_by_role("checkbox", name=scope, exact=True).check()
    alice.press("Accept")
    alice.sees("How long have you been a developer")


def ask_for_review(alice):
    alice.open("/skills/docker/")
    alice.page.get_by_role("button", name="Working").click()
    alice.open("/skills/docker/")
    alice.press("Ask for review", "link")
    alice.fill(words="Is this Working?")
    alice.page.fill("[name=new-title]", "My first image")
    alice.page.fill("[name=new-url]", "https://git.example.com/image")
    alice.press("Ask for review")
    alice.sees("1 review waits for a mentor")


def answer(mira):
    mira.open("/reviews/")
    mira.sees("1 review waits for an answer")
    mira.press("Alice: Docker", "link")
    mira.sees("Alice .*Docker")
    expect(mira.page.get_by_text("My first image")).to_be_visible()
    mira.page.get_by_role("radio", name="Confirm at another level").check()
    mira.page.get_by_label("Level you confirm").select_option(label="Learning")
    mira.page.get_by_label("Words to the mentee").fill("Make it smaller first.")
    mira.press("Send the answer")
    mira.sees("Nothing waits for your review")


def test_the_first_cohort_of_a_mentor(mira, somebody, mailoutbox, run_tasks):
    set_up_second_factor(mira)
    make_cohort(mira)
    link = invite(mira, mailoutbox, run_tasks)
    alice = somebody()
    accept(alice, link, mailoutbox)
    ask_for_review(alice)
    answer(mira)

    run_tasks()
    assert mailoutbox[-1].to == ["alice@example.com"]
    alice.open("/my-reviews/")
    alice.sees("1 answer to read")
    expect(alice.page.get_by_text("Make it smaller first.")).to_be_visible()
    mira.open("/cohorts/")
    mira.press("Autumn", "link")
    mira.press("Alice", "link")
    mira.sees("Alice")
    alice.open("/mentors/")
    alice.sees("1 mentor sees something of you")
    alice.press("Leave Autumn")
    alice.sees("No mentor sees anything of you")
    mira.page.reload()
    mira.sees("There is nothing at this address")
