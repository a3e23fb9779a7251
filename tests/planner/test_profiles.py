"""What a profile may hold, who may reach it, and how it becomes the developer of the engine."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from django.http import Http404

from planner import access
from planner.models import CertificationClaim, Profile, SkillClaim
from planner.queries.catalogue import current_catalogue
from planner.queries.profiles import load_developer
from tests.factories import CertificationClaimFactory, ProfileFactory, SkillClaimFactory

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)
DENVER = "0019740"


def load(profile):
    return load_developer(access.profile_for_reading(profile.user), TODAY)


@pytest.mark.parametrize(
    "wrong",
    [
        {"years_stated": Decimal("-0.01"), "years_stated_on": TODAY},
        {"years_stated": Decimal("60.01"), "years_stated_on": TODAY},
        {"years_stated": Decimal(4)},
        {"years_stated_on": TODAY},
        {"years_stated": 4, "years_stated_on": TODAY, "experience_started_on": TODAY},
        {"experience_started_on": date(1949, 12, 31)},
        {"hours_per_week": 0},
        {"hours_per_week": 81},
        {"current_pay": 0},
        {"current_pay": 10_000_001},
        {"start_step": 0},
        {"start_step": 4},
    ],
    ids=str,
)
def test_the_database_refuses_a_wrong_profile(alice, wrong):
    with pytest.raises(IntegrityError):
        Profile.objects.create(user=alice, **wrong)


def test_a_user_has_one_profile(alice):
    ProfileFactory(user=alice)
    with pytest.raises(IntegrityError):
        ProfileFactory(user=alice)


@pytest.mark.parametrize("proficiency", [-1, 5])
def test_the_database_refuses_an_unknown_proficiency(proficiency):
    with pytest.raises(IntegrityError):
        SkillClaimFactory(proficiency=proficiency)


def test_a_skill_is_claimed_once():
    claim = SkillClaimFactory()
    with pytest.raises(IntegrityError):
        SkillClaimFactory(profile=claim.profile)


def test_a_certification_is_claimed_once():
    claim = CertificationClaimFactory()
    with pytest.raises(IntegrityError):
        CertificationClaimFactory(profile=claim.profile)


def test_a_certificate_ends_no_earlier_than_it_begins():
    with pytest.raises(IntegrityError):
        CertificationClaimFactory(earned_on=date(2026, 1, 15), expires_on=date(2026, 1, 14))


def test_a_certificate_from_before_1950_is_refused():
    with pytest.raises(IntegrityError):
        CertificationClaimFactory(earned_on=date(1949, 12, 31))


@pytest.mark.parametrize(
    ("factory", "field"),
    [(SkillClaimFactory, "skill_id"), (CertificationClaimFactory, "certification_id")],
)
def test_a_claim_names_what_the_catalogue_has(factory, field):
    with pytest.raises(IntegrityError), transaction.atomic():
        _claim_and_check(factory, field)


def _claim_and_check(factory, field):
    factory(**{field: "no-such-thing"})
    connection.check_constraints()


# --- Who may reach what ---------------------------------------------------------------------------


def test_a_profile_is_made_when_it_is_first_needed(alice):
    assert access.profile_for_reading(alice) == access.profile_for_editing(alice)
    assert Profile.objects.get().user == alice


def test_claims_are_their_owners_alone(alice, bob, charlie):
    ProfileFactory(user=alice, skills={"python": 3}, certifications=["ckad"])
    ProfileFactory(user=bob, skills={"go": 1})
    skills = SkillClaim.objects.visible_to(alice)
    assert [claim.skill_id for claim in skills] == ["python"]
    assert not SkillClaim.objects.editable_by(charlie).exists()
    assert not CertificationClaim.objects.visible_to(bob).exists()
    assert not CertificationClaim.objects.editable_by(charlie).exists()


def test_somebody_elses_certificate_cannot_be_edited(alice, charlie):
    CertificationClaimFactory(profile__user=alice)
    with pytest.raises(Http404):
        access.certification_claim_for_editing(charlie, "ckad")


# --- From rows to the developer -------------------------------------------------------------------


def test_experience_stated_as_a_number_grows():
    profile = ProfileFactory(years_stated=Decimal("4.0"), years_stated_on=date(2025, 11, 24))
    assert load(profile).developer.years == pytest.approx(5.0, abs=0.01)


def test_experience_since_a_day_grows():
    profile = ProfileFactory(experience_started_on=date(2024, 5, 24))
    assert load(profile).developer.years == pytest.approx(2.5, abs=0.01)


def test_no_experience_stated_counts_as_none_and_says_so():
    view = load(ProfileFactory())
    assert (view.developer.years, view.has_experience) == (0.0, False)


def test_none_differs_from_not_assessed():
    view = load(ProfileFactory(skills={"rust": 0}))
    assert view.developer.skills == {"rust": 0}
    assert view.standing.skills.get("go") is None


def test_an_expired_certificate_is_kept_but_does_not_count():
    profile = ProfileFactory(certifications=["ckad"])
    yesterday = date(2026, 11, 23)
    CertificationClaimFactory(profile=profile, certification_id="aws-dva", expires_on=yesterday)
    view = load(profile)
    assert view.developer.certifications == {"ckad"}
    assert [held.id for held in view.expired] == ["aws-dva"]


def test_a_certificate_counts_on_its_last_day():
    claim = CertificationClaimFactory(expires_on=TODAY)
    assert load(claim.profile).developer.certifications == {"ckad"}


def test_place_and_industry_become_ratios():
    developer = load(ProfileFactory(place_id=DENVER, industry_id="513200")).developer
    assert (developer.location_ratio, developer.industry_ratio) == (1.012, 1.2101)


def test_a_place_without_a_figure_counts_as_the_nation():
    catalogue = current_catalogue()
    alaska = next(place for place in catalogue.places.values() if place.ratio is None)
    assert load(ProfileFactory(place_id=alaska.id)).developer.location_ratio == 1.0


def test_the_rest_is_taken_over():
    developer = load(
        ProfileFactory(current_pay=98_000, hours_per_week=10, is_remote=True, target_id="senior")
    ).developer
    assert (developer.current_pay, developer.hours_per_week) == (98_000.0, 10.0)
    assert (developer.is_remote, developer.target) == (True, "senior")


@pytest.mark.parametrize("count", [0, 1, 20])
def test_loading_takes_three_queries_however_much_is_claimed(django_assert_num_queries, count):
    catalogue = current_catalogue()
    profile = ProfileFactory(
        skills=dict.fromkeys(list(catalogue.skills)[:count], 2),
        certifications=list(catalogue.certifications)[:count],
    )
    with django_assert_num_queries(3):
        view = load(profile)
    assert (len(view.developer.skills), len(view.held)) == (count, count)
