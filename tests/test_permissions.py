"""Who may do what: each address × role × method, plain and by htmx. An address without a row fails.

Alice owns what the addresses name. Bob is another developer with a profile of his own, Charlie has
an account and nothing else, Sam is staff without a second factor. A stranger has not signed in.
"""

import re
from dataclasses import dataclass, field

import pytest
from django.test import Client
from django.urls import get_resolver
from django.utils import timezone

from planner.models import (
    CatalogueArchive,
    CertificationClaim,
    KeptPlan,
    Profile,
    Scenario,
    SkillClaim,
)
from tests.factories import ProfileFactory, UserFactory
from tests.htmx import HTMX

LOGIN = "login"
OWN_PAGE, OWN_FORM, OWN_WRITE, NOTHING = (200, 405), (200, 422), (405, 422), (404, 404)
CLOSED = (LOGIN, LOGIN)
ROLES = ("stranger", "alice", "bob", "charlie", "staff")
ALICES_PAY = 91_234
ONCE = {"planner:certification_remove", "planner:scenario_delete", "planner:scenario_adopt"}
NO_GAIN = {"low": 0.0, "central": 0.0, "high": 0.0}
NO_INPUTS = {"profile": {"certifications": []}}
EMPTY_PLAN = {"target": "mid", "plan": {"steps": [], "reaches": None, "total_gain": NO_GAIN}}


@dataclass(frozen=True)
class Row:
    """Outcomes of GET and POST: for Alice, for whoever is not named, and for strangers."""

    alice: tuple
    others: tuple | None = None
    stranger: tuple = CLOSED
    named: dict = field(default_factory=dict)

    def of(self, role):
        if role in {"alice", "stranger"}:
            return getattr(self, role)
        return self.named.get(role, self.others or self.alice)


TO_START = ("/start/", 405)
TABLE = {
    "planner:home": Row(("/dashboard/", 405), stranger=(200, 405)),
    "planner:method": Row(OWN_PAGE, stranger=(200, 405)),
    "planner:dashboard": Row(OWN_PAGE, named={"charlie": TO_START, "staff": TO_START}),
    "planner:gaps": Row(OWN_PAGE),
    "planner:estimate": Row(OWN_PAGE),
    "planner:skills": Row(OWN_PAGE),
    "planner:skill": Row(OWN_PAGE),
    "planner:set_proficiency": Row(OWN_WRITE),
    "planner:certifications": Row(OWN_PAGE),
    "planner:certification": Row(OWN_PAGE),
    "planner:certification_add": Row(OWN_WRITE),
    "planner:certification_edit": Row(OWN_FORM, others=NOTHING),
    "planner:certification_remove": Row((405, "/certifications/"), others=(405, 404)),
    "planner:profile": Row(OWN_FORM),
    "planner:clear_sample": Row((405, "/start/")),
    "planner:roadmap": Row(OWN_FORM),
    "planner:roadmap_step": Row(OWN_WRITE),
    "planner:roadmap_order": Row((405, "/roadmap/")),
    "planner:roadmap_keep": Row((405, 409)),
    "planner:roadmap_stop": Row((405, "/roadmap/")),
    "planner:roadmap_kept": Row(OWN_PAGE),
    "planner:roadmap_kept_plan": Row(OWN_PAGE, others=(404, 405)),
    "planner:roadmap_export": Row(OWN_PAGE),
    "planner:scenarios": Row(OWN_PAGE),
    "planner:scenario_new": Row(OWN_FORM),
    "planner:scenario_edit": Row(OWN_FORM, others=NOTHING),
    "planner:scenario_adopt": Row((405, "/roadmap/"), others=(405, 404)),
    "planner:scenario_delete": Row((405, "/what-if/"), others=(405, 404)),
    "planner:start": Row(("/start/about/", 405)),
    "planner:start_about": Row(OWN_FORM),
    "planner:start_skills": Row((200, "/start/certifications/")),
    "planner:start_certifications": Row((200, "/dashboard/")),
    "planner:start_skip": Row((405, "/dashboard/")),
    "planner:start_sample": Row(
        (405, "/start/"), named={"charlie": (405, "/dashboard/"), "staff": (405, "/dashboard/")}
    ),
    "theme": Row((405, 400), stranger=(405, 400)),
    "healthz": Row(OWN_PAGE, stranger=(200, 405)),
}
# What packages bring along: what a stranger gets. What one may do once signed in is theirs to test.
RESET = "/accounts/password/reset/"
STRANGERS_AT_PACKAGES = {
    "account_login": (200, 200),
    "account_logout": ("/", "/"),
    "account_inactive": (200, 405),
    "account_signup": (200, 200),
    "account_reauthenticate": CLOSED,
    "account_email": CLOSED,
    "account_email_verification_sent": CLOSED,
    "account_change_password": CLOSED,
    "account_set_password": CLOSED,
    "account_reset_password": (200, 200),
    "account_confirm_login_code": CLOSED,
    "account_confirm_password_reset_code": CLOSED,
    "account_complete_password_reset": (RESET, RESET),
    "account_password_reset_completed": (200, 405),
    "mfa_index": CLOSED,
    "mfa_authenticate": CLOSED,
    "mfa_reauthenticate": CLOSED,
    "mfa_activate_totp": CLOSED,
    "mfa_deactivate_totp": CLOSED,
    "mfa_view_recovery_codes": CLOSED,
    "mfa_generate_recovery_codes": CLOSED,
    "mfa_download_recovery_codes": CLOSED,
    "mfa_list_webauthn": CLOSED,
    "mfa_add_webauthn": CLOSED,
    "mfa_reauthenticate_webauthn": CLOSED,
    "mfa_remove_webauthn": CLOSED,
    "mfa_edit_webauthn": CLOSED,
    "mfa_login_webauthn": CLOSED,
    "usersessions_list": CLOSED,
}
ADMIN = "admin:"  # one policy for every page: nobody without a second factor gets in
ARGUMENTS = {
    "certification": "ckad",
    "skill": "docker",
    "pk": "1",
    "app_label": "planner",
    "kind": "csv",
}


def routes(resolver, namespace="", prefix="/"):
    """Every name with its route, nameless patterns too."""
    for pattern in resolver.url_patterns:
        route = prefix + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            inside = f"{pattern.namespace}:" if pattern.namespace else namespace
            yield from routes(pattern, inside, route)
        else:
            yield f"{namespace}{pattern.name}", route


def filled(name, route):
    """An address that the route answers at."""
    slug = "ckad" if "certification" in name else "docker"
    for parameter in re.findall(r"<(?:\w+:)?(\w+)>", route):
        value = ARGUMENTS.get(parameter, slug)
        route = re.sub(rf"<(\w+:)?{parameter}>|\(\?P<{parameter}>[^)]*\)", value, route)
    return re.sub(r"[\^$]", "", route)


ADDRESSES = [(name, filled(name, route)) for name, route in routes(get_resolver())]
ADDRESS_OF = dict(ADDRESSES)


@pytest.fixture
def clients(db):
    """A browser for each role."""
    people = {
        "alice": UserFactory(email="alice@example.com", name="Alice"),
        "bob": UserFactory(name="Bob"),
        "charlie": UserFactory(name="Charlie"),
        "staff": UserFactory(name="Sam", is_staff=True),
    }
    today = timezone.now()
    alices = ProfileFactory(
        user=people["alice"], onboarded_at=today, current_pay=ALICES_PAY,
        skills={"docker": 2}, certifications=["ckad"],
    )  # fmt: skip
    archive = CatalogueArchive.objects.create(version="test", document={})
    KeptPlan.objects.create(
        pk=1, profile=alices, catalogue=archive, inputs=NO_INPUTS, result=EMPTY_PLAN, fingerprint=""
    )
    Scenario.objects.create(pk=1, profile=alices, name="Alice at night", hours_per_week=9)
    ProfileFactory(user=people["bob"], onboarded_at=today, skills={"docker": 1})
    found = {role: Client() for role in ROLES}
    for role, person in people.items():
        found[role].force_login(person)
    return found


def outcome(response):
    """The status, or where the answer leads: the sign-in page is `login`."""
    target = response.headers.get("Location") or response.headers.get("HX-Redirect")
    if target is None:
        return response.status_code
    return LOGIN if "/accounts/login/" in target else target.partition("?")[0]


def asked(client, address):
    """GET and POST, both plain and as htmx asks: two pairs that must not differ."""
    for headers in ({}, HTMX):
        yield (
            headers,
            tuple(
                outcome(getattr(client, method)(address, headers=headers))
                for method in ("get", "post")
            ),
        )


def test_every_address_has_a_row():
    ruled = {*TABLE, *STRANGERS_AT_PACKAGES}
    assert [name for name in ADDRESS_OF if name not in ruled and not name.startswith(ADMIN)] == []
    assert ruled - set(ADDRESS_OF) == set()


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("name", TABLE)
def test_the_table(clients, name, role):
    for headers, found in asked(clients[role], ADDRESS_OF[name]):
        if name in ONCE and role == "alice" and headers:
            continue  # it is gone, or done, already
        if name == "planner:start_sample" and headers:
            continue  # the profile is no longer empty
        assert found == TABLE[name].of(role), headers


@pytest.mark.parametrize("name", STRANGERS_AT_PACKAGES)
def test_what_strangers_get_from_packages(client, db, name):
    for headers, found in asked(client, ADDRESS_OF[name]):
        assert found == STRANGERS_AT_PACKAGES[name], headers


@pytest.mark.parametrize("role", ROLES)
def test_nobody_gets_into_the_admin_without_a_second_factor(clients, role):
    for name, address in ADDRESSES:
        if name.startswith(ADMIN):
            assert outcome(clients[role].get(address)) != 200, name
            assert outcome(clients[role].post(address)) != 200, name


@pytest.mark.parametrize("role", ["stranger", "bob", "charlie", "staff"])
def test_nobody_else_reads_or_changes_what_is_alices(clients, role):
    for name in TABLE:
        for method in ("get", "post"):
            response = getattr(clients[role], method)(ADDRESS_OF[name])
            for secret in ("Alice", "alice@example.com", f"{ALICES_PAY:,}", str(ALICES_PAY)):
                assert secret not in response.text, (name, method)
    profile = Profile.objects.get(user__email="alice@example.com")
    assert profile.current_pay == ALICES_PAY
    assert SkillClaim.objects.get(profile=profile).proficiency == 2
    assert CertificationClaim.objects.get(profile=profile).certification_id == "ckad"


def test_a_forged_owner_changes_nothing(clients):
    alice = Profile.objects.get(user__email="alice@example.com")
    forged = {
        "was": "1",
        "proficiency": "4",
        "profile": alice.pk,
        "user": alice.user_id,
        "pk": alice.pk,
    }
    clients["bob"].post(ADDRESS_OF["planner:set_proficiency"], forged)
    assert SkillClaim.objects.get(profile=alice).proficiency == 2
    assert SkillClaim.objects.get(profile__user__name="Bob").proficiency == 4
