"""What a past day is said to have been equals what was shown on it, whatever changed since."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
import time_machine
from django.utils import timezone

from planner import actions
from planner.actions.catalogue import note_catalogue
from planner.actions.history import recording
from planner.domain.outlook import look_ahead
from planner.models import (
    CatalogueInForce,
    CatalogueVersion,
    CertificationClaim,
    ExpectationMember,
    PayGroupEntry,
    SkillEntry,
)
from planner.queries import past
from planner.queries.catalogue import current_catalogue
from planner.queries.plans import load_plan, read_again
from planner.queries.profiles import load_developer
from tests.factories import ProfileFactory

pytestmark = pytest.mark.django_db
START = datetime(2025, 3, 3, 9, tzinfo=UTC)


def edit_catalogue():
    """As the administration does it: another version, noted as in force."""
    CatalogueVersion.objects.bump(timezone.localdate())
    note_catalogue(timezone.now())


def shown(profile):
    """What the dashboard stands on at this moment."""
    view = load_developer(read_again(profile), timezone.localdate())
    outlook = look_ahead(view.catalogue, view.developer)
    return view.developer, outlook.standing, outlook.estimate, outlook.target


def replayed(profile, day):
    catalogues = past.load_catalogues(current_catalogue())
    then = past.snapshot_on(past.load_history(profile), catalogues, day)
    return then.developer, then.standing, then.estimate, then.target


def fill(profile):
    note_catalogue(timezone.now())
    actions.fill_sample(profile=profile, today=timezone.localdate())


def learn(profile):
    actions.set_proficiency(profile=profile, skill="kafka", proficiency=3, was=None)
    actions.set_rank(profile=profile, id_="docker", rank="excluded")


def ask_for_more(profile):
    ExpectationMember.objects.filter(expectation__level="senior").update(target=4)
    edit_catalogue()


def renew(profile):
    claim = CertificationClaim.objects.select_related("profile").get(profile=profile)
    expires_on = timezone.localdate() + timedelta(days=40)
    actions.change_certification(claim=claim, earned_on=claim.earned_on, expires_on=expires_on)


def pay_less(profile):
    PayGroupEntry.objects.update(points_low=0, points_central=0.5, points_high=1)
    edit_catalogue()


def keep(profile):
    view = load_plan(read_again(profile), timezone.localdate())
    made = {"inputs": view.inputs, "result": view.document}
    actions.keep_plan(profile=profile, catalogue=view.catalogue, **made)


def move(profile):
    """The years in another way, the place, the pay and the target."""
    with recording(profile):
        profile.refresh_from_db()
        profile.years_stated, profile.years_stated_on = Decimal("7.25"), timezone.localdate()
        profile.place_id, profile.is_remote, profile.industry_id = None, True, None
        profile.current_pay, profile.target_id, profile.hours_per_week = 123_456, "senior", 11
        profile.save()


def rest(profile):
    """Nothing happens, but years grow and certificates run out."""


DEEDS = [fill, rest, learn, ask_for_more, renew, rest, pay_less, keep, rest, move, rest]


@pytest.fixture
def alice():
    CatalogueInForce.objects.all().delete()
    with time_machine.travel(START, tick=False):
        return ProfileFactory()


def test_each_day_is_as_it_was_shown_then(alice):
    was_shown = {}
    for n, deed in enumerate(DEEDS):
        with time_machine.travel(START + timedelta(days=31 * n), tick=False):
            deed(alice)
            was_shown[timezone.localdate()] = shown(alice)
    with time_machine.travel(START + timedelta(days=600), tick=False):
        assert {day: replayed(alice, day) for day in was_shown} == was_shown


def test_what_the_page_said_of_a_day_it_says_again(client, alice):
    client.force_login(alice.user)
    with time_machine.travel(START, tick=False):
        fill(alice)
        said = client.get("/history/", {"on": "2025-03-03"}).context["pairs"]
    with time_machine.travel(START + timedelta(days=400), tick=False):
        learn(alice)
        pay_less(alice)
        again = client.get("/history/", {"on": "2025-03-03"}).context["pairs"]
    assert [pair.then for pair in again] == [pair.now for pair in said]
    assert any(pair.is_changed for pair in again)


def test_before_the_first_catalogue_that_is_known_that_one_holds():
    CatalogueInForce.objects.all().delete()
    with time_machine.travel(START, tick=False):
        note_catalogue(timezone.now())
    first = current_catalogue().version
    SkillEntry.objects.filter(pk="go").update(name="Golang")
    edit_catalogue()
    catalogues = past.load_catalogues(current_catalogue())
    assert catalogues.version_at(START - timedelta(days=900)) == first
    assert catalogues.version_at(timezone.now()) == current_catalogue().version != first
    assert catalogues.changes(START.date()) == 1
    assert catalogues.changes(timezone.localdate()) == 0


def test_without_any_catalogue_noted_the_current_one_holds():
    CatalogueInForce.objects.all().delete()
    catalogues = past.load_catalogues(current_catalogue())
    assert catalogues.read([START]) == [current_catalogue()]
    assert catalogues.changes(START.date()) <= 0


def test_the_end_of_a_day_is_that_of_the_reader():
    with timezone.override("Pacific/Auckland"):
        assert past.end_of(date(2026, 6, 1)).astimezone(UTC).hour == 11
