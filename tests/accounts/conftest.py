import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal import auth as totp

from tests.factories import UserFactory


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
    """Give somebody an authenticator app; the answer reads the code it shows now."""

    def activate(user):
        secret = totp.generate_totp_secret()
        totp.TOTP.activate(user, secret)
        counter = next(totp.yield_hotp_counters_from_time())
        return totp.format_hotp_value(totp.hotp_value(secret, counter))

    return activate
