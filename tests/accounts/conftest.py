import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal import auth as totp

from accounts import actions
from tests.accounts.cohorts import NOW
from tests.factories import CohortFactory, MentorFactory, UserFactory


@pytest.fixture
def alice(db):
    """Alice has an account with a confirmed address."""
    alice = UserFactory(email="alice@example.com", name="Alice")
    EmailAddress.objects.create(user=alice, email=alice.email, primary=True, verified=True)
    return alice


@pytest.fixture
def staff_member(alice):
    alice.is_staff = alice.is_superuser = True
    alice.save()
    return alice


@pytest.fixture
def second_factor():
    """Give somebody an authenticator app; the answer is a code that it shows."""

    def activate(user):
        secret = totp.generate_totp_secret()
        totp.TOTP.activate(user, secret)
        counter = max(totp.yield_hotp_counters_from_time())
        return totp.format_hotp_value(totp.hotp_value(secret, counter))

    return activate


@pytest.fixture
def mira(db):
    return MentorFactory(name="Mira")


@pytest.fixture
def nick(db):
    return MentorFactory(name="Nick")


@pytest.fixture
def bob(db):
    """Bob has not confirmed his address."""
    return UserFactory(email="bob@example.com", name="Bob")


@pytest.fixture
def cohort(mira):
    return CohortFactory(lead=mira)


@pytest.fixture
def link(cohort, mira):
    """An invitation for whoever has its link."""
    invitation, _ = actions.make_link(cohort=cohort, by=mira, now=NOW)
    return invitation
