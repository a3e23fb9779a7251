"""The made-up people: to sign in as in development, and nowhere else."""

from datetime import date, timedelta
from io import StringIO

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP
from django.core.management import CommandError, call_command
from django.utils import timezone

from accounts.access import consents_to, has_second_factor
from accounts.models import Cohort, Scope, User
from planner import actions
from planner.documents import read_catalogue, recreate
from planner.domain.history import replay
from planner.domain.reading import read_ad
from planner.domain.reading.ad_pay import pay_in
from planner.domain.reading.jobs import wishes_of
from planner.models import JobAd, KeptPlan, Profile, ReviewRequest
from planner.queries.catalogue import current_catalogue
from planner.queries.history import read_state
from planner.queries.profiles import load_developer
from planner.queries.reading import lexicon_of
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
    for email in ("priya@example.com", "mira@example.com", "amara@cohort.example.com"):
        assert email in said
        assert client.login(email=email, password="waymark-demo")


def test_one_of_them_is_an_administrator(load_demo):
    load_demo()
    assert User.objects.get(is_staff=True, is_superuser=True).email == "admin@example.com"


def test_priya_keeps_job_ads_as_if_she_had_pasted_them(load_demo):
    load_demo()
    ads = JobAd.objects.filter(profile__user__email="priya@example.com")
    assert len(ads) == 3
    lexicon = lexicon_of(current_catalogue())
    for ad in ads:
        ad.full_clean()
        reading, pay = read_ad(ad.text, lexicon), pay_in(ad.text)
        assert reading.text == ad.text
        assert len(wishes_of(reading)) >= 5
        assert (ad.pay_low, ad.pay_high) == ((pay.low, pay.high) if pay else (None, None))


def test_loading_again_changes_nothing(load_demo):
    load_demo()
    profile = Profile.objects.get(user__email="priya@example.com")
    profile.skill_claims.filter(skill="docker").update(proficiency=4)
    people = User.objects.count()
    load_demo()
    assert profile.skill_claims.get(skill="docker").proficiency == 4
    assert User.objects.count() == people


def test_a_cohort_of_24_shows_its_mentor_what_each_of_them_wants(load_demo):
    load_demo()
    mira, now = User.objects.get(email="mira@example.com"), timezone.now()
    cohort = Cohort.objects.led_by(mira).get()
    assert cohort.memberships.active().count() == 24
    shown = {scope: consents_to(mira, scope, now).count() for scope in Scope}
    assert shown == {Scope.SKILLS: 23, Scope.PLAN: 21, Scope.EVIDENCE: 20}
    assert ReviewRequest.objects.shown_to(mira, now).open().count() == 7


def test_its_plans_were_kept_when_it_began_and_can_be_made_again(load_demo):
    load_demo()
    kept = KeptPlan.objects.select_related("catalogue", "profile").order_by("pk").first()
    assert kept.adopted_at.date() == date.fromisoformat(kept.inputs["today"])
    assert recreate(read_catalogue(kept.catalogue.document), kept.inputs) == kept.result


def test_its_people_have_a_history_that_comes_to_what_they_state(load_demo):
    load_demo()
    for profile in Profile.objects.filter(user__is_mentee=True):
        events = [event.to_value() for event in profile.events.all()]
        assert replay(events, timezone.now()) == read_state(profile.pk)
        assert min(event.at for event in events) < timezone.now() - timedelta(days=1)


def test_the_mentors_have_a_second_factor_whose_code_a_command_shows(load_demo, settings):
    load_demo()
    mira = User.objects.get(email="mira@example.com")
    call_command("demo_code", stdout=(out := StringIO()))
    assert has_second_factor(mira)
    assert TOTP(mira.authenticator_set.get(type="totp")).validate_code(out.getvalue().strip())


def test_production_has_no_code_for_anybody(settings):
    settings.DEBUG = False
    with pytest.raises(CommandError, match="DEBUG only"):
        call_command("demo_code")


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
