"""Who may do what. How to add an address, and what is checked of it: `tests/permissions/`."""

import pytest
from django.http import HttpResponse
from django.test import override_settings
from django.urls import include, path

from accounts.models import Cohort
from planner.models import Evidence, Profile, SkillClaim
from tests.conftest import cells_key
from tests.permissions import cohorts, guidance, mail, own, reviews, sharing
from tests.permissions.addresses import filled, missing, walk
from tests.permissions.cells import CELLS, Matrix
from tests.permissions.rows import LOGIN, Row
from tests.permissions.world import EVIDENCE, MENTEE, World

AREAS = (own, cohorts, reviews, guidance, mail, sharing)
TABLE = {name: row for area in AREAS for name, row in area.ROWS.items()}
pytestmark = pytest.mark.django_db
LEAST_CELLS = 16_380  # only ever raised

# What packages bring along: what a stranger gets. What one may do once signed in is theirs to test.
CLOSED = (LOGIN, LOGIN)
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


def name_in(key):
    """The URL name of a row: `planner:review (blind)` is a second row for `planner:review`."""
    return key.partition(" ")[0]


ROUTES = walk()
ROUTE_OF = dict(ROUTES)
ADDRESS_OF = {
    name: filled(name, route) for name, route in ROUTES if not name.startswith("planner:")
} | {
    key: filled(name_in(key), ROUTE_OF[name_in(key)], row.arguments, row.query)
    for key, row in TABLE.items()
    if name_in(key) in ROUTE_OF
}


@pytest.fixture(scope="module")
def matrix(django_db_setup, django_db_blocker):
    """One world for all cells; each cell is undone by itself, the world at the end."""
    with World.for_module(django_db_blocker) as people:
        yield Matrix(people)


def test_every_address_has_a_row():
    ruled = {*map(name_in, TABLE), *STRANGERS_AT_PACKAGES}
    without = [name for name, _ in ROUTES if name not in ruled and not name.startswith(ADMIN)]
    assert without == []
    assert ruled - set(ROUTE_OF) == set()


@pytest.mark.parametrize("name", TABLE)
def test_the_table(matrix, name):
    row = TABLE[name]
    absent = missing(name_in(name), ROUTE_OF[name_in(name)], row.arguments)
    problems = matrix.problems(ADDRESS_OF[name], row, absent)
    assert not problems, "\n".join(problems)


def test_the_table_grows(request):
    cells = len(TABLE) * len(CELLS)
    request.config.stash[cells_key] = cells
    assert cells >= LEAST_CELLS


# --- That it would see a leak ---------------------------------------------------------------------


def leaky(request):
    """Shows what Alice shows Mira to whoever asks, and pay in a header; writes when refused."""
    response = HttpResponse(Evidence.objects.get(pk=EVIDENCE).text, status=404)
    response["X-Pay"] = Profile.objects.get(user__name="Alice").current_pay
    Cohort.objects.update(name="Changed")
    return response


urlpatterns = [path("leak/", leaky, name="leak"), path("", include("config.urls"))]


def test_a_leak_would_be_seen(matrix):
    with override_settings(ROOT_URLCONF=__name__):
        found = matrix.problems("/leak/", Row(read={"alice"}, write={"alice"}))
    of_nick = [problem for problem in found if problem.startswith("nick GET /leak/")]
    assert of_nick == [
        "nick GET /leak/: changed Cohort, though refused",
        "nick GET /leak/: shows pay: 91234",
        "nick GET /leak/: shows evidence: evidence-text-4711",
    ]


def test_a_change_without_an_event_would_be_seen(matrix):
    with matrix.watch.undone() as changes:
        SkillClaim.objects.filter(profile=MENTEE, skill="docker").update(proficiency=4)
        assert changes.untold() == [MENTEE]
