"""The made-up people: to sign in as in development, and nowhere else."""

from io import StringIO

import pytest
from allauth.account.models import EmailAddress
from django.core.management import CommandError, call_command

from accounts.models import User
from planner import actions
from planner.models import Profile
from planner.queries.profiles import load_developer
from tests.factories import ProfileFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def load_demo(settings):
    settings.DEBUG = True

    def load():
        call_command("load_demo", stdout=(out := StringIO()))
        return out.getvalue()

    return load


def test_everybody_of_the_demo_can_sign_in(client, load_demo):
    said = load_demo()
    assert EmailAddress.objects.filter(verified=True, primary=True).count() == User.objects.count()
    for user in User.objects.all():
        assert user.email in said
        assert client.login(email=user.email, password="waymark-demo")


def test_one_of_them_is_an_administrator(load_demo):
    load_demo()
    assert User.objects.get(is_staff=True, is_superuser=True).email == "admin@example.com"


def test_loading_again_changes_nothing(load_demo):
    load_demo()
    profile = Profile.objects.get(user__email="priya@example.com")
    profile.skill_claims.filter(skill="docker").update(proficiency=4)
    load_demo()
    assert profile.skill_claims.get(skill="docker").proficiency == 4
    assert User.objects.count() == 3


def test_production_refuses_the_demo(settings):
    settings.DEBUG = False
    with pytest.raises(CommandError, match="known password"):
        call_command("load_demo")
    assert not User.objects.exists()


def test_the_sample_is_a_developer_with_an_expired_certificate():
    profile = ProfileFactory()
    actions.fill_sample(profile=profile, today=profile.updated_at.date())
    profile.refresh_from_db()
    view = load_developer(profile, profile.updated_at.date())
    assert view.developer.years == pytest.approx(4.0)
    assert view.place.name.startswith("Denver")
    assert [held.id for held in view.expired] == ["aws-dva"]
    assert view.target == "senior"
